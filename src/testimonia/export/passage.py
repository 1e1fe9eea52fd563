"""The sentence in which a span stands, so that a quotation can be read on its own.

What always holds: ``before + span + after`` without the marks of a cut is a stretch of the document's text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# Where a sentence ends, or a paragraph; abbreviations may cut one short, which costs words around a quotation only.
_END = re.compile(r"(?<=[.!?…؟。])[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[^\sa-z])|\n[ \t]*\n\s*")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]|\b(?:[A-Z][a-z]{0,2}|Gen|Capt|Prof|No|vs|etc))\.\s+$")
REACH = 400  # characters shown on either side at most


@dataclass(frozen=True, slots=True)
class Passage:
    """A span with the rest of its sentence; ``start`` is the span's offset in the document."""

    before: str
    span: str
    after: str
    start: int

    @property
    def text(self) -> str:
        """The whole passage."""
        return self.before + self.span + self.after


def around(text: str, start: int, end: int, reach: int = REACH) -> Passage:
    """The passage around ``text[start:end]``: its sentence or sentences, cut at ``reach`` characters with a mark."""
    first, last = max(0, start - reach), min(len(text), end + reach)
    opening = [m.end() for m in _END.finditer(text, first, start) if not _ABBREVIATED.search(text[first : m.end()])]
    closing = next((m for m in _END.finditer(text, end, last) if not _ABBREVIATED.search(text[first : m.end()])), None)
    before = text[opening[-1] if opening else first : start]
    stop = closing.start() + len(closing.group().rstrip()) if closing else last
    after = text[end:stop]
    if not opening and first > 0:
        before = "…" + before.split(" ", 1)[-1] if " " in before else "…" + before
    if not closing and last < len(text):
        after = (after.rsplit(" ", 1)[0] if " " in after else after) + "…"
    return Passage(before.lstrip(), text[start:end], after.rstrip(), start)


def shortened(passage: Passage, limit: int) -> Passage:
    """The passage cut to about ``limit`` characters: what surrounds the span goes first, then its end."""
    if len(passage.text) <= limit:
        return passage
    span = passage.span if len(passage.span) <= limit else passage.span[: limit - 1].rstrip() + "…"
    room = max(0, limit - len(span)) // 2
    before, after = passage.before, passage.after
    if len(before) > room:
        before = "…" + before[len(before) - room :].partition(" ")[2]
    if len(after) > room:
        after = after[:room].rpartition(" ")[0] + "…"
    return Passage(before, span, "" if span.endswith("…") and after == "…" else after, passage.start)
