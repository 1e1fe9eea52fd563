"""The states that parties of claims are or belong to."""

import pytest

from testimonia.export.coded_states import beside, grounds, reach
from tests.read.telling import book, claims_of


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Kenya attacked Eritrea.", {"KEN"}),
        ("Kenyan soldiers attacked Eritrea.", {"KEN"}),
        ("The United Nations condemned Eritrea.", {"IGO"}),
        ("Rebels attacked Eritrea.", set()),
    ],
)
def test_an_actor_reaches_its_state(text: str, states: set[str]) -> None:
    claim = claims_of(text)[0]
    assert reach(claim.actors, book(), {}) == states


def test_the_ground_right_behind_the_words_tells_the_state() -> None:
    claims = claims_of("Activists in Algiers condemned Kenya.")
    claim = next(c for c in claims if c.actors)
    assert beside(claim, claim.actors, claims, book()) == {"DZA"}


def test_a_town_lies_on_the_ground_of_its_state() -> None:
    claim = next(c for c in claims_of("Rebels attacked a barracks in Nairobi.") if c.places)
    assert grounds(claim.places, book()) == {"KEN"}
