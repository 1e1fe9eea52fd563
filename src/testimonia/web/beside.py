"""What two documents share, step by step: events that both tell of and passages that stand in both.

What always holds: the steps follow the first text; each names a claim in either, so that both can be scrolled to it.
"""

from __future__ import annotations

from dataclasses import dataclass

from testimonia.model.document import Document
from testimonia.model.event import OriginEvidence
from testimonia.web import address
from testimonia.web.snapshot import Snapshot

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One event that both tell of, with the claim that each is scrolled to."""

    event: str
    title: str
    claim: str
    there: str
    address: str


@dataclass(frozen=True, slots=True)
class Steps:
    """What two documents share, and where among it one is: ``at`` counts from 1, 0 is nowhere."""

    count: int
    passages: int
    at: int
    title: str
    event: str
    before: str
    after: str


def steps(held: Snapshot, one: Document, two: Document) -> tuple[Step, ...]:
    """The events that both documents tell of, in the order of the first."""
    there: dict[str, str] = {}
    for claim in held.claims_of_document.get(two.id, ()):
        for event in held.events_of_claim.get(claim.id, ()):
            there.setdefault(event, claim.id)
    found: dict[str, Step] = {}
    for claim in held.claims_of_document.get(one.id, ()):
        for event in held.events_of_claim.get(claim.id, ()):
            if event in there and event not in found:
                href = address.with_query(address.document(one.id), claim=claim.id, beside=two.id, there=there[event])
                found[event] = Step(event, held.events[event].title, claim.id, there[event], href)
    return tuple(found.values())


def chosen(held: Snapshot, found: tuple[Step, ...], claim: str, there: str) -> tuple[str, str]:
    """The claims to scroll to: those asked for, else of what is asked for its event in the other, else the first."""
    if claim and not there:
        events = held.events_of_claim.get(claim, ())
        there = next((step.there for step in found if step.event in events), "")
    elif not claim and found:
        return found[0].claim, there or found[0].there
    return claim, there


def around(held: Snapshot, found: tuple[Step, ...], claim: str, there: str, passages: int) -> Steps:
    """Where among the steps the pair of claims stands, with the ways to the next and the one before."""
    shared = set(held.events_of_claim.get(claim, ())) & set(held.events_of_claim.get(there, ()))
    at = next((n for n, step in enumerate(found, 1) if (step.claim, step.there) == (claim, there)), 0)
    at = at or next((n for n, step in enumerate(found, 1) if step.event in shared), 0)
    here = found[at - 1] if at else None
    return Steps(
        len(found), passages, at, here.title if here else "", address.event(here.event) if here else "",
        found[at - 2].address if at > 1 else "", found[at].address if at < len(found) else "",
    )  # fmt: skip


def copied(held: Snapshot, one: Document, two: Document) -> tuple[Spans, Spans]:
    """The passages that two documents have in common, as spans of each."""
    here: list[tuple[int, int]] = []
    there: list[tuple[int, int]] = []
    for tie in held.linked.dependences:
        if tie.evidence is not OriginEvidence.COPY or not (tie.taker_span and tie.giver_span):
            continue
        ends = (tie.taker.partition(".")[0], tie.giver.partition(".")[0])
        if ends == (one.id, two.id):
            here.append(tie.taker_span)
            there.append(tie.giver_span)
        elif ends == (two.id, one.id):
            here.append(tie.giver_span)
            there.append(tie.taker_span)
    return tuple(here), tuple(there)
