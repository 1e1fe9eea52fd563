"""The room of time: a lane for each account, outlet or actor, its events as bars, and when it was published.

What always holds: what is known to the day is a point, what is known less finely a bar, and an end that nobody states
fades out; publication is told apart from what is told.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Query

from testimonia.casefile.queries import folded
from testimonia.export import wording
from testimonia.model.event import Event, EventKind
from testimonia.model.period import Basis, Period, Precision
from testimonia.web import address
from testimonia.web.pages import Shown, Words, page
from testimonia.web.snapshot import Snapshot
from testimonia.web.timescale import Scale, asked_day

router = APIRouter()
# The drawing in its own units: names to the left of LEFT, a line of bars takes LINE.
LEFT, RIGHT, LINE, TOP = 190.0, 1120.0, 15.0, 34.0
LANES = 24
EVENTS = 400  # events drawn at most, those that most accounts tell first
DEEPEST = 8  # lines of one lane; what does not fit is told in numbers


class Lanes(StrEnum):
    """What a lane stands for."""

    ACCOUNT = "account"
    OUTLET = "outlet"
    ACTOR = "actor"


@dataclass(frozen=True, slots=True)
class Bar:
    """One event in one lane; a bar of no width is a point."""

    x: float
    width: float
    y: float
    soft_start: bool
    soft_end: bool
    point: bool
    kind: str
    disputed: bool
    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane with its bars and the days on which its accounts were published."""

    id: str
    label: str
    address: str
    y: float
    height: float
    bars: tuple[Bar, ...]
    published: tuple[tuple[float, str], ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class TimeRow:
    """One event as the table lists it."""

    title: str
    address: str
    when: str
    precision: str
    kind: str
    told_by: str


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """The timeline as it is shown."""

    title: str
    lanes: tuple[Lane, ...]
    marks: tuple[tuple[float, str], ...]
    height: float
    window: str
    since: str
    until: str
    by: Lanes
    q: str
    kind: str
    shared: bool
    rows: tuple[TimeRow, ...]
    drawn: int
    undated: int
    hidden_lanes: int
    query: str


Day = Annotated[str, Query(pattern=r"^(\d{4}-\d{2}-\d{2})?$")]


def _sheet(shown: TimelinePage) -> Iterator[tuple[object, ...]]:
    yield ("when", "precision", "kind", "event", "told by", "address")
    for line in shown.rows:
        yield (line.when, line.precision, line.kind, line.title, line.told_by, line.address)


@page(router, "/timeline", "timeline.html", "Timeline", _sheet)
def timeline(
    held: Shown,
    by: Annotated[Lanes | None, Query()] = None,
    q: Words = "",
    kind: Annotated[EventKind | None, Query()] = None,
    since: Day = "",
    until: Day = "",
    shared: bool | None = None,
) -> TimelinePage:
    """Events in lanes over time; without days the window holds most of what the accounts tell."""
    lanes_by = by or (Lanes.ACCOUNT if len(held.accounts) <= 16 else Lanes.OUTLET)
    only_shared = len(held.accounts) > 40 if shared is None else shared
    words = folded(q).strip()
    asked = [
        event
        for event in held.events.values()
        if kind in (None, event.kind)
        and (not only_shared or len(event.accounts) > 1)
        and (not words or words in folded(event.title))
    ]
    dated = [(event, period) for event in asked if (period := event.period) is not None and period.known]
    scale = _scale(held, dated, asked_day(since), asked_day(until))
    inside = [(e, p) for e, p in dated if _overlaps(p, scale)]
    inside.sort(key=lambda pair: (-len(pair[0].accounts), -len(pair[0].claims), pair[0].id))
    shown = inside[:EVENTS]
    lanes, hidden = _lanes(held, lanes_by, shown, scale)
    height = lanes[-1].y + lanes[-1].height + 26 if lanes else TOP + 40
    chronological = sorted(
        shown, key=lambda pair: ((pair[1].start or pair[1].end or scale.first).isoformat(), pair[0].id)
    )
    return TimelinePage(
        "Timeline", tuple(lanes), scale.marks(), height, scale.words, since, until, lanes_by, q,
        kind.value if kind else "", only_shared, tuple(_row(held, e, p) for e, p in chronological[:150]), len(shown),
        len(asked) - len(dated), hidden,
        address.query(by=by, q=q, kind=kind, since=since, until=until,
                      shared="" if shared is None else str(shared).lower()),
    )  # fmt: skip


def _scale(held: Snapshot, dated: list[tuple[Event, Period]], since: date | None, until: date | None) -> Scale:
    """The window asked for, else that of nine events in ten and of every publication."""
    days = sorted(d for _, period in dated for d in (period.start, period.end) if d)
    stated = [a.published for a in held.accounts.values() if a.published_basis is Basis.STATED]
    published = sorted(d for period in stated for d in (period.start, period.end) if d)
    core = _most(days, 10) + _most(published, 50)
    first = since or (min(core) - timedelta(7) if core else date(2016, 1, 1))
    last = until or (max(core) + timedelta(7) if core else first + timedelta(365))
    if published and not since:
        first = max(first, published[len(published) // 50] - timedelta(400))
    if published and not until:
        last = min(last, published[-1 - len(published) // 50] + timedelta(60))
    return Scale(first, max(last, first + timedelta(1)), LEFT, RIGHT)


def _most(days: list[date], part: int) -> list[date]:
    """Sorted ``days`` without the first and last of ``part`` parts of them."""
    cut = len(days) // part
    return days[cut : len(days) - cut] or days


def _overlaps(period: Period, scale: Scale) -> bool:
    return not ((period.start and period.start > scale.last) or (period.end and period.end < scale.first))


def _lanes(held: Snapshot, by: Lanes, shown: list[tuple[Event, Period]], scale: Scale) -> tuple[list[Lane], int]:
    members: dict[str, list[tuple[Event, Period]]] = defaultdict(list)
    for event, period in shown:
        for key in _keys(held, by, event):
            members[key].append((event, period))
    if by is not Lanes.ACTOR:
        for account in held.accounts:
            members.setdefault(account if by is Lanes.ACCOUNT else held.outlet(account), [])
    weight = Counter({key: len(events) for key, events in members.items()})
    keys = sorted(members, key=lambda key: (-weight[key], key))
    found, y = [], TOP
    for key in keys[:LANES]:
        lane = _lane(held, by, key, members[key], scale, y)
        found.append(lane)
        y += lane.height
    return found, max(0, len(keys) - LANES)


def _keys(held: Snapshot, by: Lanes, event: Event) -> Iterable[str]:
    if by is Lanes.ACTOR:
        return {m.actor for m in (*event.actors, *event.recipients) if m.actor in held.known}
    return set(event.accounts) if by is Lanes.ACCOUNT else {held.outlet(account) for account in event.accounts}


def _lane(held: Snapshot, by: Lanes, key: str, events: list[tuple[Event, Period]], scale: Scale, y: float) -> Lane:
    ends: list[float] = []
    bars: list[Bar] = []
    left_out = 0
    for event, period in sorted(events, key=lambda pair: (_start(pair[1], scale), pair[0].id)):
        x, width, point = _extent(period, scale)
        line = next((n for n, end in enumerate(ends) if end + 5 < x), len(ends))
        if line >= DEEPEST:
            left_out += 1
            continue
        ends[line : line + 1] = [x + max(width, 8)]
        bars.append(_bar(held, event, period, (x, width, point), y + 11 + LINE * line))
    height = max(30.0, 16 + LINE * max(1, len(ends)))
    published = tuple(dict.fromkeys(_published(held, by, key, scale)))
    label, href = _label(held, by, key)
    return Lane(key, label, href, y, height, tuple(bars), published, left_out)


def _label(held: Snapshot, by: Lanes, key: str) -> tuple[str, str]:
    if by is Lanes.ACTOR:
        return held.known[key].name, address.actor(key)
    if by is Lanes.ACCOUNT:
        return held.labels.get(key, key), address.document(key)
    return key, address.with_query("/documents", q=key)


def _published(held: Snapshot, by: Lanes, key: str, scale: Scale) -> Iterable[tuple[float, str]]:
    if by is Lanes.ACTOR:
        return
    for identifier, account in held.accounts.items():
        day = account.published.start or account.published.end
        mine = key == (identifier if by is Lanes.ACCOUNT else held.outlet(identifier))
        if mine and day and scale.first <= day <= scale.last:
            yield scale.at(day), wording.published(account)


def _start(period: Period, scale: Scale) -> float:
    return scale.at(period.start) if period.start else scale.left if period.end is None else scale.at(period.end) - 60


def _extent(period: Period, scale: Scale) -> tuple[float, float, bool]:
    """Left edge, width, and whether it is a day."""
    if period.start and period.start == period.end:
        return scale.at(period.start), 0.0, True
    start = scale.at(period.start) if period.start else max(scale.left, scale.at(period.end or scale.first) - 60)
    end = scale.at(period.end + timedelta(1)) if period.end else min(scale.right, start + 60)
    return start, round(max(end - start, 6.0), 1), False


def _bar(held: Snapshot, event: Event, period: Period, extent: tuple[float, float, bool], y: float) -> Bar:
    x, width, point = extent
    vague = period.precision in (Precision.VAGUE, Precision.SEASON, Precision.YEAR)
    told = f"{event.title} ({wording.period(period)}), {wording.counted(event.accounts, event.origins)}"
    return Bar(
        x, width, y, vague or period.start is None, vague or period.end is None, point, event.kind.value,
        event.id in held.disputes_of_event, told, address.event(event.id),
    )  # fmt: skip


def _row(held: Snapshot, event: Event, period: Period) -> TimeRow:
    return TimeRow(
        event.title, address.event(event.id), wording.period(period), period.precision.value, event.kind.value,
        wording.counted(event.accounts, event.origins),
    )  # fmt: skip
