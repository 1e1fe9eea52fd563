"""How finely a place was said, and of which words its mention is made: "near Azaz", "northern Syria".

What always holds: a mention spans the toponym alone, and the words beside it that change what is meant ("near",
"countryside") show in its precision; a region named after a town has the region's id, never the town's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from testimonia.codebook.codebook import Codebook
from testimonia.model.claim import COARSE, PlaceMention, PlacePrecision
from testimonia.model.ids import slug
from testimonia.read import place_lands
from testimonia.read.known_places import Candidate, KnownPlaces, known_places
from testimonia.read.place_regions import GREAT, around
from testimonia.read.place_roads import roads
from testimonia.read.place_specified import specified
from testimonia.read.place_words import WordSets, word_sets
from testimonia.read.toponym_sense import Use

if TYPE_CHECKING:
    from testimonia.read.places import Toponym


_OWNS = re.compile(r"['’]?s\s|['’]\s")
_GENITIVES = ("'s", "’s")
_POINTS = (PlacePrecision.EXACT, PlacePrecision.LOCALITY)


@dataclass(frozen=True, slots=True)
class _Patterns:
    directed: re.Pattern[str]
    head: re.Pattern[str]
    of: re.Pattern[str]
    near: re.Pattern[str]
    part: re.Pattern[str]


def mentions(text: str, names: Sequence[Toponym], codebook: Codebook | None) -> list[PlaceMention]:
    """The mentions of the toponyms that are meant literally."""
    known, sets = known_places(codebook), word_sets(codebook)
    patterns = _patterns(codebook)
    found: list[PlaceMention] = []
    literal = [name for name in names if name.use is Use.LITERAL]
    for at, name in enumerate(literal):
        floor = found[-1].end if found else 0
        ceiling = literal[at + 1].start if at + 1 < len(literal) else len(text)
        if found and found[-1].precision in COARSE and _OWNS.match(text, floor):
            floor = found[-2].end if at > 1 else 0  # "around Congo's besieged city of Goma"
        mention = _mention(text, name, floor, ceiling, known, sets, patterns)
        mention = _widened(text, literal, at, mention, known, codebook)
        if mention.precision in _POINTS and roads(codebook).ends_at(text, name.start, name.end):
            mention = replace(mention, precision=PlacePrecision.VICINITY)
        if found and mention.precision is PlacePrecision.LOCALITY and _shares(text, found[-1], mention):
            mention = replace(mention, precision=PlacePrecision.VICINITY)  # "near Goma and Sake"
        found.append(mention)
    said = specified(codebook)
    for at, (name, mention) in enumerate(zip(literal, found, strict=True)):
        own = _region_of(name.place, name, known)
        if own is None or own == name.place:
            continue
        turned = mention.precision is PlacePrecision.VICINITY and around(codebook).turned(text, name)
        if mention.precision is not PlacePrecision.LOCALITY and not turned:
            continue
        told = [(other, one.place) for one, other in zip(literal, found, strict=True)]
        if said.as_region(text, told, mention, name, own):
            found[at] = _as(own, mention)
    lands = place_lands.beside(text, found, lambda at: _region_of(literal[at].place, literal[at], known), codebook)
    return sorted((*found, *lands), key=lambda mention: mention.start)


def is_beside(before: str, codebook: Codebook | None) -> bool:
    """Whether words ``before`` a name say that no more than its surroundings are meant: "in the vicinity of the"."""
    near = _patterns(codebook).near.search(before)
    if near is None or near["words"].split()[0].casefold() not in word_sets(codebook).lists.directions:
        return near is not None
    return _patterns(codebook).part.search(before, 0, near.start("words")) is None


def _as(region: Candidate, mention: PlaceMention) -> PlaceMention:
    """A mention as that of a region."""
    return replace(
        mention,
        place=region.id,
        name=region.name,
        latitude=region.latitude,
        longitude=region.longitude,
        precision=PlacePrecision.REGION,
    )


def _shares(text: str, former: PlaceMention, mention: PlaceMention) -> bool:
    """Whether a name goes on from one that tells of no more than surroundings."""
    joined = text[former.end : mention.start].split() == ["and"]
    return joined and former.precision is PlacePrecision.VICINITY


def _widened(
    text: str,
    names: Sequence[Toponym],
    at: int,
    mention: PlaceMention,
    known: KnownPlaces,
    codebook: Codebook | None,
) -> PlaceMention:
    """A mention of a town as that of the region of its name, or of no more than its surroundings, where one is meant.

    A part of the compass before the name of a town and a region may tell of either, and so of no point in the town.
    """
    place = names[at].place
    if place is None or mention.precision is not PlacePrecision.LOCALITY or place.kind.startswith("region"):
        return mention
    region, said = _region_of(place, names[at], known), around(codebook)
    own = region if region is not None and region.id != place.id else None
    if said.means_region(text, names, at):
        if own is None:
            return replace(mention, precision=PlacePrecision.VICINITY)
        return _as(own, mention)
    if own is not None and said.turned(text, names[at]):
        return replace(mention, precision=PlacePrecision.VICINITY)
    return mention


def _mention(
    text: str, name: Toponym, floor: int, ceiling: int, known: KnownPlaces, sets: WordSets, patterns: _Patterns
) -> PlaceMention:
    place = name.place
    start, end = name.start, name.end
    precise = precision = place.precision if place else PlacePrecision.LOCALITY
    head = patterns.head.match(text, end, min(len(text), ceiling))
    if head and precision is PlacePrecision.COUNTRY and head["head"].casefold() not in sets.lists.regions:
        head = None  # "a Syria clinic" is some clinic in Syria
    of = patterns.of.search(text, max(floor, start - 60), start)
    directed = patterns.directed.search(text, max(floor, start - 20), start)
    kind = head["head"].casefold() if head else of["head"].casefold() if of else ""
    suburb = of is not None and kind in sets.lists.suburban
    if suburb and of is not None and floor and not text[floor : of.start()].strip():
        kind, suburb = "", False  # "the Goma suburbs of Mugunga and Sake"
    if head:
        end = head.end()
    elif of:
        start = of.start()
    part = kind in sets.lists.settlements - sets.lists.suburban
    if of and part and place is not None and place.population >= GREAT:
        kind = ""  # "a rebel-held area of Kinshasa" lies in it
    if kind in sets.lists.regions and (place is None or place.precision is not PlacePrecision.COUNTRY):
        within, precision = _region_of(place, name, known), PlacePrecision.REGION
        if within is place and precise in _POINTS and kind in sets.lists.settlements:
            # "The Beni area" is no region, and that of a quarter is the quarter.
            precision = PlacePrecision.VICINITY if precise is PlacePrecision.LOCALITY else precise
        place = within
    elif kind in sets.lists.facilities and head:
        precision = PlacePrecision.EXACT
    elif kind in sets.lists.localities and place and place.kind.startswith("region"):
        place = _town_of(place, name)
        precision = place.precision
    elif suburb and _region_of(place, name, known) is not place:
        precision = PlacePrecision.VICINITY  # "a suburb of Goma"
    if directed and not of:
        start = directed.start()
        coarse = precision in (PlacePrecision.COUNTRY, PlacePrecision.REGION)
        if coarse:
            precision = PlacePrecision.REGION
    near = patterns.near.search(text, max(floor, start - 60), start)
    if near and not _leads(near["between"].split(), of is not None, sets):
        near = None
    if near and patterns.part.search(text, max(floor, start - 60), near.start("words")):
        town = kind in sets.lists.localities or (place is not None and place.population >= GREAT)
        near = None if town and near["words"].split()[0].casefold() in sets.lists.directions else near
    if near and precision in (PlacePrecision.EXACT, PlacePrecision.LOCALITY):
        start, precision = near.start("words"), PlacePrecision.VICINITY
    if place is None:
        return PlaceMention(
            f"unlisted:{slug(name.text)}", name.text, None, None, precision, name.text, name.start, name.end
        )
    return PlaceMention(
        place.id, place.name, place.latitude, place.longitude, precision, name.text, name.start, name.end
    )


def _leads(words: Sequence[str], headed: bool, sets: WordSets) -> bool:
    """Whether the words between "near the" and a name only describe it: "near the besieged Congolese town of"."""
    if len(words) < 2:
        return True
    if not headed and words[-1].casefold() not in sets.lists.localities:
        return False
    said = words if headed else words[:-1]
    if said[0].endswith(_GENITIVES):
        return True  # "near Congo's second city"
    return len(said) < 2 or all(
        w[0].isupper() or "-" in w or w.endswith("ed") or w.casefold() in sets.lists.directions for w in said
    )


def _region_of(place: Candidate | None, name: Toponym, known: KnownPlaces) -> Candidate | None:
    """The first-level region that bears the name of the town, or in which it lies."""
    if place is None or place.kind.startswith("region"):
        return place
    for phrase in (f"{name.text} countryside", f"{place.name} countryside"):
        for candidate in known.named(phrase):
            if candidate.kind == "region1" and candidate.country == place.country:
                return candidate
    for candidate in name.candidates:
        if candidate.kind == "region1" and candidate.country == place.country:
            return candidate
    for candidate in name.candidates:
        if candidate.kind == "region2" and candidate.region == place.region:
            return candidate
    named = {known.deep(name.text), known.deep(place.name)}
    for above in known.region(place.region) if place.region else ():
        if known.deep(above.name) in named:
            return above
    for candidate in known.spelt_like(name.text):
        if candidate.kind == "region1" and candidate.country == place.country:
            return candidate
    return place


def _town_of(place: Candidate, name: Toponym) -> Candidate:
    for candidate in name.candidates:
        if candidate.precision is PlacePrecision.LOCALITY and candidate.country == place.country and (
            candidate.kind != "region2"
        ):  # fmt: skip
            return candidate
    return place


@lru_cache(maxsize=8)
def _patterns(codebook: Codebook | None) -> _Patterns:
    sets = word_sets(codebook)

    def any_of(words: frozenset[str] | tuple[str, ...]) -> str:
        return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=lambda w: (-len(w), w)))

    direction = any_of(frozenset(d for d in sets.lists.directions if len(d) > 2))
    return _Patterns(
        directed=re.compile(rf"(?<!\w)(?:{direction})\s+$", re.IGNORECASE),
        head=re.compile(rf"(?:['’]s)?\s+(?:(?:{direction})\s+)?(?P<head>{any_of(sets.heads)})(?!\w)", re.IGNORECASE),
        of=re.compile(
            rf"(?:(?<!\w)(?:{direction})\s+)?(?<!\w)(?P<head>{any_of(sets.lists.of_heads)})\s+of\s+(?:the\s+)?$",
            re.IGNORECASE,
        ),
        near=re.compile(
            rf"(?<!\w)(?P<words>{any_of(sets.vicinity)})\s+(?:the\s+)?(?P<between>(?:[\w'’-]+\s+){{0,3}})$",
            re.IGNORECASE,
        ),
        # "the rebel-held east of the city" lies in it, what is "to the east of the city" beside it.
        part=re.compile(r"(?<!\bto\s)(?<!\w)the\s+(?:\w+-\w+\s+|\w+ed\s+)?$", re.IGNORECASE),
    )
