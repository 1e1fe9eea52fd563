"""How near one another are the places that two mentions name: one site, one town, one within the other, or far apart.

What always holds: the level of two lists of places is the most telling of their finest ones, and is the same whichever
comes first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import asin, cos, radians, sin, sqrt

from testimonia.codebook import Codebook
from testimonia.link.words import LinkingWords
from testimonia.model.claim import COARSE, PlaceMention, PlacePrecision
from testimonia.read.place_parents import parents
from testimonia.read.toponym_fold import DeepFold, PlaceSpelling

Spots = tuple[PlaceMention, ...]
_Site = tuple[tuple[str, str, PlacePrecision, str], ...]

# Two names of one site stand no farther apart than this, in kilometres.
SITE_KM = 3.0
EARTH_RADIUS_KM = 6371.0
# A village told of as in a town may lie in its countryside: towns farther apart than this leave it no room.
AROUND_TOWN_KM = 50.0

# Kilometres within which two places of each precision may be one: the size of what the name covers.
REACH_KM = {
    PlacePrecision.EXACT: 3.0,
    PlacePrecision.VICINITY: 8.0,
    PlacePrecision.LOCALITY: 6.0,
    PlacePrecision.REGION: 90.0,
    PlacePrecision.COUNTRY: 600.0,
}
_FINE = (PlacePrecision.EXACT, PlacePrecision.VICINITY)


def kilometres(left: PlaceMention, right: PlaceMention) -> float | None:
    """Great-circle distance, ``None`` where either has no coordinates."""
    if left.latitude is None or left.longitude is None or right.latitude is None or right.longitude is None:
        return None
    lat1, lat2 = radians(left.latitude), radians(right.latitude)
    half: float = (
        sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin(radians(right.longitude - left.longitude) / 2) ** 2
    )
    return float(2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(half))))


def finest(spots: tuple[PlaceMention, ...]) -> tuple[PlaceMention, ...]:
    """The spots said most finely: a town hides the country named beside it."""
    fine = tuple(spot for spot in spots if spot.precision not in COARSE)
    return fine or tuple(spot for spot in spots if spot.precision is PlacePrecision.REGION) or spots


class Whereabouts:
    """Compares places; ``weights`` say which level tells most, ``common`` which places say little."""

    def __init__(
        self, words: LinkingWords, codebook: Codebook, weights: Mapping[str, float], common: frozenset[str]
    ) -> None:
        self._words = words
        self._codebook = codebook
        self._weights = weights
        self._common = common
        self._folded = DeepFold(codebook.lexicon("place_spelling", PlaceSpelling))
        self._levels: dict[tuple[_Site, _Site], tuple[str, str]] = {}

    def level(self, left: Spots, right: Spots) -> tuple[str, str]:
        """The level of two lists of places, with what it rests on."""
        key = (_site(left), _site(right))
        if key not in self._levels:
            self._levels[key] = self._level(left, right)
        return self._levels[key]

    def _level(self, left: Spots, right: Spots) -> tuple[str, str]:
        regions = [{spot.place for spot in spots if spot.precision is PlacePrecision.REGION} for spots in (left, right)]
        towns = [_towns(spots) for spots in (left, right)]
        left, right = finest(left), finest(right)
        if not left or not right:
            return "place_unknown", "one of them names no place"
        sites = [tuple(spot for spot in spots if spot.precision is PlacePrecision.EXACT) for spots in (left, right)]
        if all(sites):
            left, right = sites
        levels = [
            _by_their_towns(self._pair(one, two), _town(one, towns[0]), _town(two, towns[1]))
            for one in left
            for two in right
        ]
        best, detail = max(levels, key=lambda level: (self._weights.get(level[0], 0.0), level))
        # "Raids in the north of Homs province", told elsewhere of one of its towns.
        if regions[0] & regions[1]:
            best = {"place_far": "place_off", "place_unknown": "place_region"}.get(best, best)
        return best, detail

    def _pair(self, one: PlaceMention, two: PlaceMention) -> tuple[str, str]:
        if one.place == two.place:
            level = "fine" if one.precision in _FINE else "common" if one.place in self._common else "town"
            if one.precision is PlacePrecision.REGION:
                level = "region"
            if one.precision is PlacePrecision.COUNTRY:
                level = "country"
            return f"place_{level}", one.name
        names = " and ".join(sorted((one.name, two.name)))
        if self._inside(one, two) or self._inside(two, one):
            coarse = one.precision in COARSE or two.precision in COARSE
            return ("place_region" if coarse else "place_nested"), f"{names}: one within the other"
        distance = kilometres(one, two)
        if one.precision is two.precision is PlacePrecision.EXACT:
            same = self._proper(one) & self._proper(two)
            if same and (distance is None or distance <= SITE_KM):
                return "place_fine", f"{names}: one site by two names"
            if not same and (distance is None or distance > SITE_KM):
                return "place_other_site", f"{names}: two sites"
        if distance is None:
            alike = self._spelt_alike(one, two)
            return (alike, f"{names}: spelt alike") if alike else ("place_unknown", f"{names}: no distance known")
        reach = max(REACH_KM[one.precision], REACH_KM[two.precision])
        detail = f"{names}: {distance:.0f} km apart"
        if one.precision in COARSE or two.precision in COARSE:
            if PlacePrecision.COUNTRY in (one.precision, two.precision):
                # A country beside a deed is as often somebody's as its place.
                return ("place_country", detail) if distance <= reach else ("place_off", detail)
            return ("place_country", detail) if distance <= reach else ("place_far", detail)
        if distance <= reach:
            return ("place_nested" if distance <= 2 else "place_near"), detail
        return ("place_off" if distance <= 25 else "place_far"), detail

    def _spelt_alike(self, one: PlaceMention, two: PlaceMention) -> str:
        """The level of places that no gazetteer holds both of, where their names are one, or one within the other."""
        names = [tuple(filter(None, map(self._folded, spot.name.split()))) for spot in (one, two)]
        if not all(names):
            return ""
        if names[0] == names[1]:
            return "place_town"
        proper = [{self._folded(word) for word in self._proper(spot)} - {""} for spot in (one, two)]
        return "place_nested" if all(proper) and (proper[0] <= proper[1] or proper[1] <= proper[0]) else ""

    def _proper(self, spot: PlaceMention) -> set[str]:
        """The words of a site's name that are its own, not those of its kind ("clinic")."""
        return {word for word in re.findall(r"[^\W\d_]{4,}", spot.name.casefold()) if word not in self._words.sites}

    def _inside(self, inner: PlaceMention, outer: PlaceMention) -> bool:
        return outer.place in parents(inner, self._codebook)


