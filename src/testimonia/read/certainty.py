"""Which words make what they govern certain, likely, possible, untrue or open.

What always holds: the words come from ``certainty.yaml``, by lemma unless they are auxiliaries.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from testimonia.codebook.codebook import Codebook
from testimonia.codebook.schema import Entry, Words, WordSet
from testimonia.model.factuality import Factuality


class Modals(Entry):
    """Auxiliaries by what they say of their verb."""

    future: Words
    possible: Words
    hypothetical: Words
    obliged: Words


class Prepositions(Entry):
    """Prepositions by what stands before them; see the comments of ``certainty.yaml``."""

    content: WordSet
    second: WordSet
    prevented: WordSet
    prevented_object: WordSet
    open: WordSet
    open_object: WordSet
    known_object: WordSet
    purpose: WordSet
    reasons: WordSet
    anchoring: WordSet
    topical: WordSet


class CertaintyWords(Entry):
    """The whole of ``certainty.yaml``; see its comments."""

    modals: Modals
    deniable: WordSet
    unreal_in_the_past: WordSet
    inferring: WordSet
    inverted: WordSet
    obliging: WordSet
    past_auxiliaries: WordSet
    adverbs: Mapping[Factuality, Words]
    none: WordSet
    few: WordSet
    joining: WordSet
    focusing: WordSet
    all: WordSet
    holds: Words
    enables: Words
    ends: Words
    fails: Words
    open: Words
    likely: Words
    object_fails: Words
    object_open: Words
    object_carries: Words
    subject_carries: WordSet
    standing: WordSet
    answers: WordSet
    tries: WordSet
    authored: WordSet
    forcing: WordSet
    outcomes: WordSet
    open_clause: WordSet
    pretending: WordSet
    wavering: WordSet
    one_way: WordSet
    tools: WordSet
    means: WordSet
    phases: WordSet
    factive_verbs: WordSet
    factive_adjectives: WordSet
    excepting: WordSet
    alternatives: WordSet
    too_much: WordSet
    enough: WordSet
    being: WordSet
    nouns: Mapping[Factuality, Words]
    adjectives: Mapping[Factuality, Words]
    complements: Mapping[Factuality, Words]
    ranks: WordSet
    results: WordSet
    looking_back: WordSet
    alike: WordSet
    of_the_doer: WordSet
    conditions: WordSet
    pending: WordSet
    awaiting: WordSet
    occasions: WordSet
    not_yet: WordSet
    prepositions: Prepositions
    without: WordSet
    affirmed_by_none: WordSet
    any: WordSet
    whichever: WordSet
    cleft: WordSet
    definite: WordSet
    meant: WordSet
    naming: WordSet
    presupposing: WordSet
    presupposed_by: WordSet
    befalling: WordSet
    classing: WordSet
    duties: WordSet
    dutiful: WordSet
    owing: WordSet
    answering: WordSet
    momentary: WordSet
    placing: WordSet
    unfinished: WordSet
    wakes: WordSet
    sentence_marks: Words
    prospects: Mapping[str, Words]
    hindering: WordSet
    thorough: WordSet
    forms: Mapping[str, float]
    scale: Mapping[str, float]


@dataclass(frozen=True)
class Certainty:
    """The words of ``certainty.yaml`` indexed; ``governors`` maps a verb to what becomes of what it governs.

    ``grades`` is the number that each operator and governing word leaves; ``lists`` keeps the rest of the file.
    """

    lists: CertaintyWords
    modals: Mapping[str, str]
    adverbs: Mapping[str, Factuality]
    governors: Mapping[str, str]
    objects: Mapping[str, str]
    nouns: Mapping[str, Factuality]
    adjectives: Mapping[str, Factuality]
    complements: Mapping[str, Factuality]
    grades: Mapping[str, float]


@lru_cache(maxsize=8)
def certainty(codebook: Codebook) -> Certainty:
    """The certainty words of a codebook. Raises ``CodebookError`` where the file breaks its schema."""
    words = codebook.lexicon("certainty", CertaintyWords)
    return Certainty(
        lists=words,
        modals={
            form: kind
            for kind in ("future", "possible", "hypothetical", "obliged")
            for form in getattr(words.modals, kind)
        },
        adverbs=_by_word(words.adverbs),
        governors=_roles(
            {
                "likely": words.likely,
                "open": words.open,
                "holds": words.holds,
                "fails": words.fails,
                "enables": words.enables,
                "ends": words.ends,
            }
        ),
        objects=_roles({"open": words.object_open, "holds": words.object_carries, "fails": words.object_fails}),
        nouns=_by_word(words.nouns),
        adjectives=_by_word(words.adjectives),
        complements=_by_word(words.complements),
        grades=_grades(words),
    )


def _grades(words: CertaintyWords) -> dict[str, float]:
    """What is left of certainty under each operator, reporting group or governing word."""
    found = {word: words.scale[group] for group, listed in words.prospects.items() for word in listed}
    return found | dict(words.scale)


def _by_word(groups: Mapping[Factuality, Words]) -> dict[str, Factuality]:
    """Each word with its value; a word that stands twice keeps the first."""
    found: dict[str, Factuality] = {}
    for value, words in groups.items():
        for word in words:
            found.setdefault(word, value)
    return found


def _roles(groups: Mapping[str, Words]) -> dict[str, str]:
    return {word: role for role, words in groups.items() for word in words}
