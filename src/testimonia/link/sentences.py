"""The sentence in which a claim stands, as the document has it.

What always holds: the stretch given holds the offset asked for and crosses no blank line.
"""

from __future__ import annotations

import re

_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])|\n\s*\n")
# A sentence longer than this to either side is a broken text; it is cut here.
REACH = 600
# An ending after a short word with a capital is an initial or a title, not the end of a sentence.
_ABBREVIATION = re.compile(r"(?:\b[A-Z]|\b[A-Z][a-z]{1,3})\.$")


def sentence_of(text: str, start: int, end: int) -> tuple[int, int]:
    """Offsets of the sentence of ``text`` that holds ``start:end``, or of all sentences that it touches."""
    low, high = max(0, start - REACH), min(len(text), end + REACH)
    first = low
    for match in _END.finditer(text, low, start):
        if not _ABBREVIATION.search(text, max(0, match.start() - 5), match.start()):
            first = match.end()
    last = high
    for match in _END.finditer(text, end, high):
        if not _ABBREVIATION.search(text, max(0, match.start() - 5), match.start()):
            last = match.start() + len(match.group().rstrip())
            break
    return min(first, start), max(last, end)
