"""Which of the places around a claim stand on its side of a mark, or beside its own count and no other?

What always holds: of several places only those are left that the claim shares a headline, a caption or a count with; a
place alone stays, and so do all where the words tell no such sides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from testimonia.model.claim import Kind, PlaceMention, Unit
from testimonia.read.draft import Draft
from testimonia.read.place_geometry import contains
from testimonia.read.place_words import word_sets
from testimonia.read.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

_MARK = re.compile(r"\s(?:[-–—]\s(?=[A-Z])|\|\s)")  # "Raids on Goma - At least nine", "Goma hit | A woman sits in Beni"
_MEASURES = frozenset({Unit.DURATION, Unit.DISTANCE, Unit.MONEY})
_NAMES = ("PROPN", "NUM")
_COUNT = 14  # characters between a headline's verb and the end of the words before its count: "at least"


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


def in_its_half(reading: Reading, draft: Draft, places: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """Of places on both sides of a headline's second verb, those on a draft's: "Army gains in Goma kills 9 in Beni"."""
    if len(places) < 2:
        return tuple(places)
    for place in places:
        verb = _second_verb(reading, place)
        if verb is None:
            continue
        first = [p for p in places if p.end <= verb.idx]
        second = [p for p in places if p.start > verb.idx]
        apart = not any(contains(one, other, reading.codebook) for one in first for other in second)
        if first and second and apart:
            return tuple(first if draft.trigger < verb.i else second)
    return tuple(places)


def _second_verb(reading: Reading, place: PlaceMention) -> Token | None:
    """The verb of harm with its count that goes on right behind a place after another verb: "gains in Goma kills 9"."""
    span = reading.doc.char_span(place.start, place.end, alignment_mode="expand")
    if span is None or span.end + 1 >= len(reading.doc):
        return None
    after = reading.doc[span.end]
    after = after if after.pos_ not in ("PUNCT", "CCONJ") else after.nbor(1)
    if after.lower_[-1:] != "s" or after.lower_ not in word_sets(reading.codebook).lists.harm:
        return None
    if not reading.figures_in(after.idx + len(after), after.idx + len(after) + _COUNT):
        return None
    start = reading.sentence_tokens(reading.sentence_of(span.start))[0]
    return after if any(token.tag_ in ("VBZ", "NNPS") for token in reading.doc[start : span.start]) else None


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
