"""What a source says that it will do, or that others must: promises, threats and demands made in saying so.

PLOVER codes a statement of one's own future act as AGREE where the act is co-operation and as THREATEN where it is
conflict, and a statement of what others must do as REQUEST. What always holds: such a claim is added beside the claim
of the act, never in its place; the act itself stays a future one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from testimonia.model.claim import ActorMention, Kind
from testimonia.read.attribution import chain_at
from testimonia.read.draft import Draft
from testimonia.read.predicates import Predicates, senses
from testimonia.read.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token


def find(reading: Reading, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """A draft for each promise, threat and demand that the events among ``drafts`` make where they are announced."""
    book = senses(reading.codebook).book
    for draft in drafts:
        if draft.kind is not Kind.EVENT:
            continue
        token = reading.doc[draft.trigger]
        speaker, cue = _speaker(reading, token)
        if speaker is None:
            continue
        acting = {mention.actor for mention in draft.actors}
        if speaker.actor in acting and _announced(token, book):
            kind = "THREATEN" if draft.type in book.conflict else "AGREE" if draft.type in book.cooperation else None
            if kind is not None:
                others = tuple(m for m in draft.recipients if m.actor != speaker.actor)
                yield _made(draft, kind, speaker, others, "announces", cue)
        elif acting and speaker.actor not in acting and _demanded(token, book):
            yield _made(draft, "REQUEST", speaker, draft.actors, "demands", cue)


def _speaker(reading: Reading, token: Token) -> tuple[ActorMention | None, int | None]:
    """The innermost source of the words at a token, and the word that says that it speaks."""
    chain = chain_at(reading.attributions, token.idx, token.idx + len(token.text))
    if not chain or (head := chain[-1].source_head) is None:
        return None, None
    named = reading.actors_of(reading.doc[head])
    return (named[0] if named else None), chain[-1].cue_token


def _announced(token: Token, book: Predicates) -> bool:
    """Whether the act is told as one to come: "will", "is ready to"."""
    token = _borne_by(token)
    if any(child.dep_ == "aux" and child.lower_ in book.announcing for child in token.children):
        return not any(child.dep_ == "neg" for child in token.children)
    governor = token.head
    return token.dep_ == "xcomp" and governor.lemma_.lower() in book.ready


def _demanded(token: Token, book: Predicates) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in book.obliging for child in _borne_by(token).children)


def _borne_by(token: Token) -> Token:
    """The verb that carries out what a noun names: "will impose restrictions"."""
    return token.head if token.dep_ in ("dobj", "nsubjpass") and token.head.pos_ == "VERB" else token


def _made(
    draft: Draft, kind: str, speaker: ActorMention, concerned: tuple[ActorMention, ...], verb: str, cue: int | None
) -> Draft:
    return replace(
        draft,
        type=kind,
        mode=None,
        acled=None,
        actors=(speaker,),
        recipients=concerned,
        figures=(),
        rule=f"intent.{verb} ({draft.rule})",
        asserted=cue,
    )
