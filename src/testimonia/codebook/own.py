"""A user's own codebook: where it lies, and how places from a gazetteer file enter it.

What always holds: a file is taken whole or not at all, and what is written loads as ``places_NAME.csv`` of a codebook.
"""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from testimonia.codebook.schema import PlaceRow
from testimonia.model.errors import CodebookError, InputError
from testimonia.model.ids import slug

FIELDS = ("id", "name", "aliases", "latitude", "longitude", "precision", "kind", "within", "country")

# Columns of a GeoNames dump (https://download.geonames.org/export/dump/readme.txt), by position.
_GEONAMES_COLUMNS = 19
_NAME, _ALIASES, _LATITUDE, _LONGITUDE, _CLASS, _COUNTRY = 1, 3, 4, 5, 6, 8
# GeoNames' feature classes to how finely such a place is known: areas are regions, the rest localities.
_REGIONS = {"A", "L", "V"}


def user_codebook() -> Path:
    """The folder of the codebook that this user's readings always take in; it need not exist."""
    home = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(home) / "testimonia" / "codebook"


def add_places(file: Path, folder: Path) -> tuple[Path, int]:
    """Adds the places in ``file`` to the codebook in ``folder``; returns the file written and how many there are.

    Takes CSV with the columns ``name, latitude, longitude`` and any of ``id, aliases, precision, kind, within,
    country``; a GeoNames dump; one Who's On First record or a GeoJSON collection of them. Raises ``InputError``.
    """
    try:
        rows = [_checked(row, where) for where, row in _rows(file)]
    except UnicodeDecodeError as error:
        raise InputError(f"{file}: this is not UTF-8 text; save it as UTF-8 CSV, GeoNames or GeoJSON") from error
    except OSError as error:
        raise InputError(f"{file}: cannot be read ({error.strerror})") from error
    if not rows:
        raise InputError(f"{file}: no places stand in it; expected the columns name, latitude, longitude")
    target = folder / f"places_{slug(file.stem)}.csv"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write(target, _distinct(rows))
        about = folder / "codebook.yaml"
        if not about.exists():
            about.write_text("name: own\ntitle: Own codebook\ndescription: Added by the user.\n", encoding="utf-8")
    except OSError as error:
        raise InputError(f"{folder}: cannot be written ({error.strerror}); name another with --codebook") from error
    return target, len(rows)


def _rows(file: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    with file.open(encoding="utf-8-sig", newline="") as stream:
        first = stream.readline()
        stream.seek(0)
        if first.lstrip().startswith("{"):
            yield from _geojson(file, stream.read())
        elif first.count("\t") == _GEONAMES_COLUMNS - 1:
            for number, line in enumerate(stream, 1):
                yield f"{file}:{number}", _geonames(line.rstrip("\n").split("\t"))
        else:
            reader = csv.DictReader(stream)
            for row in reader:
                kept = {key.strip().casefold(): value for key, value in row.items() if key and value}
                yield f"{file}:{reader.line_num}", {key: kept[key] for key in FIELDS if key in kept}


def _geonames(cells: list[str]) -> dict[str, Any]:
    if len(cells) != _GEONAMES_COLUMNS:
        return {}
    return {
        "name": cells[_NAME], "aliases": cells[_ALIASES].replace(",", "|"), "latitude": cells[_LATITUDE],
        "longitude": cells[_LONGITUDE], "precision": "region" if cells[_CLASS] in _REGIONS else "locality",
        "id": f"geonames-{cells[0]}",
    }  # fmt: skip


def _geojson(file: Path, text: str) -> Iterator[tuple[str, dict[str, Any]]]:
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(f"{file}:{error.lineno}: this is not valid GeoJSON ({error.msg})") from error
    features: Iterable[Any] = content.get("features", [content])
    for number, feature in enumerate(features, 1):
        said = feature.get("properties", {}) if isinstance(feature, dict) else {}
        aliases = [name for key, names in said.items() if key.startswith("name:") for name in names]
        yield f"{file}: feature {number}", {
            "name": said.get("wof:name"), "aliases": "|".join(dict.fromkeys(aliases)),
            "latitude": said.get("geom:latitude"), "longitude": said.get("geom:longitude"),
            "id": f"wof-{said.get('wof:id')}" if said.get("wof:id") else None,
            "precision": "region" if said.get("wof:placetype") in ("region", "county") else "locality",
        }  # fmt: skip


def _checked(row: dict[str, Any], where: str) -> PlaceRow:
    given = {key: value for key, value in row.items() if value not in (None, "")}
    given.setdefault("id", slug(str(given.get("name", ""))))
    try:
        return PlaceRow.model_validate(given)
    except ValidationError as error:
        fault = error.errors()[0]
        field = ".".join(str(part) for part in fault["loc"])
        raise CodebookError(f"{where}: {field}: {fault['msg']}; each place needs name, latitude, longitude") from error


def _distinct(rows: list[PlaceRow]) -> Iterator[PlaceRow]:
    """Rows with ids of their own: namesakes get ``-2``, ``-3`` behind theirs."""
    met: dict[str, int] = {}
    for row in rows:
        met[row.id] = met.get(row.id, 0) + 1
        yield row if met[row.id] == 1 else row.model_copy(update={"id": f"{row.id}-{met[row.id]}"})


def _write(target: Path, rows: Iterable[PlaceRow]) -> None:
    partial = target.with_suffix(".partial")
    with partial.open("w", encoding="utf-8", newline="") as stream:
        out = csv.DictWriter(stream, FIELDS)
        out.writeheader()
        for row in rows:
            plain = row.model_dump(mode="json", include=set(FIELDS))
            out.writerow(plain | {"aliases": "|".join(row.aliases)})
    partial.replace(target)
