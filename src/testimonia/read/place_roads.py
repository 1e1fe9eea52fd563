"""Does a town's name only say between which towns a road runs? "along the Goma-Rutshuru highway".

What always holds: the answer rests on the words beside the name; the road itself is no place of any gazetteer.
"""

from __future__ import annotations

import re
from functools import lru_cache

from testimonia.codebook.codebook import Codebook
from testimonia.read.place_words import word_sets

_DASH = r"\s?[-–—]\s?"
_NAME = r"(?:(?:al|el|Al|El)-)?[A-Z][\w'’]{2,}(?:[ -][A-Z][\w'’]*){0,2}"
_REACH = 70  # characters before a name in which the road stands


class Roads:
    """The patterns of one codebook's words."""

    def __init__(self, codebook: Codebook | None) -> None:
        lists = word_sets(codebook).lists
        road, joins = "|".join(sorted(lists.roads)), "|".join(sorted(lists.road_joins))
        self._headed = re.compile(rf"\s+(?:[a-z]+\s+)?(?:{road})(?!\w)")
        self._to_other = re.compile(rf"(?:{_DASH}|\s+to\s+){_NAME}\s+(?:[a-z]+\s+)?(?:{road})(?!\w)")
        self._from_other = re.compile(rf"(?<![\w-]){_NAME}(?<=\w{{4}})(?:{_DASH}|\s+to\s+)(?:(?:al|el|Al|El)-)?$")
        self._joined = re.compile(
            rf"(?<!\w)(?:{road})\s+(?:that\s+|which\s+)?(?:{joins})\s+(?:the\s+)?(?:[a-z]+\s+(?:of\s+)?)?"
            rf"(?:{_NAME}\s+(?:and|to|with)\s+(?:the\s+)?(?:[a-z]+\s+(?:of\s+)?)?)?$"
        )

    def ends_at(self, text: str, start: int, end: int) -> bool:
        """Whether the name ``text[start:end]`` is one end of a road that runs to another town."""
        before = text[max(0, start - _REACH) : start]
        if self._to_other.match(text, end) or self._joined.search(before):
            return True
        return self._headed.match(text, end) is not None and self._from_other.search(before) is not None


@lru_cache(maxsize=8)
def roads(codebook: Codebook | None) -> Roads:
    """The patterns of a codebook's words, made once."""
    return Roads(codebook)
