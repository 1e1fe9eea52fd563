"""Which named buildings and sites an account speaks of: "the al-Quds hospital", "Malla Khan mosque".

Hardly a gazetteer has them, and two accounts of one strike mostly agree on them. What always holds: a facility spans
its whole name, it is the codebook's where that knows it and else a place of the case with an id made of the name, and
it replaces any place read from a part of the name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from testimonia.codebook.codebook import Codebook
from testimonia.codebook.schema import Entry as Schema
from testimonia.codebook.schema import PlaceRow, WordSet
from testimonia.model.claim import PlaceMention, PlacePrecision
from testimonia.model.ids import slug
from testimonia.read.actors import NEW
from testimonia.read.known_places import known_places
from testimonia.read.place_precision import is_beside
from testimonia.read.place_words import word_sets

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_BEFORE = 5  # words before a name of which some may say "near" or "on the outskirts of"
_LONGEST = 5  # words of a name before the noun; more is a list that the parser took for one


class FacilityWords(Schema):
    """``facilities.yaml``: nouns for buildings and sites, as lemmas, and what may stand inside their names."""

    sites: WordSet
    joins: WordSet
    parts: WordSet


def find(doc: Doc, codebook: Codebook) -> Iterator[PlaceMention]:
    """The named facilities of a parsed account, in order, with offsets into its text and no coordinates."""
    words = codebook.lexicon("facilities", FacilityWords)
    lists = word_sets(codebook).lists
    for token in doc:
        if token.lemma_.lower() in words.sites and token.pos_ in ("NOUN", "PROPN"):
            after = doc[token.i + 1] if token.i + 1 < len(doc) else None
            if after is not None and after.is_title and after.lower_ in lists.organisations - lists.closers:
                continue  # "the Wall Street Journal"
            start = _name_start(token, words, codebook)
            if start is not None:
                yield _mention(doc[start : token.i + 1], codebook)


def _mention(span: Span, codebook: Codebook) -> PlaceMention:
    row = _known(codebook).get(slug(span.text))
    before = span.doc[max(0, span.start - _BEFORE) : span.start].text + " "
    said = row.precision if row else PlacePrecision.EXACT
    return PlaceMention(
        place=row.id if row else NEW + slug(span.text),
        name=row.name if row else span.text,
        latitude=row.latitude if row else None,
        longitude=row.longitude if row else None,
        precision=PlacePrecision.VICINITY if is_beside(before, codebook) else said,
        text=span.text,
        start=span.start_char,
        end=span.end_char,
    )


def merged(places: Sequence[PlaceMention], facilities: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Both lists in order of the text; a place read from words of a facility's name gives way to it."""
    free = [p for p in places if not any(f.start < p.end and p.start < f.end for f in facilities)]
    return sorted([*free, *facilities], key=lambda place: (place.start, place.end))


def _name_start(noun: Token, words: FacilityWords, codebook: Codebook) -> int | None:
    """Where the proper name before a noun begins; ``None`` where the noun bears no name of its own."""
    doc = noun.doc
    start = noun.i
    while start > 0 and noun.i - start < _LONGEST * 2:
        before = doc[start - 1]
        if _of_its_kind(before):
            start -= 1
            continue
        named = before.pos_ == "PROPN" or (before.text[:1].isupper() and before.is_alpha and not before.is_sent_start)
        joined = before.lower_ in words.joins
        if not (named or joined) or before.ent_type_ in ("NORP",):
            break
        start -= 1
    while start < noun.i and not doc[start].is_alpha:
        start += 1
    while start < noun.i and doc[start].lower_ in words.parts:
        start += 1  # "central Goma hospital" is a hospital in the middle of Goma
    name = [token for token in doc[start : noun.i] if token.is_alpha]
    if not name or (len(name) == 1 and (_is_quality(name[0]) or _a_town(name[0], codebook))):
        return None
    return start


def _of_its_kind(token: Token) -> bool:
    """Whether a word between a name and the noun says of what kind the site is: "Dellen teaching hospital"."""
    if token.pos_ not in ("NOUN", "ADJ") or not token.is_lower or token.i == 0 or token.nbor().is_title:
        return False
    before = token.nbor(-1)
    return before.pos_ == "PROPN" and before.ent_type_ not in ("GPE", "NORP", "LOC") and before.dep_ == "compound"


def _is_quality(token: Token) -> bool:
    """Whether a single word before the noun only says of what land or kind it is: "Ugandan hospitals"."""
    return token.ent_type_ == "NORP" or token.pos_ == "ADJ"


def _a_town(token: Token, codebook: Codebook) -> bool:
    """Whether a single name before the noun is the town it stands in, as in "Aleppo hospital"; a listed one."""
    if token.ent_type_ != "GPE" or token.tag_ != "NNP" or not token.i or token.nbor(-1).pos_ == "DET":
        return False
    return bool(known_places(codebook).named(token.text) or known_places(codebook).spelt_like(token.text))


@lru_cache(maxsize=8)
def _known(codebook: Codebook) -> dict[str, PlaceRow]:
    """The codebook's places by the slugs of their names."""
    return {slug(name): row for row in codebook.places.values() for name in (*row.aliases, row.name)}
