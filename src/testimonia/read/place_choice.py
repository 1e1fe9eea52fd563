"""Which of its namesakes a name means: the one that fits the other places and countries of the text.

What always holds: one spelling has one meaning in one text, except where a parent stands beside it ("Paris,
Texas"). Nearness to the text's other places and countries counts before population, so that a nearby village beats
a distant namesake; a name that stands alone gets its most prominent bearer.
Weights were fitted by hand on the toponyms of TR-News, GeoWebNews and GeoVirus (accuracy within 161 km there is
printed by the accuracy benchmark).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from testimonia.model.claim import PlacePrecision
from testimonia.read.known_places import Candidate, Form, Origin
from testimonia.read.place_geometry import kilometres

# Points, set by hand on TR-News and GeoWebNews; what they reach stands in docs/evaluation/places-and-sources.md.
_PARENT = 6.0  # "Georgetown, Kentucky": the region or country that follows the name
_COUNTRY_ALONE = 0.5  # the same, for a small town of whose region and neighbours the text says nothing
_TOWN, _SOME = 100_000, 0.25  # people below which a town is small; nearness below which nothing is near
_COUNTRY = 2.2  # the text speaks of the candidate's country
_REGION = 1.6  # the text speaks of the candidate's first-level region
_NEAR = 2.4  # another place of the text lies close by
_PASSING = 0.25  # a name of less weight tells nothing of regions and neighbours
_NEAR_KM = 60.0  # over this distance closeness falls to 1/e
_FAR_DEGREES = 2.5  # of latitude, twice that of longitude: what lies further is not measured
_CAPITAL = 1.5  # the seat of a state's government
_ROUNDS = 3  # of choosing again by what was chosen
_HOME = 0.4  # a place in the countries of the codebook's war
_EXONYM = 150_000  # cities so great have an English name that GeoNames keeps as a second one
_CHIEF_CITY = 10  # a region is at most so many times as populous as the city whose name it yields to

Group = str  # the folded name under which mentions share one meaning


def choose(
    names: Sequence[tuple[Group, tuple[Candidate, ...]]],
    parents: Mapping[int, int],
    home: frozenset[str] = frozenset(),
    weights: Sequence[float] | None = None,
) -> list[Candidate | None]:
    """The candidate of each name, or ``None`` where it has none.

    ``parents[i] = j`` says that name ``j`` stands directly after name ``i`` as its parent or in brackets;
    ``home`` are the countries of the codebook's war, which get a slight preference; ``weights`` say how much each
    name tells where the text is, 1 unless given.
    """
    standings: dict[tuple[Group, int], tuple[float, ...]] = {}
    for group, candidates in names:
        if (group, len(candidates)) not in standings:
            standings[group, len(candidates)] = _standings(candidates, home)
    chosen: list[Candidate | None] = [
        candidates[_highest(standings[group, len(candidates)])] if candidates else None for group, candidates in names
    ]
    for _ in range(_ROUNDS):
        context = _Context(names, chosen, weights or [1.0] * len(names))
        settled: dict[tuple[Group, int, Group | None], Candidate] = {}
        again: list[Candidate | None] = []
        for index, (group, candidates) in enumerate(names):
            if len(candidates) < 2:
                again.append(candidates[0] if candidates else None)
                continue
            key = (group, len(candidates), names[parents[index]][0] if index in parents else None)
            if key not in settled:
                settled[key] = _best(index, names, parents, context, standings[group, len(candidates)])
            again.append(settled[key])
        again = _one_sense(names, parents, again)
        if again == chosen:
            break
        chosen = again
    return chosen


@lru_cache(maxsize=200_000)
def prominence(candidate: Candidate) -> float:
    """How likely a name alone means this place: population on a logarithmic scale, and its rank."""
    size = math.log10(candidate.population + 10) if candidate.population else 0.0
    if candidate.kind == "state":
        score = 8.5
    elif candidate.kind == "region1":
        score = 4.2 + 0.35 * (size or 6.0)
    elif candidate.kind == "region2":
        score = 0.55 * size
    elif candidate.origin is Origin.SUPPLEMENT:
        score = max(5.5, size + 0.5)
    elif candidate.kind == "city":
        score = size + (_CAPITAL if candidate.capital else 0.0)
    else:
        score = 7.5  # rivers, seas, landscapes: the gazetteer lists only the well known
    if candidate.form is Form.SPELLING:
        score -= 2.0
    elif not candidate.chief:
        score -= 0.2 if candidate.population > _EXONYM else 0.8
    return score


def _highest(scores: Sequence[float]) -> int:
    return max(range(len(scores)), key=scores.__getitem__)


@lru_cache(maxsize=50_000)
def _standings(candidates: tuple[Candidate, ...], home: frozenset[str]) -> tuple[float, ...]:
    """What each candidate scores without regard to the text."""
    homely = (_HOME if c.country in home else 0.0 for c in candidates)
    return tuple(
        prominence(c) - _behind_its_city(c, candidates) + at_home for c, at_home in zip(candidates, homely, strict=True)
    )


def _behind_its_city(candidate: Candidate, candidates: tuple[Candidate, ...]) -> float:
    """A region that bears the name of its chief city yields to the city, unless the city is small beside it."""
    if not candidate.kind.startswith("region"):
        return 0.0
    for other in candidates:
        same = other.country == candidate.country and other.kind not in ("region1", "region2", "state")
        large = other.population * _CHIEF_CITY >= candidate.population or other.origin is Origin.SUPPLEMENT
        inside = other.region == candidate.region or (
            other.point and candidate.point and kilometres(other.point, candidate.point) < 150.0
        )
        if same and large and inside:
            return 3.0
    return 0.0


class _Context:
    """What a text's names say together: how often it speaks of each country and region, and where its places are."""

    def __init__(
        self,
        names: Sequence[tuple[Group, tuple[Candidate, ...]]],
        chosen: Sequence[Candidate | None],
        weights: Sequence[float],
    ) -> None:
        self.countries: defaultdict[str, float] = defaultdict(float)
        self.regions: defaultdict[str, float] = defaultdict(float)
        self.places: dict[Group, Candidate] = {}
        self.country_groups: dict[str, set[Group]] = defaultdict(set)
        self.region_groups: dict[str, set[Group]] = defaultdict(set)
        for (group, candidates), candidate, weight in zip(names, chosen, weights, strict=True):
            if candidate is None:
                continue
            certain = weight * (1.0 if len(candidates) == 1 or candidate.kind in ("state", "region1") else 0.6)
            if candidate.country:
                self.countries[candidate.country] += certain
                self.country_groups[candidate.country].add(group)
            if weight < _PASSING:
                continue
            if candidate.region:
                region = ".".join(candidate.region.split(".")[:2])
                self.regions[region] += certain
                self.region_groups[region].add(group)
            if candidate.point and candidate.precision is not PlacePrecision.COUNTRY and group not in self.places:
                self.places[group] = candidate
        self.points = [
            (group, place.id, place.latitude, place.longitude)
            for group, place in self.places.items()
            if place.latitude is not None and place.longitude is not None
        ]


