"""Which of the places around a claim stand on its side of a mark, or beside its own count and no other?

What always holds: of several places only those are left that the claim shares a headline, a caption or a count with; a
place alone stays, and so do all where the words tell no such sides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from testimonia.model.claim import Kind, PlaceMention, Unit
from testimonia.read.draft import Draft
from testimonia.read.reading import Reading

_MARK = re.compile(r"\s(?:[-–—]\s(?=[A-Z])|\|\s)")  # "Raids on Goma - At least nine", "Goma hit | A woman sits in Beni"
_MEASURES = frozenset({Unit.DURATION, Unit.DISTANCE, Unit.MONEY})
_NAMES = ("PROPN", "NUM")


def on_its_side(reading: Reading, draft: Draft, places: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """The places on a draft's side of a headline's or caption's mark, where there are such; else all."""
    if len(places) > 1:
        at = reading.doc[draft.trigger].idx
        found = tuple(place for place in places if not _parted(reading, place, at))
        if found:
            return found
    return tuple(places)


def _parted(reading: Reading, place: PlaceMention, trigger: int) -> bool:
    first, last = (place.end, trigger) if place.end <= trigger else (trigger, place.start)
    for mark in _MARK.finditer(reading.transcript.text, first, max(first, last)):
        after = reading.head_of(mark.end(), mark.end() + 1)
        listed = bool(reading.places_in(mark.end(), mark.end() + 1))  # "three villages - Sake and Minova - were lost"
        if "|" in mark.group() or (after is not None and after.pos_ not in _NAMES and not listed):
            return True
    return False


def of_its_count(reading: Reading, draft: Draft, places: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """The places of a count where each count of its words has its own: "nine died in Goma and six near Beni"."""
    if draft.kind is not Kind.FIGURE or len(places) < 2 or not draft.figures:
        return tuple(places)
    words = reading.doc[draft.start : draft.end]
    counts = [f for f in reading.figures_in(words.start_char, words.end_char) if f.unit not in _MEASURES]
    starts = sorted({figure.start for figure in counts} | {draft.figures[0].start})
    ends = [*starts[1:], words.end_char]
    if len(starts) < 2:
        return tuple(places)
    if len({(figure.low, figure.unit) for figure in counts}) < len(counts):
        return tuple(places)  # a headline that ran into its sentence: "two hurt in Goma Two farmers were hurt in Goma"
    slots = {start: [p for p in places if start < p.start < end] for start, end in zip(starts, ends, strict=True)}
    if not all(slots.values()):
        return tuple(places)
    before = [place for place in places if place.start < starts[0]]
    return (*before, *slots[draft.figures[0].start])
