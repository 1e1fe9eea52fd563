"""Places from a file of the user's: CSV, a GeoNames dump, or Who's On First records, made rows of a codebook.

What always holds: every row has a name and a point on the globe, ids are unique, and an error names file and line.
The format is told by the content, not by the file's name alone.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from testimonia.codebook.schema import PlaceRow
from testimonia.model.claim import PlacePrecision
from testimonia.model.errors import CodebookError, InputError
from testimonia.model.ids import slug

COLUMNS = ("id", "name", "aliases", "latitude", "longitude", "precision", "kind", "within", "country")

# Names of columns and properties under which other tables keep the same.
_SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "place_id", "geonameid", "geonames_id", "pcode", "code"),
    "name": ("name", "place", "placename", "name_en", "admin_name", "locality"),
    "aliases": ("aliases", "alternatenames", "alternate_names", "other_names", "name_ar"),
    "latitude": ("latitude", "lat", "y"),
    "longitude": ("longitude", "lon", "lng", "long", "x"),
    "precision": ("precision",),
    "kind": ("kind", "type", "placetype", "feature"),
    "within": ("within", "parent"),
    "country": ("country", "country_code", "iso2"),
}
# GeoNames' table "geoname": http://download.geonames.org/export/dump/readme.txt
_DUMP_COLUMNS = 19
_DUMP_PRECISION = {"A": PlacePrecision.REGION, "P": PlacePrecision.LOCALITY, "S": PlacePrecision.EXACT,
                   "R": PlacePrecision.EXACT, "T": PlacePrecision.REGION, "H": PlacePrecision.REGION,
                   "L": PlacePrecision.REGION, "V": PlacePrecision.REGION, "U": PlacePrecision.REGION}  # fmt: skip
_COUNTRY_CODES = re.compile(r"PCL[IDFSX]?")
_REGION_TYPES = re.compile(r"(?i)region|county|province|governorate|macro|continent|empire|district_area")


def read_gazetteer(path: Path) -> list[PlaceRow]:
    """The places that a file holds.

    Accepted are CSV or tab-separated tables with a header line (at least a name, a latitude and a longitude), a
    dump of GeoNames (19 columns, no header), and GeoJSON with points or Who's On First properties, one record,
    one collection, or one record a line; also a folder of GeoJSON files. Raises ``InputError`` where the file
    cannot be read and ``CodebookError`` with file and line where a row is faulty.
    """
    if path.is_dir():
        return _unique([row for file in sorted(path.rglob("*.geojson")) for row in read_gazetteer(file)])
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise InputError(f"{path}: there is no such file") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: expected UTF-8 text; save the file as UTF-8") from error
    if not text.strip():
        raise InputError(f"{path}: the file is empty")
    if text.lstrip().startswith(("{", "[")):
        rows = _of_geojson(path, text)
    elif text.split("\n", 1)[0].count("\t") == _DUMP_COLUMNS - 1:
        rows = _of_dump(path, text)
    else:
        rows = _of_table(path, text)
    return _unique(rows)


def add(folder: Path, source: Path) -> Path:
    """Writes the places of ``source`` as ``places-<name>.csv`` into a codebook's folder and gives that path.

    The folder is made where it is missing; a file of that name is replaced in one step. Raises as
    ``read_gazetteer`` does, and then leaves the folder as it was.
    """
    rows = read_gazetteer(source)
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"places-{slug(source.stem)}.csv"
    part = target.with_suffix(".part")
    part.write_text(as_csv(rows), encoding="utf-8")
    part.replace(target)
    return target


def as_csv(rows: Iterable[PlaceRow]) -> str:
    """Rows as the text of a codebook's ``places.csv``."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow(
            (row.id, row.name, "|".join(row.aliases), row.latitude, row.longitude, row.precision.value, row.kind,
             row.within or "", row.country or "")
        )  # fmt: skip
    return stream.getvalue()


def _unique(rows: list[PlaceRow]) -> list[PlaceRow]:
    seen: dict[str, int] = {}
    unique = []
    for row in rows:
        seen[row.id] = seen.get(row.id, 0) + 1
        times = seen[row.id]
        unique.append(row if times == 1 else row.model_copy(update={"id": f"{row.id}-{times}"}))
    return unique


def _row(path: Path, line: int, fields: Mapping[str, Any]) -> PlaceRow:
    given = {key: value for key, value in fields.items() if value not in (None, "")}
    if "name" not in given:
        raise CodebookError(f"{path}:{line}: expected a name in each row, found none")
    given.setdefault("id", slug(str(given["name"])))
    given["id"], given["name"] = str(given["id"]), str(given["name"]).strip()
    try:
        row = PlaceRow.model_validate(given)
    except ValidationError as error:
        fault = error.errors()[0]
        field = ".".join(str(part) for part in fault["loc"])
        raise CodebookError(f"{path}:{line}: {field}: {fault['msg']} (found {fault['input']!r})") from error
    if not (-90 <= row.latitude <= 90 and -180 <= row.longitude <= 180):
        raise CodebookError(
            f"{path}:{line}: latitude {row.latitude} and longitude {row.longitude} are no point on the globe; "
            "expected degrees, latitude first"
        )
    return row


