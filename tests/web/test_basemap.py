from __future__ import annotations

import json

from testimonia.web.basemap import View, countries, geojson

LEVANT = View(35.0, 38.5, 60.0)


def test_a_place_in_the_middle_is_drawn_in_the_middle() -> None:
    assert LEVANT.point(35.0, 38.5) == (500.0, 300.0)


def test_north_is_up_and_east_is_right() -> None:
    x, y = LEVANT.point(36.0, 39.5)
    assert x > 500
    assert y < 300


def test_the_countries_in_view_are_drawn_and_no_others() -> None:
    names = {country.name for country in countries(LEVANT)}
    assert {"Syria", "Turkey", "Iraq", "Lebanon"} <= names
    assert not {"Canada", "Brazil", "Japan"} & names


def test_the_whole_world_may_be_in_view() -> None:
    assert len(countries(View(0.0, 0.0, 3.0))) > 150


def test_kilometres_are_true_to_the_degree() -> None:
    assert abs(LEVANT.kilometres(111.2) - 60.0) < 0.01


def test_the_land_is_given_as_geojson_with_a_name_for_each_country() -> None:
    found = json.loads(geojson())["features"]
    names = {f["properties"]["name"]: f["geometry"]["coordinates"] for f in found if f["geometry"]["type"] == "Point"}
    longitude, latitude = names["Syria"]
    assert 36 < longitude < 41
    assert 33 < latitude < 37
    assert sum(f["geometry"]["type"] == "MultiPolygon" for f in found) == len(names)
