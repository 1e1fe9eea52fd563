"""Does a town's name stand for the region around it? "rural Idlib", "a village in Homs", "Idlib and Hama provinces".

What always holds: the answer rests on the words beside the name and on where the place named within it lies.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from testimonia.codebook.codebook import Codebook
from testimonia.model.claim import PlacePrecision
from testimonia.read.place_geometry import kilometres
from testimonia.read.place_words import word_sets

if TYPE_CHECKING:
    from testimonia.read.places import Toponym

_APART_KM = 12.0  # farther from the middle of a town lies no part of it, but for the greatest; by judgement
GREAT = 1_000_000  # people of a city that is spoken of by its eastern and its western half; by judgement
_REACH = 70  # characters before a name in which the noun that lies in it stands
_ONE = re.compile(r",?\s+(?!\s)")  # between a town and its province, also where their comma is lost
_ROW = re.compile(r"\s*(?:,|,?\s+(?:and|or|&))?\s+")
_SAME = re.compile(r"(?:\s+in\s+the\s+[a-z-]+)?\s*(?:,|,?\s+(?:and|or|&))\s+")


class Around:
    """The patterns of one codebook's words; ``means_region`` answers for one name of a text."""

    def __init__(self, codebook: Codebook | None) -> None:
        lists = word_sets(codebook).lists
        rural, outlying, shared = _any(lists.rural), _any(lists.outlying), _any(lists.shared_regions)
        compass = _any(frozenset(word for word in lists.directions - lists.middles if len(word) > len("ne")))
        within, settled = _any(lists.within), _any(lists.outlying | lists.localities)
        self._rural = re.compile(rf"(?<!\w)(?:{rural})\s+$", re.IGNORECASE)
        # "two villages in", "the towns of Binnish and Taftanaz in northern"; names have capitals, so case counts.
        self._holds = re.compile(
            rf"(?<!\w)(?:{outlying})(?:\s+of)?(?:\s+(?:and\s+|(?:al|el)-)?[A-Z][\w'’-]*){{0,5}},?\s+(?:{within})\s+"
            rf"(?:the\s+)?(?:(?:{compass})\s+)?$"
        )
        self._owns = re.compile(rf"(?:['’]s)?\s+(?:{outlying})(?:\s+of(?!\w)|s(?!\w))")
        self._halves = lists.halves
        self._turned = re.compile(rf"(?<!\w)(?:{compass})\s+$", re.IGNORECASE)
        town = _any(lists.localities | lists.quarters)
        self._in_town = re.compile(rf"(?:['’]s)?(?:\s+[\w-]+){{0,2}}\s+(?:{town})(?!\w)", re.IGNORECASE)
        self._part_of = re.compile(rf"(?<!\w)(?:{_any(lists.quarters)})\s+(?:of|in)\s+(?:{compass})\s+$", re.IGNORECASE)
        self._shared = re.compile(rf"\s+(?:{shared})(?!\w)", re.IGNORECASE)
        self._several = re.compile(rf"(?<!\w)(?:{shared})\s+of\s+(?:the\s+)?$", re.IGNORECASE)
        self._inside = re.compile(
            rf"(?:\s+(?:\w+\s+){{0,2}}(?:{settled}))?,?\s+(?:(?:{_any(lists.located)})\s+)?(?:{within})\s+(?:(?:{compass})\s+)?"
        )

    def means_region(self, text: str, names: Sequence[Toponym], at: int) -> bool:
        """Whether ``names[at]`` of ``text``, a town that bears a region's name, stands for that region."""
        name = names[at]
        before, end = text[max(0, name.start - _REACH) : name.start], name.end
        if self._rural.search(before) or self._holds.search(before) or self._owns.match(text, end):
            return True
        if self._holds_place(text, names, at):
            return True
        following = names[at + 1] if at + 1 < len(names) else None
        if following is not None and _SAME.fullmatch(text, end, following.start):
            return self._shared.match(text, following.end) is not None
        previous = names[at - 1] if at else None
        if previous is not None and _SAME.fullmatch(text, previous.end, name.start):
            return self._several.search(text, max(0, previous.start - _REACH), previous.start) is not None
        return False

    def turned(self, text: str, name: Toponym) -> bool:
        """Whether a part of the compass stands before a name, and no part of a town is named: "northern Hama"."""
        before = text[max(0, name.start - _REACH) : name.start]
        if self._part_of.search(before) or self._in_town.match(text, name.end):
            return False
        said = self._turned.search(before)
        if said is None:
            return False
        half = name.place is not None and name.place.population >= GREAT
        return not (half and said[0].strip().casefold() in self._halves)

    def _holds_place(self, text: str, names: Sequence[Toponym], at: int) -> bool:
        """Whether a place that lies well outside the town is said to lie in it: "Kafr Nabl in Idlib"."""
        outer, inner = names[at].place, names[at - 1].place if at else None
        if inner is None or outer is None or inner.point is None or outer.point is None:
            return False
        if inner.precision not in (PlacePrecision.LOCALITY, PlacePrecision.EXACT) or inner.country != outer.country:
            return False
        stands = self._inside.fullmatch(text, names[at - 1].end, names[at].start) or self._closes(text, names, at)
        return bool(stands) and kilometres(inner.point, outer.point) > _APART_KM

    def _closes(self, text: str, names: Sequence[Toponym], at: int) -> bool:
        """Whether a name stands behind that of a town of its region, and both in no longer row: "in Sarmin, Idlib"."""
        outer, inner = names[at], names[at - 1]
        if _ONE.fullmatch(text, inner.end, outer.start) is None or inner.place is None or outer.place is None:
            return False
        first = names[at - 2] if at > 1 else None
        after = names[at + 1] if at + 1 < len(names) else None
        if first is not None and _ROW.fullmatch(text, first.end, inner.start):
            return False
        if after is not None and _ROW.fullmatch(text, outer.end, after.start):
            return False
        codes = [place.region.split(".")[:2] for place in (inner.place, outer.place)]
        return len(codes[0]) > 1 and codes[0] == codes[1]


def _any(words: frozenset[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=lambda w: (-len(w), w)))


@lru_cache(maxsize=8)
def around(codebook: Codebook | None) -> Around:
    """The patterns of a codebook's words, made once."""
    return Around(codebook)
