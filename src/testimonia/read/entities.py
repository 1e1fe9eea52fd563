"""Which words of a text stand for persons, organisations and places: by name, by a common noun, by a pronoun.

What always holds: ``text[e.start:e.end] == e.text``, entities run from left to right, and no two of one kind overlap.
A codebook decides over the entity proposer; who stands in no codebook is found all the same, without an ``id``.
"""

from __future__ import annotations

import re
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
    inside: Words
    partner_prepositions: Words
    not_parties: Words
    listing_verbs: Words
    compounds: Words


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
_DEGREES = re.compile(r"\d{1,3}(?:\.\d+)?°[\d°′″'\" .]*[NS][ ,;/]*\d{1,3}(?:\.\d+)?°[\d°′″'\" .]*[EW]")
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
    names = _chained(doc, names)
    nouns = list(_nouns(doc, cast, words, names))
    kept = [name for name in names if not any(_absorbs(noun, name) for noun in nouns)]
    found = sorted([*kept, *nouns, *_pronouns(doc, words), *_coordinates(doc)], key=lambda each: (each.start, each.end))
    return [_entity(doc, each) for each in found]


def _entity(doc: Doc, found: _Found) -> Entity:
    span = doc[found.start : found.end]
    return Entity(span.start_char, span.end_char, span.text, found.kind, found.manner, found.id)


def _absorbs(noun: _Found, name: _Found) -> bool:
    """Whether a name only says whose or which body a noun means: "US forces", "the government of Chad"."""
    inside = noun.start <= name.start and name.end <= noun.end
    return inside and (noun.kind is not Kind.PLACE or name.kind is Kind.PLACE)


def _names(doc: Doc, cast: Cast, words: EntityWords) -> Iterator[_Found]:
    """Names without overlap: the codebook's first, then patterns, then places, then what the model proposes."""
    taken: list[_Found] = []
    for source in (_short(doc, cast), _known(doc, cast), _patterned(doc, words), _initials(doc, words), _placed(doc, cast, words), _proposed(doc, words)):
        for name in source:
            if not any(name.meets(other) for other in taken) and _readable(doc, name, words):
                taken.append(name)
    titled = [_titled(doc, name, cast, words) for name in taken]
    persons = [name for name in titled if name.kind is Kind.PERSON]
    yield from (name for name in titled if name in persons or not any(name.meets(person) for person in persons))


def _titled(doc: Doc, name: _Found, cast: Cast, words: EntityWords) -> _Found:
    if name.kind is not Kind.PERSON:
        return name
    return _Found(_with_titles(doc, name.start, cast, words), name.end, name.kind, name.manner, name.id)


def _readable(doc: Doc, name: _Found, words: EntityWords) -> bool:
    """Whether a name is in Latin letters and names no ship, operation or paper."""
    text = doc[name.start : name.end].text
    if not any("A" <= letter <= "Z" for letter in text):
        return False
    named = [token.lower_ for token in doc[max(0, name.start - 1) : name.end]]
    return not any(word in words.not_parties for word in named)


def _chained(doc: Doc, names: list[_Found]) -> list[_Found]:
    """Places with the place they lie in, as one: "Palermo, Sicily"."""
    found: list[_Found] = []
    for name in sorted(names, key=lambda each: each.start):
        last = found[-1] if found else None
        if (
            last
            and last.kind is name.kind is Kind.PLACE
            and name.start == last.end + 1
            and doc[last.end].text == ","
            and doc[name.start].dep_ in ("appos", "npadvmod")
        ):
            found[-1] = _Found(last.start, name.end, Kind.PLACE, Manner.NAME, last.id)
        else:
            found.append(name)
    return found


def _short(doc: Doc, cast: Cast) -> Iterator[_Found]:
    """The last name of somebody whom the text names in full elsewhere."""
    full: dict[str, str | None] = {}
    spans = [(naming.start, naming.end, naming.actor) for naming in cast.namings if _is_person(cast, naming)]
    spans += [(entity.start, entity.end, None) for entity in doc.ents if entity.label_ == "PERSON"]
    inside = {i for start, end, _ in spans if end - start > 1 for i in range(start, end)}
    for start, end, actor in spans:
        last = doc[end - 1]
        if end - start > 1 and last.is_alpha and last.pos_ == "PROPN" and doc[start].is_alpha:
            full.setdefault(last.text, actor)
    for token in doc:
        if token.text in full and token.i not in inside and token.pos_ == "PROPN":
            beside = doc[token.i + 1] if token.i + 1 < len(doc) else None
            if beside is None or not (beside.pos_ == "PROPN" and beside.text[:1].isupper()):
                yield _Found(token.i, token.i + 1, Kind.PERSON, Manner.NAME, full[token.text])


def _is_person(cast: Cast, naming: Naming) -> bool:
    entry = cast.entry(naming.actor)
    return bool(entry and entry.kind is ActorKind.PERSON and naming.form is Form.NAME)


def _known(doc: Doc, cast: Cast) -> Iterator[_Found]:
    for naming in cast.namings:
        entry = cast.entry(naming.actor)
        if naming.form in _NOT_NAMES or cast.is_quality(naming) or entry is None:
            continue
        if entry.kind is ActorKind.STATE and naming.form is not Form.PEOPLE:
            continue  # whether the land or its government is meant is asked of the place
        kind = Kind.PERSON if entry.kind is ActorKind.PERSON else Kind.ORGANISATION
        yield _Found(naming.start, naming.end, kind, Manner.NAME, naming.actor)


