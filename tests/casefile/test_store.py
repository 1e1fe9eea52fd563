from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from testimonia.casefile import Casefile
from testimonia.casefile.migrations import APPLICATION, schema_version, statements
from testimonia.casefile.tables import EVERY
from testimonia.casefile.writing import Arrival
from testimonia.model.errors import CasefileError
from tests.samples import bombed, herald


def refusal(path: Path, create: bool = False, wait: float = 0.1) -> str:
    with pytest.raises(CasefileError) as told:
        Casefile.open(path, create=create, wait=wait).close()
    assert "\n" not in str(told.value)
    assert str(told.value).startswith(str(path))
    return str(told.value)


def test_a_case_that_is_not_there_is_not_made_by_looking(tmp_path: Path) -> None:
    assert "there is no such case" in refusal(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize("create", [True, False])
def test_a_file_that_is_no_sqlite_is_refused_and_left_alone(tmp_path: Path, create: bool) -> None:
    (tmp_path / "notes.txt").write_text("Shelling went on all night. " * 50)
    assert "no SQLite file" in refusal(tmp_path / "notes.txt", create)
    assert (tmp_path / "notes.txt").read_text().startswith("Shelling")


def test_an_sqlite_file_of_another_program_is_refused(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE bookmarks (url TEXT)")
    assert "another program" in refusal(tmp_path / "other.db", create=True)


def test_a_newer_schema_is_refused_with_both_numbers(tmp_path: Path) -> None:
    Casefile.open(tmp_path / "case.db", create=True).close()
    with sqlite3.connect(tmp_path / "case.db") as newer:
        newer.execute("PRAGMA user_version = 99")
    line = refusal(tmp_path / "case.db", create=True)
    assert "schema 99" in line
    assert str(schema_version()) in line


def test_an_empty_file_is_no_case_until_one_is_made_of_it(tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    assert "empty" in refusal(tmp_path / "empty.db")
    Casefile.open(tmp_path / "empty.db", create=True).close()
    Casefile.open(tmp_path / "empty.db").close()


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "folder" in refusal(tmp_path, create=True)


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    assert "check that the folder exists" in refusal(tmp_path / "nowhere" / "case.db", create=True)


def test_a_damaged_case_gives_one_line(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    with Casefile.open(path, create=True) as case:
        case.add(Arrival(herald, b"", "0.1", "r1"), [bombed])
    content = bytearray(path.read_bytes())
    content[200:-200] = b"\xff" * (len(content) - 400)
    path.write_bytes(content)
    with pytest.raises(CasefileError) as told, Casefile.open(path) as case:
        case.documents()
    assert "damaged" in str(told.value)


def test_a_full_disk_gives_one_line_and_keeps_what_was_there(tmp_path: Path) -> None:
    with Casefile.open(tmp_path / "case.db", create=True) as case:
        before = case.fingerprint()
        with case.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 1")  # the size it has: no page more
        with pytest.raises(CasefileError, match="the disk is full"):
            case.add(Arrival(herald, b"x" * 1_000_000, "0.1", "r1"), [bombed])
        assert case.fingerprint() == before


def test_a_case_that_another_program_holds_gives_one_line(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    Casefile.open(path, create=True).close()
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with Casefile.open(path, wait=0.1) as case, pytest.raises(CasefileError, match="another program is writing"):
        case.set("codebook", "[]")
    holder.close()


def test_settings_and_runs_are_kept(tmp_path: Path) -> None:
    with Casefile.open(tmp_path / "case.db", create=True) as case:
        case.set("codebook", "[1]")
        case.set("codebook", "[2]")
        assert case.setting("codebook") == "[2]"
        assert case.setting("other") is None
        first, second = case.begin_run("read", "0.1"), case.begin_run("read", "0.1")
        case.end_run(first, 5, 1)
        assert second == first + 1
        with case._reading() as connection:
            runs = connection.exec_driver_sql("SELECT documents, refused, finished IS NULL FROM runs").all()
    assert [tuple(run) for run in runs] == [(5, 1, 0), (0, 0, 1)]


def test_the_file_says_whose_it_is_and_uses_write_ahead_logging(tmp_path: Path) -> None:
    Casefile.open(tmp_path / "case.db", create=True).close()
    with sqlite3.connect(tmp_path / "case.db") as plain:
        assert plain.execute("PRAGMA application_id").fetchone() == (APPLICATION,)
        assert plain.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert plain.execute("PRAGMA user_version").fetchone() == (schema_version(),)


def test_the_tables_in_the_code_are_those_of_the_file(tmp_path: Path) -> None:
    Casefile.open(tmp_path / "case.db", create=True).close()
    with sqlite3.connect(tmp_path / "case.db") as plain:
        for table in EVERY:
            columns = [row[1] for row in plain.execute(f"PRAGMA table_info({table.name})")]
            assert columns == [column.name for column in table.c], table.name


def test_a_trigger_is_one_statement_of_a_script() -> None:
    script = "CREATE TABLE a (b);\nCREATE TRIGGER t AFTER INSERT ON a BEGIN\n  SELECT 1;\nEND;\n"
    assert [s.split()[1] for s in statements(script)] == ["TABLE", "TRIGGER"]


def test_a_case_that_may_only_be_read_is_read_and_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.db"
    with Casefile.open(path, create=True) as case:
        case.add(Arrival(herald, b"", "0.1", "r1"), [bombed])
    monkeypatch.setattr(os, "access", lambda _path, mode: mode == os.R_OK)
    with Casefile.open(path) as case:
        assert case.claims() == (bombed,)
        with pytest.raises(CasefileError, match="cannot be written here"):
            case.add(Arrival(herald, b"", "0.1", "r2"), [])
    assert [found.name for found in tmp_path.iterdir()] == ["a.db"]
