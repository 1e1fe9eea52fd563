"""Where a text itself says that a town lies."""

from dataclasses import dataclass

import pytest

from testimonia.read import places
from testimonia.read.place_apposition import stated

_NOUNS = ("town", "village")


@dataclass(frozen=True)
class Name:
    start: int
    end: int


def names(text: str, *words: str) -> list[Name]:
    return [Name(text.index(word), text.index(word) + len(word)) for word in words]


@pytest.mark.parametrize(
    "text",
    [
        "Brod, a town held by the militia in Posavina region, fell.",
        "Brod, the small border town of Posavina, fell.",
        "Brod a village outside the lines in northern Posavina fell.",
    ],
)
def test_an_apposition_says_in_what_a_town_lies(text: str) -> None:
    assert stated(text, names(text, "Brod", "Posavina"), _NOUNS) == {0: 1}


@pytest.mark.parametrize("text", ["Brod fell. A town in Posavina burned.", "Brod and Posavina fell."])
def test_another_sentence_or_a_list_says_nothing_of_it(text: str) -> None:
    assert stated(text, names(text, "Brod", "Posavina"), _NOUNS) == {}


def test_a_namesake_of_another_region_is_not_meant() -> None:
    found = places.find("Strikes hit Al-Shaara, a town in Deir Ezzor province, on Monday.")
    assert found[0].place == "unlisted:al-shaara"
