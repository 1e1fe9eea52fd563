"""How decisions reach the claims of a case and what was linked of them.

What always holds: a claim that a decision changed stands in ``corrections`` as it was read, and comes back from there
when the decision is taken back; an event that a person merged or split has exactly the claims that the person named.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace

from sqlalchemy import Connection, delete, insert, or_, select, update

from testimonia.casefile import tables
from testimonia.casefile.corrections import Decisions, corrected
from testimonia.casefile.records import dumps, loads
from testimonia.link.gathered import gathered
from testimonia.link.linked import Linked
from testimonia.model.claim import Claim
from testimonia.model.event import Event, EventKind
from testimonia.model.judgement import Judgement, Verdict


def touched(connection: Connection, subject: str, judgements: Iterable[Judgement]) -> list[str]:
    """The ids of the claims that a decision on ``subject``, a claim or an actor, may change."""
    subjects = _all_joined(subject, judgements)
    c = tables.CORRECTIONS.c
    asked = [
        select(tables.CLAIMS.c.id).where(tables.CLAIMS.c.id == subject),
        select(tables.CLAIM_ACTORS.c.claim).where(tables.CLAIM_ACTORS.c.actor.in_(subjects)),
        select(tables.CLAIM_SOURCES.c.claim).where(tables.CLAIM_SOURCES.c.source.in_(subjects)),
        select(c.claim).where(or_(*(c.record.contains(json.dumps(s), autoescape=True) for s in subjects))),
    ]
    return sorted({str(claim) for statement in asked for (claim,) in connection.execute(statement)})


def _all_joined(subject: str, judgements: Iterable[Judgement]) -> list[str]:
    """``subject`` and everyone who was ever said to be the same as it, directly or through others."""
    ties = [(j.subject, str(json.loads(j.change).get("into", ""))) for j in judgements if j.verdict is Verdict.MERGE]
    found, grown = {subject}, True
    while grown:
        more = {one for tie in ties if found & set(tie) for one in tie if one}
        grown = not more <= found
        found |= more
    return sorted(found)


def apply(connection: Connection, claims: Iterable[str], decided: Decisions) -> None:
    """Brings those claims to what was decided of them."""
    from testimonia.casefile.writing import claim_rows

    for identifier in claims:
        kept = connection.execute(
            select(tables.CORRECTIONS.c.record).where(tables.CORRECTIONS.c.claim == identifier)
        ).scalar()
        now = connection.execute(select(tables.CLAIMS.c.record).where(tables.CLAIMS.c.id == identifier)).scalar_one()
        read = loads(Claim, kept or now)
        made = corrected(read, decided)
        connection.execute(delete(tables.CORRECTIONS).where(tables.CORRECTIONS.c.claim == identifier))
        if dumps(made) != now:
            for table, rows in claim_rows(made):
                if table is tables.CLAIMS:
                    connection.execute(update(table).where(table.c.id == identifier).values(rows[0]))
                    continue
                connection.execute(delete(table).where(table.c.claim == identifier))
                if rows:
                    connection.execute(insert(table), rows)
        keep(connection, read, made, decided)


def keep(connection: Connection, read: Claim, made: Claim, decided: Decisions) -> None:
    """Keeps ``read`` beside ``made`` where they differ or the claim is rejected."""
    rejected = read.id in decided.rejected
    if rejected or made != read:
        row = {"claim": read.id, "rejected": int(rejected), "record": dumps(read)}
        connection.execute(insert(tables.CORRECTIONS), [row])


def regrouped(linked: Linked, standing: Iterable[Judgement], claims: Mapping[str, Claim]) -> Linked:
    """``linked`` with its events merged and split as decided, in the order of the decisions."""
    origins = dict(linked.claim_origins)
    for judgement in standing:
        change = json.loads(judgement.change)
        named = [c for c in change.get("claims", ()) if c in claims]
        if judgement.verdict is Verdict.SPLIT and named:
            linked = _split(linked, set(named), claims, origins)
        elif judgement.verdict is Verdict.MERGE and named:
            others = [c for c in change.get("with", ()) if c in claims]
            linked = _merged(linked, set(named), set(others), claims, origins) if others else linked
    return linked


def _split(linked: Linked, named: set[str], claims: Mapping[str, Claim], origins: Mapping[str, str]) -> Linked:
    found: list[Event] = []
    for event in linked.events + linked.situations:
        out = [c for c in event.claims if c in named]
        rest = [c for c in event.claims if c not in named]
        if not out or not rest:
            found.append(event)
            continue
        found.append(_event(event, rest, claims, origins))
        found.append(_event(event, out, claims, origins, apart=True))
    return _with(linked, found)


def _merged(
    linked: Linked, left: set[str], right: set[str], claims: Mapping[str, Claim], origins: Mapping[str, str]
) -> Linked:
    together = [e for e in linked.events + linked.situations if set(e.claims) & left or set(e.claims) & right]
    if len(together) < 2:
        return linked
    chief = max(together, key=lambda event: (len(set(event.claims) & left), len(event.claims), event.id))
    members = [claim for event in together for claim in event.claims]
    bonds = tuple(bond for event in together for bond in event.bonds)
    joined = _event(replace(chief, bonds=bonds), list(dict.fromkeys(members)), claims, origins)
    gone = {event.id for event in together}
    return _with(linked, [e for e in linked.events + linked.situations if e.id not in gone] + [joined])


def _event(
    model: Event, members: list[str], claims: Mapping[str, Claim], origins: Mapping[str, str], apart: bool = False
) -> Event:
    """An event of ``members`` that is otherwise as ``model``; ``apart`` where it was taken out of that one."""
    held = [claims[claim] for claim in members if claim in claims]
    inside = {claim.id for claim in held}
    bonds = [bond for bond in model.bonds if {bond.left, bond.right} <= inside]
    period = (
        next((claim.period for claim in held if claim.period and claim.period.known), None) if apart else model.period
    )
    title = f"{model.title}, taken apart" if apart else model.title
    made = gathered(model.kind, held, kind_of_event=model.type, title=title, period=period, bonds=bonds)
    behind = tuple(sorted({origins.get(claim.id, claim.account) for claim in held}))
    return replace(made, places=made.places or model.places, origins=behind)


def _with(linked: Linked, events: list[Event]) -> Linked:
    once = sorted({event.id: event for event in events}.values(), key=lambda event: event.id)
    together = {claim: event.id for event in once for claim in event.claims if event.kind is EventKind.EVENT}
    undecided = tuple(
        b for b in linked.undecided if together.get(b.left) is None or together.get(b.left) != together.get(b.right)
    )
    return replace(
        linked,
        events=tuple(event for event in once if event.kind is EventKind.EVENT),
        situations=tuple(event for event in once if event.kind is EventKind.SITUATION),
        undecided=undecided,
    )
