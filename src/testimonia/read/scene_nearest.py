"""Of the places that a sentence tells outside a claim's own words, which stand nearest to it?

What always holds: those told with the same verb, or with one that goes on from it, come before those of the clauses
above, the lower before the higher; what only names somebody takes no place but that of its own verb.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from testimonia.model.claim import Kind, PlaceMention
from testimonia.read.draft import Draft
from testimonia.read.reading import Reading
from testimonia.read.scene_near import ON_GROUND
from testimonia.read.scene_parties import CLAUSES, root, somebody
from testimonia.read.scene_reach import one_clause

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERBS = ("VERB", "AUX")
_WITHIN = ("amod", "compound", "nmod", "npadvmod", "poss", "punct", "advmod")  # inside the phrase of another noun


def nearest(reading: Reading, draft: Draft, places: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """The places of the nearest clause that gives one, in the order of the text."""
    heads = [(place, head) for place in places if (head := root(reading, place)) is not None]
    trigger = reading.doc[draft.trigger]
    if draft.kind is Kind.LABEL:
        return _of_label(draft, trigger, heads)
    if draft.kind is Kind.EVENT and draft.type not in ON_GROUND:
        heads = [(place, head) for place, head in heads if _where(reading, head)]
    together = tuple(place for place, head in heads if one_clause(draft, head))
    if together:
        return together
    for above in trigger.ancestors:
        if above.pos_ in _VERBS:
            first, last = above.left_edge.i, above.right_edge.i
            under = tuple(place for place, head in heads if first <= head.i <= last)
            if under:
                return under
    return tuple(place for place, _ in heads)


def _of_label(draft: Draft, trigger: Token, heads: Sequence[tuple[PlaceMention, Token]]) -> tuple[PlaceMention, ...]:
    """The places of the clause in which somebody is labelled, or of the noun that the clause describes."""
    noun = trigger
    while noun.dep_ in _WITHIN and noun.head.i != noun.i:
        noun = noun.head
    if not _has_verb(noun):
        return tuple(place for place, _ in heads)
    told = replace(draft, trigger=noun.i)
    found = tuple(place for place, head in heads if one_clause(told, head))
    clause = next((above for above in (noun, *noun.ancestors) if above.dep_ in CLAUSES), None)
    if found:
        return found
    described = noun if clause is None else clause.head
    return tuple(place for place, head in heads if described.left_edge.i <= head.i <= described.right_edge.i)


def _has_verb(word: Token) -> bool:
    return any(above.pos_ in _VERBS for above in (word, *word.ancestors))


def _where(reading: Reading, head: Token) -> bool:
    """Whether a place's name tells of what is done or spoken of: "met in Vienna", but no "residents of Vienna"."""
    return head.dep_ == "pobj" and not somebody(reading, head.head.head)
