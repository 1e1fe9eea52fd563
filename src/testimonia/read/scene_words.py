"""Which words tell whether a place or a day belongs to what is told: the schema of ``scene_words.yaml``.

What always holds: words are lemmas in lower case, as the reader compares them.
"""

from __future__ import annotations

from functools import lru_cache

from testimonia.codebook.codebook import Codebook
from testimonia.codebook.schema import Entry, Words


class SceneWords(Entry):
    """``scene_words.yaml``; each field is explained beside its words there."""

    sayings: Words
    saying_nouns: Words
    answers: Words
    topics: Words
    publishing: Words
    responses: Words
    voicing: Words
    habits: Words
    done_prepositions: Words
    earlier: Words
    same_in_past: Words
    former: Words
    onset_prepositions: Words
    ranks: Words
    not_yet: Words
    asides: Words
    carrying_off: Words
    onset_verbs: Words
    strife: Words
    realms: Words
    divided: Words
    capitals: Words
    grounds: Words
    settlements: Words
    quarters: Words
    town_parts: Words
    provinces: Words
    bearings: Words
    origins: Words
    goals: Words
    edges: Words
    adjoining: Words
    party_prepositions: Words
    arms: Words
    stationing: Words
    standing: Words
    launching: Words


@lru_cache(maxsize=8)
def scene_words(codebook: Codebook) -> SceneWords:
    """The words of a codebook."""
    return codebook.lexicon("scene_words", SceneWords)
