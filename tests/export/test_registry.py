from __future__ import annotations

import io
from importlib.metadata import EntryPoint
from typing import TextIO

import pytest

from testimonia.export import registry
from testimonia.export.listing import Column, Listing
from testimonia.model.errors import InputError

LISTING = Listing("bridges", [{"id": "b1", "spans": [3, None], "open": True}],
                  (Column("id", lambda row: row["id"]), Column("note", lambda row: row.get("note"), wide=1)),
                  (Column("id", lambda row: row["id"]), Column("spans", lambda row: row["spans"]),
                   Column("open", lambda row: row["open"])))  # fmt: skip


def write_names(listing: Listing, stream: TextIO) -> None:
    stream.write(listing.name)


def written(name: str) -> str:
    stream = io.StringIO()
    registry.writer(name)(LISTING, stream)
    return stream.getvalue()


def test_each_built_in_format_writes_the_same_rows() -> None:
    assert written("csv") == "id,spans,open\nb1,3|,true\n"
    assert written("jsonl") == '{"id": "b1", "spans": [3, null], "open": true}\n'
    assert written("json").startswith('[\n  {\n    "id": "b1"')
    assert written("table").split()[:2] == ["id", "note"]


def test_an_unknown_format_is_answered_with_the_known_ones() -> None:
    with pytest.raises(InputError, match="choose one of table, json, jsonl, csv"):
        registry.writer("papyrus")


def test_another_package_adds_a_format_under_the_entry_point_group(monkeypatch: pytest.MonkeyPatch) -> None:
    point = EntryPoint("names", f"{__name__}:write_names", registry.GROUP)

    def points(group: str, name: str | None = None) -> list[EntryPoint]:
        return [point] if group == registry.GROUP and name in (None, "names") else []

    monkeypatch.setattr(registry, "entry_points", points)
    assert registry.formats() == ("table", "json", "jsonl", "csv", "names")
    assert written("names") == "bridges"


def test_a_built_in_name_cannot_be_taken_by_another_package(monkeypatch: pytest.MonkeyPatch) -> None:
    point = EntryPoint("csv", f"{__name__}:write_names", registry.GROUP)
    monkeypatch.setattr(registry, "entry_points", lambda group, name=None: [point])
    assert written("csv").startswith("id,spans")


def test_a_narrow_terminal_gets_every_column_in_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "12")
    rows = Listing("bridges", [{"id": "b1", "note": "open"}], LISTING.columns, LISTING.sheet)
    stream = io.StringIO()
    registry.writer("table")(rows, stream)
    assert [line.rstrip() for line in stream.getvalue().splitlines()] == ["id: b1", "  note: open"]
