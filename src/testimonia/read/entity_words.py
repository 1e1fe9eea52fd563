"""What an entity is, how words stand for it, and the words that show it: shared by the finders of names and nouns."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from testimonia.codebook.schema import Entry as Schema
from testimonia.codebook.schema import Words


class Kind(StrEnum):
    """What an entity is; peoples, governments, groups and crowds are organisations."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"


class Manner(StrEnum):
    """How words stand for an entity."""

    NAME = "name"
    NOUN = "noun"
    PRONOUN = "pronoun"


class EntityWords(Schema):
    """``entities.yaml``: nouns, pronouns and the words that open, close and join names of groups."""

    people: Words
    bodies: Words
    sites: Words
    person_pronouns: Words
    body_pronouns: Words
    titles: Words
    name_openers: Words
    name_closers: Words
    name_joiners: Words
    inside: Words
    partner_prepositions: Words
    not_parties: Words
    listing_verbs: Words
    compounds: Words


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens ``start`` to ``end`` (exclusive)."""

    start: int
    end: int
    kind: Kind
    manner: Manner
    id: str | None = None

    def meets(self, other: Found) -> bool:
        """Whether both share a word."""
        return self.start < other.end and other.start < self.end
