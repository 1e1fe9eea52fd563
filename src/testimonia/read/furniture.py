"""Which stretches of an account are lists that a page sets beside its text - links, tags, counters - run into it?

Where lines were run together, a wide gap is all that is left of a line's end. What always holds: such a stretch begins
at a listed heading behind a wide gap, ends at the last wide gap before a full sentence, and
text that keeps its lines has none.
"""

from __future__ import annotations

import re
from functools import lru_cache

from testimonia.codebook.codebook import Codebook
from testimonia.codebook.schema import Entry as Schema
from testimonia.codebook.schema import Words

_GAP = re.compile(r"[ \t\u00a0]{2,}(?![\r\n])")
_COUNTER = re.compile(r"(?:\.\.\.|…)?\s*\d*\s*")  # "... 440 Related"
_SENTENCE = re.compile(r"[^\W\d_][.!?][\"”’)]*(?:\s|$)")


class Furniture(Schema):
    """``furniture.yaml``."""

    headings: Words
    alone: Words


@lru_cache(maxsize=8)
def _opening(codebook: Codebook) -> re.Pattern[str]:
    words = codebook.lexicon("furniture", Furniture)
    headings, alone = _any(words.headings), _any((*words.headings, *words.alone))
    return re.compile(rf"(?:{headings})(?=[\s:]|$)|(?:(?:{alone}|\d+)[\s:|]*)+$", re.IGNORECASE)


def _any(words: Words) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def find(text: str, codebook: Codebook) -> list[tuple[int, int]]:
    """The stretches of furniture in a text, as offsets, in order; none in a text that keeps its lines."""
    opening = _opening(codebook)
    found: list[tuple[int, int]] = []
    inside = False
    for number, (start, end) in enumerate(_pieces(text)):
        piece = text[start:end].strip()
        first = _COUNTER.match(piece)
        heading = piece[first.end() if first else 0 :]
        headed = number > 0 and heading[:1].isupper() and opening.match(heading) is not None
        inside = (inside or headed) and _SENTENCE.search(piece) is None
        if inside:
            found.append((start, end))
    return found


def _pieces(text: str) -> list[tuple[int, int]]:
    """The stretches between wide gaps."""
    starts, ends = [0], []
    for gap in _GAP.finditer(text):
        ends.append(gap.start())
        starts.append(gap.end())
    ends.append(len(text))
    return [(start, end) for start, end in zip(starts, ends, strict=True) if start < end]
