"""Does a text go on to say that by a bare name it means the province? "Ten Killed in Hama": "... in Hama province".

What always holds: a name is read so only where the region of its name, or a place that lies in it well outside the
town, is told after it, and nothing that the text tells lies in the town or speaks of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from testimonia.codebook.codebook import Codebook
from testimonia.model.claim import COARSE, PlaceMention, PlacePrecision
from testimonia.read.known_places import Candidate
from testimonia.read.place_geometry import kilometres
from testimonia.read.place_regions import GREAT
from testimonia.read.place_words import word_sets
from testimonia.read.toponym_fold import fold

if TYPE_CHECKING:
    from testimonia.read.places import Toponym

Told = Sequence[tuple[PlaceMention, Candidate | None]]

_IN_TOWN_KM = 12.0  # as near as this a place lies in the town or at its edge; by judgement
_NEXT_KM = 5.0  # the same of a settlement with a name of its own, beside a town of no million; by judgement
_SETTLEMENTS = ("city", "town", "village")
_LEAD = 400  # characters in which a text's headline and first sentence stand; by judgement
_BEHIND = 300  # characters behind a later name in which a place that it means stands; by judgement
_SENTENCE_END = re.compile(r"[.!?]\s")
_FINE = (PlacePrecision.EXACT, PlacePrecision.LOCALITY, PlacePrecision.VICINITY)


class Specified:
    """The words of one codebook that tell of a town."""

    def __init__(self, codebook: Codebook | None) -> None:
        lists = word_sets(codebook).lists
        settled = "|".join(
            sorted(lists.localities - lists.outlying | {word for word in lists.urban if word in lists.of_heads})
        )
        self._urban = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(lists.urban))})(?!\w)", re.IGNORECASE)
        self._headed = re.compile(rf"(?:['’]s)?\s+(?:\w+\s+)?(?:{settled})(?!\w)", re.IGNORECASE)
        self._called = re.compile(rf"(?<!\w)(?:{settled})(?:\s+of)?\s+$", re.IGNORECASE)
        self._parts = lists.quarters
        self._sites = lists.facilities - lists.quarters

    def as_region(self, text: str, told: Told, mention: PlaceMention, name: Toponym, region: Candidate) -> bool:
        """Whether ``mention`` of a town, by ``name``, means with all that a text tells the ``region`` of its name."""
        town = name.place
        if town is None or self._headed.match(text, mention.end) or self._called.search(text[: mention.start][-20:]):
            return False
        if any(_in_town(other, place, town) for other, place in told):
            return False
        beside = {other.end for other, _ in told if other.precision is PlacePrecision.VICINITY}
        urban = [
            word
            for word in self._urban.finditer(text)
            if self._of_town(text, word, mention.text) and word.start() - 1 not in beside  # "north of Goma city"
        ]
        after = [(other, place) for other, place in told if other.start > mention.end]
        said = any(other.place == region.id and other.precision is PlacePrecision.REGION for other, _ in after)
        if said and not urban:
            return True
        # What is "in Damascus" is not in the land around it, nor so soon what is in a city of millions.
        called = any(c.id == region.id for c in name.candidates) or fold(region.name).startswith(fold(town.name))
        if not called or (town.population >= GREAT and not said):
            return False
        if not said and not any(_outlying(mention, other, place, region) for other, place in after):
            return False
        return not any(self._tells_of(text, word, town, region, told) for word in urban)

    def _of_town(self, text: str, word: re.Match[str], name: str) -> bool:
        """Whether a word for a town or a part of one is not that of another: "the city of Palmyra"."""
        before = text[: word.start()].rstrip()[-40:].split()[-1:]
        after = text[word.end() : word.end() + 40].split()[:2]
        if before and before[0].isdigit():
            return False  # "130 square kilometers"
        if word[0].casefold() in self._parts:
            return True
        named = [w for w in (*before, *(after[1:] if after[:1] == ["of"] else ())) if w.lower() != w]
        return not named or any(w.strip(".,'’\"") in name for w in named)

    def _tells_of(self, text: str, word: re.Match[str], town: Candidate, region: Candidate, told: Told) -> bool:
        """Whether of the listed places before a word for a town or a part of one, or with it, the town is nearest."""
        if word[0].casefold() in self._sites:
            return False  # a hospital or market stands in villages too
        listed = [other for other, place in told if place is not None and other.precision in _FINE]
        before = [o for o, _ in told if o.end <= word.start() and not _SENTENCE_END.search(text, o.end, word.start())]
        if before and before[-1].place == region.id and text[: word.start()].endswith(" the "):
            return True  # "most of Kivu province while the city"
        listed = [o for o in listed if o.start < word.start() or not _SENTENCE_END.search(text, word.end(), o.start)]
        nearest = min(listed, key=lambda other: max(other.start - word.end(), word.start() - other.end), default=None)
        return nearest is None or nearest.place == town.id


def _outlying(mention: PlaceMention, other: PlaceMention, place: Candidate | None, region: Candidate) -> bool:
    """Whether a place told soon after ``mention`` lies in ``region``; what lies in the town was ruled out before."""
    if mention.end > _LEAD and other.start - mention.end > _BEHIND:
        return False
    if place is None or other.precision not in _FINE or other.place == mention.place or not region.region:
        return False
    return place.region == region.region


def _in_town(other: PlaceMention, place: Candidate | None, town: Candidate) -> bool:
    if other.latitude is None or other.longitude is None or town.point is None or other.place == town.id:
        return False
    if other.precision in COARSE:
        return False
    apart = place is not None and place.kind in _SETTLEMENTS and town.population < GREAT
    return kilometres((other.latitude, other.longitude), town.point) <= (_NEXT_KM if apart else _IN_TOWN_KM)


@lru_cache(maxsize=8)
def specified(codebook: Codebook | None) -> Specified:
    """The words of a codebook, put into patterns once."""
    return Specified(codebook)
