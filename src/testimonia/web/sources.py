"""The room of sources: on whose word the accounts rest, who took from whom, and what users think of each.

What always holds: a rating is a user's, with who and when; the program rates nobody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fastapi import APIRouter

from testimonia.casefile.queries import folded
from testimonia.compare.comparison import SourceProfile
from testimonia.export import wording
from testimonia.model.claim import SourceKind
from testimonia.model.event import Dependence
from testimonia.web import address, camps, lineage, tables
from testimonia.web.claimview import Decision, decision
from testimonia.web.pages import OnDesk, Page, Shown, Words, page
from testimonia.web.quotes import Quote, quotes
from testimonia.web.refusals import missing
from testimonia.web.snapshot import Snapshot

router = APIRouter()
LISTED = 40
DRAWN = 45  # ties on the drawing; the table below it has them all, page by page
QUOTED = 25
EVIDENCE = {"copy": "copies", "republication": "republishes", "credit": "credits", "shared_source": "rests on"}


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source as listed."""

    id: str
    name: str
    kind: str
    counted: str
    claims: int
    subjects: str
    contradicted: int
    rating: str
    address: str


@dataclass(frozen=True, slots=True)
class OutletRow:
    """One outlet with its camp and rating."""

    name: str
    subject: str
    accounts: int
    camp: str
    rating: str


@dataclass(frozen=True, slots=True)
class NodeView:
    """One account or report of the drawing."""

    id: str
    name: str
    x: float
    y: float
    kind: str
    address: str


@dataclass(frozen=True, slots=True)
class TieView:
    """Who took from whom, and what shows it."""

    taker: str
    taker_address: str
    giver: str
    giver_address: str
    evidence: str
    words: str
    detail: str
    path: str
    passages: str


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """Sources, outlets and the lineage between accounts."""

    title: str
    nodes: tuple[NodeView, ...]
    ties: tuple[TieView, ...]
    more_ties: int
    width: float
    height: float
    rows: tuple[SourceRow, ...]
    paging: tables.Paging
    outlets: tuple[OutletRow, ...]
    camps: tuple[str, ...]
    q: str
    query: str
    independent: str


def _sheet(shown: SourcesPage) -> Iterator[tuple[object, ...]]:
    yield ("taker", "evidence", "giver", "detail")
    for tie in shown.ties:
        yield (tie.taker, tie.evidence, tie.giver, tie.detail)


@page(router, "/sources", "sources.html", "Sources", _sheet)
def sources(held: Shown, desk: OnDesk, q: Words = "", number: Page = 1) -> SourcesPage:
    """Who relies on whom, and who took from whom."""
    rated, sides = camps.ratings(desk.case), camps.of(desk.case)
    ties = _strongest(held)
    drawing = lineage.drawn([(tie.taker, tie.giver) for tie in ties])
    words = folded(q).strip()
    found = [p for p in held.comparison.sources if words in folded(p.name)]
    found.sort(key=lambda p: (-len(p.accounts), -len(p.claims), p.source))
    paging = tables.paging(len(found), number, LISTED)
    outlets = Counter(held.outlet(account) for account in held.accounts)
    return SourcesPage(
        "Sources",
        tuple(_node(held, place) for place in drawing.places.values()),
        tuple(_tie(held, tie, drawing) for tie in ties), max(0, len(held.linked.dependences) - len(ties)),
        drawing.width, drawing.height,
        tuple(_row(p, rated) for p in found[paging.first : paging.last]), paging,
        tuple(
            OutletRow(name, camps.OUTLET + name, count, sides.get(name, ""), rated.get(camps.OUTLET + name, ""))
            for name, count in sorted(outlets.items(), key=lambda pair: (-pair[1], pair[0]))[:100]
        ),
        tuple(sorted(set(sides.values()))), q, address.with_query("", q=q).removeprefix("?"),
        f"{len(held.accounts):,} accounts, {held.independent:,} independent origins",
    )  # fmt: skip


