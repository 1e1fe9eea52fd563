"""Whom an account means by a word that only condemns: "the terrorists" after "Ahrar al-Sham shelled the town".

Such a word names nobody by itself. What always holds: it is tied to one actor, named in the same account by the side of
the word (apposition, predicate, "of", a name before it) or as the one armed party of the sentence before a definite
"the terrorists"; where several could be meant, or none, it stays open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from testimonia.codebook.codebook import Codebook
from testimonia.codebook.schema import Entry as Schema
from testimonia.codebook.schema import Words
from testimonia.model.claim import ActorMention
from testimonia.model.source import ActorKind
from testimonia.read.actors import Cast
from testimonia.read.alias_index import Form
from testimonia.read.arguments import SUBJECTS, subject

if TYPE_CHECKING:
    from spacy.tokens import Token

_ARMED = frozenset({ActorKind.GROUP, ActorKind.COALITION})


class LabelWords(Schema):
    """``labels.yaml``: words that label, by what they do to whom they name; which frames label; which name nobody."""

    denigrating: Words
    legitimising: Words
    distancing: Words
    frames: Words
    open: Words


@lru_cache(maxsize=8)
def open_words(codebook: Codebook) -> frozenset[str]:
    """The lemmas that name nobody by themselves."""
    return frozenset(codebook.lexicon("labels", LabelWords).open)


def resolve(cast: Cast) -> dict[int, tuple[ActorMention, ...]]:
    """For each such word whose bearer the account shows, its token's index and a mention of the bearer by it."""
    words = open_words(cast.codebook)
    open_tokens = [t for t in cast.doc if t.pos_ == "NOUN" and t.lemma_.lower() in words and not _names(cast, t)]
    shown: dict[str, set[str]] = defaultdict(set)
    found: dict[int, str] = {}
    for token in open_tokens:
        actors = {m.actor for beside in _beside(token) for m in _named(cast, beside)}
        if len(actors) == 1:
            found[token.i] = next(iter(actors))
            shown[token.lemma_.lower()] |= actors
    for token in open_tokens:
        if token.i in found or not _definite(token):
            continue
        before = _before(cast, token)
        told = shown[token.lemma_.lower()]
        if before is not None:
            found[token.i] = before
        elif len(told) == 1:
            found[token.i] = next(iter(told))
    return {i: (_mention(cast, cast.doc[i], actor),) for i, actor in sorted(found.items())}


def _names(cast: Cast, token: Token) -> bool:
    """Whether the word stands in a name: "ISIL terrorists" are known by it."""
    naming = cast.naming_at(token.i)
    return naming is not None and (naming.form is Form.NAME or naming.end - naming.start > 1)


def _beside(token: Token) -> Iterator[Token]:
    """The words that the grammar sets beside a noun as the same party."""
    if token.dep_ == "appos":
        yield token.head
    elif token.dep_ == "attr":
        yield from subject(token.head)
    for child in token.children:
        if child.dep_ == "appos" or (child.dep_ in ("compound", "nmod") and child.i < token.i):
            yield child
        elif child.dep_ == "prep" and child.lower_ in ("of", "from"):
            yield from (each for each in child.children if each.dep_ == "pobj")


def _named(cast: Cast, token: Token) -> tuple[ActorMention, ...]:
    """The armed group whose name a word belongs to."""
    naming = cast.naming_at(token.i)
    entry = cast.entry(naming.actor) if naming is not None else None
    if naming is None or entry is None or naming.form is not Form.NAME or entry.kind not in _ARMED:
        return ()
    return (cast.mention(naming.actor, naming.start, naming.end),)


def _before(cast: Cast, token: Token) -> str | None:
    """The one armed group named earlier in the sentence, or in the one before, where that is about it."""
    start = token.sent.start
    here = {m.actor for t in cast.doc[start : token.i] for m in _named(cast, t)}
    if here:
        return next(iter(here)) if len(here) == 1 else None
    if start == 0:
        return None
    earlier = cast.doc[start - 1].sent
    named = {t.i: m.actor for t in earlier for m in _named(cast, t)}
    acting = {actor for i, actor in named.items() if cast.doc[i].dep_ in SUBJECTS or cast.doc[i].head.dep_ in SUBJECTS}
    return next(iter(acting)) if len(set(named.values())) == 1 and acting else None


def _definite(token: Token) -> bool:
    determined = any(child.dep_ == "det" and child.lower_ in ("the", "these", "those") for child in token.children)
    return determined and not any(c.dep_ in ("prep", "relcl", "acl", "compound", "nmod") for c in token.children)


def _mention(cast: Cast, token: Token, actor: str) -> ActorMention:
    return cast.mention(actor, token.i, token.i + 1)
