"""Reading the codebook's files, and naming file and line of what is wrong in them."""

from pathlib import Path

import pytest

from testimonia.codebook.files import located, read_entries, read_mapping, read_table, read_yaml
from testimonia.codebook.schema import About, ActorEntry, PlaceRow
from testimonia.model.errors import CodebookError


def _written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_list_of_entries_is_read(tmp_path: Path) -> None:
    path = _written(tmp_path, "actors.yaml", "- {name: Ridge Brigade, kind: group}\n- {name: Orsk, kind: state}\n")
    assert [entry.id for entry in read_entries(path, ActorEntry)] == ["ridge-brigade", "orsk"]


def test_a_wrong_entry_is_named_with_its_line(tmp_path: Path) -> None:
    path = _written(tmp_path, "actors.yaml", "- name: Ridge Brigade\n  kind: group\n- name: Orsk\n  kind: empire\n")
    with pytest.raises(CodebookError, match=r"actors\.yaml:4: kind: "):
        read_entries(path, ActorEntry)


def test_a_misspelt_field_is_an_error_and_not_overlooked(tmp_path: Path) -> None:
    path = _written(tmp_path, "actors.yaml", "- {name: Ridge Brigade, kind: group, allies: Orsk}\n")
    with pytest.raises(CodebookError, match=r"actors\.yaml:1: allies"):
        read_entries(path, ActorEntry)


def test_a_file_that_is_no_list_is_refused(tmp_path: Path) -> None:
    path = _written(tmp_path, "actors.yaml", "name: Ridge Brigade\n")
    with pytest.raises(CodebookError, match="expected a list of entries"):
        read_entries(path, ActorEntry)


def test_broken_yaml_is_named_with_its_line(tmp_path: Path) -> None:
    path = _written(tmp_path, "actors.yaml", "- name: Ridge\n- [unclosed\n")
    with pytest.raises(CodebookError, match=r"actors\.yaml:\d+: this is not valid YAML"):
        read_yaml(path)


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "actors.yaml"
    path.write_bytes("- name: Élan\n".encode("latin-1"))
    with pytest.raises(CodebookError, match="not UTF-8"):
        read_yaml(path)


def test_a_table_parts_list_cells_at_bars_and_skips_comments_and_empty_rows(tmp_path: Path) -> None:
    rows = "name,aliases,latitude,longitude\n# the south\n,,,\nOld Mill,Mill | The Mill,1.5,2\n"
    (place,) = read_table(_written(tmp_path, "places.csv", rows), PlaceRow)
    assert (place.id, place.aliases, place.latitude) == ("old-mill", ("Mill", "The Mill"), 1.5)


def test_a_wrong_row_is_named_with_its_line(tmp_path: Path) -> None:
    path = _written(tmp_path, "places.csv", "name,latitude,longitude\nOld Mill,1,2\nNew Mill,north,2\n")
    with pytest.raises(CodebookError, match=r"places\.csv:3: latitude: .*found 'north'"):
        read_table(path, PlaceRow)


def test_a_mapping_is_read_and_its_faults_are_named(tmp_path: Path) -> None:
    path = _written(tmp_path, "codebook.yaml", "name: orsk\ntitle: Orsk\n")
    with pytest.raises(CodebookError, match=r"codebook\.yaml:1: description"):
        read_mapping(path, About)


@pytest.mark.parametrize(
    ("name", "text", "lines"),
    [
        ("actors.yaml", "- {name: A, kind: group}\n- {name: B}\n- {name: C, kind: group}\n", [1, 2, 3]),
        ("actors.csv", "name,kind\nA,group\nB,\nC,group\n", [2, 3, 4]),
    ],
)  # fmt: skip
def test_located_entries_go_on_after_a_fault(tmp_path: Path, name: str, text: str, lines: list[int]) -> None:
    found = list(located(_written(tmp_path, name, text), ActorEntry))
    assert [line for line, _ in found] == lines
    assert [isinstance(entry, str) for _, entry in found] == [False, True, False]
