from __future__ import annotations

from dataclasses import replace

from testimonia.compare import whenwhere
from testimonia.model.claim import Figure, PlacePrecision, Unit
from testimonia.model.dispute import Dispute, DisputeKind
from tests.compare.telling import case_of, strike
from tests.factories import Telling, day


def test_days_apart_that_accounts_give_outright_are_disputed() -> None:
    one = strike("Valley Post", "Jets bombed the clinic")
    two = Telling("Coast Daily", "Jets bombed the clinic in Darkush on 28 April.", "2016-04-30")
    two.claim("Jets bombed the clinic in Darkush on 28 April", place="Darkush", on="2016-04-28", trigger="bombed")
    for telling in (one, two):
        first = telling.claims[0]
        telling.claims[0] = replace(first, figures=(Figure(24, 24, False, Unit.KILLED, "people", "", 0, 0),))
    case = case_of(one, two)
    event = replace(
        case.linked.events[0],
        claims=(one.claims[0].id, two.claims[0].id), accounts=(one.id, two.id), period=day("2016-04-26/2016-04-28"),
    )  # fmt: skip
    (dispute,) = whenwhere._days(event, case.told(event), case)
    assert dispute.kind is DisputeKind.TIME
    assert [answer.value for answer in dispute.answers] == ["26 April 2016", "28 April 2016"]


def _where(outlet: str, words: str, place: str, toll: int, *, near: bool = False) -> Telling:
    telling = Telling(outlet, f"{words} on 26 April.")
    telling.claim(words, place=place, on="2016-04-26", trigger="bombed", acled="Air/drone strike",
                  figures=[telling.figure(f"{toll} people", toll)])  # fmt: skip
    if near:
        claim = telling.claims[0]
        vicinity = replace(claim.places[0], precision=PlacePrecision.VICINITY, longitude=36.55)
        telling.claims[0] = replace(claim, places=(replace(vicinity, place="near-darkush"),))
    return telling


def _places(*tellings: Telling) -> list[Dispute]:
    case = case_of(*tellings)
    event = replace(
        case.linked.events[0], claims=tuple(t.claims[0].id for t in tellings), accounts=tuple(t.id for t in tellings)
    )
    return list(whenwhere._places(event, case.told(event), case))


def test_places_far_apart_are_disputed_where_each_has_the_same_dead() -> None:
    one = _where("Valley Post", "Jets bombed Darkush and killed 24 people", "Darkush", 24)
    two = _where("Coast Daily", "Jets bombed Hama and killed 24 people", "Hama", 24)
    [dispute] = _places(one, two)
    assert {answer.value for answer in dispute.answers} == {"Darkush", "Hama"}
    assert not _places(one, _where("Coast Daily", "Jets bombed Hama and killed 57 people", "Hama", 57))


def test_a_place_leaves_room_for_what_is_near_it() -> None:
    one = _where("Valley Post", "Jets bombed Darkush and killed 24 people", "Darkush", 24)
    two = _where("Coast Daily", "Jets bombed fields near Darkush and killed 24 people", "Darkush", 24, near=True)
    assert not _places(one, two)
