"""Of which town is a part that somebody holds? "Rebels in Goma shelled army-held districts".

What always holds: only a noun for what towns are made up of is asked about, and only where its phrase goes on with no
place; the town is the only one of its sentence, or else the one that the account dwells on.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from testimonia.model.claim import PlaceMention, PlacePrecision
from testimonia.read import scene_places
from testimonia.read.place_quarters import is_quarter
from testimonia.read.reading import Reading
from testimonia.read.scene_near import dwelt_on
from testimonia.read.scene_words import scene_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_TOWN = (PlacePrecision.LOCALITY, PlacePrecision.VICINITY)
_DWELT = 2  # times that an account names a town which it dwells on; by judgement


def town_of(reading: Reading, noun: Token) -> tuple[PlaceMention, ...]:
    """The town in which the part lies that ``noun`` tells of."""
    part = noun.head if noun.lemma_.lower() == "one" and noun.dep_ == "conj" else noun
    if part.lemma_.lower() not in scene_words(reading.codebook).town_parts or _goes_on(reading, noun):
        return ()
    start, end = reading.sentence_bounds(reading.sentence_of(noun.i))
    near = (*reading.places_in(start, end), *(p for p in reading.seats if start <= p.start < end))
    towns = {place.place: place for place in near if _is_town(reading, place)}
    if len(towns) > 1:
        return ()
    town = next(iter(towns.values()), None)
    if town is None or _tells_of_a_town(reading, noun):
        town = _dwelt_on(reading, part)
    return (replace(town, precision=PlacePrecision.LOCALITY),) if town is not None else ()


def _tells_of_a_town(reading: Reading, noun: Token) -> bool:
    """Whether the sentence of a noun takes up a town told before it: "a camp north of the city"."""
    words = scene_words(reading.codebook)
    for token in noun.sent:
        town = token.head
        if token.dep_ == "det" and token.lower_ == "the" and town.lemma_.lower() in words.settlements:
            named = any(child.dep_ in ("prep", "appos", "compound") for child in town.children)
            if not named and town.lemma_.lower() not in words.quarters:
                return True
    return False


def _dwelt_on(reading: Reading, part: Token) -> PlaceMention | None:
    """The town that the account names most often, if it named it last, names it again and no other as often."""
    town = dwelt_on(reading, part)
    if town is None or town.precision not in _TOWN or is_quarter(town, reading.codebook):
        return None
    times = Counter(place.place for place in reading.places if place.precision in _TOWN)
    others = max((count for place, count in times.items() if place != town.place), default=0)
    last = next((p for p in reversed(reading.places) if p.end <= part.idx and _is_town(reading, p)), town)
    return town if last.place == town.place and times[town.place] >= max(_DWELT, others + 1) else None


def _goes_on(reading: Reading, noun: Token) -> bool:
    """Whether a phrase goes on to say where: "rebel-held parts of the country"."""
    after = noun.doc[noun.i + 1] if noun.i + 1 < noun.sent.end else noun
    return after.lower_ == "of" or after.lower_ in reading.cast.words.prepositions_of_place


def _is_town(reading: Reading, place: PlaceMention) -> bool:
    if place.precision not in _TOWN or is_quarter(place, reading.codebook):
        return False
    return not scene_places.is_dateline(reading, place) and not scene_places.is_seat(reading, place)
