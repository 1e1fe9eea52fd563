"""Does a noun take up the place where its source is? "A doctor in Goma said that the city was shelled".

What always holds: the place is named in the same sentence before the noun, and nothing that fits stands between them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.model.claim import PlaceMention, PlacePrecision
from testimonia.read.place_quarters import is_quarter
from testimonia.read.reading import Reading
from testimonia.read.scene_words import scene_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_TOWN = (PlacePrecision.LOCALITY, PlacePrecision.VICINITY)
_PROVINCE = (PlacePrecision.REGION,)


def taken_up(reading: Reading, noun: Token) -> PlaceMention | None:
    """The place of a source, a town or a province, that ``noun`` of the same sentence means again."""
    if not reading.seats:
        return None
    words, lemma = scene_words(reading.codebook), noun.lemma_.lower()
    if lemma in words.quarters or lemma not in (*words.settlements, *words.provinces):
        return None
    fitting = _PROVINCE if lemma in words.provinces else _TOWN
    start = reading.sentence_bounds(reading.sentence_of(noun.i))[0]
    told = [place for place in reading.seats if start <= place.start < noun.idx and _fits(reading, place, fitting)]
    if not told:
        return None
    between = reading.places_in(told[-1].end, noun.idx)
    return None if any(place.precision in fitting for place in between) else told[-1]


def _fits(reading: Reading, place: PlaceMention, fitting: tuple[PlacePrecision, ...]) -> bool:
    return place.precision in fitting and not is_quarter(place, reading.codebook)
