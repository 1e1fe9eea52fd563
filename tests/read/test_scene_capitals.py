from __future__ import annotations

import pytest

from testimonia.model.claim import Kind
from tests.read.telling import claims_of


def _places(text: str, type_: str = "ASSAULT") -> list[str]:
    return [p.name for c in claims_of(text) if c.kind is Kind.EVENT and c.type == type_ for p in c.places]


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("Gunners fired mortars at the Ugandan capital on Monday.", "Kampala"),
        ("Lebanon was tense. Gunners fired mortars at the capital on Monday.", "Beirut"),
    ],
)
def test_the_capital_is_that_of_the_land_named(text: str, city: str) -> None:
    assert _places(text) == [city]


def test_the_capital_of_a_province_is_not_looked_up() -> None:
    text = "Gunners held Idlib. They fired mortars at the provincial capital on Monday."
    assert _places(text)[-1:] == ["Idlib"]


def test_the_province_of_a_town_told_of_is_where_the_province_is_meant() -> None:
    text = "Gunmen took Goma on Monday. They shelled the rest of the province on Friday."
    assert _places(text)[-1:] == ["Nord-Kivu"]
