"""The room of places: what is told to have happened where, as finely as it is told, and over which time.

What always holds: a place that is told coarsely is drawn as an area and never as a point; every mark is a row of the
table below the map.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from math import log2
from statistics import median
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from testimonia.export import wording
from testimonia.model.claim import COARSE, PlaceMention, PlacePrecision
from testimonia.model.event import Event, EventKind
from testimonia.web import address
from testimonia.web.basemap import Country, View, countries, geojson
from testimonia.web.pages import Shown, Words, page
from testimonia.web.placing import Label, labels
from testimonia.web.snapshot import Snapshot

router = APIRouter()
# Kilometres of the area within which a place of each precision may lie, by judgement.
RADII = {
    PlacePrecision.EXACT: 0.3, PlacePrecision.VICINITY: 4.0, PlacePrecision.LOCALITY: 6.0, PlacePrecision.REGION: 60.0,
    PlacePrecision.COUNTRY: 250.0,
}  # fmt: skip
MARKS = 220
CLOSEST, WIDEST = 6000.0, 3.0  # pixels for a degree
# Types of events and groups of situations (``linking.yaml``) that tell of force and of who holds a place.
FORCE = frozenset({"ASSAULT", "COERCE"})
HOLDING = frozenset({"control", "encirclement", "siege", "CONTROLS", "BESIEGES"})


class Layer(StrEnum):
    """What the marks tell of."""

    ALL = "all"
    STRIKES = "strikes"
    CONTROL = "control"


@dataclass(frozen=True, slots=True)
class Mark:
    """One place with what is told of it."""

    id: str
    name: str
    x: float
    y: float
    size: float
    area: float
    coarse: bool
    force: int
    holding: int
    disputed: int
    label: Label | None
    words: str
    address: str


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place as the table and the map that is dragged have it; ``radius`` is in kilometres."""

    id: str
    name: str
    precision: str
    latitude: float
    longitude: float
    radius: float
    coarse: bool
    told: int
    force: int
    strikers: str
    holding: int
    holders: str
    disputed: int
    events: tuple[tuple[str, str], ...]
    more: int
    address: str


@dataclass(frozen=True, slots=True)
class MapPage:
    """The map as it is shown."""

    title: str
    marks: tuple[Mark, ...]
    countries: tuple[Country, ...]
    view: View
    rows: tuple[PlaceRow, ...]
    places: int
    nowhere: int
    layer: Layer
    layers: tuple[tuple[str, int], ...]
    month: int
    months: tuple[str, ...]
    place: str
    place_name: str
    bar: tuple[float, str]
    query: str
    closer: str
    wider: str


@dataclass(slots=True)
class _Gathered:
    """What is told of one place."""

    mention: PlaceMention
    events: list[Event] = field(default_factory=list)


def _sheet(shown: MapPage) -> Iterator[tuple[object, ...]]:
    yield ("place", "name", "precision", "latitude", "longitude", "told", "force", "strikers", "holding", "holders",
           "disputed", "events")  # fmt: skip
    for r in shown.rows:
        titles = tuple(title for _, title in r.events)
        spot = (f"{r.latitude:.4f}", f"{r.longitude:.4f}")
        yield (r.id, r.name, r.precision, *spot, r.told, r.force, r.strikers, r.holding, r.holders, r.disputed, titles)


