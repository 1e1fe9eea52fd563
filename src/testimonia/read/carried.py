"""Who did it when another clause says so: "nine were killed when jets hit the market", "fired shells, killing nine".

What always holds: whoever is carried to a harm is a doer of another act of violence of the same sentence, with which
grammar joins it, and is none of those harmed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from testimonia.model.claim import ActorMention
from testimonia.read import doers
from testimonia.read.arguments import DEPTH, Frame, is_passive, objects, own_subject
from testimonia.read.doers import DoerWords, doer_words, named
from testimonia.read.predicates import Predicate, Senses
from testimonia.read.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

Harms = Mapping[int, Predicate]
"""The predicates of violence of an account by their token."""


def carried(
    reading: Reading, predicate: Predicate, frame: Frame, harms: Harms, known: Senses
) -> tuple[ActorMention, ...]:
    """The doers that a sister or governing clause lends a harm which names none itself."""
    token = reading.doc[predicate.i]
    words = doer_words(reading.codebook)
    if predicate.i not in harms or not _is_undergone(token, words):
        return ()
    known_hurt = () if is_result(token, harms) else frame.patients  # whom "a number of them" means is open there
    hurt = {m.actor for m in named(reading, known_hurt, acting=False)}
    for other in _joined(token, frame, words):
        act = harms.get(other.i)
        if act is None or other.i == token.i:
            continue
        acting = doers.righted(reading, act, act.frame)
        heads = doers.agents(reading, act, acting, known)
        found = named(reading, heads) or doers.behind(reading, act, acting, heads, known)
        found = tuple(m for m in found if m.actor not in hurt)
        if found:
            return found
    return ()


def is_result(token: Token, harms: Harms) -> bool:
    """Whether a participle tells the toll of the verb before it: "clashed with the rebels killing a number of them".

    A counted toll is what an act came to, and no mark by which to know the people before it.
    """
    first = _first(token)
    if first.dep_ not in ("acl", "pcomp") or first.tag_ != "VBG":
        return False
    governor = first.head.head if first.dep_ == "pcomp" or first.head.dep_ in ("dobj", "obj") else first.head.head.head
    if first.dep_ == "pcomp" and not own_subject(first):
        return False
    counted = any(
        t.pos_ == "NUM" or any(c.dep_ == "nummod" or c.lower_ == "of" for c in t.children) for t in objects(token)
    )
    return counted and governor.pos_ == "VERB" and governor.i in harms


def _is_undergone(token: Token, words: DoerWords) -> bool:
    lemma = token.lemma_.lower()
    if lemma in words.undergone or lemma in words.suffered:
        return True
    stem = lemma.removesuffix("ing")
    return stem != lemma and bool({stem, stem + "e"} & words.undergone)


def _joined(token: Token, frame: Frame, words: DoerWords) -> Iterator[Token]:
    """The words of other clauses that may tell the act, nearest first."""
    verbal = token.pos_ in ("VERB", "AUX")
    if verbal and (frame.passive or not frame.agents):
        for clause in token.children:
            if clause.dep_ == "advcl" and any(c.lower_ in words.meanwhile for c in clause.children):
                yield clause
                yield from objects(clause)
        if not any(name in frame.obliques for name in ("by", "in", "from")):
            yield from (c for c in token.children if c.dep_ == "conj" and c.tag_ == "VBN")
            if token.dep_ == "conj" and token.head.pos_ == "VERB":
                yield token.head
    first = _first(token)
    if (
        verbal
        and token.tag_ == "VBG"
        and not is_passive(token)
        and first.dep_ in ("acl", "advcl", "dep", "amod", "pcomp")
    ):
        yield from _above(first)
    if not verbal and token.dep_ in ("pobj", "dobj"):
        verb = token.head.head if token.dep_ == "pobj" else token.head
        if verb.lemma_.lower() in words.resulting:
            yield from (c for c in verb.children if c.dep_ == "nsubj")
            if verb.dep_ in ("relcl", "acl", "conj", "advcl"):
                yield from _above(verb)


def _first(verb: Token) -> Token:
    """The first of coordinated verbs: "killing and injuring"."""
    for _ in range(DEPTH):
        if verb.dep_ != "conj" or verb.head.pos_ not in ("VERB", "AUX"):
            break
        verb = verb.head
    return verb


def _above(token: Token) -> Iterator[Token]:
    """What governs a word, step by step, up to the verb of its clause, and of "fired a shell that landed, killing"."""
    for _ in range(DEPTH):
        if token.head.i == token.i:
            return
        token = token.head
        yield token
        if token.pos_ in ("VERB", "AUX"):
            yield from objects(token)
            if token.dep_ not in ("relcl", "acl"):
                return
