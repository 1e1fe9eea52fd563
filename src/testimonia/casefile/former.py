"""What an id stood for before linking and comparing gave its claims another: events and disputes of earlier days.

What always holds: an id that was ever kept stands among the present ones or among the former; the claims of a former
one are those it had when it was replaced.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from testimonia.casefile import tables
from testimonia.casefile.records import loads
from testimonia.model.dispute import Answer


@dataclass(frozen=True, slots=True)
class Former:
    """An event or dispute that was replaced: its ``kind`` (``event``, ``toll`` ...), title and claims."""

    id: str
    kind: str
    title: str
    claims: tuple[str, ...]


def present(connection: Connection) -> dict[str, Former]:
    """The events and disputes that stand now, as they will be remembered when they are replaced."""
    claims: dict[str, list[str]] = defaultdict(list)
    events, answers = tables.EVENT_CLAIMS, tables.ANSWERS
    for row in connection.execute(select(events).order_by(events.c.event, events.c.position)):
        claims[row.event].append(row.claim)
    for row in connection.execute(select(answers).order_by(answers.c.dispute, answers.c.position)):
        answer = loads(Answer, row.record)
        claims[row.dispute] += [*answer.claims, *answer.denied_by]
    found = [(row.id, row.kind, row.title) for row in connection.execute(select(tables.EVENTS))]
    found += [(row.id, row.kind, row.question) for row in connection.execute(select(tables.DISPUTES))]
    return {i: Former(i, kind, title, tuple(dict.fromkeys(claims[i]))) for i, kind, title in found}


def remember(connection: Connection, before: dict[str, Former], ids: set[str]) -> None:
    """Keeps those of ``before`` whose ids are not among the present ``ids``, and forgets those that came back."""
    table = tables.FORMER
    known = set(connection.execute(select(table.c.id)).scalars())
    back = (known & ids) | (known & before.keys())
    for identifier in sorted(back):
        connection.execute(delete(table).where(table.c.id == identifier))
    gone = [one for identifier, one in before.items() if identifier not in ids]
    if gone:
        rows = [{"id": o.id, "kind": o.kind, "title": o.title, "claims": json.dumps(o.claims)} for o in gone]
        connection.execute(insert(table), rows)


def of(connection: Connection, identifier: str) -> Former | None:
    """What ``identifier`` stood for, if it does no longer."""
    row = connection.execute(select(tables.FORMER).where(tables.FORMER.c.id == identifier)).one_or_none()
    return Former(row.id, row.kind, row.title, tuple(json.loads(row.claims))) if row else None
