"""In which town or region does a place lie that no gazetteer lists? "Shells hit the Sawaqi quarter" in a text of Homs.

What always holds: only mentions without coordinates that the codebook does not know get a home; a quarter, street or
building gets a town, any other name a region; and nothing but what the text itself names is a home.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from testimonia.codebook.codebook import Codebook
from testimonia.model.claim import PlaceMention, PlacePrecision
from testimonia.read.gazetteer import gazetteer
from testimonia.read.place_quarters import parts

_SENTENCE_END = re.compile(r"(?<![A-Z])[.!?]\s+(?=[A-Z\"“])")
_TOWNS = ("city", "town")  # kinds of places, in the codebook and in the gazetteer


def with_homes(text: str, mentions: Sequence[PlaceMention], codebook: Codebook) -> list[PlaceMention]:
    """``mentions`` in their order, those that no gazetteer lists with what they lie in, where the text tells it."""
    if all(_is_listed(mention, codebook) for mention in mentions):
        return list(mentions)
    towns = [mention for mention in mentions if _is_town(mention, codebook)]
    regions = [m for m in mentions if m.precision is PlacePrecision.REGION and m.latitude is not None]
    urban_parts = parts(codebook)

    def home(mention: PlaceMention) -> str:
        urban = mention.precision is PlacePrecision.EXACT or urban_parts.names(text, mention)
        nearest = _nearest(text, mention, towns if urban else regions)
        return nearest.place if nearest is not None else ""

    return [m if _is_listed(m, codebook) else replace(m, within=home(m)) for m in mentions]


def _is_listed(mention: PlaceMention, codebook: Codebook) -> bool:
    return mention.latitude is not None or mention.place in codebook.places


def _is_town(mention: PlaceMention, codebook: Codebook) -> bool:
    if mention.precision not in (PlacePrecision.LOCALITY, PlacePrecision.VICINITY):
        return False
    row = codebook.places.get(mention.place)
    if row is not None:
        return row.kind in _TOWNS
    listed = gazetteer().with_id(mention.place)
    return listed is not None and listed.kind in _TOWNS


def _nearest(text: str, mention: PlaceMention, others: Sequence[PlaceMention]) -> PlaceMention | None:
    """The nearest of ``others`` in the sentence of ``mention``, else the one that the text names most often."""
    beside = [(_gap(mention, other), other.start, other) for other in others if _together(text, mention, other)]
    if beside:
        return min(beside, key=lambda near: near[:2])[2]
    times = Counter(other.place for other in others)
    return max(others, key=lambda other: (times[other.place], -other.start), default=None)


def _gap(one: PlaceMention, other: PlaceMention) -> int:
    return max(one.start - other.end, other.start - one.end)


def _together(text: str, one: PlaceMention, other: PlaceMention) -> bool:
    first, last = sorted((one, other), key=lambda mention: mention.start)
    return _SENTENCE_END.search(text, first.end, last.start) is None
