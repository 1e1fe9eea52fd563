"""The room of review: a queue with the most disputed and the least certain first, one case of it in focus, and the log.

What always holds: what was decided leaves the queue and stays in the log; nothing is decided by looking.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query

from testimonia.model.claim import Claim
from testimonia.model.factuality import Factuality
from testimonia.model.judgement import Judgement, Verdict
from testimonia.web import address, camps, former, tables
from testimonia.web.claimview import ClaimView, Decision, claim_view, decision
from testimonia.web.columns import By, Columns
from testimonia.web.desk import Desk
from testimonia.web.disputes import Spoken
from testimonia.web.events import BondView, bond_view
from testimonia.web.matrix import Row, letter, row
from testimonia.web.pages import OnDesk, Page, Shown, Words, page
from testimonia.web.quotes import quotes
from testimonia.web.refusals import missing
from testimonia.web.snapshot import Snapshot

router = APIRouter()
LISTED = 40
LOGGED = 60
SUGGESTED = 400  # actors offered for a correction, those named most first
DOUBTFUL = 0.75  # claims below this confidence wait for review, where they take part in a dispute or several tell them


class Waiting(StrEnum):
    """What a case of the queue is."""

    DISPUTE = "dispute"
    BOND = "bond"
    CLAIM = "claim"


@dataclass(frozen=True, slots=True)
class Item:
    """One case of the queue."""

    id: str
    kind: Waiting
    title: str
    detail: str
    address: str
    focus: bool


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """The queue with one case in focus."""

    title: str
    queue: tuple[Item, ...]
    waiting: int
    decided: int
    kind: str
    kinds: tuple[tuple[str, int], ...]
    focus: Item | None
    following: str
    dispute: Row | None
    answers: tuple[Spoken, ...]
    bond: BondView | None
    claim: ClaimView | None
    last: Decision | None
    last_subject: str


@page(router, "/review", "review.html", "Review")
def review(
    held: Shown, desk: OnDesk, focus: Words = "", kind: Annotated[Waiting | None, Query()] = None, number: Page = 1
) -> ReviewPage:
    """The queue; ``focus`` is the id of the case to look at, by default the first."""
    standing = desk.case.standing()
    done = former.settled(held, desk.case, settled(standing))
    everything = _waiting(held, done)
    waiting = [item for item in everything if kind in (None, item[0])]
    counts = [(k.value, sum(item[0] is k for item in everything)) for k in Waiting]
    ids = [item[1] for item in waiting]
    chosen = focus if focus in ids or focus in held.disputes or focus in held.claims else (ids[0] if ids else "")
    at = ids.index(chosen) if chosen in ids else 0
    paging = tables.paging(len(waiting), max(number, at // LISTED + 1), LISTED)
    items = tuple(_item(held, k, i, chosen) for k, i in waiting[paging.first : paging.last])
    now = next((item for item in items if item.focus), None)
    if now is None and chosen:
        now = _item(held, Waiting.DISPUTE if chosen in held.disputes else Waiting.CLAIM, chosen, chosen)
    after = ids[at + 1] if chosen in ids and at + 1 < len(ids) else (ids[0] if ids and ids[0] != chosen else "")
    dispute = held.disputes.get(chosen)
    bond = next((b for b in held.linked.undecided if bond_id(b.left, b.right) == chosen), None)
    claim = held.claims.get(chosen)
    last = desk.case.judgements()[-1:]
    return ReviewPage(
        "Review", items, len(waiting), len(standing), kind.value if kind else "", tuple(counts), now, after,
        row(dispute, Columns(held, By.ACCOUNT, {}), ()) if dispute else None,
        tuple(
            Spoken(letter(n), answer.value, quotes(held, answer.claims), quotes(held, answer.denied_by))
            for n, answer in enumerate(dispute.answers)
        ) if dispute else (),
        bond_view(held, bond) if bond else None,
        claim_view(held, claim, desk.case.judgements(claim.id)) if claim else None,
        decision(last[0]) if last else None, last[0].subject if last else "",
    )  # fmt: skip


def bond_id(left: str, right: str) -> str:
    """The subject of a decision on whether two claims tell of one thing."""
    return f"bond:{left}~{right}"


def settled(standing: Iterable[Judgement]) -> frozenset[str]:
    """Everything that a standing decision is about."""
    return frozenset(judgement.subject for judgement in standing)


def _waiting(held: Snapshot, done: frozenset[str]) -> list[tuple[Waiting, str]]:
    """Disputes, gravest first; bonds nobody settled, the most even first; claims, the least certain first."""
    disputes = sorted((d for d in held.disputes.values() if d.id not in done), key=lambda d: (-d.stake, d.id))
    bonds = [b for b in held.linked.undecided if {b.left, b.right} <= held.claims.keys()]
    bonds = sorted(bonds, key=lambda b: (abs(b.probability - 0.5), b.left, b.right))
    shared = [claim for claim in held.claims.values() if claim.confidence < DOUBTFUL and _matters(held, claim)]
    shared.sort(key=lambda c: (c.id not in held.disputes_of_claim, c.confidence, c.id))
    found = [(Waiting.DISPUTE, d.id) for d in disputes]
    found += [(Waiting.BOND, bond_id(b.left, b.right)) for b in bonds if bond_id(b.left, b.right) not in done]
    return found + [(Waiting.CLAIM, c.id) for c in shared if c.id not in done]


def _matters(held: Snapshot, claim: Claim) -> bool:
    events = held.events_of_claim.get(claim.id, ())
    return claim.id in held.disputes_of_claim or any(len(held.events[event].accounts) > 1 for event in events)


def _item(held: Snapshot, kind: Waiting, identifier: str, focus: str) -> Item:
    href = f"/review?focus={quote(identifier, safe='')}"
    if kind is Waiting.DISPUTE:
        dispute = held.disputes[identifier]
        accounts = {account for answer in dispute.answers for account in answer.accounts}
        title = dispute.question
        detail = f"{_plural(len(dispute.answers), 'answer')}, {_plural(len(accounts), 'account')}"
    elif kind is Waiting.BOND:
        left, _, right = identifier.removeprefix("bond:").partition("~")
        two = [held.labels.get(held.claims[c].account, "") for c in (left, right)]
        title, detail = "One event or two?", " and ".join(two)
    else:
        claim = held.claims[identifier]
        words = " ".join(claim.text.split())
        title = f"{claim.type.replace('_', ' ').lower()}: {words[:90]}{'…' * (len(words) > 90)}"
        detail = f"{held.labels.get(claim.account, '')}, confidence {claim.confidence:.2f}"
    return Item(identifier, kind, title, detail, href, identifier == focus)


def _plural(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a slot as the form of corrections offers it."""

    index: int
    value: str
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class CorrectPage:
    """One claim with forms to correct it."""

    title: str
    claim: ClaimView
    rejected: bool
    actors: tuple[Choice, ...]
    recipients: tuple[Choice, ...]
    figures: tuple[Choice, ...]
    start: str
    end: str
    factualities: tuple[str, ...]
    factuality: str
    types: tuple[str, ...]
    type: str
    suggestions: tuple[tuple[str, str], ...]
    undoable: bool
    back: str


