"""Whose act a noun of harm tells of, by what is joined to it: "claimed by X", "blamed on X", "rebel rocket fire".

What always holds: whoever is found stands in the noun's own phrase, behind a "by" right after it, or claims the act in
the clause of which the noun is a part; and nobody of whom it is said that he did not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from testimonia.read.arguments import by_agents, coordinated, is_passive, obliques, subject

if TYPE_CHECKING:
    from spacy.tokens import Token

    from testimonia.read.doers import DoerWords
    from testimonia.read.predicates import Senses


def owners(noun: Token, words: DoerWords, known: Senses, supposing: Collection[str] = ()) -> list[Token]:
    """Whose act a noun tells of by what is joined to it: "claimed by X", "blamed on X", "rebel rocket fire"."""
    found: list[Token] = []
    fires = noun.lemma_.lower() in words.fire
    for child in noun.children:
        if child.dep_ == "relcl" and child.lemma_.lower() in words.wielding and not is_passive(child):
            found.extend(t for t in subject(child) if t.i != noun.i)  # "the bombs that the army drops"
        if child.dep_ in ("acl", "relcl") and child.pos_ in ("VERB", "AUX"):
            if known.book.compounds.get(child.lower_) != "CONTROLS":  # "attacks in the town held by the group"
                found.extend(_of_clause(child, words, supposing))
        elif child.lemma_.lower() in words.struck:
            continue  # "the Yemen food convoy attack"
        elif child.dep_ in ("compound", "nmod", "amod") and (fires or known.names_happening(noun)):
            inner = [t for t in child.children if t.dep_ in ("compound", "nmod", "amod")]
            found.extend(each for t in inner for each in coordinated(t))
    if not fires and noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NOUN":
        measure = noun.head.head
        found.extend(by_agents(measure))  # "a series of strikes in the city by the coalition"
        begun = measure.dep_ in ("dobj", "obj") and measure.lemma_.lower() in words.results
        if begun and measure.head.lemma_.lower() in known.light and not is_passive(measure.head):
            found.extend(subject(measure.head))  # "performed the first series of strikes"
    return [*found, *told_by(noun), *_claimants(noun, words)]


def told_by(noun: Token, preposition: str = "by") -> tuple[Token, ...]:
    """Who stands behind a "by", or another preposition, right after a noun's phrase, though joined to the verb over it.

    "Ten died in attacks by jets", "faced a long offensive by the militia".
    """
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    if verb.pos_ != "VERB" or noun.dep_ not in ("pobj", "dobj") or noun.i < verb.i:
        return ()
    after = noun.right_edge.i + 1
    if not any(c.i == after and c.lower_ == preposition and c.dep_ in ("agent", "prep") for c in verb.children):
        return ()
    return by_agents(verb) if preposition == "by" else obliques(verb).get(preposition, ())


def _of_clause(clause: Token, words: DoerWords, supposing: Collection[str]) -> Iterator[Token]:
    lemma = clause.lemma_.lower()
    if clause.dep_ == "acl" or lemma in words.owned_by:
        yield from by_agents(clause)
    around = obliques(clause)
    for preposition in words.laid_on.get(lemma, ()):
        yield from around.get(preposition, ())
    for verb in clause.children:  # "believed to have been carried out by the army"
        if lemma in supposing and verb.dep_ == "xcomp" and verb.lemma_.lower() in words.owned_by:
            yield from by_agents(verb)


def _claimants(noun: Token, words: DoerWords) -> tuple[Token, ...]:
    """Who says that a deed is his: "claimed the attack", "claimed responsibility for the attack"."""
    top = noun
    if noun.dep_ == "pobj" and noun.head.lower_ == "for" and noun.head.head.lemma_.lower() in words.responsibility:
        top = noun.head.head
    elif noun.dep_ == "pobj" and noun.head.lower_ == "for" and noun.head.head.lemma_.lower() in words.claiming:
        top = next((t for t in noun.head.head.children if t.lemma_.lower() in words.responsibility), noun)
    verb = top.head
    if top is noun and verb.lemma_.lower() != "claim":
        return ()
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in words.claiming:
        return ()
    if top.dep_ not in ("dobj", "obj", "nsubjpass"):
        return ()
    claimants = subject(verb) if top.dep_ != "nsubjpass" and not is_passive(verb) else by_agents(verb)
    return tuple(t for t in claimants if not is_nobody(t, words))


def is_nobody(token: Token, words: DoerWords) -> bool:
    """Whether a phrase says that it was nobody: "no group has claimed the attack"."""
    return token.lower_ in words.nobody or any(child.lower_ in words.nobody for child in token.children)
