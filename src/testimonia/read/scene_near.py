"""What places and days stand near a claim, whoever's they are: what is told of the same happening may be matched by.

What always holds: nothing is refused here but what only tells of somebody; ``scene`` decides what is the claim's own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from testimonia.model.claim import Kind, PlaceMention, PlacePrecision, Surroundings
from testimonia.model.period import Period
from testimonia.read.draft import Draft
from testimonia.read.place_quarters import is_quarter
from testimonia.read.reading import Reading
from testimonia.read.scene_parties import is_ground, is_party
from testimonia.read.scene_words import SceneWords, scene_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_BACK = 2  # sentences; by judgement
_NAME = 60  # characters of the longest name of a place
# Types whose parties may be the ground they happen on: "bombed Afghanistan". A state accused or met is no scene.
ON_GROUND = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "AID", "PROTEST", "CONTROLS", "BESIEGES", "FIGHTS"})
# What is done on some ground, or agreed or charged of it: "accused the army of raids". The rest is done in words.
OF_DEEDS = ON_GROUND | {"ACCUSE", "AGREE", "COOPERATE"}
# What binds two parties wherever they are: "backed by", "an ally of".
_BONDS = frozenset({"SUPPORTS", "AFFILIATED_WITH", "PART_OF", "FIGHTS_ALONGSIDE"})
_SETTLED = (PlacePrecision.VICINITY, PlacePrecision.LOCALITY)


def surroundings(reading: Reading, draft: Draft, *, places: bool, period: bool) -> Surroundings:
    """The places and the period told around a draft, of each only where it is asked for."""
    return Surroundings(_places(reading, draft) if places else (), _period(reading, draft) if period else None)


def parties(reading: Reading, draft: Draft) -> set[tuple[int, int]]:
    """The spans of those who act and are acted on and are no ground that it happens on."""
    held = draft.actors if draft.type in ON_GROUND else (*draft.actors, *draft.recipients)
    named = {(mention.start, mention.end) for mention in held}
    return {span for span in named if not _stood_in(reading, span[0])}


def bounds(reading: Reading, draft: Draft) -> tuple[int, int]:
    """The offsets of a draft's words."""
    words = reading.doc[draft.start : draft.end]
    return words.start_char, words.end_char


def sentences_before(reading: Reading, number: int) -> list[tuple[int, int]]:
    """Bounds of up to two sentences before in the same paragraph, the nearest first."""
    here = reading.paragraph_of(reading.sentence_bounds(number)[0])
    found = []
    for earlier in range(number - 1, max(-1, number - 1 - _BACK), -1):
        around = reading.sentence_bounds(earlier)
        if reading.paragraph_of(around[0]) != here:
            break
        found.append(around)
    return found


def dwelt_on(reading: Reading, noun: Token) -> PlaceMention | None:
    """The town named before a noun that the account names most often; of equals, the last.

    "The area" and "the district" may be a quarter or the grounds of a site; "the west" and "the city" are not.
    """
    words, offset = scene_words(reading.codebook), noun.idx
    fine = noun.lemma_.lower() in (*words.grounds, *words.quarters)
    settled = (*_SETTLED, PlacePrecision.EXACT) if fine else _SETTLED
    told = (place for place in reading.places if place.end <= offset)
    before = [place for place in told if place.precision in settled or is_quarter(place, reading.codebook)]
    if not before:
        return None
    if noun.lemma_.lower() in words.bearings:  # "Goma was split between the army in the west and rebels in the east"
        start = reading.sentence_bounds(reading.sentence_of(noun.i))[0]
        before = [place for place in before if place.start >= start and not place.within] or before
    times = Counter(place.place for place in reading.places)
    paragraph = reading.paragraph_of(offset)
    return max(
        before,
        key=lambda place: (times[place.place] + (reading.paragraph_of(place.start) == paragraph), place.start),
    )


def goes_back(draft: Draft) -> bool:
    """Whether a draft may go on from a place told before it."""
    return draft.kind in (Kind.EVENT, Kind.RELATION) and draft.type in ON_GROUND


def is_bond(reading: Reading, draft: Draft) -> bool:
    """Whether a draft tells of a bond of two parties, who are not bound by what their sentence tells of a place.

    "In cooperation with" tells with whom something is done, and so where.
    """
    return draft.kind is Kind.RELATION and draft.type in _BONDS and reading.doc[draft.trigger].pos_ != "ADP"