@page(router, "/review/claims/{identifier}", "correct.html", "Review")
def correct(held: Shown, desk: OnDesk, identifier: str) -> CorrectPage:
    """One claim with forms to accept, reject or correct it."""
    claim = held.claims.get(identifier)
    rejected = claim is None
    if claim is None:
        (found,) = [c for c in held.rejected if c.id == identifier] or [missing("claim", identifier)]
        claim = found
    types = sorted({c.type for c in held.claims.values() if c.kind is claim.kind} | {claim.type})
    decided = desk.case.judgements(identifier)
    standing = [j for j in desk.case.standing() if j.subject == identifier]
    period = claim.period
    return CorrectPage(
        f"Correct: {claim.type.replace('_', ' ').lower()}", claim_view(held, claim, decided), rejected,
        tuple(Choice(n, m.actor, m.name, m.text) for n, m in enumerate(claim.actors)),
        tuple(Choice(n, m.actor, m.name, m.text) for n, m in enumerate(claim.recipients)),
        tuple(Choice(n, f"{_plain(f.low)}|{_plain(f.high)}", f.counted, f.text) for n, f in enumerate(claim.figures)),
        period.start.isoformat() if period and period.start else "",
        period.end.isoformat() if period and period.end else "",
        tuple(value.value for value in Factuality), claim.factuality.value, tuple(types), claim.type,
        held.most_named[:SUGGESTED], bool(standing), address.claim(claim),
    )  # fmt: skip


def _plain(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


@dataclass(frozen=True, slots=True)
class LogLine:
    """One decision of the log."""

    subject: str
    what: str
    address: str
    decision: Decision
    stands: bool
    undoable: bool


@dataclass(frozen=True, slots=True)
class LogPage:
    """Every decision, the latest first."""

    title: str
    lines: tuple[LogLine, ...]
    paging: tables.Paging


@page(router, "/review/log", "log.html", "Review")
def log(held: Shown, desk: OnDesk, number: Page = 1) -> LogPage:
    """Every decision ever made, the latest first, and whether it still stands."""
    every = desk.case.judgements()
    stands = {id(judgement) for judgement in camps.standing_of(every)}
    last = {judgement.subject: id(judgement) for judgement in every if id(judgement) in stands}
    paging = tables.paging(len(every), number, LOGGED)
    shown = list(reversed(every))[paging.first : paging.last]
    return LogPage("Decisions", tuple(
        LogLine(j.subject, *_subject(held, desk, j.subject), decision(j), id(j) in stands or j.verdict is Verdict.UNDO,
                last.get(j.subject) == id(j))
        for j in shown
    ), paging)  # fmt: skip


def _subject(held: Snapshot, desk: Desk, subject: str) -> tuple[str, str]:
    """What a decision is about, in words, and where that is."""
    if subject in held.claims:
        claim = held.claims[subject]
        words = " ".join(claim.text.split())[:90]
        return f"{held.labels.get(claim.account, '')}: {words}", f"/review/claims/{subject}"
    if subject in held.disputes:
        return held.disputes[subject].question, address.dispute(subject)
    if subject in held.events:
        return held.events[subject].title, address.event(subject)
    if subject in held.known:
        return held.known[subject].name, address.actor(subject)
    if any(claim.id == subject for claim in held.rejected):
        return "a rejected claim", f"/review/claims/{subject}"
    if earlier := desk.case.former(subject):
        return earlier.title, address.dispute(subject) if subject.startswith("dispute-") else address.event(subject)
    return subject.removeprefix(camps.OUTLET), ""
