"""How one document enters a case with all that was read in it, inside one transaction of the caller's.

What always holds: after ``put`` the case holds exactly what it was given for that document, whether or not
it held another reading of it before; a claim whose id stands twice is stored once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, TableClause, delete, insert, select

from testimonia.casefile import tables
from testimonia.casefile.corrections import NOTHING, Decisions, corrected
from testimonia.casefile.decided import keep
from testimonia.casefile.queries import folded
from testimonia.casefile.records import dumps
from testimonia.model.claim import ActorMention, Claim
from testimonia.model.document import Account, Document
from testimonia.model.source import Actor

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Arrival:
    """A document with its original bytes and the versions of the program and of the reader that met it."""

    document: Document
    content: bytes
    tool: str
    reader: str


def put(
    connection: Connection,
    arrival: Arrival,
    claims: Iterable[Claim],
    actors: Iterable[Actor],
    decided: Decisions = NOTHING,
) -> None:
    """Stores the document with its claims and the actors found in it, in place of an earlier reading.

    The claims stand as ``decided``, whatever reading they come from.
    """
    document = arrival.document
    number = connection.execute(
        select(tables.DOCUMENTS.c.number).where(tables.DOCUMENTS.c.id == document.id)
    ).scalar_one_or_none()
    if number is not None:
        connection.execute(delete(tables.DOCUMENTS).where(tables.DOCUMENTS.c.id == document.id))
    _put_original(connection, arrival)
    _insert(connection, tables.DOCUMENTS, [{"number": number} | _document(arrival)])
    _insert(connection, tables.SECTIONS, _sections(document))
    _insert(connection, tables.ACCOUNTS, [_account(n, account) for n, account in enumerate(document.accounts)])
    _insert(connection, tables.ACTORS, [_actor(document.id, actor) for actor in actors])
    once = list({claim.id: claim for claim in claims}.values())
    made = once if decided.none else [corrected(claim, decided) for claim in once]
    for table, rows in _claim_tables(made):
        _insert(connection, table, rows)
    if not decided.none:
        for read, claim in zip(once, made, strict=True):
            keep(connection, read, claim, decided)


def claim_rows(claim: Claim) -> list[tuple[TableClause, list[Row]]]:
    """The rows of one claim, by table; that of the claim itself comes first."""
    return _claim_tables([claim])


def _claim_tables(claims: Sequence[Claim]) -> list[tuple[TableClause, list[Row]]]:
    return [
        (tables.CLAIMS, [_claim(claim) for claim in claims]),
        (tables.CLAIM_ACTORS, [row for claim in claims for row in _claim_actors(claim)]),
        (tables.CLAIM_PLACES, [row for claim in claims for row in _claim_places(claim)]),
        (tables.CLAIM_SOURCES, [row for claim in claims for row in _claim_sources(claim)]),
    ]


def _insert(connection: Connection, table: TableClause, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(insert(table), list(rows))


def _put_original(connection: Connection, arrival: Arrival) -> None:
    document = arrival.document
    known = select(tables.ORIGINALS.c.sha256).where(tables.ORIGINALS.c.sha256 == document.sha256)
    if connection.execute(known).first() is None:
        row = {
            "sha256": document.sha256, "content": arrival.content, "path": document.path, "url": document.url,
            "received": datetime.now(UTC).isoformat(timespec="seconds"), "tool": arrival.tool,
        }  # fmt: skip
        _insert(connection, tables.ORIGINALS, [row])


def _document(arrival: Arrival) -> Row:
    document = arrival.document
    return {
        "id": document.id, "sha256": document.sha256, "reader": arrival.reader, "media_type": document.media_type,
        "language": document.language, "title": next((a.title for a in document.accounts if a.title), ""),
        "path": document.path, "url": document.url, "text": document.text, "notices": dumps(document.notices),
    }  # fmt: skip


def _sections(document: Document) -> list[Row]:
    return [
        {
            "document": document.id, "position": position, "kind": section.kind.value,
            "start_offset": section.start, "end_offset": section.end, "account": section.account,
        }
        for position, section in enumerate(document.sections)
    ]  # fmt: skip


def _account(position: int, account: Account) -> Row:
    published = account.published
    return {
        "document": account.document, "position": position, "id": account.id, "outlet": account.outlet,
        "author": account.author, "title": account.title, "published_start": _day(published.start),
        "published_end": _day(published.end), "published_basis": account.published_basis.value,
        "language": account.language, "record": dumps(account),
    }  # fmt: skip


def _actor(document: str, actor: Actor) -> Row:
    return {
        "document": document, "id": actor.id, "name": actor.name, "kind": actor.kind.value,
        "record": dumps(replace(actor, codebook=None)),
    }  # fmt: skip


def _claim(claim: Claim) -> Row:
    period = claim.period
    return {
        "id": claim.id, "document": claim.document, "account": claim.account, "kind": claim.kind.value,
        "type": claim.type, "factuality": claim.factuality.value, "source": claim.source.source,
        "start_offset": claim.start, "end_offset": claim.end, "period_start": _day(period and period.start),
        "period_end": _day(period and period.end), "confidence": claim.confidence, "rule": claim.rule,
        "text": claim.text, "record": dumps(claim),
    }  # fmt: skip


def _claim_actors(claim: Claim) -> list[Row]:
    roles: tuple[tuple[str, tuple[ActorMention, ...]], ...] = (("actor", claim.actors), ("recipient", claim.recipients))
    return [
        {
            "claim": claim.id, "position": position, "role": role, "actor": mention.actor, "name": mention.name,
            "folded": folded(mention.name) + folded(mention.text),
        }
        for role, mentions in roles
        for position, mention in enumerate(mentions)
    ]  # fmt: skip


def _claim_places(claim: Claim) -> list[Row]:
    return [
        {
            "claim": claim.id, "position": position, "place": place.place, "name": place.name,
            "folded": folded(place.name) + folded(place.text), "latitude": place.latitude, "longitude": place.longitude,
            "precision": place.precision.value,
        }
        for position, place in enumerate(claim.places)
    ]  # fmt: skip


def _claim_sources(claim: Claim) -> list[Row]:
    return [
        {
            "claim": claim.id, "position": position, "source": link.source, "name": link.name,
            "folded": folded(link.name), "kind": link.kind.value, "form": link.form.value,
            "factuality": link.factuality.value,
        }
        for position, link in enumerate(claim.attribution)
    ]  # fmt: skip


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None
