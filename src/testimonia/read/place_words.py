"""Which words beside a capitalised name tell what it names: the schema of ``places.yaml`` and its sets.

What always holds: sets are of lower-case words, as the reader compares them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from testimonia.codebook.codebook import Codebook, built_in
from testimonia.codebook.files import read_mapping
from testimonia.codebook.schema import Entry, Words, WordSet


class PlaceWords(Entry):
    """``places.yaml``; each field is explained beside its words there."""

    particles: WordSet
    articles: WordSet
    locative: WordSet
    passive: WordSet
    weak_locative: WordSet
    directions: WordSet
    middles: WordSet
    halves: WordSet
    regions: WordSet
    shared_regions: WordSet
    rural: WordSet
    outlying: WordSet
    within: WordSet
    located: WordSet
    quarters: WordSet
    suburban: WordSet
    roads: WordSet
    road_joins: WordSet
    urban: WordSet
    settlements: WordSet
    dwelt: WordSet
    cities: WordSet
    lands: WordSet
    settled: WordSet
    strife: WordSet
    during: WordSet
    grounds: WordSet
    row_openers: WordSet
    standing: WordSet
    localities: WordSet
    facilities: WordSet
    vicinity: Words
    of_heads: WordSet
    titles: WordSet
    organisations: WordSet
    closers: WordSet
    place_nouns: WordSet
    government_prepositions: WordSet
    addressed: WordSet
    fought_over: WordSet
    fought_over_prepositions: WordSet
    place_verbs: WordSet
    government_verbs: WordSet
    inhabitants: Words
    abbreviations: dict[str, Words]
    coded_regions: WordSet
    first_parts: WordSet
    place_parts: WordSet
    last_parts: WordSet
    harm: WordSet
    credits: WordSet
    based: WordSet
    region_kinds: WordSet
    ground_kinds: WordSet


class Homographs(Entry):
    """``place_homographs.yaml``: everyday words, months and given names that are also names of places."""

    words: WordSet
    given_names: WordSet


@dataclass(frozen=True, slots=True)
class WordSets:
    """The words of ``places.yaml`` and what is made of them; ``lists`` keeps the file's own sets.

    ``vicinity`` and ``inhabitants`` are the file's, longest first; ``abbreviations`` maps what is written to the code
    of a region.
    """

    lists: PlaceWords
    vicinity: tuple[str, ...]
    inhabitants: tuple[str, ...]
    abbreviations: dict[str, str]
    homographs: frozenset[str]
    given_names: frozenset[str]
    heads: frozenset[str]  # every noun that makes a phrase with a name a place
    generic: frozenset[str]  # heads, directions and the nouns of organisations
    common: frozenset[str]  # words that are capitalised without being a name's: heads, directions, homographs


@lru_cache(maxsize=8)
def word_sets(codebook: Codebook | None = None) -> WordSets:
    """The sets of a codebook, or of the built-in English one. Raises ``CodebookError`` for a faulty list."""
    if codebook is None:
        lists = read_mapping(built_in("english") / "places.yaml", PlaceWords)
        homographs = read_mapping(built_in("english") / "place_homographs.yaml", Homographs)
    else:
        lists = codebook.lexicon("places", PlaceWords)
        homographs = codebook.lexicon("place_homographs", Homographs)
    heads = lists.regions | lists.localities | lists.facilities
    return WordSets(
        lists=lists,
        vicinity=tuple(sorted(lists.vicinity, key=len, reverse=True)),
        inhabitants=tuple(sorted(lists.inhabitants, key=len, reverse=True)),
        abbreviations={short: code for code, shorts in lists.abbreviations.items() for short in shorts},
        homographs=homographs.words,
        given_names=homographs.given_names,
        heads=heads,
        generic=heads | lists.directions | lists.organisations,
        common=heads | lists.directions | homographs.words,
    )
