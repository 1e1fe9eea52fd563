"""How a case file is opened, closed and kept: its schema, its settings, the runs that wrote to it.

What always holds: an open store has the schema of this version, and each use of it is one transaction.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, delete, func, insert, select, update

from testimonia.casefile import connection as opened
from testimonia.casefile import migrations, tables
from testimonia.casefile.faults import told
from testimonia.model.errors import CasefileError


class Store:
    """An open case file; use ``open``, and close it or use it in a ``with`` block.

    Every method raises ``CasefileError`` with one line where the file cannot be read or written.
    """

    def __init__(self, path: Path, wait: float) -> None:
        self.path = path
        self.engine = opened.engine_for(path, wait)
        self._closing = threading.Lock()

    @classmethod
    def open(cls, path: Path | str, create: bool = False, wait: float = opened.WAIT) -> Self:
        """The case at ``path``, brought to the present schema; a new one where there is none and ``create``.

        ``wait`` is how many seconds to wait for another writer. Raises ``CasefileError`` where there is no
        file and not ``create``, or the file is no case, is damaged, or is of a newer schema.
        """
        path = Path(path)
        if not create and not path.exists():
            raise CasefileError(f"{path}: there is no such case; `testimonia read FILES --case {path}` makes one")
        if path.is_dir():
            raise CasefileError(f"{path}: this is a folder; a case is one file, so name a file with --case")
        case = cls(path, wait)
        try:
            with told(path):
                with opened.reading(case.engine) as connection:
                    version = migrations.check(connection, path)
                if version == 0 and not create:
                    raise CasefileError(f"{path}: this file is empty, so it is no case")
                if version < migrations.schema_version():
                    opened.use_wal(case.engine)
                    with opened.writing(case.engine) as connection:
                        migrations.migrate(connection, path)
        except BaseException:
            case.close()
            raise
        return case

    def close(self) -> None:
        """Closes the file; what was written is in it, and the case is one file again if no one else has it open."""
        with self._closing:
            self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with told(self.path), opened.reading(self.engine) as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with told(self.path), opened.writing(self.engine) as connection:
            yield connection

    def setting(self, name: str) -> str | None:
        """A setting of the case, such as the codebooks it is read with."""
        with self._reading() as connection:
            found = connection.execute(select(tables.SETTINGS.c.value).where(tables.SETTINGS.c.name == name)).scalar()
        return None if found is None else str(found)

    def set(self, name: str, value: str) -> None:
        """Keeps a setting of the case."""
        with self._writing() as connection:
            put_setting(connection, name, value)

    def begin_run(self, command: str, tool: str) -> int:
        """Notes that a command begins; returns the number of the run."""
        with self._writing() as connection:
            number = connection.execute(select(func.coalesce(func.max(tables.RUNS.c.number), 0) + 1)).scalar_one()
            row = {"number": number, "command": command, "tool": tool, "started": _now()}
            connection.execute(insert(tables.RUNS), [row])
        return int(number)

    def end_run(self, number: int, documents: int, refused: int) -> None:
        """Notes that the run ended, with how many documents it read and how many inputs it refused."""
        with self._writing() as connection:
            values = {"finished": _now(), "documents": documents, "refused": refused}
            connection.execute(update(tables.RUNS).where(tables.RUNS.c.number == number).values(values))


def put_setting(connection: Connection, name: str, value: str) -> None:
    """Keeps a setting inside the caller's transaction."""
    connection.execute(delete(tables.SETTINGS).where(tables.SETTINGS.c.name == name))
    connection.execute(insert(tables.SETTINGS), [{"name": name, "value": value}])


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
