"""How far apart places are, and which lies in which.

What always holds: a place contains itself; distances are great-circle kilometres on a sphere of radius 6,371 km.
"""

from __future__ import annotations

import math

from testimonia.codebook.codebook import Codebook
from testimonia.model.claim import COARSE, PlaceMention, PlacePrecision

_RADIUS_KM = 6371.0
_BREADTH = {  # how far from its point a place reaches, in km: half of a usual town, district or region
    PlacePrecision.EXACT: 1.0,
    PlacePrecision.VICINITY: 10.0,
    PlacePrecision.LOCALITY: 8.0,
    PlacePrecision.REGION: 60.0,
    PlacePrecision.COUNTRY: 400.0,
}
_ORDER = list(_BREADTH)


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance between two points of latitude and longitude in degrees."""
    phi_a, phi_b = math.radians(a[0]), math.radians(b[0])
    half = math.sin((phi_b - phi_a) / 2) ** 2
    half += math.cos(phi_a) * math.cos(phi_b) * math.sin(math.radians(b[1] - a[1]) / 2) ** 2
    return 2 * _RADIUS_KM * math.asin(min(1.0, math.sqrt(half)))


def distance_km(a: PlaceMention, b: PlaceMention) -> float | None:
    """Kilometres between the points of two places; ``None`` where one has no point."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    return kilometres((a.latitude, a.longitude), (b.latitude, b.longitude))


def contains(outer: PlaceMention, inner: PlaceMention, codebook: Codebook | None = None) -> bool:
    """Whether ``inner`` lies in ``outer``: a district in its town, a town in its region, a region in its country.

    The codebook's ``within`` and the countries and regions of the gazetteer decide; where neither knows, a finer
    place contained is one whose point lies within the usual breadth of the coarser.
    """
    from testimonia.read.place_parents import parents

    if outer.place == inner.place:
        return _ORDER.index(outer.precision) >= _ORDER.index(inner.precision)
    above = parents(inner, codebook)
    if outer.place in above:
        return True
    if _ORDER.index(outer.precision) <= _ORDER.index(inner.precision):
        return False
    if outer.precision in COARSE and above:
        return False  # its own region and country are known, and are others
    apart = distance_km(outer, inner)
    return apart is not None and apart <= _BREADTH[outer.precision]
