"""How documents, accounts, claims and the case's own actors come out of a case, equal to what went in."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeAlias

from sqlalchemy import Connection, or_, select

from testimonia.casefile import tables
from testimonia.casefile.queries import ClaimQuery, statement
from testimonia.casefile.records import loads
from testimonia.model.claim import Claim
from testimonia.model.document import Account, Document, Section, SectionKind
from testimonia.model.judgement import Judgement, Verdict
from testimonia.model.source import Actor

# What tells one record from another without keeping it: a digest of this run of the program, and its length.
Mark: TypeAlias = tuple[int, int]


def documents(connection: Connection, identifier: str | None = None) -> Iterator[Document]:
    """Every document in the order read, or the one with that id."""
    asked = select(tables.DOCUMENTS).order_by(tables.DOCUMENTS.c.number)
    if identifier is not None:
        asked = asked.where(tables.DOCUMENTS.c.id == identifier)
    for row in connection.execute(asked).all():
        yield Document(
            id=row.id, sha256=row.sha256, media_type=row.media_type, text=row.text, path=row.path, url=row.url,
            sections=_sections(connection, row.id), accounts=tuple(accounts(connection, row.id)),
            language=row.language, notices=tuple(json.loads(row.notices)),
        )  # fmt: skip


def _sections(connection: Connection, document: str) -> tuple[Section, ...]:
    asked = select(tables.SECTIONS).where(tables.SECTIONS.c.document == document).order_by(tables.SECTIONS.c.position)
    return tuple(
        Section(SectionKind(row.kind), row.start_offset, row.end_offset, row.account)
        for row in connection.execute(asked)
    )


def accounts(connection: Connection, document: str | None = None) -> Iterator[Account]:
    """Every account in the order read, or those of one document."""
    asked = (
        select(tables.ACCOUNTS.c.record)
        .join(tables.DOCUMENTS, tables.DOCUMENTS.c.id == tables.ACCOUNTS.c.document)
        .order_by(tables.DOCUMENTS.c.number, tables.ACCOUNTS.c.position)
    )
    if document is not None:
        asked = asked.where(tables.ACCOUNTS.c.document == document)
    for row in connection.execute(asked).all():
        yield loads(Account, row.record)


def claims(connection: Connection, query: ClaimQuery) -> Iterator[Claim]:
    """The claims that ``query`` asks for, by document as read and place in the text."""
    for row in connection.execute(statement(query)):
        yield loads(Claim, row.record)


def claims_again(connection: Connection, before: Mapping[Mark, Claim]) -> dict[Mark, Claim]:
    """Every claim by the mark of its record, in the order of ``claims``; those in ``before`` are not read again."""
    found: dict[Mark, Claim] = {}
    for row in connection.execute(statement(ClaimQuery())):
        mark = hash(row.record), len(row.record)
        found[mark] = before.get(mark) or loads(Claim, row.record)
    return found


def claim(connection: Connection, identifier: str) -> Claim | None:
    """The claim with that id, or ``None``."""
    record = connection.execute(select(tables.CLAIMS.c.record).where(tables.CLAIMS.c.id == identifier)).scalar()
    return loads(Claim, record) if record is not None else None


def actors(connection: Connection) -> Iterator[Actor]:
    """The actors found in texts and in no codebook, by id; aliases of several documents are joined."""
    asked = (
        select(tables.ACTORS.c.record)
        .join(tables.DOCUMENTS, tables.DOCUMENTS.c.id == tables.ACTORS.c.document)
        .order_by(tables.ACTORS.c.id, tables.DOCUMENTS.c.number)
    )
    joined: dict[str, Actor] = {}
    for row in connection.execute(asked):
        actor = loads(Actor, row.record)
        first = joined.setdefault(actor.id, actor)
        names = dict.fromkeys((*first.aliases, actor.name, *actor.aliases))
        names.pop(first.name, None)
        joined[actor.id] = replace(first, aliases=tuple(names))
    yield from joined.values()


def judgements(connection: Connection, subject: str | None = None) -> Iterator[Judgement]:
    """Every judgement in the order made, or those on one record."""
    asked = select(tables.JUDGEMENTS).order_by(tables.JUDGEMENTS.c.number)
    if subject is not None:
        asked = asked.where(tables.JUDGEMENTS.c.subject == subject)
    for row in connection.execute(asked):
        yield _judgement(row)


def _judgement(row: Any) -> Judgement:
    from datetime import datetime

    created = datetime.fromisoformat(row.created)
    return Judgement(row.subject, Verdict(row.verdict), row.user, created, row.reason, row.change)


def find(connection: Connection, prefix: str) -> list[tuple[str, str]]:
    """What has an id of which some part begins with ``prefix``: pairs of kind (``claim``, ``event``, ...) and id.

    Parts are what hyphens separate, so that ``c0ffee`` finds ``quotation-c0ffee123456``. At most nine of a kind.
    A document's own account is meant before those republished in it, and both before the origins named after them.
    """
    kinds = (
        ("claim", tables.CLAIMS), ("event", tables.EVENTS), ("dispute", tables.DISPUTES),
        ("account", tables.ACCOUNTS), ("document", tables.DOCUMENTS), ("agreement", tables.AGREEMENTS),
        ("origin", tables.ORIGINS),
    )  # fmt: skip
    found: dict[str, str] = {}
    for kind, table in kinds:
        begins = or_(table.c.id.startswith(prefix, autoescape=True), table.c.id.contains(f"-{prefix}", autoescape=True))
        asked = select(table.c.id).where(begins).order_by(table.c.id).limit(9)
        for row in connection.execute(asked):
            found.setdefault(row.id, kind)
    if any(kind != "origin" for kind in found.values()):
        found = {i: kind for i, kind in found.items() if kind != "origin" or i.startswith(prefix)}
    found = {i: kind for i, kind in found.items() if i == prefix or i.partition(".")[0] not in found.keys() - {i}}
    exact = [(kind, identifier) for identifier, kind in found.items() if identifier == prefix]
    return exact or sorted((kind, identifier) for identifier, kind in found.items())
