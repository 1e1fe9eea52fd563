"""A digest of what a case says, leaving out when it was said to it: two cases with equal digests hold the same.

Left out: times, runs, what linking remembers, former ids, row numbers, versions of program and reader. Kept:
everything else, in its order.
"""

from __future__ import annotations

import hashlib
import json

from sqlalchemy import Connection, TableClause, select

from testimonia.casefile import tables

_LEFT_OUT = {"number", "received", "tool", "reader"}
_ORDERED = {
    "documents": "number", "claims": "number", "events": "number", "disputes": "number", "agreements": "number",
    "silences": "number", "origins": "number", "dependences": "number", "bonds": "number", "judgements": "number",
}  # fmt: skip


def fingerprint(connection: Connection) -> str:
    """64 hex digits over the logical content of the case."""
    digest = hashlib.sha256()
    for table in tables.EVERY:
        if table in (tables.RUNS, tables.SETTINGS, tables.LINKING, tables.FORMER):
            continue
        digest.update(f"\n{table.name}\n".encode())
        for line in _lines(connection, table):
            digest.update(line)
    return digest.hexdigest()


def _lines(connection: Connection, table: TableClause) -> list[bytes]:
    kept = [column for column in table.c if column.name not in _LEFT_OUT]
    asked = select(*kept)
    if table.name in _ORDERED:
        asked = asked.order_by(table.c.number)
    rows = [[_said(value) for value in row] for row in connection.execute(asked)]
    lines = [json.dumps(row, ensure_ascii=True).encode() + b"\n" for row in rows]
    return lines if table.name in _ORDERED else sorted(lines)


def _said(value: object) -> object:
    return hashlib.sha256(value).hexdigest() if isinstance(value, bytes) else value
