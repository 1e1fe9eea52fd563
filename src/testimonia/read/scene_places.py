"""Which places near a claim are its scene, and no party, dateline or place of origin; what "the town" is.

What always holds: a place is refused by the words around it alone, and a land of origin or a border only gives way to
another place, so that refusing it leaves no claim without one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from testimonia.model.claim import PlaceMention, PlacePrecision
from testimonia.read.reading import Reading
from testimonia.read.scene_words import SceneWords, scene_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_DASHES = ("-", "–", "—")
_LINE = 8  # tokens between the place of a dateline and its dash: an agency, a day; by judgement
_NEAR = 2  # sentences in which "the town" still means one named with that word; by judgement


def scenes(reading: Reading, places: Iterable[PlaceMention]) -> tuple[PlaceMention, ...]:
    """Of the places in some words, those where something may be set."""
    words = scene_words(reading.codebook)
    kept = [place for place in places if not _is_party(reading, place, words)]
    firm = [p for p in kept if not _is_dateline(reading, p) and not _comes_from(reading, p, words)]
    return tuple(firm) if firm else tuple(kept)


def realm(reading: Reading) -> PlaceMention | None:
    """The country that an account names most often, which "the country" means."""
    lands = [place for place in reading.places if place.precision is PlacePrecision.COUNTRY]
    times = Counter(place.place for place in lands)
    return max(lands, key=lambda place: (times[place.place], -place.start)) if lands else None


def named_so(reading: Reading, noun: Token) -> tuple[bool, PlaceMention | None]:
    """Whether a name stands beside the same noun shortly before, "the town of Goma", and the place it is."""
    number = reading.sentence_of(noun.i)
    first = reading.sentence_tokens(max(0, number - _NEAR))[0]
    if noun.lemma_.lower() not in scene_words(reading.codebook).settlements:
        return False, None
    for earlier in reversed(list(reading.doc[first : noun.i])):
        if earlier.lemma_.lower() != noun.lemma_.lower():
            continue
        for name in _names_beside(earlier):
            found = [p for p in reading.places if p.start <= name.idx < p.end]
            return True, found[0] if found else None
    return False, None


def _names_beside(noun: Token) -> list[Token]:
    names = [c for c in noun.children if c.dep_ in ("appos", "compound", "nmod") and c.pos_ == "PROPN"]
    for prep in noun.children:
        if prep.dep_ == "prep" and prep.lower_ == "of":
            names += [c for c in prep.children if c.dep_ == "pobj" and c.pos_ == "PROPN"]
    return names


def _root(reading: Reading, place: PlaceMention) -> Token | None:
    words = reading.doc.char_span(place.start, place.end, alignment_mode="expand")
    return words.root if words is not None else None


def _is_party(reading: Reading, place: PlaceMention, words: SceneWords) -> bool:
    """Whether a name only says whose something is or who is told: "Russia air power", "had told Tehran"."""
    root = _root(reading, place)
    if root is None:
        return False
    if root.dep_ in ("dobj", "dative") and root.head.lemma_.lower() in words.sayings:
        return True
    land = place.precision is PlacePrecision.COUNTRY
    return land and root.dep_ in ("compound", "nmod", "poss") and root.head.lemma_.lower() in words.arms


def _comes_from(reading: Reading, place: PlaceMention, words: SceneWords) -> bool:
    """Whether a country is only where something comes from, or lies behind a border: "near the border with Iraq"."""
    root = _root(reading, place)
    if root is None or place.precision is not PlacePrecision.COUNTRY or root.dep_ != "pobj":
        return False
    prep = root.head
    return prep.lower_ in words.origins or (prep.lower_ == "with" and prep.head.lemma_.lower() in words.edges)


def _is_dateline(reading: Reading, place: PlaceMention) -> bool:
    """Whether a place stands before a dash where an account or a sentence opens: "NAIROBI (Agency) - "."""
    span = reading.doc.char_span(place.start, place.end, alignment_mode="expand")
    if span is None:
        return False
    opens = place.start == 0 or span.start == reading.sentence_tokens(reading.sentence_of(span.start))[0]
    if not opens and not (span.text.isupper() and len(span.text) > len("NATO")):
        return False
    for token in reading.doc[span.end : span.end + _LINE]:
        if token.text in _DASHES:
            return bool(token.i and token.nbor(-1).whitespace_) or token.text != "-"
        if token.pos_ not in ("PROPN", "NUM", "PUNCT") and token.text not in "()":
            return False
    return False
