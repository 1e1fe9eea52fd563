"""Which places a name may mean: the codebook's states and places first, then the gazetteer's.

What always holds: a candidate of the codebook comes before the gazetteer's namesake of the same spot, states carry
the codebook's id, and everything else carries ``geonames:<id>`` or the id of a feature.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum
from functools import lru_cache

from testimonia.codebook.codebook import BUILT_IN, Codebook, load
from testimonia.codebook.schema import PlaceRow, StateRow
from testimonia.model.claim import PlacePrecision
from testimonia.read.gazetteer import Listed, gazetteer
from testimonia.read.gazetteer_index import DEEP, WORD, points
from testimonia.read.place_geometry import kilometres
from testimonia.read.place_words import word_sets
from testimonia.read.toponym_fold import fold


class Origin(IntEnum):
    """Where a candidate comes from; lower comes first."""

    SUPPLEMENT = 0
    STATE = 1
    GAZETTEER = 2


class Form(StrEnum):
    """How a name names its place: as its name, as its people or what belongs to them, or by its spelling only."""

    NAME = "name"
    DEMONYM = "demonym"
    PEOPLE = "people"
    SPELLING = "spelling"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean. ``country`` is ISO 3166-1 alpha-2 or empty, ``region`` a GeoNames code."""

    id: str
    name: str
    latitude: float | None
    longitude: float | None
    precision: PlacePrecision
    country: str
    region: str
    population: int
    kind: str
    origin: Origin
    form: Form
    chief: bool = True
    capital: bool = False

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude in degrees, or ``None``."""
        if self.latitude is None or self.longitude is None:
            return None
        return self.latitude, self.longitude


_LEAST_DEEP = 4  # letters of a deep fold: shorter ones make too many names the same
_SAME_SPOT_KM = 25.0  # a supplement's place and a gazetteer's namesake closer than this are one place


class KnownPlaces:
    """Candidates for names, from one codebook and the gazetteer."""

    def __init__(self, codebook: Codebook) -> None:
        self._own: dict[str, list[Candidate]] = defaultdict(list)
        self._deep_own: dict[str, list[Candidate]] = defaultdict(list)
        self._gazetteer = gazetteer()
        self._words = word_sets(codebook)
        self.deep = self._gazetteer.deep
        self.adjectives = frozenset(word for state in codebook.states.values() for word in state.adjectives)
        self.countries = frozenset(
            codebook.states[state].iso2 for about in codebook.about for state in about.countries
            if state in codebook.states
        )  # fmt: skip
        self.capitals: dict[str, StateRow] = {}
        self.states = {state.iso2: state for state in codebook.states.values()}
        for state in codebook.states.values():
            self._add_state(state)
        self._regions = {
            code: _of_row(place, _iso2(place, codebook), code)
            for place in codebook.places.values()
            if place.kind == "region1" and (code := self._code_of(place, _iso2(place, codebook)))
        }
        codes = {region.id: code for code, region in self._regions.items()}
        for place in codebook.places.values():
            self._add_place(place, codebook, codes)
        self.named = lru_cache(maxsize=100_000)(self._candidates)

    def _add_state(self, state: StateRow) -> None:
        for name in (state.name, state.official, *state.aliases):
            if name:
                self._own[fold(name)].append(_of_state(state, Form.NAME))
        names = {fold(n) for n in (state.name, *state.aliases)}
        adjectives = {fold(word) for word in state.adjectives} - names
        for word in adjectives:
            self._own[word].append(_of_state(state, Form.DEMONYM))
        for word in {fold(word) for word in state.people} - adjectives - names:
            self._own[word].append(_of_state(state, Form.PEOPLE))
        for seat in (state.capital, *state.metonyms):
            if seat:
                self.capitals.setdefault(fold(seat), state)

    def _code_of(self, place: PlaceRow, country: str) -> str:
        """The GeoNames code of a first-level region of the codebook, by its name without the generic word."""
        bare = " ".join(w for w in place.name.split() if w.casefold() not in self._words.lists.regions)
        for name in (place.name, bare):
            for row in (*self._gazetteer.named(name), *self._gazetteer.spelt_like(name)):
                if row.kind == "region1" and row.country == country:
                    return row.region
        return ""

    def _add_place(self, place: PlaceRow, codebook: Codebook, codes: dict[str, str]) -> None:
        above, seen = place, {place.id}
        while above.id not in codes and (outer := codebook.places.get(above.within or "")) and outer.id not in seen:
            above = outer
            seen.add(above.id)
        candidate = _of_row(place, _iso2(place, codebook), codes.get(above.id, ""))
        for name in (place.name, *place.aliases):
            if candidate not in self._own[fold(name)]:
                self._own[fold(name)].append(candidate)
            if len(key := self._gazetteer.deep(name)) > 2 and candidate not in self._deep_own[key]:
                self._deep_own[key].append(candidate)

    def _listed(self, row: Listed, form: Form | None = None) -> Candidate:
        """A gazetteer's place, or the codebook's own region where it has that region."""
        candidate = _of_listed(row, form)
        own = self._regions.get(row.region) if row.kind == "region1" else None
        return replace(own, form=candidate.form, population=row.population, chief=candidate.chief) if own else candidate

    def _candidates(self, name: str) -> tuple[Candidate, ...]:
        key = fold(name)
        own = list(self._own.get(key, ()))
        listed = [self._listed(row) for row in self._gazetteer.named(key)]
        seat = self.capitals.get(key)
        if seat:
            listed = [replace(c, capital=c.kind == "city" and c.country == seat.iso2) for c in listed]
        return _merged(own, listed)

    def spelt_like(self, name: str) -> tuple[Candidate, ...]:
        """Candidates whose name is the same only in the deep fold of romanised names."""
        if len(self._gazetteer.deep(name)) < _LEAST_DEEP:
            return ()
        own = list(self._deep_own.get(self._gazetteer.deep(name), ()))
        return _merged(own, [self._listed(row) for row in self._gazetteer.spelt_like(name)])

    def abbreviated(self, written: str) -> tuple[Candidate, ...]:
        """The region that an abbreviation such as "Ky." stands for."""
        code = self._words.abbreviations.get(written)
        return self.region(code) if code else ()

    def region(self, code: str) -> tuple[Candidate, ...]:
        """The first-level region of a GeoNames code."""
        return tuple(self._listed(row) for row in self._gazetteer.coded(code))

    def inhabitants(self, word: str) -> tuple[Candidate, ...]:
        """The region or great city whose people ``word`` names by a suffix: "Iowans", "Londoner"."""
        key = fold(word)
        if key in self._words.homographs or key in self._words.given_names:
            return ()
        for suffix in self._words.inhabitants:
            if key.endswith(suffix) and len(key) - len(suffix) > 3:
                stem = key[: -len(suffix)]
                for base in (stem, f"{stem}a", f"{stem}o", f"{stem}e"):
                    found = [
                        self._listed(row, Form.PEOPLE) for row in self._gazetteer.named(base)
                        if row.how == 0 and base not in self._words.lists.directions
                        and (row.kind == "region1" or row.population > 1_000_000)
                    ]  # fmt: skip
                    if found:
                        return tuple(found)
        return ()


@lru_cache(maxsize=1)
def _usual_points() -> dict[str, tuple[float, float]]:
    return points()


def _of_state(state: StateRow, form: Form) -> Candidate:
    latitude, longitude = _usual_points().get(state.iso2, (state.latitude, state.longitude))
    return Candidate(
        state.id, state.name, latitude, longitude, PlacePrecision.COUNTRY, state.iso2, "", 0, "state",
        Origin.STATE, form,
    )  # fmt: skip


def _iso2(place: PlaceRow, codebook: Codebook) -> str:
    country = place.country or ""
    return codebook.states[country].iso2 if country in codebook.states else country.upper()[:2]


def _of_row(place: PlaceRow, country: str, region: str) -> Candidate:
    return Candidate(
        place.id, place.name, place.latitude, place.longitude, place.precision, country, region, 0, place.kind,
        Origin.SUPPLEMENT, Form.NAME,
    )  # fmt: skip


def _of_listed(row: Listed, form: Form | None = None) -> Candidate:
    precision = (
        PlacePrecision.REGION if row.kind in word_sets().lists.region_kinds
        else PlacePrecision.EXACT if row.kind in word_sets().lists.ground_kinds
        else PlacePrecision.LOCALITY
    )  # fmt: skip
    if form is None:
        form = Form.DEMONYM if row.how == WORD else Form.SPELLING if row.how == DEEP else Form.NAME
    return Candidate(
        row.id, row.name, row.latitude, row.longitude, precision, row.country, row.region, row.population, row.kind,
        Origin.GAZETTEER, form, row.how == 0,
    )  # fmt: skip


def _merged(own: list[Candidate], listed: list[Candidate]) -> tuple[Candidate, ...]:
    """The codebook's places, with what the gazetteer knows of them, then the gazetteer's others."""
    places, rest = list(own), []
    for candidate in listed:
        at = next((at for at, place in enumerate(places) if _same(place, candidate)), None)
        if at is None:
            rest.append(candidate)
        elif not places[at].population and places[at].kind != "state":
            place = places[at]
            places[at] = replace(
                place, population=candidate.population, region=place.region or candidate.region,
                country=place.country or candidate.country, capital=candidate.capital,
            )  # fmt: skip
    return tuple(places + rest)


def _same(place: Candidate, listed: Candidate) -> bool:
    """Whether the gazetteer's place is this one of the codebook."""
    if listed.point is None:
        return False
    if place.kind == "state":
        return listed.name == place.name and listed.kind in ("landscape", "region1") and listed.country == place.country
    if place.id == listed.id:
        return True
    near = place.point is not None and kilometres(place.point, listed.point) < _SAME_SPOT_KM
    return near and place.precision is listed.precision


@lru_cache(maxsize=8)
def known_places(codebook: Codebook | None = None) -> KnownPlaces:
    """The known places of a codebook, or of the built-in ones; built once."""
    return KnownPlaces(codebook if codebook is not None else load(base=BUILT_IN))
