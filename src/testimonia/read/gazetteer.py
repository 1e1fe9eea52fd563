"""Which places of the world bear a name: lookups in the gazetteer's index, exact first, then by the deep fold.

What always holds: lookups answer in order of how well the name fits, then population, and the same name always
gives the same answer. Opening takes milliseconds; only the first use on a machine builds the index (about half a
minute).
"""

from __future__ import annotations

import sqlite3
import threading
from dataclasses import dataclass, replace
from functools import lru_cache

from testimonia.codebook.codebook import built_in
from testimonia.codebook.files import read_mapping
from testimonia.read.gazetteer_index import DEEP, index_path
from testimonia.read.toponym_fold import DeepFold, PlaceSpelling, fold

_FIELDS = "SELECT p.source, p.name, p.latitude, p.longitude, p.country, p.region, p.population, p.kind"
_MOST = 60  # of the namesakes of one name, the most populous that are kept


@dataclass(frozen=True, slots=True)
class Listed:
    """A place of the gazetteer. ``country`` is ISO 3166-1 alpha-2, ``region`` a GeoNames code such as ``SY.09``.

    ``kind`` is ``city``, ``region1``, ``region2`` or the kind of a feature (``river``, ``sea``, ``continent``);
    ``how`` says how the name looked up relates to it: 0 chief name, 1 another name, 2 only in the deep fold.
    """

    id: str
    name: str
    latitude: float
    longitude: float
    country: str
    region: str
    population: int
    kind: str
    how: int


class Gazetteer:
    """Read-only lookups; safe to use from several threads."""

    def __init__(self) -> None:
        self._path = index_path()
        self._local = threading.local()
        self.deep = DeepFold(read_mapping(built_in("english") / "place_spelling.yaml", PlaceSpelling))
        self._named = lru_cache(maxsize=200_000)(self._select)
        self.coded = lru_cache(maxsize=10_000)(self._coded)
        self.with_id = lru_cache(maxsize=50_000)(self._with_id)

    def named(self, name: str) -> tuple[Listed, ...]:
        """The places of that name in the light fold, best first."""
        return self._named(fold(name))

    def spelt_like(self, name: str) -> tuple[Listed, ...]:
        """The places whose name is the same in the deep fold only; of countries with romanised names."""
        key = self.deep(name)
        return self._named(f"~{key}") if len(key) > 2 else ()

    def _coded(self, code: str) -> tuple[Listed, ...]:
        """The first- or second-level region of that GeoNames code, as a tuple of none or one."""
        rows = self._connection().execute(
            f"{_FIELDS}, 0 FROM places p WHERE p.region = ? AND p.kind LIKE 'region%'", (code,)
        )
        return tuple(Listed(*row) for row in rows)

    def region_near(self, latitude: float, longitude: float, country: str) -> str:
        """The GeoNames code of the region of the nearest town of a country whose region is known; else empty."""
        rows = self._connection().execute(
            "SELECT c.region FROM places c WHERE c.country = ? AND c.kind = 'city' AND c.latitude BETWEEN ? AND ? "
            "AND c.longitude BETWEEN ? AND ? AND EXISTS (SELECT 1 FROM places r WHERE r.region = c.region "
            "AND r.kind = 'region1') ORDER BY abs(c.latitude - ?) + abs(c.longitude - ?) LIMIT 1",
            (country, latitude - 1, latitude + 1, longitude - 1, longitude + 1, latitude, longitude),
        )
        found = rows.fetchone()
        return str(found[0]) if found else ""

    def _with_id(self, identifier: str) -> Listed | None:
        """The place of that id, or ``None``."""
        row = self._connection().execute(f"{_FIELDS}, 0 FROM places p WHERE p.source = ?", (identifier,)).fetchone()
        return Listed(*row) if row else None

    def _select(self, key: str) -> tuple[Listed, ...]:
        rows = self._connection().execute(
            f"{_FIELDS}, n.how "
            "FROM names n JOIN places p ON p.id = n.place WHERE n.key = ? "
            "ORDER BY min(n.how, 1), p.population DESC, p.id LIMIT ?",
            (key, _MOST),
        )
        if key.startswith("~"):
            return tuple(replace(Listed(*row), how=DEEP) for row in rows)
        return tuple(Listed(*row) for row in rows)

    def _connection(self) -> sqlite3.Connection:
        found: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if found is None:
            found = sqlite3.connect(f"file:{self._path}?mode=ro&immutable=1", uri=True, check_same_thread=False)
            self._local.connection = found
        return found


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The gazetteer, opened once a process."""
    return Gazetteer()