def _towns(spots: Spots) -> Mapping[str, PlaceMention]:
    """The towns and regions of ``spots`` that a gazetteer holds."""
    return {
        spot.place: spot for spot in spots if spot.latitude is not None and spot.precision is not PlacePrecision.COUNTRY
    }


def _town(spot: PlaceMention, towns: Mapping[str, PlaceMention]) -> PlaceMention:
    """The town or region named beside a village that no gazetteer holds, in which it lies; else the spot itself."""
    return towns.get(spot.within, spot) if spot.latitude is None and spot.within else spot


def _by_their_towns(level: tuple[str, str], one: PlaceMention, two: PlaceMention) -> tuple[str, str]:
    """``level``, or far apart where it is not known how far and the towns or regions that they lie in are."""
    if level[0] != "place_unknown" or PlacePrecision.COUNTRY in (one.precision, two.precision):
        return level
    distance = kilometres(one, two)
    room = max(AROUND_TOWN_KM, REACH_KM[one.precision], REACH_KM[two.precision])
    if distance is None or distance <= room:
        return level
    return "place_far", f"{one.name} and {two.name}: {distance:.0f} km apart"


def _site(spots: tuple[PlaceMention, ...]) -> _Site:
    """All of ``spots`` that their comparison rests on; one place is told as a town here and as its province there."""
    return tuple((spot.place, spot.name, spot.precision, spot.within) for spot in spots)
