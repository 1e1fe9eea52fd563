"""Which places of a claim's own words stand inside another's clause, and give way to those told straight out."""

import pytest

from testimonia.model.claim import Kind
from tests.read.expecting import triggered, where
from tests.read.telling import claims_of


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("Rebels shelled Goma with guns that were seized in Kisangani.", "shelled", "Goma"),
        ("Students protested in Nairobi at the shelling of Goma.", "protested", "Nairobi"),
        ("It was the worst defeat in Goma since May, when the army lost Bunia.", "defeat", "Goma"),
        ("Ten were injured in raids in Goma a day after raids on a school in Bunia left nine dead.", "injured", "Goma"),
        ("Two bases were destroyed in Goma while the army hit rebels in Bunia.", "destroyed", "Goma"),
    ],
)
def test_a_place_inside_anothers_clause_gives_way_to_one_told_straight_out(text: str, trigger: str, place: str) -> None:
    assert where(triggered(claims_of(text), trigger)) == [place]


@pytest.mark.parametrize(
    ("text", "trigger", "places"),
    [
        ("Nine farmers were killed in Kivu in a raid that struck Goma.", "killed", ["Kivu", "Goma"]),
        ("In Kivu nine farmers were killed by shells fired on Goma.", "killed", ["Kivu", "Goma"]),
        ("Rebels shelled the village of Sake located near Goma.", "shelled", ["Sake", "Goma"]),
    ],
)
def test_what_tells_more_of_the_deed_or_its_site_stays(text: str, trigger: str, places: list[str]) -> None:
    assert where(triggered(claims_of(text), trigger)) == places


def test_a_nested_place_alone_stays() -> None:
    claim = triggered(claims_of("Rebels destroyed guns that were seized in Kisangani."), "destroyed")
    assert where(claim) == ["Kisangani"]


def test_where_bullets_were_fired_is_where_they_hurt() -> None:
    claims = claims_of("Ten guards were injured by bullets fired at houses in Palmyra and near Homs.")
    assert where(triggered(claims, "injured")) == ["Palmyra", "Homs"]


@pytest.mark.parametrize("comma", ["", ","])
def test_what_happens_beside_gives_way_to_the_clause_above(comma: str) -> None:
    text = f"Rebels attacked villages in Kivu{comma} abducting 200 people{comma} while the group holds land in Kenya."
    counted = next(c for c in claims_of(text) if c.kind is Kind.FIGURE)
    assert where(counted) == ["Kivu"]


def test_what_somebody_did_meanwhile_tells_where() -> None:
    text = "Nine women were killed while attending a funeral in Goma."
    assert where(triggered(claims_of(text), "killed")) == ["Goma"]
