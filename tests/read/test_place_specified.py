"""Bare names by which a text means a province, as it goes on to say."""

from __future__ import annotations

import pytest

from testimonia.model.claim import PlacePrecision
from testimonia.read.places import find


def test_a_bare_name_that_the_text_goes_on_to_call_a_province_is_the_province() -> None:
    found = find("Ten farmers killed in Kandahar. The army said that raids hit villages of Kandahar province.")
    assert [place.precision for place in found] == [PlacePrecision.REGION, PlacePrecision.REGION]
    assert len({place.place for place in found}) == 1


@pytest.mark.parametrize(
    "rest",
    [
        "Raids hit villages of Kandahar province and a street in the city.",
        "Raids hit villages.",
        "Raids hit Kandahar city, the capital of Kandahar province.",
    ],
)
def test_a_bare_name_is_the_town_where_the_text_speaks_of_the_town_or_of_no_province(rest: str) -> None:
    assert find(f"Ten farmers killed in Kandahar. {rest}")[0].precision is PlacePrecision.LOCALITY


def test_the_city_of_another_name_does_not_keep_a_province_from_being_meant() -> None:
    found = find("Ten farmers killed in Kandahar. Raids hit Kandahar province, the army said in the city of Kabul.")
    assert found[0].precision is PlacePrecision.REGION


def test_a_village_is_said_to_lie_in_the_province_of_a_great_towns_name() -> None:
    found = find("Ten killed in Kandahar village. Raids hit Kandahar province.")
    assert found[0].precision is PlacePrecision.REGION


def test_a_bare_name_is_the_province_where_the_places_told_are_towns_far_from_the_city() -> None:
    found = find("Air raids kill ten in Idlib. The raids hit a market in Ariha, medics said in Syria.")
    assert found[0].precision is PlacePrecision.REGION


@pytest.mark.parametrize("rest", ["The raids hit a street of the city, and Ariha.", "It lies near Turkey."])
def test_a_bare_name_is_the_town_where_a_part_of_it_or_nothing_else_is_told(rest: str) -> None:
    assert find(f"Air raids kill ten in Idlib. {rest}")[0].precision is PlacePrecision.LOCALITY


def test_a_capital_is_not_the_land_around_it() -> None:
    found = find("Rockets fired at Damascus kill ten. The rockets came from Douma, the army of Syria said.")
    assert found[0].precision is PlacePrecision.LOCALITY


def test_what_is_called_a_capital_is_the_town() -> None:
    found = find("The army drives at their capital Idlib. It took a market in Ariha, Syria said.")
    assert found[0].precision is PlacePrecision.LOCALITY


def test_the_east_of_a_name_is_in_the_province_where_a_town_far_out_is_told() -> None:
    found = find("Troops advance in eastern Homs. They took two hills near Palmyra in Syria.")
    assert found[0].precision is PlacePrecision.REGION


def test_villages_measured_from_the_town_lie_in_the_province() -> None:
    text = "Ten farmers killed in Kandahar. Raids hit villages of Kandahar province 20 km north of Kandahar city."
    assert find(text)[0].precision is PlacePrecision.REGION


def test_a_town_beside_the_city_is_no_part_of_it() -> None:
    text = "Shelling hurts ten in Idlib. Mortars fell on Binnish in Idlib governorate, medics said in Syria."
    assert find(text)[0].precision is PlacePrecision.REGION


def test_the_city_told_in_another_sentence_is_the_one_named_before_it() -> None:
    text = "Ten killed in Kabul and Kandahar. Mortars hit Kabul and a street in the city. Kandahar province saw raids."
    assert find(text)[1].precision is PlacePrecision.REGION


def test_a_measure_of_land_tells_of_no_town() -> None:
    text = "Ten farmers killed in Kandahar. Raids hit 130 square kilometres of Kandahar province."
    assert find(text)[0].precision is PlacePrecision.REGION


def test_the_city_beside_the_province_of_its_name_is_the_town() -> None:
    text = "Ten killed in Kandahar. Rebels rule most of Kandahar province while the city is split."
    assert find(text)[0].precision is PlacePrecision.LOCALITY
