"""Where what a noun phrase tells as lasting holds."""

import pytest

from testimonia.model.claim import Claim
from tests.read.telling import claims_of


def _held(text: str) -> list[list[str]]:
    claims: list[Claim] = [c for c in claims_of(text) if c.type == "CONTROLS"]
    return [[place.name for place in claim.places] for claim in claims]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("In nearby Raqqa city an Islamic State stronghold shots were heard.", ["Raqqa"]),
        ("Jets raided Manbij, a bastion of the Islamic State group, at dawn.", ["Manbij"]),
        ("Qamishli is under the shared control of the army and the Kurdish forces.", ["Qamishli"]),
        ("The army shelled rebel strongholds in Homs overnight.", ["Homs"]),
    ],
)
def test_a_lasting_hold_is_where_its_phrase_or_what_it_is_told_of_says(text: str, places: list[str]) -> None:
    assert places in _held(text)


def test_a_lasting_hold_has_no_place_of_the_rest_of_the_sentence() -> None:
    held = _held("In Homs a convoy that had left a rebel-held area was shelled.")
    assert held and all(not places for places in held)


def test_the_town_whose_part_is_held_is_where_it_is_held() -> None:
    assert _held("Jets struck Aleppo's rebel-held Atarib district on Monday.") == [["Aleppo", "Atarib"]]


@pytest.mark.parametrize(
    "text",
    [
        "For years Homs has been divided between a government-held western sector and a rebel-held eastern one.",
        "Raids shook Homs on Sunday. The city has been divided into regime-held and rebel-held areas.",
        "Raids shook Homs on Sunday. The city, once a hub, has been divided into regime-held and rebel-held areas.",
        "Raids shook Homs on Sunday. A child was killed in a rebel-held area of the divided city.",
    ],
)
def test_the_parts_of_a_divided_town_lie_in_it(text: str) -> None:
    held = [claim for claim in claims_of(text) if claim.type == "CONTROLS"]
    assert held and all([place.name for place in claim.places] == ["Homs"] for claim in held)


def test_a_town_held_by_somebody_lies_by_the_place_that_its_phrase_measures_from() -> None:
    text = "Shelling hit a rebel-held town north-east of Homs on Monday."
    (held,) = [claim for claim in claims_of(text) if claim.type == "CONTROLS"]
    assert [(place.name, place.precision.value) for place in held.places] == [("Homs", "vicinity")]


def test_what_the_sentence_goes_on_to_tell_is_no_place_of_what_is_held() -> None:
    (held,) = [claim for claim in claims_of("The army hit rebel-held areas and took Homs.") if claim.type == "CONTROLS"]
    assert held.places == ()
