from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.codebook.gazetteer_files import add, as_csv, read_gazetteer
from testimonia.codebook.schema import PlaceRow
from testimonia.model.claim import PlacePrecision
from testimonia.model.errors import CodebookError, InputError


def test_a_table_needs_only_names_and_points(tmp_path: Path) -> None:
    path = tmp_path / "checkpoints.csv"
    path.write_text("Name;Lat;Lng\nMill Bridge;36.1;37.2\nUpper Quarry;36.2;37.3\n", encoding="utf-8")
    rows = read_gazetteer(path)
    assert [(row.id, row.latitude) for row in rows] == [("mill-bridge", 36.1), ("upper-quarry", 36.2)]


def test_a_dump_of_geonames_is_known_by_its_columns(tmp_path: Path) -> None:
    path = tmp_path / "SY.txt"
    cells = ["17", "Al Qaryah", "Al Qaryah", "Qaryah,Qarya", "35.5", "37.5", "P", "PPL", "SY", "", "09", "", "", "",
             "1200", "", "300", "Asia/Damascus", "2016-01-01"]  # fmt: skip
    path.write_text("\t".join(cells) + "\n", encoding="utf-8")
    row = read_gazetteer(path)[0]
    assert (row.id, row.aliases, row.country) == ("geonames:17", ("Qaryah", "Qarya"), "SY")
    assert row.precision is PlacePrecision.LOCALITY


def test_a_whos_on_first_record_gives_its_names_and_point(tmp_path: Path) -> None:
    about = {"wof:id": 85, "wof:name": "Old Mill", "wof:placetype": "neighbourhood", "geom:latitude": 36.0,
             "geom:longitude": 37.0, "name:ara_x_preferred": ["الطاحونة"], "wof:country": "SY"}  # fmt: skip
    path = tmp_path / "85.geojson"
    path.write_text(json.dumps({"type": "Feature", "properties": about, "geometry": None}), encoding="utf-8")
    row = read_gazetteer(path)[0]
    assert (row.id, row.name, row.aliases) == ("wof:85", "Old Mill", ("الطاحونة",))


def test_points_of_a_collection_are_read_longitude_first(tmp_path: Path) -> None:
    feature = {
        "type": "Feature",
        "properties": {"name": "Ford"},
        "geometry": {"type": "Point", "coordinates": [37, 36]},
    }
    path = tmp_path / "fords.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    assert (read_gazetteer(path)[0].latitude, read_gazetteer(path)[0].longitude) == (36, 37)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("name,latitude\nFord,36\n", ":1: expected columns name, latitude and longitude; longitude"),
        ("name,latitude,longitude\nFord,north,37\n", ":2: latitude"),
        ("name,latitude,longitude\nFord,96,37\n", ":2: latitude 96.0"),
        ("{broken\n", ":1: this is not valid JSON"),
    ],
)
def test_a_fault_is_named_with_its_line(content: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "places.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(CodebookError) as raised:
        read_gazetteer(path)
    assert str(raised.value).startswith(f"{path}{message}")


def test_a_missing_or_empty_file_is_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_gazetteer(tmp_path / "none.csv")
    (tmp_path / "empty.csv").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match="empty"):
        read_gazetteer(tmp_path / "empty.csv")


def test_two_places_of_one_name_keep_their_own_ids(tmp_path: Path) -> None:
    path = tmp_path / "fords.csv"
    path.write_text("name,lat,lon\nFord,36,37\nFord,35,37\n", encoding="utf-8")
    assert [row.id for row in read_gazetteer(path)] == ["ford", "ford-2"]


def test_added_places_are_part_of_the_codebook_folder(tmp_path: Path) -> None:
    source = tmp_path / "My fords.csv"
    source.write_text("name,lat,lon\nFord,36,37\n", encoding="utf-8")
    written = add(tmp_path / "book", source)
    assert written.name == "places-my-fords.csv"
    assert read_gazetteer(written)[0].name == "Ford"


_names = st.text(st.characters(categories=("L", "Zs"), exclude_characters="\u2028"), min_size=1).filter(str.strip)


@given(name=_names, latitude=st.floats(-90, 90), longitude=st.floats(-180, 180))
def test_rows_survive_writing_and_reading(
    name: str, latitude: float, longitude: float, tmp_path_factory: pytest.TempPathFactory
) -> None:
    row = PlaceRow(id="one", name=name.strip(), latitude=latitude, longitude=longitude)
    path = tmp_path_factory.mktemp("rows") / "places.csv"
    path.write_text(as_csv([row]), encoding="utf-8")
    assert read_gazetteer(path) == [row]
