"""What SQLite's complaints mean to a user, in one line that names the file and says what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from testimonia.model.errors import CasefileError

# Words of SQLite's own messages (sqlite3ErrStr in its main.c), and what to tell the user.
_MEANINGS = (
    ("database or disk is full", "the disk is full; make room, then run the same command again to go on"),
    ("disk i/o error", "the disk could not be written or read; check its space and rights, then run the command again"),
    ("database is locked", "another program is writing to this case; wait for it, then run the command again"),
    ("file is not a database", "this file is no SQLite file, so it is no case; name another path with --case"),
    ("file is encrypted", "this file is no SQLite file, so it is no case; name another path with --case"),
    ("malformed", "the case is damaged; restore it from a copy, or read the accounts into a new case"),
    ("readonly database", "the case cannot be written here; check the rights of the file and its folder"),
    ("unable to open database", "the case cannot be opened here; check that the folder exists and its rights"),
)  # fmt: skip


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns SQLite's errors inside the block into ``CasefileError`` with one line about the case at ``path``."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise CasefileError(f"{path}: {meaning(error)}") from error


def meaning(error: Exception) -> str:
    """What ``error`` means to a user; the first line of its own words where none of the known ones fits."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    words = " ".join(str(cause).split()) or type(cause).__name__
    for known, said in _MEANINGS:
        if known in words.casefold():
            return said
    return f"the case could not be used ({words[:200]})"
