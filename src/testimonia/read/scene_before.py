"""When is a claim set where the sentences before it are, and at which of their places?

What always holds: a claim goes on from a place only where its words take up a deed told before ("the attack", "there"),
or tell of one deed that was done; never where they name ground of their own, and never from a whole country.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from testimonia.model.claim import Kind, PlaceMention, PlacePrecision, Unit
from testimonia.read import scene_near, scene_onward, scene_taken_up
from testimonia.read.draft import Draft
from testimonia.read.place_quarters import is_quarter
from testimonia.read.reading import Reading
from testimonia.read.scene_words import SceneWords, scene_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_PHRASE = 6  # tokens between two names of one phrase: "in Goma in the east of Congo"; by judgement
_VERBS = ("VERB", "AUX")
_TOLLS = (Unit.KILLED.value, Unit.INJURED.value)
_BOUND = ("nsubj", "nsubjpass", "dobj", "conj", "pobj", "prep")  # what hangs a toll on its verb: "the lives of two"
_STEPS = 5
_ELSEWHERE = frozenset({"RETREAT", "PROTEST"})  # those who flee or protest have left, or never saw, the place told


def goes_on(reading: Reading, draft: Draft) -> bool:
    """Whether a draft may go on from a place told before it; a toll does where the deed would that it is told with."""
    told = draft
    draft = _deed(reading, draft)
    if (
        not scene_near.goes_back(draft)
        or draft.type in _ELSEWHERE
        or (told is not draft and _runs_on(reading.doc[draft.trigger]))
    ):
        return False
    own, trigger = reading.doc[draft.start : draft.end], reading.doc[draft.trigger]
    if trigger.dep_ == "acl" and trigger.tag_ == "VBN" and scene_taken_up.points_back(reading, trigger.head):
        return True
    if any(scene_taken_up.takes_up(reading, token) for token in own):
        return not _in_general(trigger)
    if scene_taken_up.is_habit(reading, draft):
        return False
    return not _has_ground(reading, draft) and scene_onward.may_go_on(reading, draft)


def is_elsewhere(reading: Reading, draft: Draft) -> bool:
    """Whether a draft names ground of its own that is not known, or counts what more than one deed has done."""
    deed = _deed(reading, draft)
    return _has_ground(reading, deed) or _runs_on(reading.doc[deed.trigger])


def _has_ground(reading: Reading, draft: Draft) -> bool:
    words, onset = scene_words(reading.codebook), _onset(reading.doc[draft.trigger], draft)
    return any(_is_ground_of_its_own(reading, token, words) for token in reading.doc[onset : draft.end])


def phrase(reading: Reading, places: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """Of the places of a sentence, that which a later one goes on from, with those told in one phrase with it.

    A building or its grounds come before other places, the last before the first, and no country is gone on from.
    """
    found = [place for place in places if place.precision is not PlacePrecision.COUNTRY]
    sites = [p for p in found if p.precision is PlacePrecision.EXACT and not is_quarter(p, reading.codebook)]
    if not found:
        return ()
    last = found.index((sites or found)[-1])
    first = last
    while first and _together(reading, found[first - 1], found[first]):
        first -= 1
    return tuple(found[first : last + 1])


def _onset(trigger: Token, draft: Draft) -> int:
    """Where the words begin that tell of a deed: of what came of one, where that does ("shelled a town, killing")."""
    verb = trigger.head if trigger.dep_ == "conj" else trigger
    came = verb.tag_ == "VBG" and verb.dep_ in ("advcl", "acl")
    return min(draft.start, verb.head.left_edge.i) if came else draft.start


def _deed(reading: Reading, draft: Draft) -> Draft:
    """The deed with whose verb a toll of dead or injured is told: "two were killed", "leaving two dead"."""
    if draft.kind is not Kind.FIGURE or draft.type not in _TOLLS:
        return draft
    verb = reading.doc[draft.trigger]
    for _ in range(_STEPS):
        if verb.pos_ in _VERBS:
            return replace(draft, kind=Kind.EVENT, type="ASSAULT", trigger=verb.i)
        if verb.dep_ not in _BOUND:
            break
        verb = verb.head
    return draft


def _runs_on(verb: Token) -> bool:
    """Whether a toll is of all that was done until now: "the raids have killed hundreds"."""
    return any(
        child.dep_ == "aux" and child.lemma_ == "have" and child.tag_ in ("VBZ", "VBP") for child in verb.children
    )


def _together(reading: Reading, one: PlaceMention, other: PlaceMention) -> bool:
    """Whether two places stand in one phrase: "in Goma in the east of Congo", "Goma and Bunia"."""
    between = reading.doc.char_span(one.end, other.start, alignment_mode="contract")
    return between is None or (len(between) <= _PHRASE and not any(token.pos_ in _VERBS for token in between))


def _in_general(trigger: Token) -> bool:
    """Whether a trigger stands under a verb of what would, could or must be."""
    verb = next((above for above in (trigger, *trigger.ancestors) if above.pos_ in _VERBS), trigger)
    return any(child.dep_ == "aux" and child.tag_ == "MD" for child in verb.children)


def _is_ground_of_its_own(reading: Reading, token: Token, words: SceneWords) -> bool:
    """Whether a word names ground that is not known, or another than the one told: "in Haret Saida", "a village"."""
    if token.pos_ == "PROPN" and token.dep_ == "pobj":
        prep = token.head
        if prep.lower_ == "of":
            return prep.head.lemma_.lower() in (*words.settlements, *words.grounds)
        return prep.lower_ in reading.cast.words.prepositions_of_place and _is_unknown(reading, token)
    if token.pos_ != "NOUN" or token.lemma_.lower() not in words.settlements:
        return False
    return _is_unnamed(token) or any(
        child.dep_ in ("compound", "amod") and child.pos_ == "PROPN" for child in token.lefts
    )


def _is_unnamed(noun: Token) -> bool:
    """Whether a noun tells of a settlement that was not told of: "a village", "another town"."""
    return any(child.dep_ == "det" and child.lower_[:2] != "th" for child in noun.children)


def _is_unknown(reading: Reading, name: Token) -> bool:
    if reading.cast.naming_at(name.i) is not None:
        return False
    return not reading.periods_in(name.left_edge.idx, name.idx + len(name.text))