@page(router, "/map", "map.html", "Map", _sheet)
def the_map(
    held: Shown,
    layer: Layer = Layer.ALL,
    month: Annotated[int, Query(ge=0, le=5000)] = 0,
    place: Words = "",
    lat: Annotated[float | None, Query(ge=-85, le=85)] = None,
    lon: Annotated[float | None, Query(ge=-180, le=180)] = None,
    scale: Annotated[float | None, Query(ge=WIDEST, le=CLOSEST)] = None,
) -> MapPage:
    """The map; ``month`` counts the months of the case from 1, 0 shows all of them."""
    months = held.remembered(("months",), lambda: _months(held))
    when = months[month - 1] if 0 < month <= len(months) else None
    found = _places(held, layer, when)
    ordered = sorted(found.values(), key=lambda g: (g.mention.place != place, -len(g.events), g.mention.place))
    chosen = next((g for g in ordered if g.mention.place == place), None)
    view = _view([g.mention for g in ordered for _ in g.events], chosen.mention if chosen else None, lat, lon, scale)
    counts = {one: len({e.id for g in _places(held, one, when).values() for e in g.events}) for one in Layer}
    kept = {"layer": layer if layer is not Layer.ALL else "", "month": month or ""}
    here = {"lat": round(view.latitude, 4), "lon": round(view.longitude, 4)}
    return MapPage(
        "Map", _marks(held, ordered[:MARKS], view), _lands(view, {g.mention.name for g in ordered[:MARKS]}), view,
        tuple(_row(held, g) for g in ordered[:MARKS]), len(ordered),
        sum(not event.places for event in held.events.values()), layer, tuple((k.value, n) for k, n in counts.items()),
        month if when else 0, tuple(f"{one:%B %Y}" for one in months), place, chosen.mention.name if chosen else "",
        bar_of(view), address.query(**kept),
        address.with_query("/map", **kept, **here, scale=round(min(view.scale * 2, CLOSEST), 2)),
        address.with_query("/map", **kept, **here, scale=round(max(view.scale / 2, WIDEST), 2)),
    )  # fmt: skip


@router.get("/map/land.json", include_in_schema=False)
def land() -> Response:
    """The land and borders under the map, and where the names of the countries go, as GeoJSON."""
    return Response(geojson(), media_type="application/geo+json", headers={"cache-control": "max-age=86400"})


def _lands(view: View, marked: set[str]) -> tuple[Country, ...]:
    """The countries in view; one that is a mark itself is not named twice."""
    return tuple(replace(one, named=one.named and one.name not in marked) for one in countries(view))


