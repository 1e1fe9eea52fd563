"""When does a claim go on from a day that the sentences before it told?

What always holds: only what is told as done, once and by itself, goes on; and only from a day, not from a year or a
stretch that "since" opens.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from testimonia.model.claim import Figure, Kind, Unit
from testimonia.model.period import Period
from testimonia.read import chain, predicates, scene_dateline, scene_days, scene_order
from testimonia.read.draft import Draft
from testimonia.read.reading import Reading
from testimonia.read.scene_near import ON_GROUND
from testimonia.read.scene_parties import CLAUSES, somebody
from testimonia.read.scene_words import scene_words
from testimonia.read.speech_syntax import is_infinitive

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST = 6  # days from first to last: "in the past few days"
_VERBS = ("VERB", "AUX")
_PAST = ("VBD", "VBN")
_POINTING = ("det", "poss")


def told_before(reading: Reading, draft: Draft, periods: Iterable[Period]) -> list[Period]:
    """Of the periods of an earlier sentence, those that a draft may go on from."""
    opening = scene_words(reading.codebook).onset_prepositions
    found = []
    for period in periods:
        word = scene_days.root(reading, period)
        if period.start is None or period.end is None or (period.end - period.start).days > _LONGEST:
            continue
        if word is None or scene_dateline.is_dateline(reading, period) or _not_done(reading, period, word):
            continue
        if word.head.lower_ not in opening and not _behind(word) and not scene_days.of_another(reading, draft, period):
            found.append(period)
    return found


def _not_done(reading: Reading, period: Period, word: Token) -> bool:
    """Whether a day is that of an answer, of what was still to come or of how a long affair began."""
    verb = next((above for above in word.ancestors if above.pos_ in _VERBS), None)
    if verb is None:
        return False
    words, lemma = scene_words(reading.codebook), verb.lemma_.lower()
    return (
        lemma in words.responses or is_infinitive(verb) or (lemma in words.onset_verbs and _long_ago(reading, period))
    )


def _long_ago(reading: Reading, period: Period) -> bool:
    return reading.day is not None and period.end is not None and (reading.day - period.end).days > _LONGEST


def may_go_on(reading: Reading, draft: Draft) -> bool:
    """Whether a draft may go on from a day told before: not where it tells what is usual, lasts or was long before."""
    if draft.kind is not Kind.EVENT or draft.type not in ON_GROUND or _lasts(reading, draft):
        return False
    trigger = reading.doc[draft.trigger]
    verb = next((above for above in (trigger, *trigger.ancestors) if above.pos_ in _VERBS), None)
    if verb is None or _aside(reading, trigger) or scene_order.measured(reading, trigger):
        return False
    if trigger.pos_ == "NOUN" and trigger.i != verb.i and not _taken_up(reading, trigger):
        return False
    return _once(reading, verb)


def _once(reading: Reading, verb: Token) -> bool:
    """Whether a verb, or that which it goes with, tells of one past deed: "fired on the town, killing two"."""
    words = scene_words(reading.codebook)
    while (verb.tag_ == "VBG" and verb.dep_ != "pcomp") or is_infinitive(verb):
        above = next((token for token in verb.ancestors if token.pos_ in _VERBS), None)
        if above is None:
            return False
        verb = above
    while verb.dep_ == "conj" and verb.tag_ in _PAST and verb.head.tag_ == "VBN" and not _apart(verb):
        verb = verb.head  # "has killed nine and wounded two"
    if verb.dep_ == "pcomp" and verb.head.lower_ in words.done_prepositions:
        return True
    if verb.tag_ not in _PAST and verb.lower_ not in words.same_in_past:
        return False
    for child in verb.children:
        if child.dep_ in ("aux", "auxpass") and child.tag_ in ("VBP", "VBZ", "MD"):
            return False
        if child.dep_ == "advmod" and child.lower_ in (*words.habits, *words.former):
            return False
        if child.dep_ in ("aux", "auxpass") and child.lemma_ == "have" and not _said(reading, verb):
            return False
    return True


def _apart(verb: Token) -> bool:
    """Whether a verb has an auxiliary or a subject of its own."""
    return any(child.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") for child in verb.children)


def _said(reading: Reading, verb: Token) -> bool:
    """Whether a verb tells what somebody says, where "had" may be no earlier than what was told before."""
    return any(said.cue_token != verb.i for said in chain.over(reading, verb.idx, verb.idx + 1))


def _aside(reading: Reading, trigger: Token) -> bool:
    """Whether the trigger stands in a clause that only tells of somebody or of a place."""
    for above in (trigger, *trigger.ancestors):
        if above.dep_ in CLAUSES:
            noun = above.head
            return somebody(reading, noun) or bool(reading.places_in(noun.idx, noun.idx + len(noun.text)))
    return False


def _taken_up(reading: Reading, noun: Token) -> bool:
    """Whether a noun names a deed told of before, or one done: "the attack", "air raids left", "carried out raids"."""
    done = noun.dep_ == "dobj" and noun.head.lemma_.lower() in predicates.senses(reading.codebook).light
    return done or noun.dep_.startswith("nsubj") or any(child.dep_ in _POINTING for child in noun.children)


def _behind(word: Token) -> bool:
    """Whether a day stands in a relative clause: what is told aside is not gone on from."""
    return any(
        above.dep_ == "relcl" or (above.dep_ == "acl" and above.tag_ in ("VBN", "VBG")) for above in word.ancestors
    )


def _lasts(reading: Reading, draft: Draft) -> bool:
    """Whether a draft's own words tell for how long it has lasted: "for two years", but not "a two-year siege"."""
    words = reading.doc[draft.start : draft.end]
    return any(
        figure.unit is Unit.DURATION and _rests_on_preposition(reading, figure)
        for figure in reading.figures_in(words.start_char, words.end_char)
    )


def _rests_on_preposition(reading: Reading, figure: Figure) -> bool:
    head = reading.head_of(figure.start, figure.end)
    return head is not None and head.dep_ == "pobj"
