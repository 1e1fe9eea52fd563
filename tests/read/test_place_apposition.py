"""Where a text itself says that a town lies."""

from dataclasses import dataclass

import pytest

from testimonia.read import places
from testimonia.read.place_apposition import beside, stated

_NOUNS = ("town", "village")
_DIRECTIONS = frozenset({"north", "south", "east", "west"})


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


@pytest.mark.parametrize(
    "text",
    ["Brod, south of Lipa, fell.", "Brod, 30 km north of the city of Lipa, fell.", "Brod oilfield east of Lipa fell."],
)
def test_a_direction_tells_beside_which_place_another_lies(text: str) -> None:
    assert beside(text, names(text, "Brod", "Lipa"), ("south of", "north of", "east of", "near"), _DIRECTIONS) == {0: 1}


@pytest.mark.parametrize("text", ["Brod fell and rain came east of Lipa.", "Brod near Lipa fell.", "Brod and Lipa."])
def test_without_a_direction_between_two_names_neither_lies_beside_the_other(text: str) -> None:
    assert beside(text, names(text, "Brod", "Lipa"), ("east of", "near"), _DIRECTIONS) == {}


def test_a_small_place_is_not_the_namesake_far_from_the_town_it_is_said_to_lie_beside() -> None:
    alone, placed = "Shells fell on Shaar near Aleppo.", "Fighters took the Shaar oilfield east of the city of Homs."
    assert places.find(alone)[0].place == "shaar"
    assert places.find(placed)[0].place == "unlisted:shaar"


def test_a_town_known_to_all_keeps_its_meaning_far_from_the_town_beside_which_it_is_set() -> None:
    assert places.find("They shelled Palmyra, east of Homs.")[0].place == "palmyra"
