"""Tests of numbers whose unit a noun of dead or hurt tells."""

from __future__ import annotations

import pytest

from testimonia.read import figures


def told(text: str) -> list[tuple[float | None, str]]:
    return [(f.low, f.unit.value) for f in figures.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The number of people who were killed in the quarry has risen to four.", [(4, "killed")]),
        ("The number of those who died on the ferry reached nine.", [(9, "killed")]),
        ("The number of villagers wounded in the fire climbed to 40.", [(40, "injured")]),
        ("The number of wounded miners stands at 12.", [(12, "injured")]),
        ("The number of families who have been displaced rose from 12 to 30.", [(30, "displaced")]),
        ("The number of reporters arrested this year is 14.", [(14, "detained")]),
    ],
)
def test_the_number_of_people_tells_what_befell_them(text: str, expected: list[tuple[float, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The number of raids that killed herders rose to nine.",
        "The number of people who crossed the river after the flood killed some is put at 70.",
    ],
)
def test_the_number_of_things_and_of_those_who_only_did_something_is_no_toll(text: str) -> None:
    assert "killed" not in [unit for _, unit in told(text)]


def test_the_number_of_killed_and_wounded_is_of_neither() -> None:
    assert told("The number of people killed and wounded has reached forty.") == [(40, "people")]
    assert told("The number of dead and wounded has risen to 61.") == [(61, "people")]
    assert told("The number of killed or injured residents is 30.") == [(30, "people")]


def test_a_toll_keeps_its_number_from_the_verb_of_the_next() -> None:
    assert told("The death toll rose to 61 and 20 were wounded.") == [(61, "killed"), (20, "injured")]
    assert told("The toll: 61 wounded and three dead.") == [(61, "injured"), (3, "killed")]


def test_a_number_may_stand_before_its_noun_or_behind_the_dead_it_names() -> None:
    assert told("A ninth body was found, bringing to 45 the number killed.")[-1] == (45, "killed")
    assert told("Among the dead were two nurses.") == [(2, "killed")]
