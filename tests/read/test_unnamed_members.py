"""Whose the militants are that a text tells of without an article."""

import pytest

from tests.read.telling import claims_of


def _whom(text: str, word: str) -> set[str]:
    return {m.name for c in claims_of(text) if c.trigger and c.trigger.text == word for m in c.recipients}


@pytest.mark.parametrize(
    "text",
    [
        "The Syrian army targeted positions of ISIS near Palmyra, killing over 13 militants.",
        "The Syrian army targeted positions of ISIS near Palmyra killing over 13 militants.",
        "Syrian jets bombed the Islamic State in Palmyra. The strikes ended in the killing of 40 militants.",
    ],
)
def test_militants_killed_in_strikes_on_a_group_are_its_own(text: str) -> None:
    assert _whom(text, "killing") == {"Islamic State"}


def test_its_militants_are_those_of_the_group() -> None:
    text = "Islamic State said on Monday that its militants had left Palmyra in Syria."
    assert _whom(text, "militants") == {"Islamic State"}


def test_those_whom_a_group_kills_are_not_its_own() -> None:
    assert _whom("ISIS beheaded eight militants in Syria.", "beheaded") == {"rebels"}


def test_militants_who_fought_a_group_are_not_its_own() -> None:
    assert "Islamic State" not in _whom("Nine militants were killed in Syria in clashes with ISIS.", "killed")


def test_militants_told_of_beside_two_groups_are_left_open() -> None:
    text = "ISIS and Ahrar al-Sham hold the Syrian town. Jets killed nine militants."
    assert "Islamic State" not in _whom(text, "killed")


def test_members_of_a_group_on_the_states_side_are_not_called_so() -> None:
    text = "Hezbollah shelled the Syrian town. Nine militants were killed."
    assert "Hezbollah" not in _whom(text, "killed")
