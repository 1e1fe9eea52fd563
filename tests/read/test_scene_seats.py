"""Nouns that take up the place where a source is."""

import pytest

from testimonia.model.claim import Claim
from tests.read.telling import claims_of


def _struck(text: str) -> list[Claim]:
    return [claim for claim in claims_of(text) if claim.type == "ASSAULT"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Doctors in Homs said that nine people were killed in airstrikes on the city.", "Homs"),
        ("Nurses in Homs province said that nine people died in raids on the province.", "Homs Governorate"),
        ("Nurses in Homs province said, on Monday, that raids struck the province.", "Homs Governorate"),
    ],
)
def test_the_city_of_which_a_source_tells_is_that_where_the_source_is(text: str, place: str) -> None:
    struck = _struck(text)
    assert struck and all([p.name for p in claim.places] == [place] for claim in struck)


def test_a_town_named_between_is_the_one_that_is_meant() -> None:
    struck = _struck("Doctors in Homs said that jets flew to Manbij and bombed the city.")
    assert "Homs" not in [place.name for claim in struck for place in claim.places]


def test_where_a_source_is_was_not_struck_unless_it_says_so() -> None:
    assert all(not claim.places for claim in _struck("Doctors in Homs said that nine people were killed in a raid."))
