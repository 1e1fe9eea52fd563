"""Which names of persons, organisations and places stand in the words of reports from the field."""

from __future__ import annotations

import pytest

from testimonia.read import entities
from testimonia.read.entities import Kind, Manner
from tests.read.telling import book


def found(text: str, kind: Kind, manner: Manner | None = None) -> list[str]:
    return [e.text for e in entities.find(text, book()) if e.kind is kind and manner in (None, e.manner)]


def test_a_group_that_no_codebook_knows_is_found_by_the_shape_of_its_name() -> None:
    text = "On Sunday fighters of the Valley Lions Brigade shelled Liwa al-Sanawbar near the mill."
    organisations = found(text, Kind.ORGANISATION)
    assert any("Valley Lions Brigade" in name for name in organisations)
    assert "Liwa al-Sanawbar" in organisations


def test_a_front_is_named_with_what_it_is_for() -> None:
    text = "The Popular Front for the Relief of Karsh opened an office."
    assert "Popular Front for the Relief of Karsh" in found(text, Kind.ORGANISATION, Manner.NAME)


def test_initials_set_behind_a_name_are_an_organisation_wherever_they_stand() -> None:
    text = "The Karsh Valley Relief Fund (KVRF) sent flour. Later KVRF sent tents."
    assert found(text, Kind.ORGANISATION).count("KVRF") == 2


def test_a_title_belongs_to_the_name_of_a_person() -> None:
    assert "Colonel Peter Marwood" in found("Colonel Peter Marwood denied it.", Kind.PERSON)


def test_a_surname_alone_is_the_person_named_in_full_before() -> None:
    text = "Peter Marwood led the raid. Villagers said Marwood fled."
    assert found(text, Kind.PERSON, Manner.NAME) == ["Peter Marwood", "Marwood"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chad joined the talks and accused the rebels.", Kind.ORGANISATION),
        ("Shells fell across Chad for a week.", Kind.PLACE),
    ],
)
def test_a_state_is_a_party_where_it_acts_and_land_where_things_happen(text: str, kind: Kind) -> None:
    assert "Chad" in found(text, kind)


def test_ships_and_operations_are_no_parties() -> None:
    names = found("Operation Winter Gate began when HMS Marwood sailed.", Kind.ORGANISATION, Manner.NAME)
    assert not any("Gate" in name or "Marwood" in name for name in names)


def test_a_council_is_named_with_what_it_is_for_though_that_is_a_name_too() -> None:
    text = "The National Council for the Liberation of Karsh met on Sunday."
    assert found(text, Kind.ORGANISATION, Manner.NAME) == ["National Council for the Liberation of Karsh"]


def test_an_officer_is_no_part_of_the_name_of_the_brigade() -> None:
    text = "Colonel Peter Marwood of the Valley Lions Brigade denied it."
    assert found(text, Kind.PERSON) == ["Colonel Peter Marwood"]
    assert found(text, Kind.ORGANISATION) == ["Valley Lions Brigade"]
