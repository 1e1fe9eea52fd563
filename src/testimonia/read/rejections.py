"""Who rejects what others have said, without saying it again?

"The army dismissed the reports as baseless", "denials from the ministry", "there was no truth to the reports", "called
the charges fabricated". What always holds: such a claim is of type REJECT, names what was said in its words, and its
actor is whoever rejects it; what a denial says outright is told by a claim of the deed instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from testimonia.codebook.schema import Entry, WordSet
from testimonia.model.claim import ActorMention, Kind
from testimonia.read.arguments import by_agents, objects, subject
from testimonia.read.attribution import chain_at
from testimonia.read.draft import Draft
from testimonia.read.reading import Reading
from testimonia.read.stretches import clause

if TYPE_CHECKING:
    from spacy.tokens import Token

REJECTION = "REJECT"


class RejectionWords(Entry):
    """``rejections.yaml``; the comments of that file say what each list is for."""

    verbs: WordSet
    nouns: WordSet
    said: WordSet
    calling: WordSet
    untrue: WordSet
    truth: WordSet


def find(reading: Reading, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """A draft for each rejection of what was said, where no other claim of that type begins at its word."""
    words = reading.codebook.lexicon("rejections", RejectionWords)
    told = {draft.trigger for draft in drafts if draft.type == REJECTION}
    for token in reading.doc:
        if token.i in told:
            continue
        rejecting = _rejecting(token, words)
        if rejecting is None:
            continue
        actors = _named(reading, rejecting) or _speaker(reading, token)
        start, end = clause(token.head if token.pos_ == "NOUN" and token.dep_ in ("attr", "dobj") else token)
        yield Draft(
            kind=Kind.EVENT, type=REJECTION, trigger=token.i, start=min(start, token.i), end=max(end, token.i + 1),
            actors=actors, recipients=(), rule=f"rejection.of-what-is-said ({token.lower_})",
        )  # fmt: skip


def _rejecting(token: Token, words: RejectionWords) -> Sequence[Token] | None:
    """Who rejects, as far as grammar names them, ``None`` where ``token`` rejects nothing that was said."""
    lemma = token.lemma_.lower()
    if lemma in words.verbs and token.pos_ == "VERB":
        passive = [child for child in token.children if child.dep_ == "nsubjpass"]
        if any(_said(noun, words) for noun in passive):
            return by_agents(token)
        return subject(token) if any(_said(noun, words) for noun in objects(token)) else None
    if lemma in words.nouns and token.pos_ == "NOUN":
        owners = [child for child in token.children if child.dep_ in ("poss", "compound")]
        owners += [n for c in token.children if c.dep_ == "prep" and c.lower_ in ("by", "from") for n in c.children]
        of = [n for c in token.children if c.dep_ == "prep" and c.lower_ in ("of", "that") for n in c.children]
        return owners if owners and (not of or any(_said(noun, words) for noun in of)) else None
    if lemma in words.untrue or token.lower_ in words.untrue:
        return _called(token, words)
    if lemma in words.truth and any(child.lower_ in ("no", "any") for child in token.children):
        after = [n for c in token.subtree if c.dep_ == "prep" and c.lower_ in ("to", "in", "for") for n in c.children]
        return [] if any(_said(noun, words) for noun in after) else None
    return None


def _called(token: Token, words: RejectionWords) -> Sequence[Token] | None:
    """ "called the reports baseless", "the reports were fabricated"."""
    verb = token
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        verb = verb.head
    if verb.i == token.i:
        return [] if any(_said(child, words) for child in token.children if child.dep_ == "nsubjpass") else None
    things = [child for child in verb.subtree if child.i != token.i and _said(child, words)]
    if verb.lemma_ == "be":
        return [] if any(_said(child, words) for child in verb.children if child.dep_ == "nsubj") else None
    if verb.lemma_.lower() in words.calling and things and token.dep_ in ("oprd", "ccomp", "acomp", "amod", "attr"):
        return subject(verb)
    if verb.lemma_.lower() in words.calling and things and token.head.lower_ == "as":
        return None if verb.lemma_.lower() in words.verbs else subject(verb)
    return None


def _said(noun: Token, words: RejectionWords) -> bool:
    return noun.lemma_.lower() in words.said and noun.pos_ in ("NOUN", "PROPN")


def _speaker(reading: Reading, token: Token) -> tuple[ActorMention, ...]:
    """The innermost source of the words, where grammar names nobody who rejects."""
    chain = chain_at(reading.attributions, token.idx, token.idx + len(token.text))
    head = chain[-1].source_head if chain else None
    return _named(reading, [reading.doc[head]]) if head is not None else ()


def _named(reading: Reading, tokens: Iterable[Token]) -> tuple[ActorMention, ...]:
    found: dict[str, ActorMention] = {}
    for token in tokens:
        for mention in reading.actors_of(token, acting=True):
            found.setdefault(mention.actor, mention)
    return tuple(found.values())
