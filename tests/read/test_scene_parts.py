"""In which town a part lies that somebody holds."""

import pytest

from testimonia.model.claim import Claim
from tests.read.telling import claims_of


def _held(text: str) -> list[list[str]]:
    claims: list[Claim] = [claim for claim in claims_of(text) if claim.type == "CONTROLS"]
    return [[place.name for place in claim.places] for claim in claims]


@pytest.mark.parametrize(
    "text",
    [
        "Jets struck Homs on Sunday as rebels pounded army-held neighbourhoods with rockets.",
        "On Sunday, jets struck Homs, and rebels pounded army-held neighbourhoods with rockets.",
        "A nurse in Homs said that the raid had shaken rebel-held districts overnight.",
        "Homs has no power. Homs was shelled on Sunday. A child was hurt as troops fired into rebel-held districts.",
    ],
)
def test_a_part_that_is_held_lies_in_the_town_that_is_told_of(text: str) -> None:
    assert _held(text) == [["Homs"]]


@pytest.mark.parametrize(
    "text",
    [
        "Jets struck Homs on Sunday as rebels pounded army-held parts of the country.",
        "Jets struck Homs and Manbij on Sunday as rebels pounded army-held neighbourhoods.",
        "Jets struck Homs on Sunday. A child was hurt as troops fired into rebel-held districts.",
        "Jets struck Homs on Sunday as rebels fled from army-held areas.",
    ],
)
def test_a_part_of_a_land_or_of_one_of_two_towns_lies_in_neither(text: str) -> None:
    assert _held(text) == [[]]
