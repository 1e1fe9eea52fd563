"""Where does a naming stand? Nowhere, but where the words that name say so: "the terrorists of Kivu".

What always holds: what an account calls somebody did not happen at a place or on a day; the place and day of the
sentence around it are not the naming's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from testimonia.model.claim import PlaceMention
from testimonia.read.draft import Draft
from testimonia.read.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token


def places_of(reading: Reading, draft: Draft) -> tuple[tuple[PlaceMention, ...], str]:
    """The places that a label's own noun phrase names, and where they were found: clause or nowhere."""
    trigger = reading.doc[draft.trigger]
    words = reading.doc[draft.start : max((draft.end, *_ends_of_ground(reading, trigger)))]
    borne = {(mention.start, mention.end) for mention in draft.recipients}
    named = {p.place: p for p in reading.places_in(words.start_char, words.end_char) if (p.start, p.end) not in borne}
    return tuple(named.values()), "clause" if named else "nowhere"


def _ends_of_ground(reading: Reading, noun: Token) -> Iterator[int]:
    """Where the phrases end that set a noun somewhere: "of Kivu", "in Goma"; what stands behind them is another's."""
    ground = reading.cast.words.prepositions_of_place
    for preposition in noun.rights:
        if preposition.dep_ == "prep" and (preposition.lower_ == "of" or preposition.lower_ in ground):
            yield from (place.i + 1 for place in preposition.children if place.dep_ == "pobj")
