"""Who did it when another clause says so: "nine were killed when jets hit the market", "fired shells, killing nine".

What always holds: whoever is carried to a harm is a doer of another act of violence of the same sentence, with which
grammar joins it, and is none of those harmed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from testimonia.model.claim import ActorMention
from testimonia.read import doers
from testimonia.read.arguments import DEPTH, Frame, is_passive, objects, obliques, own_subject, subject, verb_over
from testimonia.read.causes import Harms, behind
from testimonia.read.doers import DoerWords, doer_words, first_of, named
from testimonia.read.predicates import Predicate, Senses
from testimonia.read.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token


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
    if (over := _thwarting(token, words)) is not None:
        return named(reading, subject(over))
    if frame.passive and (foes := named(reading, _fought(token, words))):
        return tuple(m for m in foes if m.actor not in hurt)
    for other in _joined(token, frame, words, known):
        for each in (other, *_meanwhile(other, words)):  # "nine were killed and six hurt when jets hit …"
            if each.i == token.i or (act := harms.get(each.i)) is None:
                continue
            acting = doers.righted(reading, act, act.frame, known)
            heads = doers.agents(reading, act, acting, known)
            found = named(reading, heads) or behind(reading, act, acting, heads, known, harms)
            if found := tuple(m for m in found if m.actor not in hurt):
                return found
    return ()


def is_result(token: Token, harms: Harms) -> bool:
    """Whether a participle tells the toll of the verb before it: "clashed with the rebels killing a number of them".

    A counted toll is what an act came to, and no mark by which to know the people before it.
    """
    first = first_of(token)
    if first.dep_ not in ("acl", "pcomp") or first.tag_ != "VBG":
        return False
    governor = first.head.head if first.dep_ == "pcomp" or first.head.dep_ in ("dobj", "obj") else first.head.head.head
    if first.dep_ == "pcomp" and not own_subject(first):
        return False
    counted = any(
        t.pos_ == "NUM" or any(c.dep_ == "nummod" or c.lower_ == "of" for c in t.children) for t in objects(token)
    )
    return counted and governor.pos_ == "VERB" and governor.i in harms


def _fought(verb: Token, words: DoerWords) -> Iterator[Token]:
    """Against whom those fought who came to harm: "three soldiers were killed fighting the militia"."""
    for child in verb.rights:
        if child.tag_ == "VBG" and child.dep_ in ("advcl", "xcomp") and child.lemma_.lower() in words.clashes:
            yield from objects(child)


def thwarting(reading: Reading, token: Token) -> bool:
    """Whether a participle tells the toll of those whose attack came to nothing."""
    return token.tag_ == "VBG" and _thwarting(token, doer_words(reading.codebook)) is not None


def _thwarting(token: Token, words: DoerWords) -> Token | None:
    """The verb over a toll by which an attack came to nothing: "foiled an attack by the rebels, killing nine"."""
    first = first_of(token)
    if first.tag_ != "VBG" or first.dep_ not in ("acl", "advcl"):
        return None
    over = verb_over(first.head)
    return over if over.lemma_.lower() in words.thwarting and not is_passive(over) else None


def _is_undergone(token: Token, words: DoerWords) -> bool:
    lemma = token.lemma_.lower()
    if lemma in words.undergone or lemma in words.suffered:
        return True
    stem = lemma.removesuffix("ing")
    if token.pos_ == "VERB" and any(t.lemma_.lower() in words.suffered for t in objects(token)):
        return True  # "claiming two lives", "causing casualties"
    return stem != lemma and bool({stem, stem + "e"} & words.undergone)


def _joined(token: Token, frame: Frame, words: DoerWords, known: Senses) -> Iterator[Token]:
    """The words of other clauses that may tell the act, nearest first."""
    verbal = token.pos_ in ("VERB", "AUX")
    if verbal and (frame.passive or not frame.agents):
        yield from _meanwhile(token, words)
        if not _has_cause(frame, words, known):
            yield from _listed(token)
    first = first_of(token)
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


def _meanwhile(verb: Token, words: DoerWords) -> Iterator[Token]:
    """What happened when somebody came to harm: "were killed when jets hit the market"."""
    for clause in verb.children:
        if clause.dep_ == "advcl" and any(c.lower_ in words.meanwhile for c in clause.children):
            yield clause
            yield from objects(clause)
            around = obliques(clause)  # "after the army responded with raids"
            yield from (t for name in sorted(words.means) for t in around.get(name, ()))


def _has_cause(frame: Frame, words: DoerWords, known: Senses) -> bool:
    """Whether a harm has a cause of its own, though one that names nobody: "nine were killed in a blast"."""
    if "by" in frame.obliques:
        return True
    around = (t for name in ("in", "from") for t in frame.obliques.get(name, ()))
    return any(known.names_happening(t) or t.lemma_.lower() in words.fire for t in around)


def _listed(token: Token) -> Iterator[Token]:
    """The other verbs of a list of harms: "ten were killed and nine injured in …", "8 killed 15 injured in …"."""
    yield from (c for c in token.children if c.dep_ == "conj" and c.tag_ in ("VBN", "VBD"))
    counts = (c for c in token.children if c.dep_ in ("dobj", "obj", "conj") and c.pos_ in ("NOUN", "NUM", "ADJ"))
    yield from (c for count in counts for c in count.children if c.dep_ == "acl" and c.tag_ in ("VBN", "VBD"))
    if token.dep_ == "conj" and token.head.pos_ == "VERB":
        yield token.head
    if token.dep_ == "acl" and token.tag_ == "VBN" and token.head.dep_ in ("conj", "dobj", "obj"):
        yield token.head.head


def _above(token: Token) -> Iterator[Token]:
    """What governs a word, step by step, up to the verb of its clause, and of "fired a shell that landed, killing"."""
    for _ in range(DEPTH):
        if token.head.i == token.i:
            return
        token = token.head
        yield token
        if token.pos_ in ("VERB", "AUX"):
            yield from objects(token)
            aside = token.dep_ == "advcl" and any(c.dep_ == "mark" for c in token.lefts)  # "as guests arrived, killing"
            if token.dep_ not in ("relcl", "acl", "pcomp") and not aside:
                return
