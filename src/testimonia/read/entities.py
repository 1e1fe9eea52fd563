"""Which words of a text stand for persons, organisations and places: by name, by a common noun, by a pronoun.

What always holds: ``text[e.start:e.end] == e.text``, entities run from left to right, and no two of one kind overlap.
A codebook decides over the entity proposer; who stands in no codebook is found all the same, without an ``id``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from testimonia.codebook.codebook import Codebook
from testimonia.codebook.codebook import load as load_codebook
from testimonia.codebook.schema import Entry as Schema
from testimonia.codebook.schema import Words
from testimonia.model.source import ActorKind
from testimonia.read import places
from testimonia.read.actors import Cast, Naming
from testimonia.read.alias_index import Form
from testimonia.read.grammar import parse
from testimonia.read.transcript import plain

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


class Kind(StrEnum):
    """What an entity is; peoples, governments, groups and crowds are organisations."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"


class Manner(StrEnum):
    """How words stand for an entity."""

    NAME = "name"
    NOUN = "noun"
    PRONOUN = "pronoun"


class EntityWords(Schema):
    """``entities.yaml``: nouns, pronouns and the words that open, close and join names of groups."""

    people: Words
    bodies: Words
    sites: Words
    person_pronouns: Words
    body_pronouns: Words
    titles: Words
    name_openers: Words
    name_closers: Words
    name_joiners: Words


@dataclass(frozen=True, slots=True)
class Entity:
    """Words for a person, organisation or place; ``id`` is an actor's or place's where one is known."""

    start: int
    end: int
    text: str
    kind: Kind
    manner: Manner
    id: str | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    """Tokens ``start`` to ``end`` (exclusive)."""

    start: int
    end: int
    kind: Kind
    manner: Manner
    id: str | None = None

    def meets(self, other: _Found) -> bool:
        return self.start < other.end and other.start < self.end


_PROPOSED = {"PERSON": Kind.PERSON, "ORG": Kind.ORGANISATION, "GPE": Kind.PLACE, "LOC": Kind.PLACE, "FAC": Kind.PLACE}
_NOT_NAMES = frozenset({Form.ADJECTIVE, Form.NOMINAL})
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
    names = list(_names(doc, cast, words))
    nouns = list(_nouns(doc, cast, words, names))
    kept = [name for name in names if not any(_absorbs(noun, name) for noun in nouns)]
    found = sorted([*kept, *nouns, *_pronouns(doc, words)], key=lambda each: (each.start, each.end))
    return [_entity(doc, each) for each in found]


def _entity(doc: Doc, found: _Found) -> Entity:
    span = doc[found.start : found.end]
    return Entity(span.start_char, span.end_char, span.text, found.kind, found.manner, found.id)


def _absorbs(noun: _Found, name: _Found) -> bool:
    """Whether a name only says whose or which body a noun means: "US forces", "the government of Chad"."""
    return noun.kind is not Kind.PLACE and noun.start <= name.start and name.end <= noun.end


def _names(doc: Doc, cast: Cast, words: EntityWords) -> Iterator[_Found]:
    """Names without overlap: the codebook's first, then patterns, then places, then what the model proposes."""
    taken: list[_Found] = []
    for source in (_known(doc, cast), _patterned(doc, words), _placed(doc, cast), _proposed(doc, cast, words)):
        for name in source:
            if not any(name.meets(other) for other in taken):
                taken.append(name)
    yield from taken


def _known(doc: Doc, cast: Cast) -> Iterator[_Found]:
    for naming in cast.namings:
        entry = cast.entry(naming.actor)
        if naming.form in _NOT_NAMES or cast.is_quality(naming) or entry is None:
            continue
        if entry.kind is ActorKind.STATE and naming.form is not Form.PEOPLE:
            continue  # whether the land or its government is meant is asked of the place
        kind = Kind.PERSON if entry.kind is ActorKind.PERSON else Kind.ORGANISATION
        start = _with_titles(doc, naming.start, cast) if kind is Kind.PERSON else naming.start
        yield _Found(start, _name_end(doc, naming), kind, Manner.NAME, naming.actor)


def _name_end(doc: Doc, naming: Naming) -> int:
    return naming.end


def _with_titles(doc: Doc, start: int, cast: Cast) -> int:
    titles = frozenset(cast.codebook.lexicon("entities", EntityWords).titles)
    at = start
    while at > 0 and doc[at - 1].sent.start == doc[start].sent.start and doc[at - 1].text[:1].isupper():
        if doc[at - 1].lower_ not in titles:
            break
        at -= 1
    return at


