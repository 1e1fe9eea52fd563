"""Which numbers are an event's own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from testimonia.compare.given import given
from testimonia.model.dispute import DisputeKind
from tests.compare.telling import case_of, compared, of_kind, strike
from tests.factories import Telling, day


def _count(words: str, number: str, value: int, published: str = "2016-04-28") -> Telling:
    text = f"{words} in Darkush on 26 April."
    telling = Telling("Coast Daily", text, published)
    telling.claim(
        text[:-1], place="Darkush", on="2016-04-26", figures=[telling.figure(number, value)], acled="Air/drone strike"
    )
    return telling


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Since March jets have killed 30 people", "30 people"),
        ("A month of strikes has killed 30 people", "30 people"),
        ("Jets killed another 30 people", "30 people"),
        ("Jets struck again after an earlier toll of 30 people", "30 people"),
        ("Jets killed 30 people and another nine elsewhere", "30 people"),
        ("Jets left 30 people killed and wounded", "30 people"),
        ("Jets kill, injure 30 people", "30 people"),
        ("Jets in action: 30 people killed, wounded", "30 people"),
        ("Jets in action: 30 people killed/injured", "30 people"),
    ],
)  # fmt: skip
def test_sums_further_victims_and_old_counts_are_not_set_against_a_toll(words: str, number: str) -> None:
    comparison = compared(strike("Valley Post", "Jets bombed the clinic", 14), _count(words, number, 30))
    assert not of_kind(comparison, DisputeKind.TOLL)


def test_a_plain_count_is_set_against_a_toll() -> None:
    comparison = compared(
        strike("Valley Post", "Jets bombed the clinic", 14), _count("Jets killed 30 people", "30 people", 30)
    )
    assert len(of_kind(comparison, DisputeKind.TOLL)) == 1


def test_an_account_published_before_the_event_counts_none_of_its_dead() -> None:
    early = _count("Jets killed 30 people", "30 people", 30, published="2016-04-20")
    comparison = compared(strike("Valley Post", "Jets bombed the clinic", 14), early)
    assert not of_kind(comparison, DisputeKind.TOLL)


def test_the_day_on_which_somebody_gives_a_number_is_not_the_day_of_its_dead() -> None:
    told = "The ministry spoke on 28 April of 30 dead"
    telling = Telling("Coast Daily", f"Jets bombed Darkush on 26 April. {told}.", "2016-04-28")
    telling.claim("Jets bombed Darkush on 26 April", place="Darkush", on="2016-04-26", acled="Air/drone strike")
    claim = telling.claim(
        told, place="Darkush", on="2016-04-28", figures=[telling.figure("30 dead", 30)],
        source=("ministry", "The ministry"),
    )  # fmt: skip
    at = telling.at("28 April")
    assert claim.period is not None
    telling.claims[-1] = replace(claim, period=replace(claim.period, start_offset=at.start, end_offset=at.end))
    assert of_kind(compared(strike("Valley Post", "Jets bombed the clinic", 14), telling), DisputeKind.TOLL)


def test_a_number_that_its_account_gives_with_another_day_is_of_another_attack() -> None:
    text = "Rockets on Darkush kill 30. The monitor said rockets killed 30 people in Darkush on 20 April."
    telling = Telling("Coast Daily", text, "2016-04-28")
    telling.claim("Rockets on Darkush kill 30", place="Darkush", on="2016-04-26", figures=[telling.figure("30", 30)])
    words = "rockets killed 30 people in Darkush on 20 April"
    telling.claim(words, place="Darkush", on="2016-04-20", figures=[telling.figure("30 people", 30)])
    assert not of_kind(compared(strike("Valley Post", "Jets bombed the clinic", 14), telling), DisputeKind.TOLL)


def test_a_number_is_of_the_day_that_a_longer_claim_of_the_same_words_gives_it() -> None:
    text = "The envoy condemned a raid on 25 April that killed 30 people in Darkush."
    telling = Telling("Coast Daily", text, "2016-04-28")
    figure = telling.figure("30 people", 30)
    words = "a raid on 25 April that killed 30 people in Darkush"
    telling.claim(words, place="Darkush", on="2016-04-25", figures=[figure])
    telling.claim("killed 30 people in Darkush", place="Darkush", figures=[figure])
    case = case_of(strike("Valley Post", "Jets bombed the clinic", 14), telling)
    event = replace(case.linked.events[0], claims=tuple(claim.id for claim in telling.claims), period=day("2016-04-26"))
    assert not given(event, case)
    assert given(replace(event, period=day("2016-04-25")), case)
