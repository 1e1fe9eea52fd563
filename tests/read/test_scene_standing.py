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
