"""Which city is "the capital", and which province "the province" of a town told of? What no text needs to spell out.

What always holds: a capital of which the words say that it is another's, a province's or a group's, is not looked up
here, nor is the province of a place that no gazetteer knows.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from testimonia.codebook.codebook import Codebook
from testimonia.model.claim import PlaceMention, PlacePrecision
from testimonia.read.gazetteer import gazetteer
from testimonia.read.known_places import Candidate, known_places
from testimonia.read.place_parents import parents
from testimonia.read.reading import Reading
from testimonia.read.scene_words import scene_words
from testimonia.read.toponym_fold import fold

if TYPE_CHECKING:
    from spacy.tokens import Token

_PROVINCE = "region1"  # the gazetteers' word for a state's first-level division
_TELLING = ("amod", "compound", "poss", "nmod")


def capital(reading: Reading, noun: Token, land: PlaceMention | None) -> PlaceMention | None:
    """The capital that ``noun`` means; ``land`` is that of the account, meant where no other is named with it."""
    if noun.lemma_.lower() not in scene_words(reading.codebook).capitals:
        return None
    before = [child.lower_ for child in noun.lefts if child.dep_ in _TELLING]
    seats = _seats(reading.codebook)
    seat = seats.get(before[0]) if len(before) == 1 else seats.get(land.place) if land and not before else None
    if seat is None:
        return None
    return PlaceMention(
        seat.id, seat.name, seat.latitude, seat.longitude, PlacePrecision.LOCALITY,
        noun.text, noun.idx, noun.idx + len(noun),
    )  # fmt: skip


def province(reading: Reading, noun: Token, town: PlaceMention | None) -> PlaceMention | None:
    """The first-level division in which a town lies, as ``noun`` means it: "shelled Goma, and fled the province"."""
    for above in parents(town, reading.codebook) if town is not None else ():
        row = reading.codebook.places.get(above) or gazetteer().with_id(above)
        if row is not None and row.kind == _PROVINCE:
            return PlaceMention(
                above, row.name, row.latitude, row.longitude, PlacePrecision.REGION,
                noun.text, noun.idx, noun.idx + len(noun),
            )  # fmt: skip
    return None


@lru_cache(maxsize=4)
def _seats(codebook: Codebook) -> dict[str, Candidate]:
    """By the id, the name and the adjectives of a state in lower case, its capital."""
    known = known_places(codebook)
    found: dict[str, Candidate] = {}
    for state in codebook.states.values():
        named = known.named(fold(state.capital)) if state.capital else ()
        city = next((c for c in named if c.precision is PlacePrecision.LOCALITY and c.country == state.iso2), None)
        if city is not None:
            for word in (state.id, state.name, *state.adjectives):
                found.setdefault(word.lower(), city)
    return found
