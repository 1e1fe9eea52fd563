"""The room of events: the list, and one event with its accounts side by side.

What always holds: an event shows every claim that linking put into it, and why.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Query

from testimonia.casefile.queries import folded
from testimonia.export import wording
from testimonia.model.event import Bond, Event, EventKind
from testimonia.web import address, former, tables, tollaxis
from testimonia.web.columns import By, Columns
from testimonia.web.matrix import Row, row
from testimonia.web.pages import OnDesk, Page, Shown, Words, page
from testimonia.web.quotes import Quote, quotes
from testimonia.web.slots import SlotRow, rows
from testimonia.web.smallmap import SmallMap, small_map
from testimonia.web.snapshot import Snapshot

router = APIRouter()
LISTED = 50
# Accounts side by side, and claims that one account's column quotes; the rest is told in numbers.
SIDE_BY_SIDE = 8
QUOTED = 12
BONDS, ALL_BONDS = 10, 500


class EventSort(StrEnum):
    """In which order events stand."""

    ACCOUNTS = "accounts"
    DATE = "date"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event as listed."""

    id: str
    kind: str
    type: str
    title: str
    period: str
    places: str
    counted: str
    claims: int
    disputes: int
    address: str


@dataclass(frozen=True, slots=True)
class EventsPage:
    """The list of events with its filters."""

    title: str
    rows: tuple[EventRow, ...]
    paging: tables.Paging
    q: str
    kind: str
    kinds: tuple[tuple[str, int], ...]
    sort: EventSort
    shared: bool
    disputed: bool
    total: int
    query: str


@page(router, "/events", "events.html", "Events")
def events(
    held: Shown,
    q: Words = "",
    kind: Annotated[EventKind | None, Query()] = None,
    sort: EventSort = EventSort.ACCOUNTS,
    shared: bool = False,
    disputed: bool = False,
    number: Page = 1,
) -> EventsPage:
    """The events; ``shared`` keeps those that several accounts tell, ``disputed`` those with a dispute."""
    words = folded(q).strip()
    found = [
        event
        for event in held.events.values()
        if (kind in (None, event.kind))
        and (not shared or len(event.accounts) > 1)
        and (not disputed or event.id in held.disputes_of_event)
        and (not words or words in folded(f"{event.title} {' '.join(p.name for p in event.places)}"))
    ]
    keys = {
        EventSort.ACCOUNTS: lambda e: (-len(e.origins), -len(e.accounts), -len(e.claims), e.id),
        EventSort.DATE: lambda e: (_day(e), e.id), EventSort.TITLE: lambda e: (e.title.casefold(), e.id),
    }  # fmt: skip
    found.sort(key=keys[sort])
    paging = tables.paging(len(found), number, LISTED)
    kinds = [(k.value, sum(event.kind is k for event in held.events.values())) for k in EventKind]
    return EventsPage(
        "Events", tuple(event_row(held, event) for event in found[paging.first : paging.last]), paging, q,
        kind.value if kind else "", tuple(kinds), sort, shared, disputed, len(held.events),
        address.with_query("", q=q, kind=kind.value if kind else "", sort=sort.value, shared="true" if shared else "",
                           disputed="true" if disputed else "").removeprefix("?"),
    )  # fmt: skip


def event_row(held: Snapshot, event: Event) -> EventRow:
    """One event as it is listed."""
    return EventRow(
        event.id, event.kind.value, event.type, event.title, wording.period(event.period),
        wording.names([place.name for place in event.places[:3]]), wording.counted(event.accounts, event.origins),
        len(event.claims), len(held.disputes_of_event.get(event.id, ())), address.event(event.id),
    )  # fmt: skip


def _day(event: Event) -> str:
    first = event.period.start or event.period.end if event.period else None
    return first.isoformat() if first else "9999"


