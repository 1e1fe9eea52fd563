"""Which common nouns stand around actors: the schema of ``actor_words.yaml``.

What always holds: words are lemmas in lower case, as the reader compares them.
"""

from __future__ import annotations

from testimonia.codebook.schema import Entry, Words, WordSet


class ActorWords(Entry):
    """``actor_words.yaml``; each field is explained beside its words there."""

    organs: Words
    people: Words
    partitives: Words
    titles: Words
    aged: WordSet
    quantities: WordSet
    offices: Words
    powers: Words
    entity_labels: Words
    prefixes: Words
    compound_halves: Words
    anaphors: dict[str, Words]
    members_of_any: Words
    group_qualities: WordSet
    collectives: WordSet
    done_to_parties: WordSet
    done_by_parties: WordSet
    parts_of_places: WordSet
    not_own: WordSet
    armed_deeds: WordSet
    unarmed: WordSet
    bare_anaphors: Words
    bodies: WordSet
    pronouns: dict[str, Words]
    plural_pronouns: Words
    dual_words: Words
    pair_words: Words
    side_nouns: Words
    homelands: Words
    anaphor_kinds: dict[str, Words]
    supposing: Words
    belonging: Words
    loyal: Words
    manned: Words
    pleonastic_verbs: Words
    impersonal: Words
    prepositions_of_place: Words
    purposes: Words
    craft_kinds: dict[str, Words]
    past: Words
    including: Words
