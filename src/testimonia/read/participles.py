"""Who does what a participle tells of harm: "foiled an attack by rebels, killing nine", "hit a town, wounding six".

The parser hangs such a participle on the word before it. What always holds: whoever is found acts in the verb over the
participle, which is followed up through the nouns between; those harmed there are never taken for who goes on to harm.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace
from typing import TYPE_CHECKING

from testimonia.read.arguments import Frame, all_coordinated, by_agents, is_passive, subject, verb_over

if TYPE_CHECKING:
    from spacy.tokens import Token

    from testimonia.read.doers import DoerWords


def doers_of(first: Token, words: DoerWords, grounds: Container[int]) -> tuple[Token, ...] | None:
    """Who does what the first of coordinated participles tells; ``None`` where its own subject stands.

    ``grounds`` are the indices of tokens that name places.
    """
    if first.tag_ != "VBG" or first.dep_ not in ("acl", "advcl"):
        return None
    over = verb_over(first.head)
    if over.lemma_.lower() in words.thwarting and not is_passive(over):
        return subject(over) or None  # "repelled an attack by the rebels, killing nine"
    if first.dep_ == "advcl":  # "nine were killed in strikes targeting the camp", "a jet was shot down, killing two"
        told = needs_object(first.head, words) or needs_object(first, words)
        return by_agents(first.head) if told and is_passive(first.head) else None
    if first.head.dep_ in ("dobj", "obj") and needs_object(first.head.head, words):
        return ()  # "killed nine rebels injuring six"
    if _among_the_dead(first.head, words):
        return ()
    if first.left_edge.i > first.head.i + 1 and (striking := _against(first.head)):
        return striking
    held = _held_by(first.head)
    ground = held.i in grounds or held.lemma_.lower() in words.towns
    over = over if held is first.head else verb_over(held)
    if ground and over.pos_ == "VERB" and over.i < first.i:  # "shelled rebels in the town inflicting losses on them"
        return by_agents(over) if is_passive(over) else subject(over)
    return None


def _against(foe: Token) -> tuple[Token, ...]:
    """Who acts against those far before a participle: "went on with raids on rebels across the land, killing nine"."""
    act = foe.head.head
    if foe.dep_ != "pobj" or foe.head.lower_ != "against" or act.pos_ != "NOUN" or act.dep_ not in ("dobj", "obj"):
        return ()
    return subject(act.head) if act.head.pos_ == "VERB" and not is_passive(act.head) else ()


def as_past(verb: Token, frame: Frame, words: DoerWords) -> Frame | None:
    """The frame of a past tense that is taken for a participle: "army raids killed nine nurses", "jets flown by the
    army killed nine"; ``None`` for others, "nine nurses killed, four others wounded" among them.
    """
    if (
        not frame.passive
        or verb.dep_ != "acl"
        or verb.tag_ != "VBN"
        or by_agents(verb)
        or not needs_object(verb, words)
    ):
        return None
    if verb.head.pos_ == "NUM" or any(c.dep_ == "nummod" for c in verb.head.children):
        return None
    hurt = [c for c in verb.rights if c.dep_ in ("dobj", "obj") and c.ent_type_ not in ("DATE", "TIME")]
    if not hurt or any(c.dep_ == "acl" and needs_object(c, words) for t in hurt for c in t.children):
        return None
    return replace(frame, agents=frame.patients, patients=all_coordinated(hurt), passive=False)


def _held_by(holder: Token) -> Token:
    """What somebody behind "by" holds: "hit a village held by the militia killing nine"; any other noun itself."""
    clause = holder.head.head
    return clause.head if holder.head.lower_ == "by" and clause.dep_ == "acl" else holder


def needs_object(verb: Token, words: DoerWords) -> bool:
    """Whether a verb of harm, its lemma cut short or not, has whoever is harmed as its object."""
    lemma = verb.lemma_.lower()
    return bool({lemma, lemma.removesuffix("ing"), lemma.removesuffix("ing") + "e"} & words.needs_object)


def _among_the_dead(noun: Token, words: DoerWords) -> bool:
    """Whether a noun names some of those whose lives were taken: "took the lives of two nurses and two clerks"."""
    first = noun
    while first.dep_ == "conj" and first.head.pos_ in ("NOUN", "PROPN", "NUM"):
        first = first.head
    over = first.head.head if first.dep_ == "pobj" and first.head.lower_ == "of" else first
    return over.dep_ in ("dobj", "obj") and (over.lemma_.lower() in words.suffered or needs_object(over.head, words))
