"""Whom an attack hit that the harm of a clause beside it tells."""

import pytest

from tests.read.expecting import hit_by, last_words


@pytest.mark.parametrize(
    ("text", "word", "whom"),
    [
        ("Four fishermen were killed when the gunmen fired mortar shells on the port of Taiz.", "fired", "fishermen"),
        ("Four fishermen were killed, when jets hit the port of Taiz.", "hit", "fishermen"),
        ("Six traders were wounded in a rocket shell fired by the gunmen on the market.", "fired", "traders"),
        ("Six traders were injured as a result of the mortar attack which hit the town.", "hit", "traders"),
        ("Six traders died due to an airstrike on Taiz.", "airstrike", "traders"),
        ("Six traders were killed in airstrikes by jets and a shelling by tanks in Taiz.", "shelling", "traders"),
        ("Dozens of strikes on Taiz killed six traders.", "strikes", "traders"),
        ("The jets hit the market and killed six traders.", "hit", "traders"),
        ("The army launched a raid, in which six traders were killed.", "raid", "traders"),
    ],
)
def test_an_attack_hit_those_whom_the_clause_beside_it_tells_of(text: str, word: str, whom: str) -> None:
    assert last_words(hit_by(text, word)) == [whom]


def test_people_who_are_only_counted_are_left_to_their_figure() -> None:
    assert last_words(hit_by("Nine people were killed when rockets hit the market.", "hit")) == []


def test_whoever_came_before_a_harm_did_not_do_it() -> None:
    assert last_words(hit_by("The shelling killed six traders following raids by jets.", "raids")) == []


def test_those_killed_by_two_parties_were_not_all_killed_by_the_second() -> None:
    text = "Seventy traders were killed in a Syrian army assault and a Hezbollah counterattack in Taiz."
    assert last_words(hit_by(text, "counterattack")) == []


def test_vehicles_destroyed_are_not_those_who_were_killed() -> None:
    assert last_words(hit_by("The jets destroyed two vehicles and killed ten gunmen.", "destroyed")) == []


def test_a_harm_that_is_denied_tells_of_nobody_hit() -> None:
    assert last_words(hit_by("No traders were killed when rockets hit the market.", "hit")) == []
