"""How a case file is opened: WAL, foreign keys, whole transactions, and a wait instead of a quarrel.

What always holds: a transaction of ``writing`` takes the write lock at its start, so that it never fails
halfway for want of it; readers see the case as it was at their first statement.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event

WAIT = 30.0  # seconds to wait for another writer; one document takes a second or two to store at most


def engine_for(path: Path, wait: float = WAIT) -> Engine:
    """An engine over the file at ``path``; nothing is opened or created before the first connection.

    A case that may be read and not written is opened as one that nobody changes: SQLite would else want to make
    the files beside it that several programs share.
    """
    url = URL.create("sqlite", database=str(path))
    if _only_readable(path):
        address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        engine = create_engine(url, creator=lambda: sqlite3.connect(address, uri=True, check_same_thread=False))
    else:
        engine = create_engine(url, connect_args={"timeout": wait})

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # SQLAlchemy's begin event below opens every transaction
        for pragma in ("foreign_keys = ON", "synchronous = FULL", "recursive_triggers = ON"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _only_readable(path: Path) -> bool:
    if not path.is_file() or not os.access(path, os.R_OK):
        return False
    log = path.with_name(f"{path.name}-wal")
    return not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)) and not log.exists()


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that may write: it is kept whole at the end of the block, or dropped whole on an error."""
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that only reads."""
    with engine.connect() as connection, connection.begin():
        yield connection


def use_wal(engine: Engine) -> None:
    """Sets write-ahead logging, which lets readers go on while one writes; it stays with the file."""
    raw = engine.raw_connection()
    try:
        raw.driver_connection.execute("PRAGMA journal_mode = WAL").fetchone()  # type: ignore[union-attr]
    finally:
        raw.close()
