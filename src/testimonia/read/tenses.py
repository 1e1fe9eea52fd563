"""When did a happening take place, seen from the words over it: was it, is it, or is it still to come?

What always holds: what an operator or a source puts ahead lies ahead; else the nearest verb with a tense decides, and a
deed that the present only looks back on ("condemns the raid", "the raid is the latest") is past.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import TYPE_CHECKING

from testimonia.model.factuality import Tense
from testimonia.model.period import Period
from testimonia.read import factuality_known as known
from testimonia.read.attribution_chain import Attribution
from testimonia.read.certainty import Certainty
from testimonia.read.factuality_operators import Operator
from testimonia.read.speech_syntax import is_infinitive

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEEPEST = 6
_NOUNS = ("NOUN", "PROPN")
_POINTING = ("det", "poss", "amod", "nmod", "compound")
_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_NOMINAL = ("nsubj", "nsubjpass", "pobj", "dobj", "compound", "appos")


def of(token: Token, found: Sequence[Operator], chain: Sequence[Attribution], words: Certainty) -> Tense:
    """The tense of the happening at ``token``, under the operators ``found`` and the sources of ``chain``."""
    if any(o.future for o in found):
        back = token.pos_ in ("VERB", "AUX") and any(_perfect(c) for c in token.children)  # "appears to have fired"
        return Tense.PAST if back or (token.pos_ in _NOUNS and _after(token, words)) else Tense.FUTURE
    if chain and chain[-1].ahead and token.tag_ in ("VB", "NN", "NNS"):
        return Tense.FUTURE
    word = token
    for _ in range(_DEEPEST):
        if word.pos_ in ("VERB", "AUX") and not _is_name(word):
            tense = _own(word, words)
            if tense is None and is_infinitive(word) and known.ranked(word, word.head, words):
                return Tense.PAST
            if tense is not None:
                return Tense.PAST if tense is Tense.PRESENT and _looks_back(token, word, words) else tense
        if word.head.i == word.i:
            break
        if (word.pos_ in _NOUNS or word.dep_ == "pcomp") and _after(word, words):
            return Tense.PAST
        word = word.head
    return Tense.PAST


def of_standing(tense: Tense, token: Token, words: Certainty) -> Tense:
    """The tense of how things stand, told in passing: that of the verb over it, "wreak havoc in areas held by rebels".

    A participle between them shows none: "live in zones run by clans near the rebel-held town".
    """
    if tense is not Tense.PAST or token.tag_ != "VBN" or token.dep_ not in ("acl", "amod"):
        return tense
    for verb in token.ancestors:
        if verb.pos_ in ("VERB", "AUX") and not is_infinitive(verb) and not _hangs(verb):
            told = any(c.dep_ in _SUBJECTS for c in verb.children)
            return Tense.PRESENT if told and _own(verb, words) is Tense.PRESENT else tense
    return tense


def _hangs(verb: Token) -> bool:
    """Whether a verb is a participle without subject or auxiliary of its own."""
    return verb.tag_ in ("VBN", "VBG") and not any(c.dep_ in (*_SUBJECTS, "aux", "auxpass") for c in verb.children)


def on_its_day(tense: Tense, token: Token, period: Period | None, today: date | None) -> Tense:
    """The tense of what is told with a period: past where that was over ``today``, but for a verb in the present."""
    if tense is not Tense.PRESENT or period is None or period.end is None or period.start is None or today is None:
        return tense
    return tense if period.end >= today or token.tag_ in ("VBZ", "VBP") else Tense.PAST


def of_count(tense: Tense, token: Token, naming: Collection[str]) -> Tense:
    """The tense of a count of dead or hurt: past, but for the object of a verb in the present ("a bomb kills nine").

    Verbs of ``naming`` tell only who is among them: "the dead include nine nurses".
    """
    if tense is not Tense.PRESENT:
        return tense
    while token.dep_ == "conj":
        token = token.head
    done = token.dep_ != "dobj" or token.head.tag_ == "VBN" or token.head.lower_ in naming
    return Tense.PAST if done else tense


def _is_name(word: Token) -> bool:
    """Whether what is tagged a verb is a noun or a name: "regime advances cut the road", "287 IS fighters"."""
    return word.text.isupper() or (word.tag_ in ("VBZ", "VBP") and word.dep_ in _NOMINAL)


def _after(noun: Token, words: Certainty) -> bool:
    """Whether something is told as what came before: "after a raid", "since raiding it", "in the wake of a raid"."""
    head = noun.head
    if head.lower_ in words.lists.looking_back:
        return True
    if head.lower_ in ("of", "to") and head.head.lemma_.lower() in words.lists.wakes:
        return True
    return noun.dep_ == "dobj" and head.lemma_ == "follow"


def _looks_back(token: Token, verb: Token, words: Certainty) -> bool:
    """Whether a verb in the present answers the deed that ``token`` names, or places it among others."""
    if token.lemma_.lower() not in words.lists.momentary or token.i == verb.i:
        return False
    if token.head.i == verb.i and token.dep_ in ("nsubj", "nsubjpass"):
        if verb.lemma_ not in words.lists.placing or any(c.tag_ == "MD" for c in verb.children):
            return False
        beside = [c for c in token.children if c.dep_ in _POINTING]
        return bool(beside) and not any(c.lower_ in words.lists.unfinished for c in beside)
    if token.dep_ == "attr":  # "is the deadliest attack"
        return any(child.dep_ == "amod" and child.tag_ == "JJS" for child in token.children)
    return token.i > verb.i and verb.lemma_.lower() in words.lists.answering


def _own(verb: Token, words: Certainty) -> Tense | None:
    """The tense that a verb itself or its auxiliaries show."""
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    perfect = next((c for c in auxiliaries if c.lemma_ == "have" and c.tag_ in ("VBZ", "VBP", "VBD")), None)
    if perfect is not None:  # "have been besieging" still holds
        return Tense.PRESENT if verb.tag_ == "VBG" and perfect.tag_ != "VBD" else Tense.PAST
    if any(c.tag_ == "VBG" and c.dep_ == "aux" for c in auxiliaries):
        return Tense.PAST  # "having taken the town"
    finite = next((c for c in auxiliaries if c.tag_ in ("VBD", "VBZ", "VBP")), None)
    if (finite is None or verb.tag_ == "VBN") and _completed(verb, auxiliaries):
        return Tense.PAST  # "may have fled", "all five are believed to have been killed"
    tag = finite.tag_ if finite is not None else verb.tag_
    if tag == "VBP" and finite is None and verb.lower_ in words.lists.alike:
        return Tense.PAST  # "raids hit the market on Tuesday"
    if tag == "VBD":
        return Tense.PAST
    if tag in ("VBZ", "VBP"):
        return Tense.PRESENT
    if any(c.tag_ == "MD" for c in auxiliaries):
        return Tense.PRESENT
    if tag == "VBN" and not is_infinitive(verb) and verb.dep_ in ("acl", "amod"):
        return Tense.PAST
    return None


def _completed(verb: Token, auxiliaries: Sequence[Token]) -> bool:
    """Whether "to have" stands with a verb or with the infinitive that it governs."""
    below = [c for child in verb.children if child.dep_ == "xcomp" for c in child.children if c.dep_ == "aux"]
    return any(_perfect(c) for c in (*auxiliaries, *below))


def _perfect(auxiliary: Token) -> bool:
    """Whether an auxiliary is the "have" of "to have fired"."""
    return auxiliary.lemma_ == "have" and auxiliary.tag_ == "VB" and auxiliary.dep_ == "aux"