def _patterned(doc: Doc, words: EntityWords) -> Iterator[_Found]:
    """Names of groups by their shape: "Liwa al-Nur", "Sword Brigade", "Popular Front for the Relief of the Valley"."""
    openers, closers = frozenset(words.name_openers), frozenset(words.name_closers)
    joiners = frozenset(words.name_joiners)
    at = 0
    while at < len(doc):
        end = _capitals(doc, at, joiners)
        if end - at > 1:
            names = [token.lower_ for token in doc[at:end]]
            if names[0] in openers or any(name in closers for name in names[1:]):
                yield _Found(at, end, Kind.ORGANISATION, Manner.NAME)
        at = max(end, at + 1)


def _capitals(doc: Doc, start: int, joiners: frozenset[str]) -> int:
    """The end of a run of capitalised words from ``start``, joined by small words only between capitals."""
    if not _capital(doc[start]) or (doc[start].is_sent_start and doc[start].pos_ not in ("PROPN", "ADJ")):
        return start
    end = at = start + 1
    while at < len(doc) and doc[at].sent.start == doc[start].sent.start:
        if _capital(doc[at]):
            end = at + 1
        elif doc[at].lower_ not in joiners or doc[at].lower_ == "and":
            break
        at += 1
    return end


def _capital(token: Token) -> bool:
    return token.text[:1].isupper() and token.pos_ in ("PROPN", "NOUN", "ADJ")


def _placed(doc: Doc, cast: Cast) -> Iterator[_Found]:
    for toponym in places.toponyms(doc.text, cast.codebook, doc=doc):
        span = doc.char_span(toponym.start, toponym.end, alignment_mode="expand")
        if span is None or toponym.use in (places.Use.DEMONYM, places.Use.EMBEDDED):
            continue
        place = toponym.place.id if toponym.place else None
        if toponym.use is places.Use.LITERAL:
            yield _Found(span.start, span.end, Kind.PLACE, Manner.NAME, place)
        else:
            yield _Found(span.start, span.end, Kind.ORGANISATION, Manner.NAME)


def _proposed(doc: Doc, cast: Cast, words: EntityWords) -> Iterator[_Found]:
    for entity in doc.ents:
        kind = _PROPOSED.get(entity.label_)
        if kind is None or not any(token.pos_ == "PROPN" for token in entity):
            continue
        start, end = entity.start, entity.end
        while start < end - 1 and doc[start].pos_ in ("DET", "PUNCT"):
            start += 1
        while end - 1 > start and (doc[end - 1].tag_ == "POS" or doc[end - 1].is_punct):
            end -= 1
        if kind is Kind.PERSON:
            start = _with_titles(doc, start, cast)
        yield _Found(start, end, kind, Manner.NAME)


def _nouns(doc: Doc, cast: Cast, words: EntityWords, names: Iterable[_Found]) -> Iterator[_Found]:
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
            kind = Kind.ORGANISATION if "Plur" in token.morph.get("Number") else Kind.PERSON
        elif lemma in sites:
            kind = Kind.PLACE
        else:
            continue
        yield _Found(_phrase_start(token), _phrase_end(token, kind, covered), kind, Manner.NOUN)


def _phrase_start(head: Token) -> int:
    start = head.i
    for child in head.lefts:
        if child.dep_ in _BEFORE_NOUN:
            start = min(start, child.left_edge.i)
    while start < head.i and head.doc[start].is_punct:
        start += 1
    return start


def _phrase_end(head: Token, kind: Kind, covered: set[int]) -> int:
    """After a body's noun, the name it belongs to: "the government of Chad"."""
    for child in head.rights:
        if child.i == head.i + 1 and child.lower_ == "of" and kind is not Kind.PERSON:
            for name in child.children:
                if name.dep_ == "pobj" and name.i in covered:
                    return name.i + 1
    return head.i + 1


def _pronouns(doc: Doc, words: EntityWords) -> Iterator[_Found]:
    persons, bodies = frozenset(words.person_pronouns), frozenset(words.body_pronouns)
    for token in doc:
        if token.pos_ == "PRON" and token.dep_ != "poss":
            if token.lower_ in persons:
                yield _Found(token.i, token.i + 1, Kind.PERSON, Manner.PRONOUN)
            elif token.lower_ in bodies:
                yield _Found(token.i, token.i + 1, Kind.ORGANISATION, Manner.PRONOUN)


__all__ = ["Entity", "Kind", "Manner", "find"]
