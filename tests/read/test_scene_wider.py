"""Which wider places of its sentence stand with a claim's own."""

import pytest

from tests.read.expecting import triggered, where
from tests.read.telling import claims_of


@pytest.mark.parametrize(
    ("text", "trigger", "places"),
    [
        ("Also in Mali a farmer was executed and crucified in Gao.", "crucified", ["Mali", "Gao"]),
        ("Rebels shelled Gao in the east of Mali.", "shelled", ["Gao", "Mali"]),
    ],
)
def test_a_place_that_holds_a_claims_own_stands_with_it(text: str, trigger: str, places: list[str]) -> None:
    assert where(triggered(claims_of(text), trigger)) == places


def test_a_place_at_the_head_that_holds_none_of_a_claims_own_is_left_out() -> None:
    claim = triggered(claims_of("In Kenya ministers met, and rebels shelled Gao."), "shelled")
    assert where(claim) == ["Gao"]


def test_a_wider_place_of_another_clause_is_left_out() -> None:
    claim = triggered(claims_of("Rebels shelled Gao, and the president returned to Mali."), "shelled")
    assert where(claim) == ["Gao"]


def test_a_region_stands_with_what_it_is_told_to_include() -> None:
    text = "Jets had targeted gunmen across the Homs province including the Talbiseh village killing two of them."
    assert where(triggered(claims_of(text), "killing")) == ["Homs", "Talbiseh"]


@pytest.mark.parametrize("comma", ["", ","])
def test_parts_of_a_town_stand_with_it_where_their_phrase_names_them_first(comma: str) -> None:
    text = f"Rebels targeted with shells al-Hamadaniyeh and al-Zurqaniyeh neighborhoods in Aleppo{comma} killing two."
    assert where(triggered(claims_of(text), "killing")) == ["al-Hamadaniyeh", "al-Zurqaniyeh", "Aleppo"]


def test_where_those_who_fire_stand_is_added_to_no_place() -> None:
    text = "Gunmen positioned in al-Hamadaniyeh neighborhood in Aleppo shelled Goma killing two farmers."
    assert "al-Hamadaniyeh" not in where(triggered(claims_of(text), "shelled"))
