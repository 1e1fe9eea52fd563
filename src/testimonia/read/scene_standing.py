"""Where does what a noun phrase tells as lasting hold? "Rebel-held parts of Goma", "Goma, a rebel stronghold".

What always holds: the place is named in the phrase, right behind or before it, or by the subject that it is told of;
the rest of the sentence tells of something else, and gives no place.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from testimonia.model.claim import PlaceMention, PlacePrecision
from testimonia.read.draft import Draft
from testimonia.read.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

_BETWEEN = ("DET", "ADV", "PUNCT")  # "Goma, once a rebel stronghold"
_SUBJECTS = ("nsubj", "nsubjpass")
_STATES = ("AUX", "VERB")


def places_of(reading: Reading, draft: Draft, told: Collection[PlaceMention]) -> tuple[PlaceMention, ...]:
    """The places of a standing draft: of those ``told`` of its sentence, the ones in its words; else those beside."""
    words = reading.doc[draft.start : draft.end]
    own = tuple(place for place in told if words.start_char <= place.start < words.end_char)
    if draft.type != "CONTROLS":
        return own
    trigger = reading.doc[draft.trigger]
    noun = trigger if trigger.pos_ in ("NOUN", "PROPN") else trigger.head
    have = {place.place for place in own}
    own = (*(place for place in _owners(reading, noun, draft.start) if place.place not in have), *own)
    if own:
        return own
    parties = {(mention.start, mention.end) for mention in (*draft.actors, *draft.recipients)}
    for start, end in _beside(reading, noun, draft.start):
        found = tuple(p for p in reading.places_in(start, end) if (p.start, p.end) not in parties)
        if found:
            return found
    return ()


def _owners(reading: Reading, noun: Token, first: int) -> tuple[PlaceMention, ...]:
    """The place whose part a phrase tells of: "Goma's rebel-held districts"."""
    owner = next((child for child in noun.lefts if child.dep_ == "poss" and child.i < first), None)
    return reading.places_in(owner.left_edge.idx, _end(owner)) if owner is not None else ()


def _beside(reading: Reading, noun: Token, first: int) -> Iterator[tuple[int, int]]:
    """The offsets of the words in which the place may be named, the nearest first."""
    doc, words = noun.doc, reading.cast.words
    behind = doc[noun.i + 1] if noun.i + 1 < noun.sent.end else noun
    if behind.lower_ == "of" or behind.lower_ in words.prepositions_of_place:
        for ground in behind.children:
            if ground.dep_ == "pobj":
                yield ground.left_edge.idx, _end(_last_of(ground))
    before = first - 1
    while before > noun.sent.start and doc[before].pos_ in _BETWEEN:
        before -= 1
    if before >= noun.sent.start:
        word = doc[before]
        place = next((p for p in reading.places if p.start <= word.idx < max(p.end, _noun_end(reading, p))), None)
        if place is not None and place.precision is not PlacePrecision.COUNTRY:
            yield place.start, place.end
    subject = _subject(noun)
    if subject is not None:
        yield subject.left_edge.idx, _end(_last_of(subject))


def _last_of(noun: Token) -> Token:
    """The last word of a noun with the name that it bears: "the city of Goma"."""
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            return next((name for name in child.children if name.dep_ == "pobj"), noun)
    return noun


def _noun_end(reading: Reading, place: PlaceMention) -> int:
    """Where a place's name ends with the noun behind it: "Goma city"."""
    head = reading.head_of(place.start, place.end)
    return _end(head.head) if head is not None and head.dep_ == "compound" else place.end


def _subject(noun: Token) -> Token | None:
    """What a phrase is told of: "Goma is under rebel control", "Goma is a rebel stronghold"."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "under" else noun.head
    if (noun.dep_ != "attr" and verb.i == noun.head.i) or verb.pos_ not in _STATES:
        return None
    return next((child for child in verb.lefts if child.dep_ in _SUBJECTS), None)


def _end(word: Token) -> int:
    return word.idx + len(word)
