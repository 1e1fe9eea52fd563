"""Whom an attack hit where only the harm told over it says so."""

import pytest

from tests.read.expecting import hit_by, last_words


def test_an_attack_harms_those_whom_its_verb_names() -> None:
    assert last_words(hit_by("Three raids near Taiz killed six fishermen.", "raids")) == ["fishermen"]


def test_those_killed_during_an_operation_are_those_whom_it_harms() -> None:
    text = "At least 20 members of the militia were killed on Thursday during a military operation by the Turkish army."
    assert last_words(hit_by(text, "operation")) == ["militia"]


def test_whoever_is_under_attack_is_attacked() -> None:
    assert last_words(hit_by("Islamic State is under attack in Mosul.", "attack")) == ["State"]


def test_a_raid_in_which_nobody_was_killed_harms_nobody() -> None:
    assert last_words(hit_by("No civilians were killed in the raid on Idlib.", "raid")) == []
    assert last_words(hit_by("Civilians were not killed in the raid on Idlib.", "raid")) == []


def test_what_was_destroyed_is_nobody_whom_a_raid_harms() -> None:
    assert last_words(hit_by("Their vehicles were destroyed during an army raid in the village.", "raid")) == []


@pytest.mark.parametrize(
    ("text", "word", "whom"),
    [
        ("Nine traders were killed and dozens were wounded in a bombing in Taiz.", "bombing", "traders"),
        ("Six villagers were killed, and others were hurt, in an ambush in Taiz.", "ambush", "villagers"),
        ("Thirty guards were killed by twin blasts in Taiz.", "blasts", "guards"),
        ("The army killed 32 gunmen in an ambush in Taiz.", "ambush", "gunmen"),
        ("The junta kills traders through aerial attacks in Taiz.", "attacks", "traders"),
        ("Army Kills 10 Gunmen in Missile Attack in Taiz", "Attack", "Gunmen"),
    ],
)
def test_those_whom_an_attack_killed_are_those_it_hit(text: str, word: str, whom: str) -> None:
    assert last_words(hit_by(text, word)) == [whom]


def test_what_an_attack_was_made_with_hit_the_same() -> None:
    told = "Six villagers were killed in a suicide bombing using a car bomb which took place in Taiz."
    assert last_words(hit_by(told, "bomb")) == ["villagers"]


def test_an_attack_hits_nobody_by_a_harm_that_is_denied() -> None:
    assert (
        last_words(hit_by("No nurses were killed and others were not wounded in a bombing in Taiz.", "bombing")) == []
    )
