"""Which words of a text stand for persons, organisations and places: by name, by a common noun, by a pronoun.

What always holds: ``text[e.start:e.end] == e.text``, entities run from left to right, and no two of one kind overlap.
A codebook decides over the entity proposer; who stands in no codebook is found all the same, without an ``id``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from testimonia.codebook.codebook import Codebook
from testimonia.codebook.codebook import load as load_codebook
from testimonia.read import entity_names
from testimonia.read.actors import Cast
from testimonia.read.entity_words import EntityWords, Found, Kind, Manner
from testimonia.read.grammar import parse
from testimonia.read.transcript import plain

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Entity:
    """Words for a person, organisation or place; ``id`` is an actor's or place's where one is known."""

    start: int
    end: int
    text: str
    kind: Kind
    manner: Manner
    id: str | None = None


_DEGREES = re.compile(r"\d{1,3}(?:\.\d+)?°[\d°′″'\" .]*[NS][ ,;/]*\d{1,3}(?:\.\d+)?°[\d°′″'\" .]*[EW]")
_BEFORE_NOUN = frozenset({"det", "amod", "compound", "nmod", "poss", "nummod", "quantmod", "advmod", "punct", "case"})


def find(text: str | Doc, codebook: Codebook | None = None, on: date | None = None) -> list[Entity]:
    """All entities of ``text``, in order, with code point offsets into it; ``on`` is the day of the telling.

    A parsed account gives offsets into its transcript; a plain text is parsed first.
    """
    book = codebook or load_codebook()
    if not isinstance(text, str):
        return _entities(text, book, on)
    transcript = plain(text)
    found = []
    for entity in _entities(parse(transcript), book, on):
        span = transcript.span(entity.start, entity.end)
        found.append(Entity(span.start, span.end, span.text, entity.kind, entity.manner, entity.id))
    return found


def _entities(doc: Doc, book: Codebook, on: date | None) -> list[Entity]:
    words = book.lexicon("entities", EntityWords)
    cast = Cast(doc, book, on)
    names = entity_names.find(doc, cast, words)
    nouns = list(_nouns(doc, cast, words, names))
    kept = [name for name in names if not any(_absorbs(noun, name) for noun in nouns)]
    found = [_entity(doc, each) for each in (*kept, *nouns, *_pronouns(doc, words))]
    return _apart([*_coordinates(doc), *found])


def _apart(found: Iterable[Entity]) -> list[Entity]:
    """Without those that share words with a longer one of their kind."""
    kept: list[Entity] = []
    for each in sorted(found, key=lambda e: (e.start - e.end, e.start)):
        if not any(each.kind is k.kind and each.start < k.end and k.start < each.end for k in kept):
            kept.append(each)
    return sorted(kept, key=lambda e: (e.start, e.end))


def _entity(doc: Doc, found: Found) -> Entity:
    span = doc[found.start : found.end]
    return Entity(span.start_char, span.end_char, span.text, found.kind, found.manner, found.id)


def _absorbs(noun: Found, name: Found) -> bool:
    """Whether a name only says whose or which body a noun means: "US forces", "the government of Chad"."""
    inside = noun.start <= name.start and name.end <= noun.end
    return inside and (noun.kind is not Kind.PLACE or name.kind is Kind.PLACE)


def _nouns(doc: Doc, cast: Cast, words: EntityWords, names: Iterable[Found]) -> Iterator[Found]:
    """Common nouns for entities with the words before them, and after bodies an "of" with a name."""
    covered = {i for name in names for i in range(name.start, name.end)}
    people, bodies, sites = frozenset(words.people), frozenset(words.bodies), frozenset(words.sites)
    for token in doc:
        if token.i in covered or token.pos_ not in ("NOUN", "PROPN") or token.dep_ in ("compound", "amod", "nmod"):
            continue
        lemma = token.lemma_.lower()
        if lemma in bodies:
            kind = Kind.ORGANISATION
        elif lemma in people:
            kind = Kind.ORGANISATION if "Plur" in token.morph.get("Number", []) else Kind.PERSON
        elif lemma in sites or _compound(token) in words.compounds:
            kind = Kind.PLACE
        else:
            continue
        start = _phrase_start(token)
        if _is_bare(token, start, kind, words) or _is_half(token):
            continue
        yield Found(start, _phrase_end(token, kind, covered), kind, Manner.NOUN)


def _is_bare(token: Token, start: int, kind: Kind, words: EntityWords) -> bool:
    """A singular without article or adjective speaks of no one thing: "use of force", "in place"."""
    if token.pos_ != "NOUN" or "Plur" in token.morph.get("Number", []) or start < token.i:
        return False
    return kind is not Kind.PERSON or token.dep_ not in ("appos", "nsubj", "conj")


def _is_half(token: Token) -> bool:
    """Whether a word is the first half of a compound: "insurgent-held"."""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return after is not None and after.text in ("-", "–") and not token.whitespace_


def _compound(token: Token) -> str:
    """A noun with the word before it: "front line"."""
    return f"{token.nbor(-1).lower_} {token.lemma_.lower()}" if token.i else ""


def _phrase_start(head: Token) -> int:
    start = head.i
    for child in head.lefts:
        if child.dep_ in _BEFORE_NOUN:
            start = min(start, child.left_edge.i)
    while start < head.i and head.doc[start].is_punct:
        start += 1
    return start


def _phrase_end(head: Token, kind: Kind, covered: set[int]) -> int:
    """After a noun, the name it belongs to: "the government of Chad", "the envoy for Chad", "the town of Abéché"."""
    small = ("of", "for") if kind is Kind.PERSON else ("of",)
    for child in head.rights:
        if child.i == head.i + 1 and child.lower_ in small:
            for name in child.children:
                if name.dep_ == "pobj" and name.i in covered:
                    return name.i + 1
    return head.i + 1


def _coordinates(doc: Doc) -> Iterator[Entity]:
    """Places given as degrees."""
    for match in _DEGREES.finditer(doc.text):
        yield Entity(match.start(), match.end(), match.group(), Kind.PLACE, Manner.NAME)


def _pronouns(doc: Doc, words: EntityWords) -> Iterator[Found]:
    persons, bodies = frozenset(words.person_pronouns), frozenset(words.body_pronouns)
    for token in doc:
        if token.pos_ == "PRON" and token.dep_ != "poss":
            if token.lower_ in persons:
                yield Found(token.i, token.i + 1, Kind.PERSON, Manner.PRONOUN)
            elif token.lower_ in bodies:
                yield Found(token.i, token.i + 1, Kind.ORGANISATION, Manner.PRONOUN)


__all__ = ["Entity", "Kind", "Manner", "find"]
