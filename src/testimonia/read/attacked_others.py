"""Whom did an attack hit that a count of others stands before: "nine traders killed, others injured in the shelling"?

Others are counted beside those whom the same sentence told just before, and it is these that can be named; "launched
an attack, killing nine" tells it over the verb. What always holds: the words of harm stand over the attack in its tree.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from testimonia.read.arguments import DEPTH, objects, subject
from testimonia.read.doers import DoerWords

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_VERBS = frozenset({"VERB", "AUX"})
_WITHIN = frozenset({"conj", "compound", "nmod"})
_PARTS = frozenset({"including", "among"})
_DESCRIBING = frozenset({"acl", "amod", "relcl"})


def before_others(noun: Token, words: DoerWords) -> Iterator[Token]:
    """The words of harm before a count of others, or of a part, that a noun of attack hangs on."""
    at = noun
    for _ in range(DEPTH):
        if at.dep_ not in _WITHIN or at.head.pos_ not in _NOUNS:
            break
        at = at.head
    if at.dep_ != "pobj" or at.head.lower_ not in words.by_way_of:
        return
    over = at.head.head
    if over.dep_ == "pobj" and over.head.lower_ in _PARTS:
        yield from _harm_over(over.head, words)  # "killed nine traders, including two women in the raid"
    elif over.lemma_.lower() in words.undergone and _of_others(over, words):
        yield from _harm_over(over, words)


def _of_others(harm: Token, words: DoerWords) -> bool:
    """Whether a word of harm befell those alone who are counted on top of others: "18 more", "many others"."""
    hurt = [*subject(harm), *objects(harm)] if harm.pos_ in _VERBS else []
    if not hurt and harm.dep_ in _DESCRIBING:
        hurt = [harm.head]
    return bool(hurt) and all(
        t.lemma_.lower() in words.further or (t.pos_ == "NUM" and not t.text.isalpha()) or t.lower_ in words.anybody
        for t in hurt
    )


def _harm_over(word: Token, words: DoerWords) -> Iterator[Token]:
    """The words of harm over a word in its tree, nearest first, that stand before it."""
    at = word
    for _ in range(DEPTH):
        if at.head.i == at.i:
            return
        at = at.head
        if any(c.dep_ == "agent" and c.i < word.i for c in at.rights):
            continue  # "two were killed by gunmen while nine others were hurt in the raid" tells of two deeds
        if at.i < word.i and at.pos_ in _VERBS and at.lemma_.lower() in words.needs_object:
            yield at


def carrying_out(noun: Token, words: DoerWords) -> Token | None:
    """The verb by which somebody carries out the attack of a noun: "fired shells", "launched a wave of attacks"."""
    at = noun
    for _ in range(DEPTH):
        over = at.head
        if at.dep_ in ("dobj", "obj"):
            return over if over.pos_ == "VERB" and over.lemma_.lower() in words.owned_by else None
        if at.dep_ in _WITHIN and over.pos_ in _NOUNS:
            at = over
        elif at.dep_ == "pobj" and over.lower_ == "of" and over.head.pos_ in _NOUNS:
            at = over.head
        else:
            return None
    return None
