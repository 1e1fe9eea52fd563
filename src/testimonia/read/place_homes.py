"""In which town or region does a place lie that no gazetteer lists? "Shells hit the Sawaqi quarter" in a text of Homs.

What always holds: only mentions without coordinates that the codebook does not know get a home; a quarter, street or
building gets a town, any other name a region; and nothing but what the text itself names is a home.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from testimonia.codebook.codebook import Codebook
from testimonia.model.claim import PlaceMention, PlacePrecision
from testimonia.read.gazetteer import gazetteer
from testimonia.read.place_words import word_sets

_SENTENCE_END = re.compile(r"(?<![A-Z])[.!?]\s+(?=[A-Z\"“])")
_TOWNS = ("city", "town")  # kinds of places, in the codebook and in the gazetteer
_REACH = 60  # characters on either side in which a noun may stand that a row of names shares
_NAMES = r"(?:,?\s+(?:and\s+|(?:al|el)-)?[A-Z][\w'’-]*)"


def with_homes(text: str, mentions: Sequence[PlaceMention], codebook: Codebook) -> list[PlaceMention]:
    """``mentions`` in their order, those that no gazetteer lists with what they lie in, where the text tells it."""
    if all(_is_listed(mention, codebook) for mention in mentions):
        return list(mentions)
    towns = [mention for mention in mentions if _is_town(mention, codebook)]
    regions = [m for m in mentions if m.precision is PlacePrecision.REGION and m.latitude is not None]
    parts = _parts(codebook)

    def home(mention: PlaceMention) -> str:
        urban = mention.precision is PlacePrecision.EXACT or parts.names(text, mention)
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


class _Parts:
    """The nouns that make a name that of a part of a town."""

    def __init__(self, quarters: Iterable[str]) -> None:
        nouns = "|".join(sorted(quarters, key=len, reverse=True))
        self._after = re.compile(rf"{_NAMES}{{0,4}}\s+(?:{nouns})(?!\w)")
        self._before = re.compile(rf"(?<!\w)(?:{nouns})(?:\s+of)?{_NAMES}{{0,4}},?\s+(?:and\s+)?$")

    def names(self, text: str, mention: PlaceMention) -> bool:
        """Whether such a noun stands beside the name, or beside the row of names that it is one of."""
        before = text[max(0, mention.start - _REACH) : mention.start]
        return bool(self._after.match(text, mention.end) or self._before.search(before))


@lru_cache(maxsize=8)
def _parts(codebook: Codebook) -> _Parts:
    return _Parts(word_sets(codebook).lists.quarters)
