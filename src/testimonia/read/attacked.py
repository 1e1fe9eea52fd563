"""Whom did an attack hit, where only the harm told over it says so: "nine traders were killed in the blast"?

What always holds: the attack's noun is the subject, the cause or the scene of a harm told in the same clause, or what
such an attack was made with; and nobody is taken over from a harm that is denied or that struck nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from testimonia.model.claim import ActorMention
from testimonia.read.arguments import DEPTH, coordinated, subject
from testimonia.read.doers import named
from testimonia.read.draft import Draft
from testimonia.read.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_SCENES = frozenset({"in", "during"})
_CAUSES = frozenset({"by", "through", "from"})
_MADE_WITH = frozenset({"use", "involve", "employ"})


def struck(reading: Reading, noun: Token, harms: Mapping[int, Draft], kin: frozenset[str]) -> tuple[ActorMention, ...]:
    """Whom the attack that a noun names hit by the harms around it, by their triggers; ``kin`` are never belongings."""
    if noun.pos_ not in _NOUNS:
        return ()
    for verb in _verbs_of(noun):
        draft = harms.get(verb.i)
        if draft is not None and draft.recipients and noun in subject(verb):
            return draft.recipients
    if (made := _made_with_it(noun)) is not None and made.i in harms:
        return harms[made.i].recipients or struck(reading, made, harms, kin)
    if noun.dep_ != "pobj":
        return ()
    over, preposition = noun.head.head, noun.head.lower_
    if over.pos_ in _NOUNS and over.dep_ in ("dobj", "obj") and preposition in _SCENES:
        over = over.head  # "Kills 10 Gunmen in Missile Attack"
    if over.pos_ not in ("VERB", "AUX"):
        return ()
    if over.lemma_ == "be" and preposition == "under":
        return named(reading, subject(over), acting=False)  # "the town's militia is under attack"
    if preposition not in _SCENES and preposition not in _CAUSES:
        return ()
    return next((t for draft in told(over, harms) if (t := undergoing(reading, draft, kin))), ())


def told(verb: Token, harms: Mapping[int, Draft]) -> Iterator[Draft]:
    """The harm of a verb and of those it is coordinated with: "nine were killed and others hurt in the blast"."""
    for _ in range(DEPTH):
        if any(child.dep_ == "neg" for child in verb.children):
            return
        if verb.i in harms:
            if any(figure.high == 0 for figure in harms[verb.i].figures):
                return
            yield harms[verb.i]
        count = verb.head if verb.dep_ == "acl" else verb  # "were killed and dozens wounded in the blast"
        if count.dep_ != "conj" or count.head.pos_ not in ("VERB", "AUX"):
            return
        verb = count.head


def undergoing(reading: Reading, draft: Draft, kin: frozenset[str]) -> tuple[ActorMention, ...]:
    """Those whom a harm struck themselves, and not by what they have."""
    return tuple(m for m in draft.recipients if not _belongings(reading, m, kin))


def _belongings(reading: Reading, mention: ActorMention, kin: frozenset[str]) -> bool:
    """Whether somebody only has what came to harm: "their vehicles were destroyed"."""
    head = reading.head_of(mention.start, mention.end)
    owned = head is not None and any(c.tag_ == "PRP$" for c in head.children)
    return owned and head is not None and head.lemma_.lower() not in kin


def _made_with_it(noun: Token) -> Token | None:
    """The attack that was made with what a noun names: "a suicide attack using a car bomb"."""
    verb = noun.head
    made = noun.dep_ in ("dobj", "obj") and verb.tag_ == "VBG" and verb.lemma_.lower() in _MADE_WITH
    return verb.head if made and verb.dep_ == "acl" and verb.head.pos_ in _NOUNS else None


def _verbs_of(noun: Token) -> Iterator[Token]:
    if noun.dep_ == "nsubj" and noun.head.pos_ == "VERB":
        yield from (t for t in coordinated(noun.head) if t.pos_ == "VERB")
    yield from (c for c in noun.children if c.dep_ in ("relcl", "acl") and c.pos_ == "VERB")
