"""Tests of one person told of in a headline without an article."""

from __future__ import annotations

import pytest

from testimonia.read import figures


def told(text: str) -> list[tuple[str, float | None, str]]:
    return [(f.text, f.low, f.unit.value) for f in figures.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Beekeeper killed in shelling near the dam", [("Beekeeper", 1, "killed")]),
        ("Raid on the port | Dock worker wounded", [("Dock worker", 1, "injured")]),
        ("Mine kills farmer near the ford", [("farmer", 1, "killed")]),
        ("Protester shot dead in the square", [("Protester", 1, "killed")]),
        ("Reporter dies of wounds", [("Reporter", 1, "killed")]),
        ("Nurse detained at the bridge", [("Nurse", 1, "detained")]),
        ("Driver killed, guard wounded in ambush", [("Driver", 1, "killed")]),
    ],
)
def test_a_headline_counts_one_whom_it_names_without_an_article(
    text: str, expected: list[tuple[str, float | None, str]]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Police killed in ambush",
        "Raids kill farmers",
        "Family killed in the cellar",
        "Medics carried the wounded farmer to a tent",
        "The quarrel over land killed in the end",
        "Colonel Adnan Jaber killed in the east",
    ],
)
def test_groups_names_and_the_hurt_who_are_only_described_give_no_number_of_one(text: str) -> None:
    assert told(text) == []


def test_whoever_kills_is_not_counted_as_dead() -> None:
    assert told("Sniper kills policeman in the old town") == [("policeman", 1, "killed")]
    assert [unit for _, _, unit in told("Bomber killed at least four")] == ["killed"]
    assert [low for _, low, _ in told("Bomber killed at least four")] == [4]


def test_a_woman_wounded_is_one_injured_and_a_family_is_no_number() -> None:
    assert told("A woman wounded in the raid was freed.") == [("A woman", 1, "injured")]
    assert told("A family was killed in the cellar.") == []