def _of_table(path: Path, text: str) -> list[PlaceRow]:
    header = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=header.count)
    reader = csv.DictReader(io.StringIO(text), delimiter=delimiter)
    columns = {(name or "").strip().casefold(): name for name in reader.fieldnames or ()}
    chosen = {
        field: next((columns[name] for name in names if name in columns), None) for field, names in _SYNONYMS.items()
    }
    missing = [field for field in ("name", "latitude", "longitude") if chosen[field] is None]
    if missing:
        raise CodebookError(
            f"{path}:1: expected columns name, latitude and longitude; {', '.join(missing)} not among "
            f"{', '.join(columns) or 'none'}"
        )
    rows = []
    for record in reader:
        fields = {field: (record.get(column) or "").strip() for field, column in chosen.items() if column}
        if not any(fields.values()) or fields["name"].startswith("#"):
            continue
        if fields.get("aliases"):
            fields["aliases"] = "|".join(part.strip() for part in re.split(r"[|;]", fields["aliases"]))
        rows.append(_row(path, reader.line_num, fields))
    return rows


def _of_dump(path: Path, text: str) -> list[PlaceRow]:
    rows = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        cells = line.split("\t")
        if len(cells) != _DUMP_COLUMNS:
            raise CodebookError(f"{path}:{number}: expected {_DUMP_COLUMNS} columns of GeoNames, found {len(cells)}")
        precision = _DUMP_PRECISION.get(cells[6], PlacePrecision.LOCALITY)
        if _COUNTRY_CODES.fullmatch(cells[7]):
            precision = PlacePrecision.COUNTRY
        names = dict.fromkeys(name for name in (cells[2], *cells[3].split(",")) if name and name != cells[1])
        fields = {
            "id": f"geonames:{cells[0]}", "name": cells[1], "aliases": "|".join(names), "latitude": cells[4],
            "longitude": cells[5], "precision": precision, "kind": cells[7] or cells[6] or "place",
            "country": cells[8],
        }  # fmt: skip
        rows.append(_row(path, number, fields))
    return rows


def _of_geojson(path: Path, text: str) -> list[PlaceRow]:
    return [_row(path, line, _fields(path, line, feature)) for line, feature in _features(path, text)]


def _features(path: Path, text: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    try:
        whole = json.loads(text)
    except json.JSONDecodeError:
        for number, line in enumerate(text.splitlines(), 1):
            if line.strip():
                try:
                    yield number, json.loads(line)
                except json.JSONDecodeError as error:
                    raise CodebookError(f"{path}:{number}: this is not valid JSON ({error.msg})") from error
        return
    features = whole if isinstance(whole, list) else whole.get("features", [whole])
    for feature in features:
        yield 1, feature


def _fields(path: Path, line: int, feature: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a record; ``wof:``, ``geom:`` and ``name:`` are the prefixes of Who's On First."""
    about = feature.get("properties")
    if not isinstance(about, dict):
        raise CodebookError(f"{path}:{line}: expected a GeoJSON feature with properties")
    placetype = str(about.get("wof:placetype") or about.get("type") or "place")
    latitude = about.get("geom:latitude", about.get("lbl:latitude"))
    longitude = about.get("geom:longitude", about.get("lbl:longitude"))
    geometry = feature.get("geometry") or {}
    if latitude is None and geometry.get("type") == "Point":
        longitude, latitude = geometry["coordinates"][:2]
    aliases: dict[str, None] = {}
    for key, value in about.items():
        if key.startswith("name:"):
            aliases.update(dict.fromkeys(value if isinstance(value, list) else [value]))
    name = about.get("wof:name") or about.get("name")
    precision = (
        PlacePrecision.COUNTRY if placetype == "country"
        else PlacePrecision.REGION if _REGION_TYPES.search(placetype)
        else PlacePrecision.EXACT if placetype in ("venue", "address", "building", "campus")
        else PlacePrecision.LOCALITY
    )  # fmt: skip
    identifier = about.get("wof:id") or about.get("id") or feature.get("id")
    return {
        "id": f"wof:{identifier}" if "wof:id" in about else identifier, "name": name,
        "aliases": "|".join(str(alias) for alias in aliases if alias and alias != name), "latitude": latitude,
        "longitude": longitude, "precision": precision, "kind": placetype, "country": about.get("wof:country"),
    }  # fmt: skip
