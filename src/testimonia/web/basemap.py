"""The land under the map: coasts and borders of Natural Earth, drawn as paths for the part of the world in view.

What always holds: nothing is fetched; the data is the vendored ``countries-50m.json`` of world-atlas, a TopoJSON of
Natural Earth's public-domain countries at 1:50 million.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import cos, radians

Point = tuple[float, float]
FILE = "countries-50m.json"
# Points this far outside are pulled to a frame around the view; steps shorter than this are not drawn.
BEYOND, FINE = 400.0, 0.9


@dataclass(frozen=True, slots=True)
class View:
    """A plate carrée around a point, true to scale at its latitude; ``scale`` is pixels for a degree of latitude."""

    latitude: float
    longitude: float
    scale: float
    width: float = 1000.0
    height: float = 600.0

    def point(self, latitude: float, longitude: float) -> Point:
        """Where a place is drawn."""
        shrink = cos(radians(self.latitude))
        x = self.width / 2 + (longitude - self.longitude) * shrink * self.scale
        return round(x, 1), round(self.height / 2 - (latitude - self.latitude) * self.scale, 1)

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east and north of what is in view, in degrees."""
        half_x = self.width / 2 / self.scale / cos(radians(self.latitude))
        half_y = self.height / 2 / self.scale
        return (self.longitude - half_x, self.latitude - half_y, self.longitude + half_x, self.latitude + half_y)

    def kilometres(self, distance: float) -> float:
        """How long ``distance`` kilometres are drawn."""
        return distance / 111.2 * self.scale


@dataclass(frozen=True, slots=True)
class Country:
    """One country in view: its outline, and where its name goes."""

    name: str
    path: str
    x: float
    y: float
    named: bool


@lru_cache(maxsize=256)
def countries(view: View) -> tuple[Country, ...]:
    """The countries in view."""
    west, south, east, north = view.bounds
    found = []
    for name, rings in _world():
        path, biggest, middle = [], 0.0, (0.0, 0.0)
        for box, ring in rings:
            if box[0] > east or box[2] < west or box[1] > north or box[3] < south:
                continue
            path.append(_drawn(ring, view))
            visible = (max(box[0], west), max(box[1], south), min(box[2], east), min(box[3], north))
            size = (visible[2] - visible[0]) * (visible[3] - visible[1])
            if size > biggest:
                biggest, middle = size, ((visible[1] + visible[3]) / 2, (visible[0] + visible[2]) / 2)
        if path:
            x, y = view.point(*middle)
            share = biggest / ((east - west) * (north - south))
            found.append(Country(name, "".join(path), x, y, share > 0.012))
    return tuple(found)


@lru_cache(maxsize=1)
def geojson() -> bytes:
    """The countries as GeoJSON: of each its outlines, and a point with its name in the middle of the largest."""
    features: list[dict[str, object]] = []
    for name, rings in _world():
        outlines = [[[[round(x, 3), round(y, 3)] for x, y in ring]] for _, ring in rings]
        shape = {"type": "MultiPolygon", "coordinates": outlines}
        features.append({"type": "Feature", "properties": {}, "geometry": shape})
        box = max((box for box, _ in rings), key=lambda box: (box[2] - box[0]) * (box[3] - box[1]))
        middle = [round((box[0] + box[2]) / 2, 2), round((box[1] + box[3]) / 2, 2)]
        point = {"type": "Point", "coordinates": middle}
        features.append({"type": "Feature", "properties": {"name": name}, "geometry": point})
    return json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":")).encode()


def _drawn(ring: Sequence[Point], view: View) -> str:
    """A ring as a path; points that fall on one pixel are drawn once, those far outside are pulled to the edge."""
    across, up = cos(radians(view.latitude)) * view.scale, -view.scale
    west, north = view.width / 2 - view.longitude * across, view.height / 2 - view.latitude * up
    right, low = view.width + BEYOND, view.height + BEYOND
    parts: list[str] = []
    last_x = last_y = -1e9
    for longitude, latitude in ring:  # the innermost loop of the map: tens of thousands of points
        x, y = west + longitude * across, north + latitude * up
        x = -BEYOND if x < -BEYOND else min(x, right)
        y = -BEYOND if y < -BEYOND else min(y, low)
        if abs(x - last_x) + abs(y - last_y) >= FINE:
            parts.append(f"{x:.1f} {y:.1f}")
            last_x, last_y = x, y
    return f"M{'L'.join(parts)}z" if len(parts) > 2 else ""


@lru_cache(maxsize=1)
def _world() -> list[tuple[str, list[tuple[tuple[float, float, float, float], list[Point]]]]]:
    """Every country with its outer rings and the box around each."""
    topology = json.loads((files("testimonia.web") / "static" / "vendor" / FILE).read_text(encoding="utf-8"))
    (kx, ky), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = [list(_arc(arc, kx, ky, tx, ty)) for arc in topology["arcs"]]
    found = []
    for shape in topology["objects"]["countries"]["geometries"]:
        held = shape.get("arcs", ())
        polygons = [held] if shape.get("type") == "Polygon" else held
        rings = [_ring(polygon[0], arcs) for polygon in polygons]
        boxed = [(_box(ring), ring) for ring in rings]
        found.append((str(shape.get("properties", {}).get("name", "")), boxed))
    return found


def _box(ring: Sequence[Point]) -> tuple[float, float, float, float]:
    across, up = [x for x, _ in ring], [y for _, y in ring]
    return min(across), min(up), max(across), max(up)


def _arc(arc: Sequence[Sequence[int]], kx: float, ky: float, tx: float, ty: float) -> Iterator[Point]:
    x = y = 0
    for dx, dy, *_ in arc:
        x, y = x + dx, y + dy
        yield x * kx + tx, y * ky + ty


def _ring(numbers: Sequence[int], arcs: Sequence[list[Point]]) -> list[Point]:
    ring: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring.extend(arc[1:] if ring else arc)
    return ring
