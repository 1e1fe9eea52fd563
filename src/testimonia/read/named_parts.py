"""Who is named among those whom a harm befell: "twenty people, including six children", "killed 18, among them nurses"?

What always holds: a verb tells of the harm, and those harmed are told as people at large, or as nobody, or the part is
of a body known by its name; the part stands behind an "including" or is counted in the harm's own toll.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from testimonia.codebook.codebook import Codebook
from testimonia.codebook.schema import Entry, WordSet
from testimonia.model.claim import ActorMention, Figure, Unit
from testimonia.read.actors import NEW
from testimonia.read.arguments import coordinated
from testimonia.read.doers import named
from testimonia.read.draft import Draft
from testimonia.read.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

_HURT = frozenset({Unit.KILLED, Unit.INJURED})


class PartWords(Entry):
    """``named_parts.yaml``; each field is explained beside its words there."""

    anybody: WordSet
    fighters: WordSet
    including: WordSet
    mostly: WordSet


@lru_cache(maxsize=8)
def part_words(codebook: Codebook) -> PartWords:
    """The word lists of a codebook."""
    return codebook.lexicon("named_parts", PartWords)


def of_harm(reading: Reading, draft: Draft, recipients: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
    """Those named as a part of whom a harm befell, where ``recipients`` say less of them."""
    if reading.doc[draft.trigger].pos_ in ("NOUN", "PROPN"):
        return ()  # "the raids killed nine people, including a nurse": told of the killing
    words = part_words(reading.codebook)
    heads = [head for m in recipients if (head := reading.head_of(m.start, m.end)) is not None]
    anybody = all(head.lemma_.lower() in words.anybody for head in heads)
    if not anybody and not all(head.lemma_.lower() in words.fighters for head in heads):
        return ()
    taken = {m.actor for m in (*draft.actors, *recipients)}
    parts = [part for head in heads for part in _included(head, words)]
    parts.extend(head for figure in draft.figures if (head := _counted_part(reading, figure)) is not None)
    found = {m.actor: m for m in named(reading, parts, acting=False) if m.actor not in taken}
    return tuple(m for m in found.values() if anybody or not m.actor.startswith(NEW))


def _included(whole: Token, words: PartWords) -> Iterator[Token]:
    """Those behind "including" of a noun, or set beside it: "people, most of them women and children"."""
    for child in whole.rights:
        if child.dep_ == "appos" and any(c.lower_ in words.mostly for c in child.lefts):
            yield from coordinated(child)
        if child.lower_ in words.including:
            yield from (each for c in child.children if c.dep_ in ("pobj", "dobj") for each in coordinated(c))


def _counted_part(reading: Reading, figure: Figure) -> Token | None:
    if figure.unit not in _HURT or figure.part_of is None or not figure.counted or figure.high == 0:
        return None
    head = reading.head_of(figure.start, figure.end)
    return head if head is not None and head.pos_ in ("NOUN", "PROPN") else None  # not "two of them critically"
