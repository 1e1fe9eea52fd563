"""Which days does an order between two clauses keep from a claim: "entered Goma on Monday after clashes", "since"?

What always holds: only the small words that lead a clause or a phrase between the claim and the day are looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.read import predicates
from testimonia.read.doers import doer_words
from testimonia.read.period_words import lexicon
from testimonia.read.reading import Reading
from testimonia.read.scene_words import scene_words
from testimonia.read.speech_syntax import first_child, is_infinitive

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERBS = ("VERB", "AUX")
_DASHES = ("-", "–", "—")
_BEFORE = ("compound", "nmod", "poss")


def keeps(reading: Reading, trigger: Token, word: Token) -> bool:
    """Whether the day told by ``word`` is kept from the claim of ``trigger`` by what stands between them."""
    return in_turn(reading, trigger, word) or since(reading, trigger, word) or of_the_deed(reading, trigger, word)


def days_apart(reading: Reading, trigger: Token, word: Token) -> bool:
    """Whether days lie between two clauses, or one tells what is yet to come: "a day after rebels shelled it"."""
    units, words = lexicon(reading.codebook).words.units, scene_words(reading.codebook)
    leads = (*words.not_yet, *words.done_prepositions)
    for one, other in ((trigger, word), (word, trigger)):
        for above in (one, *one.ancestors):
            if above.i == other.i or above.is_ancestor(other):
                break
            lead = above if above.pos_ in ("ADP", "VERB") and above.dep_ == "prep" else first_child(above, "mark")
            if lead is None or lead.lower_ not in leads or not lead.i:
                continue
            if lead.nbor(-1).lower_ in units or (above is not word and is_infinitive(above.head)):
                return True
    return False


def measured(reading: Reading, trigger: Token) -> bool:
    """Whether a draft is told to be so long ago from another: "the raid comes two weeks after rebels shelled it"."""
    known, words = lexicon(reading.codebook).words, scene_words(reading.codebook)
    for above in (trigger, *trigger.ancestors):
        lead = first_child(above, "mark")
        if lead is not None and lead.i and lead.lower_ in (*words.not_yet, *words.done_prepositions):
            return lead.nbor(-1).lower_ in known.units
    return False


def in_turn(reading: Reading, trigger: Token, word: Token) -> bool:
    """Whether one of two is told as over before the other: "took Goma on Friday after clashes", not "hours after".

    What people suffer after a deed is what it did to them: "nine were killed on Friday after jets hit the market".
    """
    known, words = lexicon(reading.codebook).words, scene_words(reading.codebook)
    for one, other in ((trigger, word), (word, trigger)):
        for above in (one, *one.ancestors):
            if above.i == other.i or above.is_ancestor(other):
                break
            lead = above.head if above.dep_ in ("pcomp", "pobj") else first_child(above, "mark")
            if lead is None or lead.lower_ not in words.earlier or not lead.i or above is word:
                continue
            later = lead.head if lead.dep_ == "prep" else above.head
            suffered = later.lemma_.lower() in doer_words(reading.codebook).undergone
            if suffered and (later.i == other.i or later.is_ancestor(other)):
                return False
            return lead.nbor(-1).lower_ not in known.small_units and not _set_off(trigger, word)
    return False


def _set_off(one: Token, other: Token) -> bool:
    """Whether a dash that is no hyphen stands between two words, as between a headline and its text."""
    first, last = sorted((one.i, other.i))
    return any(
        t.is_punct and t.whitespace_ and t.text in _DASHES and t.nbor(-1).whitespace_ for t in one.doc[first:last]
    )


def since(reading: Reading, trigger: Token, word: Token) -> bool:
    """Whether a draft only tells since when: "shot down on Monday, the first loss since they began operations"."""
    opening = scene_words(reading.codebook).onset_prepositions
    for above in (trigger, *trigger.ancestors):
        if above.is_ancestor(word):
            return False
        if any(child.dep_ == "mark" and child.lower_ in opening for child in above.lefts):
            return True
    return False


def of_the_deed(reading: Reading, trigger: Token, word: Token) -> bool:
    """Whether a day before a noun is that of the deed named alone: "vowed revenge over Friday's attack"."""
    noun = word.head
    if noun.i == trigger.i or word.dep_ not in _BEFORE or noun.i < word.i or noun.pos_ not in ("NOUN", "PROPN"):
        return False
    if not predicates.senses(reading.codebook).names_happening(noun) or noun.is_ancestor(trigger):
        return False
    over = next((above for above in noun.ancestors if above.pos_ in _VERBS), noun)
    return over.i != trigger.i and not over.is_ancestor(trigger)