def _strongest(held: Snapshot) -> list[Dependence]:
    """The ties to draw: one of each pair, copies first."""
    order = {"copy": 0, "republication": 1, "credit": 2, "shared_source": 3}
    once: dict[tuple[str, str], Dependence] = {}
    for tie in sorted(held.linked.dependences, key=lambda t: (order[t.evidence.value], t.taker, t.giver)):
        if tie.taker != tie.giver:
            once.setdefault((tie.taker, tie.giver), tie)
    return list(once.values())[:DRAWN]


def _name(held: Snapshot, identifier: str) -> str:
    origin = held.origins.get(identifier)
    return held.labels.get(identifier) or (origin.name if origin else identifier.removeprefix("origin-"))


def _address(held: Snapshot, identifier: str) -> str:
    if identifier in held.accounts:
        return address.document(identifier)
    source = identifier.removeprefix("origin-")
    return address.source(source) if source in held.known else ""


def _node(held: Snapshot, place: lineage.Place) -> NodeView:
    kind = "account" if place.id in held.accounts else "report"
    return NodeView(place.id, _name(held, place.id), place.x, place.y, kind, _address(held, place.id))


def _tie(held: Snapshot, tie: Dependence, drawing: lineage.Drawing) -> TieView:
    both = tie.taker in held.accounts and tie.giver in held.accounts and tie.taker_span and tie.giver_span
    pair = ""
    if both:
        pair = address.with_query(address.document(tie.taker), beside=tie.giver.partition(".")[0])
    path = lineage.arrow(drawing.places[tie.giver], drawing.places[tie.taker])
    return TieView(
        _name(held, tie.taker), _address(held, tie.taker), _name(held, tie.giver), _address(held, tie.giver),
        tie.evidence.value, EVIDENCE[tie.evidence.value], tie.detail, path, pair,
    )  # fmt: skip


def _row(profile: SourceProfile, rated: Mapping[str, str]) -> SourceRow:
    rating = rated.get(profile.source, "")
    subjects = ", ".join(f"{s.replace('_', ' ').lower()} ({n})" for s, n in profile.subjects[:3])
    return SourceRow(
        profile.source, profile.name, profile.kind, wording.counted(profile.accounts, profile.origins),
        len(profile.claims), subjects, profile.contradicted, rating, address.source(profile.source),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class SourcePage:
    """One source: who relies on it, for what, and where it is contradicted."""

    title: str
    id: str
    kind: str
    counted: str
    accounts: tuple[tuple[str, str], ...]
    subjects: tuple[tuple[str, int], ...]
    disputes: tuple[tuple[str, str], ...]
    contradicted: int
    claims: tuple[Quote, ...]
    paging: tables.Paging
    rating: str
    decisions: tuple[Decision, ...]
    actor: str


@page(router, "/sources/{identifier}", "source.html", "Sources")
def source_page(held: Shown, desk: OnDesk, identifier: str, number: Page = 1) -> SourcePage:
    """One source."""
    profile = next((p for p in held.comparison.sources if p.source == identifier), None)
    said = [c.id for c in held.claims.values() if any(
        link.source == identifier and link.kind is not SourceKind.ACCOUNT for link in c.attribution[1:])]  # fmt: skip
    known = held.known.get(identifier)
    if profile is None and not said:
        missing("source", identifier)
    accounts = sorted({held.claims[c].account for c in said} | set(profile.accounts if profile else ()))
    paging = tables.paging(len(said), number, QUOTED)
    name = known.name if known else profile.name if profile else identifier
    disputes = profile.disputes if profile else ()
    return SourcePage(
        name, identifier, profile.kind if profile else known.kind if known else "source",
        wording.counted(accounts, profile.origins if profile else accounts),
        tuple((address.document(a), held.labels.get(a, a)) for a in accounts[:40]),
        profile.subjects[:8] if profile else (),
        tuple((address.dispute(d), held.disputes[d].question) for d in disputes if d in held.disputes),
        profile.contradicted if profile else 0, quotes(held, said[paging.first : paging.last]), paging,
        camps.ratings(desk.case).get(identifier, ""),
        tuple(decision(j) for j in desk.case.judgements(identifier)), address.actor(identifier) if known else "",
    )  # fmt: skip
