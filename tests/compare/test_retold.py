"""One attack that is told on two days."""

from __future__ import annotations

from dataclasses import replace

from testimonia.compare import retold, whenwhere
from testimonia.model.dispute import Dispute, DisputeKind
from tests.compare.telling import case_of
from tests.factories import Telling, day


def _told(outlet: str, when: int, toll: int, place: str = "Darkush") -> Telling:
    text = f"Jets bombed {place} on {when} April and killed {toll} people."
    telling = Telling(outlet, text, "2016-04-30")
    telling.claim(f"Jets bombed {place} on {when} April", place=place, on=f"2016-04-{when}", trigger="bombed")
    telling.claim(f"killed {toll} people", "killed", place=place, figures=[telling.figure(f"{toll} people", toll)])
    return telling


def _disputes(*tellings: tuple[Telling, str]) -> list[Dispute]:
    """The disputes where each telling is an event of its own, on a day."""
    case = case_of(*(telling for telling, _ in tellings))
    known = case.linked.events[0]
    case.linked = replace(
        case.linked,
        events=tuple(
            replace(
                known, id=telling.id, type="ASSAULT", accounts=(telling.id,), period=day(when),
                claims=tuple(claim.id for claim in telling.claims), places=telling.claims[0].places,
            )
            for telling, when in tellings
        ),
    )  # fmt: skip
    return list(retold.find(case, whenwhere._said))


def test_the_same_rare_number_of_dead_on_unlike_days_asks_when_it_was() -> None:
    [dispute] = _disputes((_told("A", 26, 29), "2016-04-26"), (_told("B", 29, 29), "2016-04-29"))
    assert dispute.kind is DisputeKind.TIME
    assert [answer.value for answer in dispute.answers] == ["26 April 2016", "29 April 2016"]


def test_other_dead_and_round_or_small_numbers_are_of_two_attacks() -> None:
    for one, two in ((29, 31), (30, 30), (7, 7)):
        assert not _disputes((_told("A", 26, one), "2016-04-26"), (_told("B", 29, two), "2016-04-29"))


def test_a_night_or_another_town_makes_no_dispute_of_days() -> None:
    first = (_told("A", 26, 29), "2016-04-26")
    assert not _disputes(first, (_told("B", 27, 29), "2016-04-27"))
    assert not _disputes(first, (_told("B", 29, 29, "Hama"), "2016-04-29"))


def test_a_day_that_no_account_gives_outright_is_not_disputed() -> None:
    assert not _disputes((_told("A", 26, 29), "2016-04-26"), (_told("B", 28, 29), "2016-04-29"))


def test_an_account_that_counts_so_many_twice_tells_of_two_attacks() -> None:
    one = _told("A", 26, 29)
    assert not _disputes((one, "2016-04-26"), (one, "2016-04-29"))
