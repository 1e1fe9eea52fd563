"""Places that tell of somebody, and so are not where it happened."""

import pytest

from tests.read.expecting import triggered, where
from tests.read.telling import claims_of


def test_where_those_who_fire_are_positioned_is_not_where_they_strike() -> None:
    claim = triggered(claims_of("Gunmen positioned in Gisenyi fired shells at farms in Goma."), "fired")
    assert [place.name for place in claim.places] == ["Goma"]


def test_where_those_who_are_struck_stand_is_the_scene() -> None:
    claim = triggered(claims_of("Warplanes bombed troops stationed in Goma."), "bombed")
    assert "Goma" in where(claim)


def test_where_a_group_is_based_is_no_scene() -> None:
    text = "Rebels raided Goma on Monday. The Congo Monitor, a group based in Belgium, put the toll at 27 dead."
    assert all("Belgium" not in where(claim) for claim in claims_of(text))


def test_a_state_that_carries_something_out_is_no_scene() -> None:
    claim = triggered(
        claims_of("The air raids on Goma, carried out by the rebels and Rwanda, killed nine farmers."), "killed"
    )
    assert "Rwanda" not in where(claim)


def test_where_the_doer_once_fought_is_not_where_he_strikes() -> None:
    claim = triggered(claims_of("The rebels who besieged Goma in May shelled a market in Bunia."), "shelled")
    assert where(claim) == ["Bunia"]


def test_brackets_behind_a_name_tell_of_its_bearer() -> None:
    claim = triggered(claims_of("The army shelled the Islamic State (a branch in Mali) near Bunia."), "shelled")
    assert where(claim) == ["Bunia"]


def test_what_the_doer_stormed_is_the_scene_where_no_other_is_told() -> None:
    claim = triggered(claims_of("Gunmen who stormed a church in Goma killed six people."), "killed")
    assert where(claim) == ["Goma"]


@pytest.mark.parametrize(
    "text",
    [
        "Kigali has accused Kinshasa of shelling villages.",
        "The shelling of schools went on after Moscow demanded a truce.",
        "Moscow's raids killed nine farmers.",
        "The army and Moscow bombed schools.",
    ],
)
def test_a_capital_named_for_its_government_is_no_place(text: str) -> None:
    assert not any(claim.places for claim in claims_of(text))


@pytest.mark.parametrize("text", ["Rockets hit Damascus.", "Damascus was shelled.", "A blast in Moscow killed two."])
def test_a_capital_that_is_struck_is_a_place(text: str) -> None:
    assert any(claim.places for claim in claims_of(text))


def test_where_the_allies_of_a_group_hide_is_not_where_they_strike() -> None:
    text = "The gangs affiliated to the rebels who hide in Bunia fired two shells on houses in Goma."
    assert where(triggered(claims_of(text), "fired")) == ["Goma"]


def test_where_the_hurt_were_brought_is_not_where_they_were_hurt() -> None:
    text = "Gunmen fired shells at Goma injuring seven people who were rushed to Mulago Hospital for treatment."
    assert where(triggered(claims_of(text), "injuring")) == ["Goma"]


def test_the_land_of_the_war_is_where_raids_strike_that_are_called_by_its_name() -> None:
    claim = triggered(claims_of("Nine dead in Syria airstrikes."), "airstrikes")
    assert where(claim) == ["Syria"]


def test_another_land_by_whose_name_raids_are_called_is_a_party() -> None:
    claim = triggered(claims_of("Nine people were killed in Kenya airstrikes on Goma."), "killed")
    assert where(claim) == ["Goma"]
