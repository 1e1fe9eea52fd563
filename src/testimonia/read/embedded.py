"""Whom a demand, a threat, a promise or a refusal concerns, where only the act that it speaks of says so.

"The minister threatened to impose restrictions on German goods": the threat names nobody, the restrictions do. What
always holds: a claim gets recipients only where its own grammar gave none, they stand in an act within its own
complement, object or stated purpose, and nobody is made the recipient of his own act.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from testimonia.model.claim import ActorMention, Kind
from testimonia.read.arguments import DEPTH, objects, obliques, subject
from testimonia.read.draft import Draft
from testimonia.read.predicates import Predicates, senses
from testimonia.read.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

# The ways from a word of saying down to the act it speaks of; clauses of time and relative clauses are no part of it.
_PATH = frozenset({"xcomp", "ccomp", "dobj", "obj", "prep", "pobj", "pcomp", "acl", "conj", "dative", "attr", "prt"})


def completed(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those of speaking that lack a recipient with the one that the act they speak of gives."""
    book = senses(reading.codebook).book
    return [_completed(reading, draft, drafts, book) for draft in drafts]


def _completed(reading: Reading, draft: Draft, drafts: Sequence[Draft], book: Predicates) -> Draft:
    if draft.kind is not Kind.EVENT or draft.type not in book.speaking:
        return draft
    if draft.type == "AGREE" and _vows_harm(reading, draft, drafts, book):
        draft = replace(draft, type="THREATEN", mode=None, acled=None)
    concerned = _doing_the_object(reading, draft, drafts, book)
    if not concerned and not draft.recipients:
        concerned = _concerned(reading, draft, drafts, book)
    return replace(draft, recipients=concerned) if concerned else draft


def _vows_harm(reading: Reading, draft: Draft, drafts: Sequence[Draft], book: Predicates) -> bool:
    """Whether what is promised is an act of conflict: "vowed to drive the troops out"."""
    token = reading.doc[draft.trigger]
    if token.lemma_.lower() not in book.ready:
        return False
    promised = [t for t in token.children if t.dep_ == "xcomp"]
    kinds = {other.type for other in drafts for t in promised if other.trigger == t.i and other.kind is Kind.EVENT}
    return bool(kinds) and kinds <= set(book.conflict)


def _doing_the_object(
    reading: Reading, draft: Draft, drafts: Sequence[Draft], book: Predicates
) -> tuple[ActorMention, ...]:
    """ "Demanded the withdrawal of Serbian troops from Bosnia": whoever is to do what the object names."""
    if draft.type not in book.of_others:
        return ()
    own = {mention.actor for mention in draft.actors}
    for other in drafts:
        token = reading.doc[other.trigger]
        if token.head.i == draft.trigger and token.dep_ == "dobj" and (named := _others(other.actors, own)):
            return named
    return ()


def _concerned(reading: Reading, draft: Draft, drafts: Sequence[Draft], book: Predicates) -> tuple[ActorMention, ...]:
    token = reading.doc[draft.trigger]
    own = {mention.actor for mention in draft.actors}
    for conditional in _conditions(token, book):  # "unless Israel withdraws": who is to give way
        named = _others((m for head in subject(conditional) for m in reading.actors_of(head)), own)
        if named:
            return named
    within = sorted(
        (
            (steps, other.trigger, other)
            for other in drafts
            if (steps := _steps(token, reading.doc[other.trigger], book))
        ),
        key=lambda entry: entry[:2],
    )
    for _, _, other in within:
        asked = draft.type in book.of_others
        for parties in (other.actors, other.recipients) if asked else (other.recipients,):
            if named := _others(parties, own):
                return named
    return _within_object(reading, token, own, book)


def _within_object(reading: Reading, token: Token, own: set[str], book: Predicates) -> tuple[ActorMention, ...]:
    """ "Welcomed the resumption of ties with Croatia": whoever is named deepest in what the object is about."""
    found: tuple[ActorMention, ...] = ()
    heads = list(objects(token)) if token.pos_ == "VERB" else []
    for _ in range(DEPTH):
        heads = [t for h in heads for p, ts in obliques(h).items() if p not in book.aside or p == "by" for t in ts]
        named = _others((m for head in heads for m in reading.actors_of(head, acting=False)), own)
        found = named or found
    return found


def _others(mentions: Iterable[ActorMention], own: set[str]) -> tuple[ActorMention, ...]:
    return tuple({m.actor: m for m in mentions if m.actor not in own}.values())


def _conditions(token: Token, book: Predicates) -> Iterator[Token]:
    """Clauses under the word, or under what it is about to do, that say on what it depends."""
    for clause in (token, *(child for child in token.children if child.dep_ in ("xcomp", "ccomp"))):
        for child in clause.children:
            if child.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in book.unless for c in child.children):
                yield child


def _steps(over: Token, token: Token, book: Predicates) -> int:
    """How many steps lead from a word down to another by complements, objects and purposes; 0 where none do."""
    steps = 0
    while token.i != over.i:
        purpose = token.dep_ == "advcl" and token.tag_ == "VB"
        if steps > DEPTH or token.head.i == token.i or not (token.dep_ in _PATH or purpose):
            return 0
        if token.dep_ == "prep" and token.lower_ in book.aside:
            return 0
        token, steps = token.head, steps + 1
    return steps
