"""How what linking and comparing found is kept, whole and in its order, and read back equal.

What always holds: a comparison replaces the one before it in one transaction, and judgements are not touched.
"""

from __future__ import annotations

import dataclasses
from typing import Any, TypeVar

from sqlalchemy import Connection, TableClause, delete, insert, select

from testimonia.casefile import former, tables
from testimonia.casefile.records import dumps, loads
from testimonia.compare.comparison import Comparison, Framing, Prediction, Revision, SourceProfile, Toll
from testimonia.link.linked import Linked
from testimonia.model.dispute import Agreement, Answer, Dispute, Silence
from testimonia.model.event import Bond, Dependence, Event, EventKind, Origin

Row = dict[str, Any]
Record = TypeVar("Record")

# The parts of a comparison that are kept as they are, by the name of their field.
PARTS: dict[str, type[Any]] = {
    "tolls": Toll, "framings": Framing, "predictions": Prediction, "sources": SourceProfile, "revisions": Revision,
}  # fmt: skip

_EMPTIED = (
    tables.EVENT_CLAIMS, tables.BONDS, tables.EVENTS, tables.CLAIM_ORIGINS, tables.ORIGINS, tables.DEPENDENCES,
    tables.ANSWERS, tables.DISPUTES, tables.AGREEMENTS, tables.SILENCES, tables.FINDINGS,
)  # fmt: skip


def put(connection: Connection, linked: Linked, compared: Comparison) -> None:
    """Stores both in place of what was found before, of which the ids are remembered."""
    before = former.present(connection)
    for table in _EMPTIED:
        connection.execute(delete(table))
    _insert(connection, tables.EVENTS, [_event(event) for event in linked.all])
    claims = [(e.id, n, claim) for e in linked.all for n, claim in enumerate(e.claims)]
    _insert(connection, tables.EVENT_CLAIMS, [{"event": e, "position": n, "claim": c} for e, n, c in claims])
    bonds = [_bond(event.id, bond) for event in linked.all for bond in event.bonds]
    _insert(connection, tables.BONDS, bonds + [_bond(None, bond) for bond in linked.undecided])
    _insert(connection, tables.ORIGINS, [{"id": o.id, "name": o.name, "record": dumps(o)} for o in linked.origins])
    _insert(connection, tables.CLAIM_ORIGINS, [{"claim": c, "origin": o} for c, o in linked.claim_origins])
    _insert(connection, tables.DEPENDENCES, [
        {"taker": d.taker, "giver": d.giver, "evidence": d.evidence.value, "record": dumps(d)}
        for d in linked.dependences
    ])  # fmt: skip
    _put_comparison(connection, compared)
    former.remember(connection, before, {*(e.id for e in linked.all), *(d.id for d in compared.disputes)})


def _put_comparison(connection: Connection, compared: Comparison) -> None:
    _insert(connection, tables.DISPUTES, [
        {"id": d.id, "kind": d.kind.value, "question": d.question, "event": d.event, "stake": d.stake,
         "record": dumps(dataclasses.replace(d, answers=()))}
        for d in compared.disputes
    ])  # fmt: skip
    answers = [(dispute.id, n, answer) for dispute in compared.disputes for n, answer in enumerate(dispute.answers)]
    _insert(connection, tables.ANSWERS, [
        {"dispute": dispute, "position": n, "value": answer.value, "record": dumps(answer)}
        for dispute, n, answer in answers
    ])  # fmt: skip
    _insert(connection, tables.AGREEMENTS, [
        {"id": a.id, "event": a.event, "statement": a.statement, "record": dumps(a)} for a in compared.agreements
    ])  # fmt: skip
    _insert(connection, tables.SILENCES, [
        {"event": s.event, "statement": s.statement, "record": dumps(s)} for s in compared.silences
    ])  # fmt: skip
    for part in PARTS:
        found = getattr(compared, part)
        _insert(connection, tables.FINDINGS, [
            {"part": part, "position": n, "record": dumps(value)} for n, value in enumerate(found)
        ])  # fmt: skip


def linked(connection: Connection) -> Linked:
    """What was linked, as it was stored."""
    found = events(connection)
    bonds = select(tables.BONDS.c.record).where(tables.BONDS.c.event.is_(None)).order_by(tables.BONDS.c.number)
    origins = select(tables.CLAIM_ORIGINS).order_by(tables.CLAIM_ORIGINS.c.claim)
    return Linked(
        events=tuple(e for e in found if e.kind is EventKind.EVENT),
        situations=tuple(e for e in found if e.kind is EventKind.SITUATION),
        quotations=tuple(e for e in found if e.kind is EventKind.QUOTATION),
        origins=_records(connection, tables.ORIGINS, Origin),
        dependences=_records(connection, tables.DEPENDENCES, Dependence),
        undecided=tuple(loads(Bond, row.record) for row in connection.execute(bonds)),
        claim_origins=tuple((row.claim, row.origin) for row in connection.execute(origins)),
    )


def compared(connection: Connection) -> Comparison:
    """What was compared, as it was stored."""
    rows = select(tables.FINDINGS).order_by(tables.FINDINGS.c.part, tables.FINDINGS.c.position)
    parts: dict[str, list[Any]] = {part: [] for part in PARTS}
    for row in connection.execute(rows):
        parts[row.part].append(loads(PARTS[row.part], row.record))
    return Comparison(
        disputes=disputes(connection),
        agreements=_records(connection, tables.AGREEMENTS, Agreement),
        silences=_records(connection, tables.SILENCES, Silence),
        **{part: tuple(found) for part, found in parts.items()},
    )


def events(connection: Connection) -> tuple[Event, ...]:
    """Events, situations and quotations with the bonds of each, in the order they were stored."""
    bonds: dict[str, list[Bond]] = {}
    for row in connection.execute(select(tables.BONDS).order_by(tables.BONDS.c.number)):
        bonds.setdefault(row.event, []).append(loads(Bond, row.record))
    stored = _records(connection, tables.EVENTS, Event)
    return tuple(dataclasses.replace(event, bonds=tuple(bonds.get(event.id, ()))) for event in stored)


def disputes(connection: Connection) -> tuple[Dispute, ...]:
    """Disputes with their answers, in the order they were stored."""
    answers: dict[str, list[Answer]] = {}
    for row in connection.execute(select(tables.ANSWERS).order_by(tables.ANSWERS.c.dispute, tables.ANSWERS.c.position)):
        answers.setdefault(row.dispute, []).append(loads(Answer, row.record))
    stored = _records(connection, tables.DISPUTES, Dispute)
    return tuple(dataclasses.replace(dispute, answers=tuple(answers.get(dispute.id, ()))) for dispute in stored)


def _records(connection: Connection, table: TableClause, kind: type[Record]) -> tuple[Record, ...]:
    rows = connection.execute(select(table.c.record).order_by(table.c.number))
    return tuple(loads(kind, row.record) for row in rows)


def _insert(connection: Connection, table: TableClause, rows: list[Row]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _event(event: Event) -> Row:
    period = event.period
    return {
        "id": event.id, "kind": event.kind.value, "type": event.type, "title": event.title,
        "period_start": period.start.isoformat() if period and period.start else None,
        "period_end": period.end.isoformat() if period and period.end else None,
        "record": dumps(dataclasses.replace(event, bonds=())),
    }  # fmt: skip


def _bond(event: str | None, bond: Bond) -> Row:
    return {
        "event": event, "left_claim": bond.left, "right_claim": bond.right, "probability": bond.probability,
        "record": dumps(bond),
    }  # fmt: skip