def _share(counts: Mapping[str, float], groups: Mapping[str, set[Group]], key: str, own: Group) -> float:
    """How much of the text's names speak of ``key``, names of the same spelling left out; 0 to 1."""
    others = groups.get(key, set()) - {own}
    if not key or not others:
        return 0.0
    total = sum(counts.values()) or 1.0
    return min(1.0, (0.35 + 0.25 * (len(others) - 1)) * min(1.0, counts[key]) + counts[key] / total)


def _best(
    index: int,
    names: Sequence[tuple[Group, tuple[Candidate, ...]]],
    parents: Mapping[int, int],
    context: _Context,
    standing: Sequence[float],
) -> Candidate:
    group, candidates = names[index]
    parent = names[parents[index]][1] if index in parents else ()

    def score(at: int) -> float:
        candidate, total = candidates[at], standing[at]
        if parent and any(_within(candidate, p) for p in parent):
            total += _PARENT
        region = ".".join(candidate.region.split(".")[:2])
        fits = _share(context.regions, context.region_groups, region, group)
        near = _nearness(candidate, group, context)
        country = _share(context.countries, context.country_groups, candidate.country, group)
        small = candidate.kind == "city" and candidate.population < _TOWN and candidate.origin is Origin.GAZETTEER
        # A text that speaks of the United States does not therefore mean the Geneva of Illinois.
        total += (_COUNTRY_ALONE if small and not fits and near < _SOME else _COUNTRY) * country
        return total + _REGION * fits + _NEAR * near

    return candidates[_highest([score(at) for at in range(len(candidates))])]


def _nearness(candidate: Candidate, group: Group, context: _Context) -> float:
    """0 to 1: closeness to the nearest other places of the text, halved for each further one."""
    if candidate.point is None or candidate.precision is PlacePrecision.COUNTRY:
        return 0.0
    latitude, longitude = candidate.point
    closeness = [
        math.exp(-kilometres(candidate.point, (at_latitude, at_longitude)) / _NEAR_KM)
        for other, identifier, at_latitude, at_longitude in context.points
        # Farther off, closeness is under a hundredth; the box spares most of the trigonometry.
        if abs(at_latitude - latitude) < _FAR_DEGREES
        and abs(at_longitude - longitude) < 2 * _FAR_DEGREES
        and other != group
        and identifier != candidate.id
    ]
    near = sorted(closeness, reverse=True)[:3]
    return min(1.0, sum(value * 0.6 for value in near))


def _within(inner: Candidate, outer: Candidate) -> bool:
    if inner.id == outer.id or outer.form in (Form.DEMONYM, Form.PEOPLE):
        return False
    if outer.kind == "state":
        return inner.country == outer.country and inner.kind != "state"
    if outer.kind == "region1":
        return inner.region.startswith(outer.region) and inner.kind in ("city", "region2")
    if outer.kind == "region2":
        same = inner.region == ".".join(outer.region.split(".")[:2])
        return same and bool(inner.point and outer.point and kilometres(inner.point, outer.point) < 60.0)
    return False


def _one_sense(
    names: Sequence[tuple[Group, tuple[Candidate, ...]]],
    parents: Mapping[int, int],
    chosen: Sequence[Candidate | None],
) -> list[Candidate | None]:
    """Mentions of one spelling follow the one that names its parent, unless they name another themselves."""
    settled: dict[Group, Candidate] = {}
    for index, (group, _) in enumerate(names):
        own = chosen[index]
        above = chosen[parents[index]] if index in parents else None
        if own and above and _within(own, above):
            settled.setdefault(group, own)
    return [
        settled.get(group, own) if own and index not in parents and settled.get(group) in candidates else own
        for index, ((group, candidates), own) in enumerate(zip(names, chosen, strict=True))
    ]