def _with_titles(doc: Doc, start: int, cast: Cast, words: EntityWords) -> int:
    """Where the titles before a person's name begin, with the state or body served: "US Secretary of State"."""
    titles = frozenset(words.titles)
    first = doc[start].sent.start
    at = start
    while at > first and doc[at - 1].lower_ in titles and (doc[at - 1].text[:1].isupper() or doc[at - 1].lower_ == "of"):
        at -= 1
    while at < start and not doc[at].text[:1].isupper():
        at += 1
    if first < at < start and (served := cast.naming_at(at - 1)) and served.end == at:
        if served.form is Form.ADJECTIVE or doc[at - 1].text.replace(".", "").isupper():
            return max(served.start, first)
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


def _initials(doc: Doc, words: EntityWords) -> Iterator[_Found]:
    """Initials that the text sets in brackets behind a name, wherever they stand: "Valley Relief Fund (VRF)"."""
    given = set()
    for token in doc[1:-1]:
        behind_name = token.nbor(-1).text == "(" and token.nbor(1).text == ")" and token.i > 1
        if behind_name and _is_initials(token) and token.nbor(-2).text[:1].isupper():
            given.add(token.text)
    for token in doc:
        if token.text in given:
            yield _Found(token.i, token.i + 1, Kind.ORGANISATION, Manner.NAME)


def _is_initials(token: Token) -> bool:
    return token.text.isupper() and token.is_alpha and 2 < len(token) < 8


def _placed(doc: Doc, cast: Cast, words: EntityWords) -> Iterator[_Found]:
    for toponym in places.toponyms(doc.text, cast.codebook, doc=doc):
        span = doc.char_span(toponym.start, toponym.end, alignment_mode="expand")
        if span is None or toponym.use in (places.Use.DEMONYM, places.Use.EMBEDDED):
            continue
        place = toponym.place.id if toponym.place else None
        state = toponym.place is not None and toponym.place.kind == "state"
        government = toponym.use is not places.Use.LITERAL or (state and _acts(span.root, words))
        before = doc[span.start - 1].lower_ if span.start else ""
        if government and before not in words.inside:
            yield _Found(span.start, span.end, Kind.ORGANISATION, Manner.NAME)
        else:
            yield _Found(span.start, span.end, Kind.PLACE, Manner.NAME, place)


def _acts(token: Token, words: EntityWords, depth: int = 0) -> bool:
    """Whether a state is spoken of as one who acts or is dealt with, not as land."""
    if token.dep_ == "nsubj":
        return True
    if token.dep_ == "pobj":
        return token.head.lower_ in words.partner_prepositions
    if token.dep_ == "appos":
        return token.head.lemma_.lower() in {*words.people, *words.bodies}
    if token.dep_ == "dobj":
        return token.head.lemma_.lower() in words.listing_verbs
    return token.dep_ == "conj" and depth < 20 and _acts(token.head, words, depth + 1)


def _proposed(doc: Doc, words: EntityWords) -> Iterator[_Found]:
    sites = frozenset(words.sites) - frozenset(words.name_closers)
    # A name that stands once behind "in" or "near" is a place's throughout, whatever the model says of it.
    grounds = {e.text for e in doc.ents if e.start and doc[e.start - 1].lower_ in words.inside and len(e) == 1}
    for entity in doc.ents:
        kind = _PROPOSED.get(entity.label_)
        if kind is None or not any(token.pos_ == "PROPN" for token in entity):
            continue
        start, end = entity.start, entity.end
        while start < end - 1 and doc[start].pos_ in ("DET", "PUNCT"):
            start += 1
        while end - 1 > start and (doc[end - 1].tag_ == "POS" or doc[end - 1].is_punct):
            end -= 1
        while start < end - 1 and doc[start].lower_ in words.inside:
            start += 1
        named = doc[start:end]
        if end - start > 1 and (sites.intersection((named[-1].lower_, named[-1].lemma_.lower()))):
            kind = Kind.PLACE
        elif kind is not Kind.PLACE and named.text in grounds:
            kind = Kind.PLACE
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
        elif lemma in sites or _compound(token) in words.compounds:
            kind = Kind.PLACE
        else:
            continue
        start = _phrase_start(token)
        if _is_bare(token, start, kind, words) or _is_half(token):
            continue
        yield _Found(start, _phrase_end(token, kind, covered), kind, Manner.NOUN)


def _is_bare(token: Token, start: int, kind: Kind, words: EntityWords) -> bool:
    """A singular without article or adjective speaks of no one thing: "use of force", "in place"."""
    if token.pos_ != "NOUN" or "Plur" in token.morph.get("Number") or start < token.i:
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


def _coordinates(doc: Doc) -> Iterator[_Found]:
    """Places given as degrees."""
    for match in _DEGREES.finditer(doc.text):
        span = doc.char_span(*match.span(), alignment_mode="expand")
        if span is not None:
            yield _Found(span.start, span.end, Kind.PLACE, Manner.NAME)


def _pronouns(doc: Doc, words: EntityWords) -> Iterator[_Found]:
    persons, bodies = frozenset(words.person_pronouns), frozenset(words.body_pronouns)
    for token in doc:
        if token.pos_ == "PRON" and token.dep_ != "poss":
            if token.lower_ in persons:
                yield _Found(token.i, token.i + 1, Kind.PERSON, Manner.PRONOUN)
            elif token.lower_ in bodies:
                yield _Found(token.i, token.i + 1, Kind.ORGANISATION, Manner.PRONOUN)


__all__ = ["Entity", "Kind", "Manner", "find"]
