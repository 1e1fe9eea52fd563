"""Which names are those of parts of a town by the nouns beside them: "the Sawaqi quarter", "Sino and Korr districts".

What always holds: only a name that no gazetteer holds is called so by its nouns; a part of a town is said exactly, and
so is every other mention of the same name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from testimonia.codebook.codebook import Codebook
from testimonia.model.claim import PlaceMention, PlacePrecision
from testimonia.read.place_words import word_sets

QUARTER = "district"  # the kind of a part of a town in a codebook
UNLISTED = "unlisted:"  # what the id of a place begins with that no gazetteer holds
_REACH = 120  # characters on either side in which a noun may stand that a row of names shares
_NAMES = r"(?:,?\s+(?:and\s+)?(?:[a-z]{2}-)?[A-Z][\w'’-]*)"


class Parts:
    """The nouns that make a name that of a part of a town."""

    def __init__(self, quarters: Iterable[str]) -> None:
        nouns = "|".join(sorted(quarters, key=len, reverse=True))
        self._after = re.compile(rf"{_NAMES}{{0,8}}\s+(?i:{nouns})(?!\w)")
        self._before = re.compile(rf"(?<!\w)(?i:{nouns})(?:\s+of)?{_NAMES}{{0,8}},?\s+(?:and\s+)?$")

    def names(self, text: str, mention: PlaceMention) -> bool:
        """Whether such a noun stands beside the name, or beside the row of names that it is one of."""
        before = text[max(0, mention.start - _REACH) : mention.start]
        return bool(self._after.match(text, mention.end) or self._before.search(before))


@lru_cache(maxsize=8)
def parts(codebook: Codebook) -> Parts:
    """The quarters, suburbs and streets of a codebook's words."""
    return Parts(word_sets(codebook).lists.quarters)


def is_quarter(mention: PlaceMention, codebook: Codebook) -> bool:
    """Whether a mention is that of a part of a town, and of no building."""
    if mention.precision is not PlacePrecision.EXACT:
        return False
    row = codebook.places.get(mention.place)
    return row.kind == QUARTER if row is not None else mention.place.startswith(UNLISTED)


@lru_cache(maxsize=8)
def _inner_parts(codebook: Codebook) -> Parts:
    """Those of them that are no settlements of their own, as suburbs may be."""
    lists = word_sets(codebook).lists
    return Parts(lists.quarters - lists.suburban)


def with_quarters(text: str, mentions: Sequence[PlaceMention], codebook: Codebook) -> list[PlaceMention]:
    """``mentions`` in their order, the unlisted names of parts of towns as exact places."""
    inner = _inner_parts(codebook)
    unlisted = [m for m in mentions if m.latitude is None and m.place not in codebook.places]
    called = {m.place for m in unlisted if m.precision is PlacePrecision.LOCALITY and inner.names(text, m)}
    return [
        replace(m, precision=PlacePrecision.EXACT)
        if m.place in called and m.precision is PlacePrecision.LOCALITY
        else m
        for m in mentions
    ]