@dataclass(frozen=True, slots=True)
class Column:
    """One account's part in an event."""

    account: str
    label: str
    published: str
    address: str
    claims: int
    quotes: tuple[Quote, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Weight:
    """One reason of a bond: ``width`` of its bar from -1 to 1."""

    feature: str
    detail: str
    weight: float
    width: float


@dataclass(frozen=True, slots=True)
class BondView:
    """Why two claims are held to be about one thing."""

    left: Quote
    right: Quote
    probability: float
    bits: float
    reasons: tuple[Weight, ...]
    other: str
    other_title: str


@dataclass(frozen=True, slots=True)
class OriginView:
    """One independent origin and the accounts that rest on it."""

    name: str
    accounts: tuple[str, ...]
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventPage:
    """One event with its accounts side by side."""

    title: str
    id: str
    kind: str
    type: str
    period: str
    places: tuple[tuple[str, str, float | None, float | None], ...]
    counted: str
    columns: tuple[Column, ...]
    more_accounts: int
    first_account: int
    slots: tuple[SlotRow, ...]
    tolls: tuple[tollaxis.Axis, ...]
    disputes: tuple[Row, ...]
    origins: tuple[OriginView, ...]
    bonds: tuple[BondView, ...]
    more_bonds: int
    undecided: tuple[BondView, ...]
    silent: tuple[str, ...]
    claims: tuple[Quote, ...]
    where: SmallMap | None
    was: former.Was | None
    pending: bool


def _sheet(shown: EventPage) -> Iterator[tuple[object, ...]]:
    """The table of slots, the tolls and the places, one value a line."""
    yield ("part", "of", "value", "told by", "claims")
    for made in shown.slots:
        for column, cell in zip(shown.columns, made.cells, strict=True):
            yield from (("slot", made.slot, value.text, column.label, value.claims) for value in cell)
    for axis in shown.tolls:
        yield from (("toll", axis.title, bar.words, f"{bar.name}, in {bar.accounts}", "") for bar in axis.bars)
    for _, name, latitude, longitude in shown.places:
        yield ("place", name, "" if latitude is None else f"{latitude:.4f} {longitude:.4f}", "", "")


@page(router, "/events/{identifier}", "event.html", "Events", _sheet)
def event_page(
    held: Shown,
    desk: OnDesk,
    identifier: str,
    first: Annotated[int, Query(ge=0, le=100_000)] = 0,
    reasons: bool = False,
    was: Words = "",
) -> EventPage:
    """One event; ``first`` is the account that the first column shows, from 0; ``reasons`` gives every bond.

    ``was`` is the older id by which one came.
    """
    event = held.events.get(identifier) or former.follow(held, desk.case, identifier, "event")
    told: dict[str, list[str]] = defaultdict(list)
    for claim in event.claims:
        if claim in held.claims:
            told[held.claims[claim].account].append(claim)
    ordered = sorted(told, key=lambda account: (-len(told[account]), held.labels.get(account, account)))
    seen = ordered[first : first + SIDE_BY_SIDE]
    silent = next((s.accounts for s in held.comparison.silences if s.event == identifier), ())
    laid = Columns(held, By.ACCOUNT, {})
    members = set(event.claims)
    most = ALL_BONDS if reasons else BONDS
    bonds = [bond for bond in event.bonds if {bond.left, bond.right} <= held.claims.keys()]
    open_bonds = [bond for bond in held.linked.undecided
                  if {bond.left, bond.right} & members and {bond.left, bond.right} <= held.claims.keys()]  # fmt: skip
    return EventPage(
        event.title, event.id, event.kind.value, event.type, wording.period(event.period),
        tuple((p.place, p.name, p.latitude, p.longitude) for p in event.places),
        wording.counted(event.accounts, event.origins),
        tuple(_column(held, account, told[account]) for account in seen), len(ordered) - len(seen), first,
        rows(held, {account: [held.claims[c] for c in told[account]] for account in seen}),
        tollaxis.axes(held, identifier), tuple(row(d, laid, ()) for d in held.disputes_of_event.get(identifier, ())),
        tuple(_origin(held, origin, event) for origin in event.origins),
        tuple(bond_view(held, bond) for bond in bonds[:most]), max(0, len(bonds) - most),
        tuple(bond_view(held, bond, event) for bond in open_bonds[:BONDS]),
        held.voices.named(silent), quotes(held, event.claims[:200], once=False),
        small_map(event.places), former.was(held, desk.case, was, event.claims),
        held.is_pending(event.claims),
    )  # fmt: skip


def _column(held: Snapshot, account: str, claims: list[str]) -> Column:
    said = quotes(held, claims[: 4 * QUOTED])
    known = held.accounts.get(account)
    return Column(
        account, held.labels.get(account, account), wording.published(known) if known else "",
        address.document(account), len(claims), said[:QUOTED], max(0, len(said) - QUOTED),
    )  # fmt: skip


def _origin(held: Snapshot, identifier: str, event: Event) -> OriginView:
    origin = held.origins.get(identifier)
    if origin is None:
        return OriginView(held.labels.get(identifier, identifier), (), ())
    shared = [account for account in origin.accounts if account in event.accounts]
    because = [
        f"{held.voices.named((tie.taker,))[0]}: {tie.detail}" for tie in origin.dependences if tie.taker in shared
    ]
    return OriginView(origin.name, held.voices.named(shared), tuple(dict.fromkeys(because)))


def bond_view(held: Snapshot, bond: Bond, event: Event | None = None) -> BondView:
    """A bond with the words of both claims; ``event`` is the one it is seen from, where it joins none."""
    most = max((abs(reason.weight) for reason in bond.reasons), default=1.0) or 1.0
    reasons = tuple(Weight(r.feature, r.detail, r.weight, round(r.weight / most, 3)) for r in bond.reasons)
    other = ""
    if event is not None:
        far = bond.right if bond.left in event.claims else bond.left
        other = next((e for e in held.events_of_claim.get(far, ()) if e != event.id), "")
    left, right = quotes(held, (bond.left, bond.right), once=False)
    title = held.events[other].title if other else ""
    return BondView(left, right, bond.probability, sum(r.weight for r in bond.reasons), reasons, other, title)
