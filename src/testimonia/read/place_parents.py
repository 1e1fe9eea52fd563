"""In which places a place lies: its ``within``, by its account or the codebook, its first-level region, its country.

What always holds: the answer is ordered from the nearest parent to the farthest and never holds the place itself.
"""

from __future__ import annotations

from functools import lru_cache

from testimonia.codebook.codebook import Codebook
from testimonia.model.claim import PlaceMention
from testimonia.read.gazetteer import gazetteer
from testimonia.read.known_places import known_places


def parents(place: PlaceMention, codebook: Codebook | None = None) -> tuple[str, ...]:
    """Ids of the places that ``place`` lies in, as far as the codebook and the gazetteer know."""
    above = _parents(place.place, codebook)
    if place.within and place.within not in above:
        return (place.within, *_parents(place.within, codebook), *above)
    return above


@lru_cache(maxsize=50_000)
def _parents(identifier: str, codebook: Codebook | None) -> tuple[str, ...]:
    found: list[str] = []
    country = region = ""
    at = identifier
    while codebook is not None and at in codebook.places:
        row = codebook.places[at]
        country = country or row.country or ""
        if not row.within or row.within in found or row.within == identifier:
            region = next((c.region for c in known_places(codebook).named(row.name) if c.id == at), "")
            break
        at = row.within
        found.append(at)
    listed = gazetteer().with_id(at)
    if listed is not None:
        country, region = listed.country, listed.region
        if listed.kind == "city" and not known_places(codebook).region(region):
            region = gazetteer().region_near(listed.latitude, listed.longitude, country)
    found.extend(above.id for above in (known_places(codebook).region(region) if region else ()))
    states = known_places(codebook).states
    if country.upper() in states:
        found.append(states[country.upper()].id)
    elif country:
        found.append(country)
    return tuple(dict.fromkeys(i for i in found if i != identifier))
