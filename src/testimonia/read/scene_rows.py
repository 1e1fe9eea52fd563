"""Which places stand in one row with a claim's own, though the parser broke the row off, as it does without commas?

What always holds: a row runs on through what joins its names alone; what goes on behind a claim's own words ends with
"and".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from testimonia.model.claim import Kind, PlaceMention, PlacePrecision
from testimonia.read.draft import Draft
from testimonia.read.place_words import word_sets
from testimonia.read.reading import Reading
from testimonia.read.scene_parties import root
from testimonia.read.scene_words import scene_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_BETWEEN = 6  # tokens between two names of one phrase: "in the southern countryside of the"; by judgement
_LINKS = ("ADP", "DET", "CCONJ", "PUNCT", "ADJ", "PART")
_LONGEST = 200  # characters of the rest of a row; by judgement


def told_with(reading: Reading, draft: Draft, own: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    """The other places of the rows in which a claim's ``own`` stand; they may be among ``own``."""
    for place in own:
        yield from _before(reading, place)
    yield from _behind(reading, draft, own[-1])
    if draft.kind is Kind.RELATION:
        yield from _held(reading, draft)


def links(reading: Reading, token: Token) -> bool:
    """Whether a token may stand between two names of one phrase: "Goma in the east of Congo"."""
    words, lemma = scene_words(reading.codebook), token.lemma_.lower()
    if token.pos_ in _LINKS or token.dep_ == "prep":
        return True
    if lemma in word_sets(reading.codebook).lists.lands:
        return True  # "in the countryside of"
    return lemma in (*words.settlements, *words.grounds, *words.provinces, *words.bearings)


def _before(reading: Reading, place: PlaceMention) -> Iterator[PlaceMention]:
    """The places before one that the parser took from them: "hit Sake in Kivu killing two"."""
    head = root(reading, place)
    if head is None or head.dep_ != "compound" or head.head.tag_ != "VBG" or head.head.dep_ != "pobj":
        return
    after = place
    for before in reversed(reading.places_in(reading.sentence_bounds(reading.sentence_of(head.i))[0], place.start)):
        between = reading.doc.char_span(before.end, after.start, alignment_mode="contract")
        if between is not None and (len(between) > _BETWEEN or not all(links(reading, token) for token in between)):
            return
        yield before
        after = before


def _behind(reading: Reading, draft: Draft, last: PlaceMention) -> Iterator[PlaceMention]:
    """The places behind the last that a claim's words end with, up to "and": "shelled Himbi" "Katoyi and Ndosho"."""
    end = reading.doc[draft.end - 1]
    if last.end != end.idx + len(end) or last.precision not in (PlacePrecision.LOCALITY, PlacePrecision.EXACT):
        return
    found: list[PlaceMention] = []
    for after in reading.places_in(last.end, last.end + _LONGEST):
        between = reading.transcript.text[last.end : after.start].split()
        if between not in ([], [","], ["and"], [",", "and"]):
            return
        found.append(after)
        last = after
        if between[-1:] == ["and"]:
            yield from found if len(found) > 1 else ()
            return


def _held(reading: Reading, draft: Draft) -> Iterator[PlaceMention]:
    """The place by whose noun a participle tells who holds it: "Goma, a town held by rebels in the east"."""
    verb = reading.doc[draft.trigger]
    if verb.dep_ != "acl" or verb.head.lemma_.lower() not in scene_words(reading.codebook).settlements:
        return
    noun = verb.head
    named = noun.head if noun.dep_ == "appos" else noun
    before = reading.doc[max(noun.left_edge.i - 1, 0)]
    for word in (named, before):
        found = reading.places_in(word.left_edge.idx if word.i == named.i else word.idx, word.idx + len(word))
        found = found or tuple(p for p in reading.places if p.start <= word.idx < p.end)
        if found:
            yield found[-1]
            return
