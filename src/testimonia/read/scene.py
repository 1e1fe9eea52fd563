"""Where and when a claim is set: the places and the period of its own words, of its sentence, or those it goes on from.

What always holds: a place or period is taken from the nearest words that give one - clause, sentence, then at most
two sentences before in the same paragraph - and how far it was fetched is told with it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from testimonia.model.claim import Kind, PlaceMention, PlacePrecision
from testimonia.model.period import Period
from testimonia.read.draft import Draft
from testimonia.read.reading import Reading

_BACK = 2  # sentences; by judgement
# Types whose parties may be the ground they happen on: "bombed Afghanistan". A state accused or met is no scene.
_ON_GROUND = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "AID", "PROTEST", "CONTROLS", "BESIEGES", "FIGHTS"})
_SETTLED = (PlacePrecision.EXACT, PlacePrecision.VICINITY, PlacePrecision.LOCALITY)


def places_of(reading: Reading, draft: Draft) -> tuple[tuple[PlaceMention, ...], str]:
    """The places of a draft, and in a word where they were found: clause, anaphor, sentence, before or nowhere."""
    start, end = _bounds(reading, draft)
    parties = draft.actors if draft.type in _ON_GROUND else (*draft.actors, *draft.recipients)
    named = {(mention.start, mention.end) for mention in parties}
    named -= {span for span in named if _stood_in(reading, span[0])}
    own = tuple(place for place in _within(reading, start, end) if (place.start, place.end) not in named)
    meant = _meant(reading, draft)
    if own:
        return tuple({place.place: place for place in (*own, *meant)}.values()), "clause"
    if meant:
        return meant, "anaphor"
    number = reading.sentence_of(draft.trigger)
    first, last = reading.sentence_bounds(number)
    near = tuple(place for place in _within(reading, first, last) if (place.start, place.end) not in named)
    if near:
        return near, "sentence"
    if draft.kind is Kind.EVENT or draft.type in ("BESIEGES", "CONTROLS", "FIGHTS"):
        for earlier in _sentences_before(reading, number):
            found = tuple(p for p in _within(reading, *earlier) if p.precision is not PlacePrecision.COUNTRY)
            if found:
                return found[-1:], "before"
    return (), "nowhere"


def period_of(reading: Reading, draft: Draft) -> tuple[Period | None, str]:
    """The period of a draft, and in a word where it was found."""
    start, end = _bounds(reading, draft)
    trigger = reading.doc[draft.trigger].idx
    for where, (first, last) in (
        ("clause", (start, end)),
        ("sentence", reading.sentence_bounds(reading.sentence_of(draft.trigger))),
    ):
        within = reading.periods_in(first, last)
        if within:
            return min(within, key=lambda p: abs((p.start_offset or 0) - trigger)), where
    if draft.kind is Kind.EVENT:
        for first, last in _sentences_before(reading, reading.sentence_of(draft.trigger)):
            within = reading.periods_in(first, last)
            if within:
                return within[-1], "before"
    return None, "nowhere"


def _stood_in(reading: Reading, offset: int) -> bool:
    """Whether the words at an offset hang on a preposition of place: "a visit to Russia in July"."""
    words = reading.doc.char_span(offset, offset + 1, alignment_mode="expand")
    if words is None:
        return False
    head = words.root.head if words.root.dep_ == "compound" else words.root
    return head.dep_ == "pobj" and head.head.lower_ in reading.cast.words.prepositions_of_place


def _bounds(reading: Reading, draft: Draft) -> tuple[int, int]:
    words = reading.doc[draft.start : draft.end]
    return words.start_char, words.end_char


def _within(reading: Reading, start: int, end: int) -> tuple[PlaceMention, ...]:
    found: dict[str, PlaceMention] = {}
    for place in reading.places_in(start, end):
        found.setdefault(place.place, place)
    return tuple(found.values())


def _sentences_before(reading: Reading, number: int) -> list[tuple[int, int]]:
    """Bounds of up to two sentences before in the same paragraph, the nearest first."""
    here = reading.paragraph_of(reading.sentence_bounds(number)[0])
    found = []
    for earlier in range(number - 1, max(-1, number - 1 - _BACK), -1):
        bounds = reading.sentence_bounds(earlier)
        if reading.paragraph_of(bounds[0]) != here:
            break
        found.append(bounds)
    return found


def _meant(reading: Reading, draft: Draft) -> tuple[PlaceMention, ...]:
    """The place that "the city" or "the rebel-held east" in the clause means: the one the account dwells on."""
    nouns = reading.cast.words.anaphors.get("place", ())
    for token in reading.doc[draft.start : draft.end]:
        if token.lemma_.lower() not in nouns or token.pos_ not in ("NOUN", "PROPN"):
            continue
        if any(child.dep_ == "prep" and child.lower_ == "of" for child in token.children):
            continue
        if any(child.dep_ == "poss" or (child.dep_ == "det" and child.lower_[:2] == "th") for child in token.children):
            place = _dwelt_on(reading, token.idx)
            if place is not None:
                return (replace(place, text=token.text, start=token.idx, end=token.idx + len(token.text)),)
    return ()


def _dwelt_on(reading: Reading, offset: int) -> PlaceMention | None:
    """The town or site named before ``offset`` that the account names most often; of equals, the last."""
    before = [place for place in reading.places if place.end <= offset and place.precision in _SETTLED]
    if not before:
        return None
    times = Counter(place.place for place in reading.places)
    paragraph = reading.paragraph_of(offset)
    return max(
        before,
        key=lambda place: (times[place.place] + (reading.paragraph_of(place.start) == paragraph), place.start),
    )
