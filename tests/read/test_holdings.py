"""Whose is what was hit or taken, where nobody stands beside its own noun."""

import pytest

from tests.read.expecting import hit_by, names


@pytest.mark.parametrize(
    ("text", "word", "whom"),
    [
        ("A number of posts of the Taliban were hit near Herat.", "hit", "Taliban"),
        ("Jets struck a mill being used as a headquarters by Taliban fighters.", "struck", "Taliban"),
        ("Depots for the Taliban were targeted near Herat.", "targeted", "Taliban"),
        ("Shells hit the tower which houses the offices of the UN.", "hit", "United Nations"),
        ("The Red Crescent said one of their clinics was hit.", "hit", "Red Crescent"),
        ("The army retook areas held by the Taliban.", "retook", "Taliban"),
    ],
)
def test_whose_it_is_is_whom_it_hits(text: str, word: str, whom: str) -> None:
    assert names(hit_by(text, word)) == [whom]


def test_a_house_that_shelters_nobody_named_is_nobodys() -> None:
    assert names(hit_by("Shells hit the mill which includes a bakery in Herat.", "hit")) == []


def test_those_who_protest_are_met_by_what_puts_the_protest_down() -> None:
    assert names(hit_by("The junta cracked down on protests in Yangon.", "cracked")) == ["protesters"]
