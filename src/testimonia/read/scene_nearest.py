"""Of the places that a sentence tells outside a claim's own words, which stand nearest to it?

What always holds: those told with the same verb, or with one that goes on from it, come before those of the clauses
above, the lower before the higher; what only names somebody takes no place but that of its own verb.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from testimonia.model.claim import Kind, PlaceMention
from testimonia.read.draft import Draft
from testimonia.read.reading import Reading
from testimonia.read.scene_near import OF_DEEDS, ON_GROUND
from testimonia.read.scene_parties import CLAUSES, root, somebody
from testimonia.read.scene_reach import one_clause

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERBS = ("VERB", "AUX")


def nearest(reading: Reading, draft: Draft, places: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """The places of the nearest clause that gives one, in the order of the text."""
    heads = [(place, head) for place in places if (head := root(reading, place)) is not None]
    trigger = reading.doc[draft.trigger]
    if draft.kind is Kind.EVENT and draft.type not in ON_GROUND:
        heads = [(place, head) for place, head in heads if _where(reading, head)]
    together = tuple(place for place, head in heads if one_clause(draft, head))
    if together:
        return together
    if draft.kind is Kind.EVENT and draft.type not in OF_DEEDS:
        return _described(trigger, heads)
    for above in trigger.ancestors:
        if above.pos_ in _VERBS:
            first, last = above.left_edge.i, above.right_edge.i
            under = tuple(place for place, head in heads if first <= head.i <= last)
            if under:
                return under
    return tuple(place for place, _ in heads)


def _described(trigger: Token, heads: Sequence[tuple[PlaceMention, Token]]) -> tuple[PlaceMention, ...]:
    """The places of the noun that a clause tells of: "the attack in Goma, which was blamed on the rebels"."""
    clause = next((above for above in (trigger, *trigger.ancestors) if above.dep_ in CLAUSES), None)
    if clause is None:
        return ()
    return tuple(
        place for place, head in heads if head.i == clause.head.i or any(a.i == clause.head.i for a in head.ancestors)
    )


def _where(reading: Reading, head: Token) -> bool:
    """Whether a place's name tells of what is done or spoken of: "met in Vienna", but no "residents of Vienna"."""
    return head.dep_ == "pobj" and not somebody(reading, head.head.head)
