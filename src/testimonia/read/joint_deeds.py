"""Who else does what a noun or verb of harm tells, or does it at all, by a word that stands beside it?

"The regime and Russian airstrikes", "blamed the attack on the army", "a town held by the group". What always holds:
whoever is added stands in the same sentence, joined to the word or its verb by grammar; and who only holds the ground
that is hit has no part in it.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from typing import TYPE_CHECKING

from testimonia.model.source import ActorKind
from testimonia.read.alias_index import Form
from testimonia.read.arguments import by_agents, coordinated, is_passive, obliques, subject, verb_over
from testimonia.read.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

    from testimonia.codebook.schema import Words


def sharing(reading: Reading, noun: Token) -> Iterator[Token]:
    """The state before "and" whose strikes they are too: "the regime and Russian airstrikes", not "the raid and"."""
    first = noun.head
    if noun.dep_ != "conj" or first.pos_ not in ("NOUN", "PROPN") or first.right_edge.i < noun.i:
        return
    if _names_state(reading, first) and any(
        c.i < noun.i and c.dep_ in ("amod", "compound", "nmod") and _names_state(reading, c) for c in noun.children
    ):
        yield first


def listed(reading: Reading, token: Token) -> tuple[Token, ...]:
    """A doer with those joined to him in a list whose commas are lost: "raids by the junta Chad and the militias"."""
    aside = next((c for c in token.rights if c.dep_ == "appos" and any(o.dep_ == "conj" for o in c.rights)), None)
    own = reading.cast.naming_at(token.i) if aside is not None else None
    if aside is None or own is None or token.tag_ in ("NNS", "NNPS") or any(c.text == "," for c in token.rights):
        return (token,)
    other = reading.cast.naming_at(aside.i)
    return (token, *coordinated(aside)) if other is not None and other.actor != own.actor else (token,)


def _names_state(reading: Reading, token: Token) -> bool:
    """Whether a word stands for a state itself, as its name, adjective or "the regime", and for none of its forces."""
    naming = reading.cast.naming_at(token.i)
    entry = reading.cast.entry(naming.actor) if naming is not None and naming.form is not Form.PEOPLE else None
    return entry is not None and entry.kind is ActorKind.STATE


def blamed(noun: Token, laid_on: Mapping[str, Words]) -> tuple[Token, ...]:
    """Those on whom a deed is laid by the verb over it: "blaming the attack on the army", hung on "attack"."""
    prepositions = laid_on.get(noun.head.lemma_.lower(), ()) if noun.dep_ in ("dobj", "obj") else ()
    around = obliques(noun.head) if prepositions else {}
    for preposition in prepositions:
        found = around.get(preposition) or obliques(noun).get(preposition, ())
        if found:
            return (*found, *(t for each in found for t in obliques(each).get(preposition, ())))
    return ()


def holds_ground(agent: Token, noun: Token, compounds: Mapping[str, str]) -> bool:
    """Whether somebody behind a "by" only holds what is hit: "raids on the town which is held by the militia"."""
    while agent.dep_ == "conj":
        agent = agent.head
    clause = agent.head.head
    behind = agent.head.lower_ == "by" and clause.dep_ in ("acl", "relcl") and clause.head.i == noun.i
    return behind and compounds.get(clause.lower_) == "CONTROLS"


def for_ground(reading: Reading, agent: Token, verb: Token, towns: Container[str]) -> tuple[Token, ...]:
    """For the ground that a relative clause of a deed hangs on, whoever holds it or acts there; else ``agent`` itself.

    "Jets hit rebels near the town which killed nine", "ground held by the militia which seized it in May".
    """
    ground = agent.i in reading.cast.grounds or agent.lemma_.lower() in towns
    if agent.i >= verb.i or not ground or _names_state(reading, agent):
        return (agent,)
    holders = tuple(t for clause in agent.rights if clause.dep_ == "acl" for t in by_agents(clause))
    over = verb_over(agent)
    if holders or over.pos_ != "VERB" or over.i > agent.i:
        return holders or (agent,)
    return by_agents(over) if is_passive(over) else subject(over)


def on_another_day(token: Token) -> bool:
    """Whether a clause tells of what was done some time apart: "hit it a day after raids on the town killed nine"."""
    marks = (c for c in verb_over(token).lefts if c.dep_ == "mark")
    return any(c.dep_ == "npadvmod" for mark in marks for c in mark.lefts)
