"""Whom an account means by a word that only condemns: "the terrorists" after "Ahrar al-Sham shelled the town".

Such a word names nobody by itself. What always holds: it is tied to those named in the same account by the side of
the word (apposition, predicate, "of", names before it) or to the one armed party of the sentence before a definite
"the terrorists", never to who says so; where several could be meant, or none, it stays open.
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
from testimonia.read.arguments import SUBJECTS, coordinated, subject

if TYPE_CHECKING:
    from spacy.tokens import Token

NOMINAL = frozenset({"NOUN", "ADJ"})  # "the PKK terrorist organization"
ARMED = frozenset({ActorKind.GROUP, ActorKind.COALITION})


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
    open_tokens = [t for t in cast.doc if t.pos_ in NOMINAL and t.lemma_.lower() in words and not _names(cast, t)]
    shown: dict[str, set[str]] = defaultdict(set)
    found: dict[int, tuple[str, ...]] = {}
    for token in open_tokens:
        actors = tuple(dict.fromkeys(m.actor for beside in _beside(token) for m in _named(cast, beside)))
        if actors:
            found[token.i] = actors
            shown[token.lemma_.lower()].update(actors)
    for token in open_tokens:
        if token.i in found or not _definite(token):
            continue
        before = _before(cast, token)
        told = shown[token.lemma_.lower()]
        if before is not None:
            found[token.i] = (before,)
        elif len(told) == 1:
            found[token.i] = tuple(told)
    return {i: tuple(cast.mention(actor, i, i + 1) for actor in actors) for i, actors in sorted(found.items())}


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
    elif token.dep_ in ("amod", "compound", "nmod"):  # "the PKK terrorist organization"
        yield from (c for c in token.head.children if c.dep_ in ("compound", "nmod", "amod") and c.i < token.i)
    for child in token.children:
        if child.dep_ == "appos" or (child.dep_ in ("compound", "nmod") and child.i < token.i):
            yield from coordinated(child)
        elif child.dep_ == "prep" and child.lower_ in ("of", "from"):
            yield from (each for c in child.children if c.dep_ == "pobj" for each in coordinated(c))


def _named(cast: Cast, token: Token) -> tuple[ActorMention, ...]:
    """The armed group whose name a word belongs to."""
    naming = cast.naming_at(token.i)
    entry = cast.entry(naming.actor) if naming is not None else None
    if naming is None or entry is None or naming.form is not Form.NAME or entry.kind not in ARMED:
        return ()
    return (cast.mention(naming.actor, naming.start, naming.end),)


def _before(cast: Cast, token: Token) -> str | None:
    """The one armed group named earlier in the sentence, or in the one before, where that is about it."""
    start = token.sent.start
    telling = {t.i for t in _tellers(token)}
    here = {
        m.actor
        for t in cast.doc[start : token.i]
        if t.i not in telling and t.head.i not in telling
        for m in _named(cast, t)
    }
    if here:
        return next(iter(here)) if len(here) == 1 else None
    if start == 0:
        return None
    earlier = cast.doc[start - 1].sent
    named = {t.i: m.actor for t in earlier for m in _named(cast, t)}
    acting = {actor for i, actor in named.items() if cast.doc[i].dep_ in SUBJECTS or cast.doc[i].head.dep_ in SUBJECTS}
    return next(iter(acting)) if len(set(named.values())) == 1 and acting else None


def _tellers(token: Token) -> Iterator[Token]:
    """Who says the words in which a word stands: the subjects of the verbs over its clause."""
    told = False
    for above in (token, *token.ancestors):
        if above.dep_ in ("ccomp", "parataxis") or (told and above.dep_ == "advcl"):
            told = True
            yield from subject(above.head)


def _definite(token: Token) -> bool:
    if token.tag_ not in ("NNS", "NNPS"):
        return False  # one man is no group
    determined = any(child.dep_ == "det" and child.lower_ in ("the", "these", "those") for child in token.children)
    return determined and not any(c.dep_ in ("prep", "relcl", "acl", "compound", "nmod") for c in token.children)
