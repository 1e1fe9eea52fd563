from __future__ import annotations

from pathlib import Path

import pytest

from testimonia.codebook import load
from testimonia.codebook.own import add_places, user_codebook
from testimonia.model.errors import TestimoniaError
from tests.cli.conftest import Run

TABLE = "Name,Latitude,Longitude,aliases\nMill Quarter,35.1,37.1,The Mills|Mills\nMill Quarter,36,38,\n"
DUMP = "\t".join(["77", "Marat", "Marat", "Marata,Old Marat", "35.5", "37.2", "P", "PPL", "SY", *[""] * 10]) + "\n"
RECORD = """{"type": "Feature", "properties": {"wof:id": 5, "wof:name": "Upper Marat", "wof:placetype": "county",
 "geom:latitude": 35.9, "geom:longitude": 37.9, "name:eng_x_preferred": ["High Marat"]}}"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "codebook.yaml").write_text("name: own\ntitle: The valley\ndescription: A war in a valley.\n")
    (folder / "actors.yaml").write_text("- id: valley-front\n  name: Valley Front\n  kind: group\n")
    return folder


def test_a_codebook_that_can_be_used_says_what_it_adds(run: Run, own: Path) -> None:
    result = run("codebook", "check", own)
    assert result.exit_code == 0
    assert "it adds 1 actors" in result.output


def test_a_faulty_codebook_is_told_with_file_and_line(run: Run, own: Path) -> None:
    (own / "actors.yaml").write_text("- id: valley-front\n  name: Valley Front\n  kind: gruop\n")
    result = run("codebook", "check", own)
    assert result.exit_code == 1
    assert "actors.yaml:3:" in result.stderr


def test_what_was_added_passes_the_check(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text(TABLE)
    run("places", "add", tmp_path / "mine.csv", "--codebook", tmp_path / "own")
    result = run("codebook", "check", tmp_path / "own")
    assert result.exit_code == 0, result.stderr


def test_a_folder_without_a_codebook_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    assert "holds no YAML or CSV" in run("codebook", "check", tmp_path / "bare").stderr
    assert "there is none" in run("codebook", "check", tmp_path / "gone").stderr


@pytest.mark.parametrize(
    ("content", "name", "count"), [(TABLE, "Mill Quarter", 2), (DUMP, "Marat", 1), (RECORD, "Upper Marat", 1)]
)
def test_places_enter_a_codebook_from_every_kind_of_gazetteer(
    run: Run, tmp_path: Path, content: str, name: str, count: int
) -> None:
    (tmp_path / "mine.txt").write_text(content)
    result = run("places", "add", tmp_path / "mine.txt", "--codebook", tmp_path / "own")
    assert result.exit_code == 0, result.stderr
    places = load(tmp_path / "own", base=("english",)).places.values()
    assert len(places) == count
    assert {place.name for place in places} == {name}


def test_without_a_codebook_places_enter_the_users_own(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text(TABLE)
    assert run("places", "add", tmp_path / "mine.csv").exit_code == 0
    assert user_codebook().is_relative_to(tmp_path)
    assert (user_codebook() / "places_mine.csv").exists()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"name,latitude,longitude\nMarat,north,37\n", "mine.csv:2: latitude"),
        (b"name,latitude,longitude\n", "no places stand in it"),
        (b'{"type": ', "not valid GeoJSON"),
        (b"name,latitude\nMara\xe7,1\n", "not UTF-8"),
    ],
)
def test_a_gazetteer_that_cannot_be_read_is_told_where(tmp_path: Path, content: bytes, told: str) -> None:
    (tmp_path / "mine.csv").write_bytes(content)
    with pytest.raises(TestimoniaError, match=told):
        add_places(tmp_path / "mine.csv", tmp_path / "own")
    assert not (tmp_path / "own").exists()


def test_a_gazetteer_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(TestimoniaError, match=r"gone\.csv: cannot be read"):
        add_places(tmp_path / "gone.csv", tmp_path / "own")


def test_a_codebook_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text(TABLE)
    with pytest.raises(TestimoniaError, match="name another with --codebook"):
        add_places(tmp_path / "mine.csv", tmp_path / "mine.csv" / "own")
