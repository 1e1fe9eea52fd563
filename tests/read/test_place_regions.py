from __future__ import annotations

import pytest

from testimonia.model.claim import PlacePrecision
from testimonia.read import places


@pytest.mark.parametrize(
    "text",
    [
        "Mortars fell on farms in rural Kandahar.",
        "Gunmen burned two villages in Kandahar.",
        "The raid hit a market in the town of Spin Boldak in Kandahar.",
        "Elders fled the Kandahar village of Nagahan.",
        "Clashes spread through Kandahar and Helmand provinces.",
        "Clashes spread through the provinces of Helmand and Kandahar.",
        "Drones circled over towns across Kandahar.",
    ],
)
def test_a_town_that_holds_villages_stands_for_its_region(text: str) -> None:
    assert [p.precision for p in places.find(text) if p.text == "Kandahar"] == [PlacePrecision.REGION]


@pytest.mark.parametrize(
    "text",
    [
        "Mortars fell on a market in Kandahar.",
        "Guards closed central Kandahar.",
        "Guards closed a street in Kandahar city and Helmand province.",
    ],
)
def test_a_town_with_a_market_is_a_town(text: str) -> None:
    assert [p.precision for p in places.find(text) if p.text == "Kandahar"] == [PlacePrecision.LOCALITY]


def test_the_north_of_a_town_and_region_is_no_point_in_the_town() -> None:
    assert [p.precision for p in places.find("Shells hit northern Kandahar.")] == [PlacePrecision.VICINITY]


def test_the_west_of_a_town_that_gives_no_region_its_name_is_in_the_town() -> None:
    assert [p.precision for p in places.find("Snipers held western Mosul.")] == [PlacePrecision.LOCALITY]


def test_what_is_rural_of_a_town_without_a_region_is_around_it() -> None:
    assert [p.precision for p in places.find("Looters came to rural Mosul.")] == [PlacePrecision.VICINITY]


@pytest.mark.parametrize("text", ["Shells hit districts of northern Kandahar.", "Shells hit northern Kandahar city."])
def test_the_north_of_a_town_with_its_parts_named_is_in_the_town(text: str) -> None:
    assert [p.precision for p in places.find(text)] == [PlacePrecision.LOCALITY]


def test_provinces_told_with_where_they_lie_are_all_provinces() -> None:
    text = "A convoy was hit between the provinces of Ghazni in the east and Kandahar in the south of Afghanistan."
    found = [place.precision for place in places.find(text) if place.text in ("Ghazni", "Kandahar")]
    assert found == [PlacePrecision.REGION, PlacePrecision.REGION]


@pytest.mark.parametrize("text", ["Mortars fell on Tal Abyad, Raqqa.", "Two hurt in blast in Tal Abyad Raqqa."])
def test_a_name_behind_that_of_a_town_of_its_region_is_the_region(text: str) -> None:
    assert [p.precision for p in places.find(text)] == [PlacePrecision.LOCALITY, PlacePrecision.REGION]


@pytest.mark.parametrize(
    "text", ["Mortars fell on Tal Abyad Raqqa and Homs.", "Mortars fell on Tal Abyad, Raqqa and Homs."]
)
def test_a_row_of_towns_is_none_of_a_town_and_its_region(text: str) -> None:
    assert {p.precision for p in places.find(text)} == {PlacePrecision.LOCALITY}


def test_cities_lie_in_a_region() -> None:
    assert places.find("Shells fell on the two cities in Kandahar.")[0].precision is PlacePrecision.REGION
