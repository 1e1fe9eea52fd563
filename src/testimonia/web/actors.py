"""The room of actors: who stands how to whom, and one actor with its names, its framing and what is claimed of it.

What always holds: every line of the network is a row of the table below it, with the claims that tell of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query

from testimonia.casefile.queries import folded
from testimonia.model.claim import Claim, SourceKind
from testimonia.web import address, ring, tables
from testimonia.web.events import EventRow, event_row
from testimonia.web.pages import Page, Shown, Words, page
from testimonia.web.quotes import Quote, quotes
from testimonia.web.refusals import missing
from testimonia.web.snapshot import Snapshot
from testimonia.web.ties import TOGETHER, Tie, TieKind, ties
from testimonia.web.timescale import asked_day

router = APIRouter()
# Actors on the ring and ties drawn between them; the table below has all of them, page by page.
DRAWN = 30
LINES = 70
LISTED = 40
TABLED = 60
QUOTED = 25


@dataclass(frozen=True, slots=True)
class Node:
    """One actor on the ring."""

    id: str
    name: str
    kind: str
    spot: ring.Spot
    size: float
    address: str


@dataclass(frozen=True, slots=True)
class Line:
    """One tie as it is drawn; ``width`` grows with the accounts that tell of it."""

    path: str
    kind: TieKind
    width: float
    denied: bool
    words: str


@dataclass(frozen=True, slots=True)
class TieRow:
    """One tie as the table lists it."""

    actor: str
    actor_address: str
    kind: TieKind
    recipient: str
    recipient_address: str
    accounts: tuple[str, ...]
    claims: int
    denials: int
    example: str


@dataclass(frozen=True, slots=True)
class ActorRow:
    """One actor as listed."""

    id: str
    name: str
    kind: str
    acts: int
    suffers: int
    asserts: int
    known_from: str
    address: str


@dataclass(frozen=True, slots=True)
class ActorsPage:
    """The network, its table, and all actors."""

    title: str
    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    left_out: int
    ties: tuple[TieRow, ...]
    more_ties: int
    kinds: tuple[tuple[str, int], ...]
    kind: str
    account: str
    accounts: tuple[tuple[str, str], ...]
    since: str
    until: str
    q: str
    rows: tuple[ActorRow, ...]
    paging: tables.Paging
    query: str


Day = Annotated[str, Query(pattern=r"^(\d{4}-\d{2}-\d{2})?$")]


def _sheet(shown: ActorsPage) -> Iterator[tuple[object, ...]]:
    yield ("actor", "tie", "recipient", "accounts", "claims", "denials")
    for tie in shown.ties:
        yield (tie.actor, tie.kind.value, tie.recipient, tie.accounts, tie.claims, tie.denials)


@page(router, "/actors", "actors.html", "Actors", _sheet)
def actors(
    held: Shown,
    kind: Annotated[TieKind | None, Query()] = None,
    account: Words = "",
    since: Day = "",
    until: Day = "",
    q: Words = "",
    number: Page = 1,
) -> ActorsPage:
    """The network by kind of tie, outlet and days, and the list of actors."""
    found = _ties(held, account, since, until)
    counts = Counter(tie.kind for tie in found)
    shown = [tie for tie in found if kind in (None, tie.kind)]
    drawn = _drawn(shown)
    spots = ring.spots(drawn, [(t.actor, t.recipient, len(t.accounts)) for t in found if t.kind in TOGETHER])
    weight = Counter(actor for tie in shown for actor in (tie.actor, tie.recipient))
    lines = [tie for tie in shown if {tie.actor, tie.recipient} <= set(drawn)][:LINES]
    words = folded(q).strip()
    listed = [row for row in _rows(held) if words in folded(f"{row.name} {' '.join(held.known[row.id].aliases)}")]
    paging = tables.paging(len(listed), number, LISTED)
    outlets = sorted({held.outlet(a) for a in held.accounts})
    return ActorsPage(
        "Actors",
        tuple(_node(held, spots[actor], weight[actor]) for actor in sorted(spots)),
        tuple(_line(held, tie, spots) for tie in reversed(lines)), max(0, len(weight) - len(drawn)),
        tuple(_tie_row(held, tie) for tie in shown[:TABLED]), max(0, len(shown) - TABLED),
        tuple((k.value, counts[k]) for k in TieKind), kind.value if kind else "", account,
        tuple((outlet, outlet) for outlet in outlets), since, until, q,
        tuple(listed[paging.first : paging.last]), paging,
        address.query(kind=kind, account=account, since=since, until=until, q=q),
    )  # fmt: skip


def _ties(held: Snapshot, outlet: str, since: str, until: str) -> tuple[Tie, ...]:
    return held.remembered(("ties", outlet, since, until), lambda: _find(held, outlet, since, until))


def _find(held: Snapshot, outlet: str, since: str, until: str) -> tuple[Tie, ...]:
    first, last = asked_day(since), asked_day(until)

    def wanted(claim: Claim) -> bool:
        if outlet and held.outlet(claim.account) != outlet:
            return False
        if not (first or last):
            return True
        period = claim.period
        if period is None or not period.known:
            return False
        return not ((first and period.end and period.end < first) or (last and period.start and period.start > last))

    return ties(held, wanted)


def _drawn(found: list[Tie]) -> list[str]:
    weight: Counter[str] = Counter()
    for tie in found:
        for actor in (tie.actor, tie.recipient):
            weight[actor] += len(tie.accounts)
    return [actor for actor, _ in sorted(weight.items(), key=lambda pair: (-pair[1], pair[0]))[:DRAWN]]


def _node(held: Snapshot, spot: ring.Spot, weight: int) -> Node:
    known = held.known[spot.id]
    return Node(spot.id, known.name, known.kind, spot, round(4 + min(7.0, weight**0.5), 1), address.actor(spot.id))


def _line(held: Snapshot, tie: Tie, spots: dict[str, ring.Spot]) -> Line:
    both = f"{held.known[tie.actor].name} {tie.kind.value} {held.known[tie.recipient].name}"
    width = round(1 + min(4.0, len(tie.accounts) ** 0.5), 1)
    return Line(ring.curve(spots[tie.actor], spots[tie.recipient]), tie.kind, width, not tie.claims,
                f"{both}: {len(tie.accounts)} accounts")  # fmt: skip


def _tie_row(held: Snapshot, tie: Tie) -> TieRow:
    labels = held.voices.named(tie.accounts)
    claim = held.claims[(*tie.claims, *tie.denials)[0]]
    return TieRow(
        held.known[tie.actor].name, address.actor(tie.actor), tie.kind, held.known[tie.recipient].name,
        address.actor(tie.recipient), labels[:12], len(tie.claims), len(tie.denials), address.claim(claim),
    )  # fmt: skip


def _rows(held: Snapshot) -> tuple[ActorRow, ...]:
    return held.remembered(("actors",), lambda: _counted(held))


def _counted(held: Snapshot) -> tuple[ActorRow, ...]:
    tally: dict[str, Counter[str]] = {actor: Counter() for actor in held.known}
    for claim in held.claims.values():
        for role, named in (("acts", claim.actors), ("suffers", claim.recipients)):
            for mention in named:
                if mention.actor in tally:
                    tally[mention.actor][role] += 1
        for link in claim.attribution[1:]:
            if link.source in tally:
                tally[link.source]["asserts"] += 1
    ordered = sorted(tally, key=lambda actor: (-tally[actor].total(), actor))
    return tuple(
        ActorRow(
            a, held.known[a].name, held.known[a].kind, tally[a]["acts"], tally[a]["suffers"], tally[a]["asserts"],
            held.known[a].from_codebook or "this case", address.actor(a),
        )
        for a in ordered
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class FramingRow:
    """How one account presents the actor: each label with its count, in its own voice and in quotations."""

    label: str
    address: str
    words: tuple[tuple[str, int, int, int, str], ...]
    does: int
    suffers: int
    agentless: int


@dataclass(frozen=True, slots=True)
class ActorPage:
    """One actor."""

    title: str
    id: str
    kind: str
    aliases: tuple[str, ...]
    known_from: str
    framings: tuple[FramingRow, ...]
    ties: tuple[TieRow, ...]
    events: tuple[EventRow, ...]
    disputes: tuple[tuple[str, str], ...]
    claims: tuple[Quote, ...]
    paging: tables.Paging
    asserts: int
    suggestions: tuple[tuple[str, str], ...]


@page(router, "/actors/{identifier}", "actor.html", "Actors")
def actor_page(held: Shown, identifier: str, number: Page = 1) -> ActorPage:
    """One actor: names, framing across accounts, ties, events and claims."""
    known = held.known.get(identifier) or missing("actor", identifier)
    about = [c for c in held.claims.values() if any(m.actor == identifier for m in (*c.actors, *c.recipients))]
    events = Counter(event for claim in about for event in held.events_of_claim.get(claim.id, ()))
    ordered = sorted(events, key=lambda e: (-len(held.events[e].accounts), e))[:12]
    disputes = dict.fromkeys(d for claim in about for d in held.disputes_of_claim.get(claim.id, ()))
    paging = tables.paging(len(about), number, QUOTED)
    asserted = sum(
        link.source == identifier and link.kind is not SourceKind.ACCOUNT
        for claim in held.claims.values() for link in claim.attribution[1:]
    )  # fmt: skip
    own = [tie for tie in _ties(held, "", "", "") if identifier in (tie.actor, tie.recipient)]
    return ActorPage(
        known.name, identifier, known.kind, known.aliases[:40], known.from_codebook or "",
        _framings(held, identifier), tuple(_tie_row(held, tie) for tie in own[:20]),
        tuple(event_row(held, held.events[event]) for event in ordered),
        tuple((address.dispute(d), held.disputes[d].question) for d in list(disputes)[:12]),
        quotes(held, [claim.id for claim in about[paging.first : paging.last]]), paging, asserted,
        held.most_named[:200],
    )  # fmt: skip


def _framings(held: Snapshot, identifier: str) -> tuple[FramingRow, ...]:
    rows = []
    for framing in held.comparison.framings:
        if framing.actor != identifier:
            continue
        words = tuple(
            (use.words, use.own, use.quoted, use.scare_quotes,
             next((address.claim(held.claims[c]) for c in use.claims if c in held.claims), ""))
            for use in framing.labels[:12]
        )  # fmt: skip
        label = held.labels.get(framing.account, framing.account)
        rows.append(
            FramingRow(
                label, address.document(framing.account), words, framing.does, framing.suffers, framing.agentless
            )
        )
    rows.sort(key=lambda row: (-len(row.words), -(row.does + row.suffers), row.label))
    return tuple(rows[:40])
