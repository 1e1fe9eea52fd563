"""What linking found before in parts of a case, kept so that adding a document links what it touches.

What always holds: a memory is of one version of linking and of the codebooks, and of accounts as they stand: what
was read by another reader, dated anew or corrected by a person is not taken for what it was.
"""

from __future__ import annotations

import zlib
from collections import defaultdict

from sqlalchemy import Connection, delete, insert, select

from testimonia.casefile import tables
from testimonia.link.memory import VERSION, Memory
from testimonia.model.ids import digest

# The memory is rewritten as one row beyond this many, one for each time that documents were added.
_MOST_ROWS = 30


def recalled(connection: Connection, codebooks: str) -> Memory:
    """The memory of the case for linking by ``codebooks`` (what reading rests on, as ``reader_version`` tells it)."""
    asked = select(tables.LINKING.c.entries).where(tables.LINKING.c.basis == _basis(codebooks))
    rows = connection.execute(asked.order_by(tables.LINKING.c.number)).scalars()
    return Memory(versions(connection), [zlib.decompress(entries).decode() for entries in rows])


def keep(connection: Connection, memory: Memory, codebooks: str) -> None:
    """Adds what ``memory`` found anew; what is of another basis, or mostly of no use any more, is forgotten."""
    basis, table = _basis(codebooks), tables.LINKING
    connection.execute(delete(table) if memory.stale else delete(table).where(table.c.basis != basis))
    fresh = memory.fresh()
    if len(connection.execute(select(table.c.number)).all()) >= _MOST_ROWS:
        connection.execute(delete(table))
        fresh = memory.whole()
    if fresh:
        connection.execute(insert(table), [{"basis": basis, "entries": zlib.compress(fresh.encode(), 1)}])


def versions(connection: Connection) -> dict[str, str]:
    """For each account a digest of what its claims rest on: bytes, reader, what is known of it, what was decided."""
    said: dict[str, list[str]] = defaultdict(list)
    corrected = select(
        tables.CLAIMS.c.account, tables.CLAIMS.c.id, tables.CLAIMS.c.record, tables.CORRECTIONS.c.rejected
    ).join(tables.CORRECTIONS, tables.CORRECTIONS.c.claim == tables.CLAIMS.c.id)
    for account, claim, record, rejected in connection.execute(corrected.order_by(tables.CLAIMS.c.id)):
        said[account] += [claim, str(rejected), record]
    accounts = select(
        tables.ACCOUNTS.c.id, tables.ACCOUNTS.c.record, tables.DOCUMENTS.c.sha256, tables.DOCUMENTS.c.reader
    ).join(tables.DOCUMENTS, tables.DOCUMENTS.c.id == tables.ACCOUNTS.c.document)
    return {
        account: digest(record, sha256, reader, *said[account])
        for account, record, sha256, reader in connection.execute(accounts)
    }


def _basis(codebooks: str) -> str:
    return f"{codebooks}, linking {VERSION}"
