"""Who does it together with whoever is named: "the army alongside a militia", "rebels including the brigade".

What always holds: whoever is found stands behind a preposition of company that hangs on the doer's own phrase, or
before the verb, or on a noun of working together; and is none of those to whom it is done.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from testimonia.codebook.codebook import Codebook
from testimonia.codebook.schema import Entry, WordSet
from testimonia.model.claim import ActorMention
from testimonia.read.actors import NEW
from testimonia.read.arguments import Frame, by_agents, coordinated, is_passive, obliques, subject, verb_over
from testimonia.read.doers import named
from testimonia.read.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token


class CompanyWords(Entry):
    """``company.yaml``; see the comments there."""

    beside: WordSet
    working: WordSet
    jointly: WordSet
    kinds: WordSet
    engaged: WordSet
    spans: WordSet
    embroiled: WordSet
    teaming: WordSet


@lru_cache(maxsize=8)
def company_words(codebook: Codebook) -> CompanyWords:
    """The word lists of a codebook."""
    return codebook.lexicon("company", CompanyWords)


def joined(
    reading: Reading, token: Token, kind: str, frame: Frame, actors: tuple[ActorMention, ...]
) -> tuple[ActorMention, ...]:
    """The actors of a verb or of what it launches with those who act beside them; ``kind`` is the type of the claim."""
    words = company_words(reading.codebook)
    if not actors or kind not in words.kinds:
        return actors
    doing = [agent for agent in frame.agents if agent.dep_ == "nsubj"]
    verb = token if token.pos_ in ("VERB", "AUX") else doing[0].head if doing else None
    if verb is None:
        return actors
    taken = {m.actor for m in actors} | {m.actor for m in named(reading, frame.patients, acting=False)}
    beside = [m for m in named(reading, _beside(verb, frame.agents, words)) if m.actor not in taken]
    listed = [m for m in named(reading, _included(reading, frame.agents)) if not m.actor.startswith(NEW)]
    return (*actors, *beside, *(m for m in listed if m.actor not in taken))


def fighting(reading: Reading, noun: Token) -> tuple[Token, ...]:
    """Who fights in a fight that is told with the foe alone: "took it after hours of clashes with the militia"."""
    words = company_words(reading.codebook)
    if noun.dep_ != "pobj":
        return ()
    preposition = noun.head
    if preposition.lower_ == "of" and preposition.head.lemma_.lower() in words.spans:
        preposition = preposition.head.head
    if preposition.lower_ not in words.engaged or not {"with", "against"} & obliques(noun).keys():
        return ()
    governor = verb_over(preposition)
    if governor.pos_ != "VERB" or (is_passive(governor) and governor.lemma_.lower() not in words.embroiled):
        return ()
    return subject(governor)


def _beside(verb: Token, agents: Iterable[Token], words: CompanyWords) -> Iterator[Token]:
    for agent in agents:
        yield from _company(agent, words)
        for clause in agent.rights:
            for word in (clause, *by_agents(clause)) if clause.dep_ == "acl" else ():
                yield from _company(word, words)  # "units led by a colonel along with the militia"
    governor = verb.head
    if verb.tag_ == "VB" and verb.dep_ in ("xcomp", "advcl") and governor.lemma_.lower() in words.teaming:
        yield from obliques(governor).get("with", ())  # "worked with the army to cut the road"
    before = [child for child in verb.lefts if child.dep_ == "prep"]
    for preposition in before:
        yield from _behind(preposition, words)
    for preposition in verb.rights:
        if preposition.dep_ == "prep" and preposition.lower_ == "in":
            yield from _behind(preposition, words)


def _company(noun: Token, words: CompanyWords) -> Iterator[Token]:
    for child in noun.rights:
        if child.dep_ == "prep":
            yield from _behind(child, words)


def _behind(preposition: Token, words: CompanyWords) -> Iterator[Token]:
    """Those behind "alongside", "together with" or "in cooperation with"."""
    for child in preposition.children:
        if preposition.lower_ in words.beside and child.dep_ == "pobj":
            yield from coordinated(child)
        elif preposition.lower_ == "in" and child.dep_ == "pobj" and child.lemma_.lower() in words.working:
            yield from obliques(child).get("with", ())
    if preposition.lower_ == "with" and preposition.i and preposition.nbor(-1).lower_ in words.jointly:
        yield from (t for c in preposition.children if c.dep_ == "pobj" for t in coordinated(c))
    if preposition.lower_ in words.jointly:
        yield from (t for c in preposition.children if c.lower_ == "with" for t in c.children if t.dep_ == "pobj")


def _included(reading: Reading, agents: Iterable[Token]) -> Iterator[Token]:
    """Those who are told to be among the doers: "rebel groups including the brigade and the Front"."""
    for agent in agents:
        for child in agent.rights:
            if child.dep_ == "prep" and child.lemma_ in reading.cast.words.including:
                yield from (t for c in child.children if c.dep_ == "pobj" for t in coordinated(c))
