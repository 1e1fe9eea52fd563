"""The words that linking goes by: type families, weights in bits, thresholds - all in ``linking.yaml``.

The file says of each weight where it was fitted.
"""

from __future__ import annotations

from functools import lru_cache

from testimonia.codebook import Codebook
from testimonia.codebook.codebook import built_in
from testimonia.codebook.files import read_mapping
from testimonia.codebook.schema import Entry, Words


class Family(Entry):
    """Claim types that may speak of one happening: event types, and units of figures that belong to them."""

    name: str
    types: Words
    units: Words = ()


class SituationGroup(Entry):
    """Relation types that answer one question, the words that show it in event claims, and what tells states apart.

    ``about`` is what identifies the state: ``pair`` (actor and recipient) or ``place``. ``claimable`` event types
    belong to it when their trigger begins with one of ``stems``.
    """

    name: str
    about: str = "pair"
    types: Words
    events: Words = ()
    stems: Words = ()


class Victims(Entry):
    """A class of people counted: ``whole`` includes all others."""

    name: str
    words: Words = ()


class LinkingWords(Entry):
    """``linking.yaml``."""

    families: tuple[Family, ...]
    situations: tuple[SituationGroup, ...]
    victims: tuple[Victims, ...]
    parts: Words
    wholes: Words
    sites: Words
    pointing: Words
    towns: Words
    stop_words: Words
    empty_words: Words
    weekdays: Words
    months: Words
    vague_modes: Words
    rare_modes: Words
    weights: dict[str, dict[str, float]]
    join: float
    join_within: float
    credit_forms: Words
    told_to: Words
    outlet_words: Words
    endings: Words

    def family_of(self, claim_type: str) -> str | None:
        """The family to which an event claim's type belongs."""
        return _types(self).get(claim_type)

    def family_of_unit(self, unit: str) -> str | None:
        """The family to which a figure of that unit belongs."""
        return _units(self).get(unit)

    def __hash__(self) -> int:
        return id(self)


@lru_cache(maxsize=8)
def _types(words: LinkingWords) -> dict[str, str]:
    return {kind: family.name for family in words.families for kind in family.types}


@lru_cache(maxsize=8)
def _units(words: LinkingWords) -> dict[str, str]:
    return {unit: family.name for family in words.families for unit in family.units}


@lru_cache(maxsize=1)
def endings() -> Words:
    """The endings of English words that stems do without; one list for all codebooks, read once."""
    return read_mapping(built_in("english") / "linking.yaml", LinkingWords).endings


def linking_words(codebook: Codebook) -> LinkingWords:
    """The codebook's ``linking.yaml``. Raises ``CodebookError`` where it is missing or breaks its schema."""
    return codebook.lexicon("linking", LinkingWords)
