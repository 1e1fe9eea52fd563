"""What is taken as known, whatever the words over it deny, ask or await?

What always holds: each test looks at one step of the climb, from a word to its governor, and is true only where what
lies beyond does not bear on the happening.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from testimonia.read.certainty import Certainty
from testimonia.read.speech_syntax import first_child, is_infinitive

if TYPE_CHECKING:
    from spacy.tokens import Token

_WH = ("WP", "WDT", "WRB", "WP$")
_SUBJECTS = ("nsubj", "nsubjpass")
_STEPS = 4


def asked_after(clause: Token, head: Token) -> bool:
    """Whether a clause tells what happened, of which one asks only who, how or when: "not clear who shelled it"."""
    if head.lemma_ == "be" and first_child(head, "acomp") is None:
        return False  # "it was not the army who shelled it"
    if is_infinitive(clause) or any(child.tag_ == "MD" for child in clause.children):
        return False
    return any(
        child.i < clause.i and child.tag_ != "WDT" and child.left_edge.tag_ in _WH
        for child in clause.children
        if child.dep_ in (*_SUBJECTS, "dobj", "advmod", "attr", "prep")
    )


def meant_for(happening: Token, head: Token, words: Certainty) -> bool:
    """Whether something is there that was meant for an end: "the truce was meant to help talks"."""
    if happening.dep_ != "nsubjpass" or head.lemma_.lower() not in words.lists.meant:
        return False
    end = first_child(head, "xcomp")
    return end is not None and is_infinitive(end) and end.lemma_.lower() not in words.lists.subject_carries


def called_so(happening: Token, head: Token, words: Certainty) -> bool:
    """Whether something is only called such and such: "called the charges baseless"."""
    if head.lemma_.lower() not in words.lists.naming:
        return False
    behind = any(child.dep_ == "amod" and child.i > happening.i for child in happening.children)
    return behind or first_child(head, "oprd") is not None


def owned_end(happening: Token, noun: Token, preposition: str, words: Certainty) -> bool:
    """Whether a noun tells why, when or what for something was that is there: "the aim of the raids"."""
    if noun.lemma_.lower() not in words.lists.presupposing or preposition not in words.lists.presupposed_by:
        return False
    return determined(happening, words)


def determined(noun: Token, words: Certainty) -> bool:
    """Whether a word before a noun takes it as known: "the", "this" or a possessor."""
    return any(
        child.dep_ == "poss" or (child.dep_ == "det" and child.lower_ in words.lists.definite)
        for child in noun.children
    )


def ranked(infinitive: Token, noun: Token, words: Certainty) -> bool:
    """Whether an infinitive tells what the latest or worst of its kind did: "the deadliest blast to hit the port"."""
    if infinitive.lemma_.lower() not in words.lists.befalling:
        return False
    ranks: Collection[str] = words.lists.ranks
    for _ in range(_STEPS):
        if noun.tag_ == "JJS" or noun.lower_ in ranks:
            return True
        if any(child.dep_ == "amod" and (child.tag_ == "JJS" or child.lower_ in ranks) for child in noun.children):
            return True
        if noun.dep_ != "pobj":
            return False
        noun = noun.head.head
    return False


def classed(happening: Token, head: Token, words: Certainty) -> bool:
    """Whether only the rank of a happening is in doubt: "may be the deadliest attack on a school"."""
    if happening.dep_ != "attr" or not any(child.lower_ in words.lists.classing for child in head.children):
        return False
    return any(child.dep_ == "amod" and child.tag_ == "JJS" for child in happening.children)
