"""Where does a sentence end? A rule good enough for finding what stands together, without a language model.

What always holds: sentences come in order, do not overlap, and lie within one block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# A full stop after a single capital or a short abbreviation (U.S., Mr., Gen.) does not end a sentence.
_END = re.compile(
    r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})[.!?…][\"'”’)\]]*(?=\s+[\"'“‘(\[]?[A-Z0-9])|(?<=[a-z]{3})[.!?][\"'”’)\]]*(?=\s+(?![a-z]))"
)


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of ``text[start:end]`` as pairs of offsets."""
    at = start
    for stop in _END.finditer(text, start, end):
        if text[at : stop.end()].strip():
            yield at, stop.end()
        at = stop.end()
    if text[at:end].strip():
        yield at, end