def _months(held: Snapshot) -> tuple[date, ...]:
    """The first days of the months in which events with places lie, from the first to the last."""
    days = [d for e in held.events.values() if e.places and e.period for d in (e.period.start, e.period.end) if d]
    days.sort()
    cut = len(days) // 50
    core = days[cut : len(days) - cut]
    if not core:
        return ()
    first, last = core[0].year * 12 + core[0].month - 1, core[-1].year * 12 + core[-1].month - 1
    return tuple(date(n // 12, n % 12 + 1, 1) for n in range(max(first, last - 239), last + 1))


def _places(held: Snapshot, layer: Layer, when: date | None) -> dict[str, _Gathered]:
    return held.remembered(("places", layer, when), lambda: _gather(held, layer, when))


def _gather(held: Snapshot, layer: Layer, when: date | None) -> dict[str, _Gathered]:
    found: dict[str, _Gathered] = {}
    for event in held.events.values():
        if event.kind is EventKind.QUOTATION or not _wanted(event, layer, when):
            continue
        finest = [p for p in event.places if p.precision not in COARSE] or event.places
        for mention in finest[:3]:
            if mention.latitude is not None and mention.longitude is not None:
                found.setdefault(mention.place, _Gathered(mention)).events.append(event)
    return found


def _wanted(event: Event, layer: Layer, when: date | None) -> bool:
    if layer is Layer.STRIKES and event.type not in FORCE:
        return False
    if layer is Layer.CONTROL and not _holds(event):
        return False
    if when is None:
        return True
    period = event.period
    if period is None or not period.known:
        return False
    after = period.start is not None and (period.start.year, period.start.month) > (when.year, when.month)
    before = period.end is not None and (period.end.year, period.end.month) < (when.year, when.month)
    return not after and not before


def _holds(event: Event) -> bool:
    return event.kind is EventKind.SITUATION and event.type in HOLDING


def _view(
    mentions: list[PlaceMention], chosen: PlaceMention | None, lat: float | None, lon: float | None, scale: float | None
) -> View:
    """The view asked for, else around the chosen place, else that of most tellings."""
    fine = [p for p in mentions if p.precision not in COARSE] or mentions
    spots = [(p.latitude, p.longitude) for p in fine if p.latitude is not None and p.longitude is not None]
    if lat is not None and lon is not None:
        return View(lat, lon, scale or 60.0)
    if chosen and chosen.latitude is not None and chosen.longitude is not None:
        wide = {PlacePrecision.COUNTRY: 60.0, PlacePrecision.REGION: 200.0}.get(chosen.precision, 900.0)
        return View(chosen.latitude, chosen.longitude, scale or wide)
    if not spots:
        return View(34.8, 38.5, 60.0)
    tall, broad_ = _core([up for up, _ in spots]), _core([across for _, across in spots])
    high, broad = max(tall[1] - tall[0], 0.3), max(broad_[1] - broad_[0], 0.5)
    fitted = min(600 * 0.78 / high, 1000 * 0.78 / broad)
    middle = (sum(tall) / 2, sum(broad_) / 2)
    return View(*middle, min(max(scale or fitted, WIDEST), CLOSEST))


def _core(values: list[float]) -> tuple[float, float]:
    """The least and greatest of the values that lie near their middle one, as near as most of them do."""
    middle = median(values)
    reach = max(0.25, 4 * median(abs(value - middle) for value in values))
    near = [value for value in values if abs(value - middle) <= reach]
    return min(near), max(near)


def _marks(held: Snapshot, found: list[_Gathered], view: View) -> tuple[Mark, ...]:
    drawn = []
    for gathered in found:
        mention = gathered.mention
        x, y = view.point(mention.latitude or 0.0, mention.longitude or 0.0)
        if -60 < x < view.width + 60 and -60 < y < view.height + 60:
            drawn.append((gathered, x, y, round(3.5 + 1.6 * log2(len(gathered.events)), 1)))
    named = labels([(g.mention.place, x, y, size, g.mention.name) for g, x, y, size in drawn], view.width, view.height)
    return tuple(_mark(held, g, x, y, size, view, named.get(g.mention.place)) for g, x, y, size in drawn)


def _mark(
    held: Snapshot, gathered: _Gathered, x: float, y: float, size: float, view: View, label: Label | None
) -> Mark:
    mention, events = gathered.mention, gathered.events
    force, holding = sum(e.type in FORCE for e in events), sum(_holds(e) for e in events)
    disputed = sum(e.id in held.disputes_of_event for e in events)
    words = f"{mention.name} ({mention.precision.value}): {len(events)} events, {disputed} disputed"
    return Mark(
        mention.place, mention.name, x, y, size, round(min(view.kilometres(RADII[mention.precision]), 900.0), 1),
        mention.precision in COARSE, force, holding, disputed, label, words,
        address.with_query("/map", place=mention.place),
    )  # fmt: skip


def _row(held: Snapshot, gathered: _Gathered) -> PlaceRow:
    mention = gathered.mention
    ordered = sorted(gathered.events, key=lambda e: (-len(e.accounts), e.id))
    holders = dict.fromkeys(m.name for e in ordered if _holds(e) for m in e.actors)
    strikers = dict.fromkeys(m.name for e in ordered if e.type in FORCE for m in e.actors)
    return PlaceRow(
        mention.place, mention.name, mention.precision.value, round(mention.latitude or 0.0, 4),
        round(mention.longitude or 0.0, 4), RADII[mention.precision], mention.precision in COARSE, len(ordered),
        sum(e.type in FORCE for e in ordered), wording.names(list(strikers)[:4]), sum(_holds(e) for e in ordered),
        wording.names(list(holders)[:4]), sum(e.id in held.disputes_of_event for e in ordered),
        tuple((address.event(e.id), e.title) for e in ordered[:4]), max(0, len(ordered) - 4),
        address.with_query("/map", place=mention.place),
    )  # fmt: skip


def bar_of(view: View) -> tuple[float, str]:
    """The length of a bar of round kilometres, and what it stands for."""
    for distance in (2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1):
        if view.kilometres(distance) <= 160:
            return round(view.kilometres(distance), 1), f"{distance:,} km"
    return 100.0, ""
