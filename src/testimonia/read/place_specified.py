"""Does a text go on to say that by a bare name it means the province? "Ten Killed in Hama": "... in Hama province".

What always holds: a name is read so only where the region of its name is told after it, and nothing in the text speaks
of the town or of a part of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from testimonia.codebook.codebook import Codebook
from testimonia.model.claim import PlaceMention, PlacePrecision
from testimonia.read.known_places import Candidate
from testimonia.read.place_geometry import kilometres
from testimonia.read.place_words import word_sets

_IN_TOWN_KM = 12.0  # as near as this a place lies in the town or at its edge; by judgement


class Specified:
    """The words of one codebook that tell of a town."""

    def __init__(self, codebook: Codebook | None) -> None:
        lists = word_sets(codebook).lists
        settled = "|".join(
            sorted(lists.localities - lists.outlying | {word for word in lists.urban if word in lists.of_heads})
        )
        self._urban = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(lists.urban))})(?!\w)", re.IGNORECASE)
        self._headed = re.compile(rf"(?:['’]s)?\s+(?:\w+\s+)?(?:{settled})(?!\w)", re.IGNORECASE)
        self._called = re.compile(rf"(?<!\w)(?:{settled})\s+of\s+$", re.IGNORECASE)
        self._parts = lists.quarters

    def as_region(
        self, text: str, told: Sequence[PlaceMention], mention: PlaceMention, town: Candidate, region: Candidate
    ) -> bool:
        """Whether ``mention`` of a ``town``, with those that a text tells, means the ``region`` that bears its name."""
        if self._headed.match(text, mention.end) or self._called.search(text[: mention.start][-20:]):
            return False
        after = (other for other in told if other.start > mention.end)
        if not any(other.place == region.id and other.precision is PlacePrecision.REGION for other in after):
            return False
        if any(_in_town(other, town) for other in told):
            return False
        return not any(self._of_town(text, word, mention.text) for word in self._urban.finditer(text))

    def _of_town(self, text: str, word: re.Match[str], name: str) -> bool:
        """Whether a word for a town or a part of one is not that of another: "the city of Palmyra"."""
        if word[0].casefold() in self._parts:
            return True
        before = text[: word.start()].rstrip()[-40:].split()[-1:]
        after = text[word.end() : word.end() + 40].split()[:2]
        named = [w for w in (*before, *(after[1:] if after[:1] == ["of"] else ())) if w[:1].isupper()]
        return not named or any(w.strip(".,'’\"") in name for w in named)


def _in_town(other: PlaceMention, town: Candidate) -> bool:
    if other.latitude is None or other.longitude is None or town.point is None or other.place == town.id:
        return False
    if other.precision in (PlacePrecision.REGION, PlacePrecision.COUNTRY):
        return False
    return kilometres((other.latitude, other.longitude), town.point) <= _IN_TOWN_KM


@lru_cache(maxsize=8)
def specified(codebook: Codebook | None) -> Specified:
    """The words of a codebook, put into patterns once."""
    return Specified(codebook)
