from __future__ import annotations

from pathlib import Path

import pytest

from testimonia.codebook.codebook import Codebook
from testimonia.model.claim import PlaceMention, PlacePrecision
from testimonia.read import places
from testimonia.read.place_geometry import contains, distance_km
from tests.read.places_codebook import small_codebook


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Codebook:
    folder: Path = tmp_path_factory.mktemp("book")
    return small_codebook(folder)


def place(text: str, book: Codebook) -> PlaceMention:
    return places.find(text, book)[0]


def test_distances_are_great_circle_kilometres(book: Codebook) -> None:
    apart = distance_km(place("in Homs", book), place("in Hama", book))
    assert apart == pytest.approx(44, abs=5)


def test_a_place_without_a_point_has_no_distance(book: Codebook) -> None:
    nowhere = PlaceMention("unlisted:x", "X", None, None, PlacePrecision.LOCALITY, "X", 0, 1)
    assert distance_km(nowhere, place("in Homs", book)) is None


def test_a_road_is_in_its_town_and_country(book: Codebook) -> None:
    road = place("on the Castello Road", book)
    assert contains(place("in Aleppo", book), road, book)
    assert contains(place("in Syria", book), road, book)


def test_a_town_is_in_its_region_and_not_the_other_way_round(book: Codebook) -> None:
    region, town = place("in Idlib province", book), place("in Saraqib, Syria", book)
    assert contains(region, town, book)
    assert not contains(town, region, book)


def test_a_town_is_not_in_a_neighbouring_region(book: Codebook) -> None:
    assert not contains(place("in Hama province", book), place("in Saraqib, Syria", book), book)


def test_every_place_contains_itself(book: Codebook) -> None:
    town = place("in Homs", book)
    assert contains(town, town, book)