def place_nouns(reading: Reading, draft: Draft) -> Iterator[Token]:
    """The nouns of a draft by which a place is meant that was named before: "the city", "its east"."""
    nouns = reading.cast.words.anaphors.get("place", ())
    words = scene_words(reading.codebook)
    for token in reading.doc[draft.start : draft.end]:
        lemma = token.lemma_.lower()
        if lemma not in nouns or token.pos_ not in ("NOUN", "PROPN"):
            continue
        if any(child.lemma_.lower() in words.edges or _is_theirs(child) for child in token.lefts):
            continue  # "the border area", "their enclave"
        if token.tag_ == "NNS" and lemma not in words.quarters and not _is_owned(token, words):
            continue  # "these villages" are several, and "the province's villages" not named
        if any(child.dep_ == "prep" and child.lower_ == "of" for child in token.children) or _is_named(reading, token):
            continue
        side = draft.standing and lemma in words.bearings  # "split between a rebel-held east and"
        if side or any(
            child.dep_ == "poss" or (child.dep_ == "det" and child.lower_[:2] == "th") for child in token.children
        ):
            yield token


def _is_owned(noun: Token, words: SceneWords) -> bool:
    """Whether several grounds are those of a town or land told of: "its areas", but not "the province's villages"."""
    owners = [child for child in noun.lefts if child.dep_ == "poss"]
    unnamed = noun.lemma_.lower() in words.settlements and any(o.lemma_.lower() in words.provinces for o in owners)
    return bool(owners) and not unnamed


def _is_theirs(word: Token) -> bool:
    return word.dep_ == "poss" and word.pos_ == "PRON" and word.lower_ != "its"


def _is_named(reading: Reading, noun: Token) -> bool:
    """Whether a place's own name stands before its noun or behind it: "the Lindi district", "the capital Kigali"."""
    after = noun.idx + len(noun) + 1
    if any(place.start == after for place in reading.places_in(after, after + _NAME)):
        return True
    if not noun.i:
        return False
    before = noun.nbor(-1)
    within = before.left_edge.idx, noun.idx + len(noun)  # the name may hold its noun: "the Middle East"
    return before.pos_ == "PROPN" and bool(reading.places_in(*within))


def _places(reading: Reading, draft: Draft) -> tuple[PlaceMention, ...]:
    named = parties(reading, draft)
    number = reading.sentence_of(draft.trigger)
    own = _within(reading, draft, bounds(reading, draft), named)
    meant = _meant(reading, draft)
    if own or meant:
        return tuple({place.place: place for place in (*own, *meant)}.values())
    near = _within(reading, draft, reading.sentence_bounds(number), named)
    if near or not goes_back(draft):
        return near
    for earlier in sentences_before(reading, number):
        found = [p for p in _within(reading, draft, earlier, set()) if p.precision is not PlacePrecision.COUNTRY]
        if found:
            return tuple(found[-1:])
    return ()


def _period(reading: Reading, draft: Draft) -> Period | None:
    trigger = reading.doc[draft.trigger].idx
    sentence = reading.sentence_of(draft.trigger)
    for first, last in (bounds(reading, draft), reading.sentence_bounds(sentence)):
        within = reading.periods_in(first, last)
        if within:
            return min(within, key=lambda p: abs((p.start_offset or 0) - trigger))
    if draft.kind is Kind.EVENT:
        for first, last in sentences_before(reading, sentence):
            within = reading.periods_in(first, last)
            if within:
                return within[-1]
    return None


def _within(
    reading: Reading, draft: Draft, offsets: tuple[int, int], but: set[tuple[int, int]]
) -> tuple[PlaceMention, ...]:
    found: dict[str, PlaceMention] = {}
    for place in reading.places_in(*offsets):
        if not is_party(reading, draft, place):
            found.setdefault(place.place, place)
    return tuple(place for place in found.values() if (place.start, place.end) not in but)


def _meant(reading: Reading, draft: Draft) -> tuple[PlaceMention, ...]:
    """The place that "the city" or "the rebel-held east" in the clause likely means: the one the account dwells on."""
    for token in place_nouns(reading, draft):
        place = dwelt_on(reading, token)
        if place is not None:
            return (replace(place, text=token.text, start=token.idx, end=token.idx + len(token.text)),)
    return ()


def _stood_in(reading: Reading, offset: int) -> bool:
    """Whether the words at an offset hang on a preposition of place: "a visit to Russia in July"."""
    head = reading.head_of(offset, offset + 1)
    if head is None:
        return False
    if head.dep_ == "compound" and head.head.lemma_.lower() in scene_words(reading.codebook).arms:
        return is_ground(reading, head)  # "Congo air raids kill ten", in an account of what happens in Congo
    head = head.head if head.dep_ == "compound" else head
    return head.dep_ == "pobj" and head.head.lower_ in reading.cast.words.prepositions_of_place
