"""Which of several places that a claim's own words tell stand inside another's clause, or in another deed's phrase?

What always holds: such a place gives way only to one that the claim's words tell straight out; a place alone stays, and
so does what tells more closely of a site, of whom it befell or of the deed itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from testimonia.model.claim import Kind, PlaceMention
from testimonia.read.draft import Draft
from testimonia.read.predicates import senses
from testimonia.read.reading import Reading
from testimonia.read.scene_near import OF_DEEDS
from testimonia.read.scene_parties import CLAUSES, covers, root
from testimonia.read.scene_words import scene_words

if TYPE_CHECKING:
    from spacy.tokens import Token


def straight(reading: Reading, draft: Draft, places: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """The places told straight out, where there are such beside nested ones; else all."""
    if len(places) > 1:
        found = tuple(place for place in places if not _is_nested(reading, draft, place))
        if found:
            return found
    return tuple(places)


def _is_nested(reading: Reading, draft: Draft, place: PlaceMention) -> bool:
    head = root(reading, place)
    if head is None:
        return False
    trigger, known = reading.doc[draft.trigger], senses(reading.codebook)
    in_words = draft.kind is Kind.EVENT and (draft.type == "PROTEST" or draft.type not in OF_DEEDS)
    for above in head.ancestors:
        if above.left_edge.i <= trigger.i <= above.right_edge.i:
            return False
        if in_words and above.pos_ == "NOUN" and known.names_happening(above):
            return True  # "a protest in Nairobi at the shelling of Goma"
        if above.dep_ == "advcl" and _is_aside(reading, above):
            return True
        if above.dep_ in CLAUSES:
            return _is_left(reading, head) or not _tells_more(reading, draft, above, trigger)
    return False


def is_aside(reading: Reading, draft: Draft, head: Token) -> bool:
    """Whether a place by its ``head`` stands in a clause of its sentence on what happened beside what a draft tells.

    One without a subject of its own tells of the same: "was killed while attending a funeral in Goma".
    """
    if reading.sentence_of(head.i) != reading.sentence_of(draft.trigger):
        return False
    for above in head.ancestors:
        if above.left_edge.i <= draft.trigger <= above.right_edge.i:
            return False
        if above.dep_ == "advcl" and _is_aside(reading, above):
            return any(child.dep_ in ("nsubj", "nsubjpass") for child in above.lefts)
    return False


def _is_aside(reading: Reading, clause: Token) -> bool:
    """Whether a clause tells of what happened beside or before: "while rebels took Goma", "a day after a raid"."""
    for mark in clause.lefts:
        if mark.dep_ == "mark" and mark.lower_ in scene_words(reading.codebook).asides:
            return True
        if mark.dep_ == "mark" and mark.lower_ == "after" and mark.i and mark.nbor(-1).pos_ == "NOUN":
            return mark.nbor(-1).dep_ == "npadvmod"
    return False


def _is_left(reading: Reading, head: Token) -> bool:
    """Whether somebody came from a place: "shelled Goma, killing people who had fled from Bunia"."""
    return head.dep_ == "pobj" and head.head.lower_ in scene_words(reading.codebook).origins


def _tells_more(reading: Reading, draft: Draft, clause: Token, trigger: Token) -> bool:
    """Whether a clause tells of the deed, of whom it befell or of where: "an attack that hit Goma"."""
    noun, words = clause.head, scene_words(reading.codebook)
    if noun.i == trigger.i or senses(reading.codebook).names_happening(noun):
        return True
    if any(covers(mention, noun) for mention in draft.recipients) or noun.left_edge.i <= trigger.i <= noun.i:
        return True
    if noun.lemma_.lower() in (*words.settlements, *words.grounds, *words.provinces, *words.arms):
        return True
    lemma = clause.lemma_.lower()
    if lemma in words.adjoining or lemma in words.stationing:
        return True
    return bool(reading.places_in(noun.idx, noun.idx + len(noun)))
