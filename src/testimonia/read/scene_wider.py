"""Which wider and finer places of its sentence stand with a claim's own: "Congo's Goma", "Himbi district in Goma"?

What always holds: nothing is added to a claim that has no place of its own, and what is added is named in the same
sentence and holds a place of the claim, opening the sentence or in one phrase with it, or lies in one and stands before
it in its phrase.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from testimonia.model.claim import PlaceMention, PlacePrecision
from testimonia.read import scene_rows
from testimonia.read.draft import Draft
from testimonia.read.place_geometry import contains
from testimonia.read.reading import Reading
from testimonia.read.scene_parties import is_party, root
from testimonia.read.scene_rows import links

_OPENING = 3  # tokens by which the phrase at the head of a sentence has begun: "Also in"; by judgement
_BETWEEN = 6  # tokens between two names of one phrase: "in the southern countryside of the"; by judgement
_VERBS = ("VERB", "AUX")
_HOLDING = (PlacePrecision.LOCALITY, PlacePrecision.REGION)


def beside(reading: Reading, draft: Draft, own: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """The places of a claim with those of its sentence that hold one of them, in the order of the text."""
    if not own:
        return ()
    have = {place.place for place in own}
    found = [
        place
        for place in reading.places_in(*reading.sentence_bounds(reading.sentence_of(draft.trigger)))
        if place.place not in have
        and (_heads(reading, place, own) or _adjoins(reading, place, own))
        and not is_party(reading, draft, place)
    ]
    found += [place for place in _finer(reading, draft, own) if place.place not in have]
    found += [place for place in scene_rows.told_with(reading, draft, own) if place.place not in have]
    return tuple(sorted((*own, *found), key=lambda place: place.start))


def _finer(reading: Reading, draft: Draft, own: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    """The places in a claim's own that their phrase names first: "struck Himbi and Katoyi districts in Goma"."""
    for place in own:
        if place.precision not in _HOLDING:
            continue
        after, sentence = place, reading.sentence_bounds(reading.sentence_of(draft.trigger))
        for before in reversed(reading.places_in(sentence[0], place.start)):
            between = reading.doc.char_span(before.end, after.start, alignment_mode="contract")
            if between is not None and (len(between) > _BETWEEN or not all(links(reading, t) for t in between)):
                break
            if not contains(place, before, reading.codebook) or is_party(reading, draft, before):
                break
            yield before
            after = before


def _heads(reading: Reading, place: PlaceMention, own: Sequence[PlaceMention]) -> bool:
    """Whether a place opens the sentence and holds one of a claim's own: "In Kivu province rebels shelled Goma"."""
    head = root(reading, place)
    if head is None:
        return False
    first = reading.sentence_tokens(reading.sentence_of(head.i))[0]
    opening = next((above for above in head.ancestors if above.dep_ == "prep" and above.head.pos_ in _VERBS), None)
    if opening is None or opening.i - first >= _OPENING or opening.head.i < head.i:
        return False
    within = opening.lower_ in reading.cast.words.prepositions_of_place
    return within and any(contains(place, other, reading.codebook) for other in own if other.start > place.start)


def _adjoins(reading: Reading, place: PlaceMention, own: Sequence[PlaceMention]) -> bool:
    """Whether a place holds one of a claim's own and stands in a phrase with it: "Congo's Goma", "Goma in Congo"."""
    for other in own:
        first, last = (place, other) if place.start < other.start else (other, place)
        between = reading.doc.char_span(first.end, last.start, alignment_mode="contract")
        near = between is None or (len(between) <= _BETWEEN and all(links(reading, token) for token in between))
        if near and first.end <= last.start and contains(place, other, reading.codebook):
            return True
    return False
