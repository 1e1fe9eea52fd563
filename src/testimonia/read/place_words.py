"""Which words beside a capitalised name tell what it names: the schema of ``places.yaml`` and its sets.

What always holds: sets are of lower-case words, as the reader compares them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from testimonia.codebook.codebook import Codebook, built_in
from testimonia.codebook.files import read_mapping
from testimonia.codebook.schema import Entry, Words


class PlaceWords(Entry):
    """``places.yaml``; each field is explained beside its words there."""

    particles: Words
    locative: Words
    passive: Words
    weak_locative: Words
    directions: Words
    regions: Words
    localities: Words
    facilities: Words
    vicinity: Words
    of_heads: Words
    countryside: Words
    titles: Words
    organisations: Words
    place_nouns: Words
    government_prepositions: Words
    place_verbs: Words
    government_verbs: Words
    inhabitants: Words
    abbreviations: dict[str, Words]
    coded_regions: Words
    first_parts: Words
    harm: Words


class Homographs(Entry):
    """``place_homographs.yaml``: everyday words, months and given names that are also names of places."""

    words: Words
    given_names: Words


@dataclass(frozen=True, slots=True)
class WordSets:
    """The lists of ``PlaceWords`` as sets; ``abbreviations`` maps what is written to a region's code."""

    particles: frozenset[str]
    locative: frozenset[str]
    passive: frozenset[str]
    weak_locative: frozenset[str]
    directions: frozenset[str]
    regions: frozenset[str]
    localities: frozenset[str]
    facilities: frozenset[str]
    vicinity: tuple[str, ...]
    of_heads: frozenset[str]
    countryside: frozenset[str]
    titles: frozenset[str]
    organisations: frozenset[str]
    place_nouns: frozenset[str]
    government_prepositions: frozenset[str]
    place_verbs: frozenset[str]
    government_verbs: frozenset[str]
    inhabitants: tuple[str, ...]
    abbreviations: dict[str, str]
    coded_regions: frozenset[str]
    homographs: frozenset[str]
    given_names: frozenset[str]
    first_parts: frozenset[str]
    harm: frozenset[str]
    heads: frozenset[str]  # every noun that makes a phrase with a name a place
    generic: frozenset[str]  # heads, directions and the nouns of organisations
    common: frozenset[str]  # words that are capitalised without being a name's: heads, directions, homographs


@lru_cache(maxsize=8)
def word_sets(codebook: Codebook | None = None) -> WordSets:
    """The sets of a codebook, or of the built-in English one. Raises ``CodebookError`` for a faulty list."""
    if codebook is None:
        words = read_mapping(built_in("english") / "places.yaml", PlaceWords)
        homographs = read_mapping(built_in("english") / "place_homographs.yaml", Homographs)
    else:
        words = codebook.lexicon("places", PlaceWords)
        homographs = codebook.lexicon("place_homographs", Homographs)
    sets = {name: frozenset(getattr(words, name)) for name in WordSets.__slots__ if hasattr(words, name)}
    sets["vicinity"] = tuple(sorted(words.vicinity, key=len, reverse=True))  # type: ignore[assignment]
    sets["inhabitants"] = tuple(sorted(words.inhabitants, key=len, reverse=True))  # type: ignore[assignment]
    abbreviations = {short: code for code, shorts in words.abbreviations.items() for short in shorts}
    return WordSets(
        **{key: value for key, value in sets.items() if key != "abbreviations"},  # type: ignore[arg-type]
        abbreviations=abbreviations,
        homographs=frozenset(homographs.words),
        given_names=frozenset(homographs.given_names),
        heads=(heads := frozenset((*words.regions, *words.localities, *words.facilities))),
        generic=heads | frozenset((*words.directions, *words.organisations)),
        common=heads | frozenset(words.directions) | frozenset(homographs.words),
    )
