"""The small map of one event: its places, as finely as they are told, over land and borders.

What always holds: an event without a located place has no map.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from testimonia.model.claim import COARSE, PlaceMention
from testimonia.web import address
from testimonia.web.basemap import Country, View, countries
from testimonia.web.mapping import RADII, bar_of
from testimonia.web.placing import Label, labels

WIDTH, HEIGHT = 640.0, 300.0
SHOWN = 8


@dataclass(frozen=True, slots=True)
class Spot:
    """One place of the event."""

    name: str
    precision: str
    x: float
    y: float
    area: float
    coarse: bool
    label: Label | None
    address: str


@dataclass(frozen=True, slots=True)
class SmallMap:
    """The map of one event."""

    marks: tuple[Spot, ...]
    countries: tuple[Country, ...]
    bar: tuple[float, str]


def small_map(places: Iterable[PlaceMention]) -> SmallMap | None:
    """The map of ``places``, the finest of which decide what is in view."""
    located = [p for p in places if p.latitude is not None and p.longitude is not None]
    fine = [p for p in located if p.precision not in COARSE] or located
    if not fine:
        return None
    up, across = [p.latitude or 0.0 for p in fine], [p.longitude or 0.0 for p in fine]
    up, across = _core(up), _core(across)
    high, broad = max(max(up) - min(up), 1.0), max(max(across) - min(across), 1.6)
    scale = min(HEIGHT * 0.7 / high, WIDTH * 0.7 / broad)
    view = View((max(up) + min(up)) / 2, (max(across) + min(across)) / 2, scale, WIDTH, HEIGHT)
    spots = [(p, *view.point(p.latitude or 0.0, p.longitude or 0.0)) for p in fine[:SHOWN]]
    seen = [(p, x, y) for p, x, y in spots if 0 < x < WIDTH and 0 < y < HEIGHT]
    named = labels([(p.place, x, y, 5.0, p.name) for p, x, y in seen], WIDTH, HEIGHT)
    marks = tuple(
        Spot(p.name, p.precision.value, x, y, round(view.kilometres(RADII[p.precision]), 1), p.precision in COARSE,
             named.get(p.place), address.with_query("/map", place=p.place))
        for p, x, y in seen
    )  # fmt: skip
    return SmallMap(marks, tuple(countries(view)), bar_of(view))


def _core(values: list[float]) -> list[float]:
    """The values near their middle one: a far place named in passing does not shrink the map."""
    middle = sorted(values)[len(values) // 2]
    return [value for value in values if abs(value - middle) < 4.0]
