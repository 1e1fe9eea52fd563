"""Where does what a noun phrase tells as lasting hold? "Rebel-held parts of Goma", "Goma, a rebel stronghold".

What always holds: the place is named in the phrase, right behind or before it, or by the subject that it is told of;
the rest of the sentence tells of something else, and gives no place.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from testimonia.model.claim import PlaceMention, PlacePrecision
from testimonia.read import scene, scene_parts, scene_places
from testimonia.read.draft import Draft
from testimonia.read.reading import Reading
from testimonia.read.scene_rows import links
from testimonia.read.scene_words import scene_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_BETWEEN = ("DET", "ADV", "PUNCT")  # "Goma, once a rebel stronghold"
_SUBJECTS = ("nsubj", "nsubjpass")
_STATES = ("AUX", "VERB")
_PHRASE = 9  # tokens behind a noun in which the place stands that it lies by; by judgement


def places_of(reading: Reading, draft: Draft, told: Collection[PlaceMention]) -> tuple[PlaceMention, ...]:
    """The places of a standing draft: of those ``told`` of its sentence, the ones in its words; else those beside."""
    words = reading.doc[draft.start : draft.end]
    own = tuple(place for place in told if words.start_char <= place.start < words.end_char)
    if draft.type != "CONTROLS":
        return own
    trigger = reading.doc[draft.trigger]
    noun = trigger if trigger.pos_ in ("NOUN", "PROPN") else trigger.head
    if trigger.dep_ == "conj" and noun.dep_ == "amod":
        noun = noun.head  # "rebel-held and army-held areas"
    have = {place.place for place in own}
    own = (*(place for place in _owners(reading, noun, draft.start) if place.place not in have), *own)
    if own:
        return own
    parties = {(mention.start, mention.end) for mention in (*draft.actors, *draft.recipients)}
    for start, end in _beside(reading, noun, draft.start):
        found = tuple(p for p in reading.places_in(start, end) if (p.start, p.end) not in parties)
        if _divided(reading, noun) is not None:
            found = tuple(p for p in found if p.precision is not PlacePrecision.COUNTRY or p.end >= end)
        if found:
            return found
    return _meant(reading, noun) or scene_parts.town_of(reading, noun)


def _meant(reading: Reading, noun: Token) -> tuple[PlaceMention, ...]:
    """The town that a phrase means by its noun: "north-east of the capital", "the city has been divided into"."""
    city, at = _divided(reading, noun), noun.i + 1
    while city is None and at < min(noun.i + _PHRASE, noun.sent.end) and links(reading, noun.doc[at]):
        at += 1
        if at < noun.sent.end and noun.doc[at].pos_ == "NOUN":
            city = noun.doc[at]
    words = scene_words(reading.codebook)
    if city is None or city.lemma_.lower() not in (*words.settlements, *words.capitals) or city.tag_ == "NNS":
        return ()
    if not any(child.dep_ == "det" and child.lower_ == "the" for child in (*city.lefts, *city.head.lefts)):
        return ()
    place = scene.called(reading, city)
    if place is None or place.precision not in (PlacePrecision.LOCALITY, PlacePrecision.VICINITY):
        return ()
    precision = scene_places.precision_by(reading, city, place)
    return (replace(place, text=city.text, start=city.idx, end=_end(city), precision=precision),)


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
    reach = noun.sent.end
    at = noun.i + 1
    while at < min(noun.i + _PHRASE, reach) and links(reading, doc[at]):
        at += 1
    if at > noun.i + 1 and at < reach:
        yield doc[noun.i + 1].idx, _end(doc[at])  # "a rebel-held village near Goma"
    subject = _subject(noun) or _divided(reading, noun)
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


def _divided(reading: Reading, noun: Token) -> Token | None:
    """What lies in parts that a phrase is one of: "Goma has been divided between rebel-held and army-held areas"."""
    divided = scene_words(reading.codebook).divided
    for above in noun.ancestors:
        if above.pos_ in _STATES:
            found = next((child for child in above.lefts if child.dep_ in _SUBJECTS), None)
            return found if above.lemma_.lower() in divided else None
    return None


def _end(word: Token) -> int:
    return word.idx + len(word)
