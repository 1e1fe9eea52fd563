"""Brings a case file to the schema of this version, one numbered step at a time.

What always holds: ``PRAGMA user_version`` is the number of the last step taken, each step happens whole or
not at all, ``PRAGMA application_id`` marks the file as a case, and a file of a newer schema is left alone.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from sqlalchemy import Connection

from testimonia.model.errors import CasefileError

APPLICATION = 0x54535449  # "TSTI"; registered with nobody, checked so that another program's file is not written to


@lru_cache(maxsize=1)
def steps() -> tuple[tuple[int, str], ...]:
    """Every step in order: its number (1, 2, ...) and its SQL, from the files ``steps/NNN_name.sql``."""
    found = sorted(
        (int(entry.name[:3]), entry.read_text(encoding="utf-8"))
        for entry in (files("testimonia.casefile") / "steps").iterdir()
        if entry.name.endswith(".sql")
    )
    if [number for number, _ in found] != list(range(1, len(found) + 1)):
        raise CasefileError("the numbered steps of the schema have a gap; install testimonia again")
    return tuple(found)


def schema_version() -> int:
    """The number of the newest step this version knows."""
    return steps()[-1][0]


def statements(script: str) -> Iterator[str]:
    """The single statements of an SQL script, in which each ends at the end of a line."""
    gathered = ""
    for line in script.splitlines(keepends=True):
        gathered += line
        if sqlite3.complete_statement(gathered):
            yield gathered.strip()
            gathered = ""


def check(connection: Connection, path: Path) -> int:
    """The schema version of the file, 0 where it is empty. Raises ``CasefileError`` for what is no case of ours."""
    version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    application = int(connection.exec_driver_sql("PRAGMA application_id").scalar_one())
    tables = int(connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one())
    if application != APPLICATION and (tables or application or version):
        raise CasefileError(f"{path}: this SQLite file belongs to another program, so it is no case; name another path")
    if version > schema_version():
        raise CasefileError(
            f"{path}: the case has schema {version} and this version of testimonia knows {schema_version()};"
            " use a newer testimonia"
        )
    return version


def migrate(connection: Connection, path: Path) -> None:
    """Takes the steps that the file lacks, inside the caller's transaction. Raises ``CasefileError``."""
    done = check(connection, path)
    for number, script in steps():
        if number > done:
            for statement in statements(script):
                connection.exec_driver_sql(statement)
            connection.exec_driver_sql(f"PRAGMA user_version = {number}")
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
