"""Which words pass on what somebody says, thinks or wants, and what each commits its source and its author to.

What always holds: the words come from ``reporting.yaml``; a word that stands in several groups means, for each kind
of complement, what the first group fit for that complement says.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from testimonia.codebook.codebook import Codebook
from testimonia.codebook.schema import Entry, Words, WordSet
from testimonia.model.claim import SpeechForm
from testimonia.model.factuality import Factuality

Complement = Literal["clause", "infinitive", "object", "predicate"]


def _bars(value: Any) -> Any:
    return tuple(part.strip() for part in value.split("|")) if isinstance(value, str) else value


class CueGroup(Entry):
    """Reporting words of one kind; see the head of ``reporting.yaml`` for the fields."""

    name: str
    stance: Factuality
    author: Factuality
    form: SpeechForm = SpeechForm.INDIRECT
    conveys: bool = True
    takes: Annotated[tuple[Complement, ...], BeforeValidator(_bars)] = ("clause",)
    tense: Literal["future"] | None = None
    quotes: bool = True
    unnamed: bool = False
    voiced: bool = False
    verbs: Words = ()
    nouns: Words = ()
    adjectives: Words = ()


class CommentWords(Entry):
    """Words with which an author judges what has been quoted, by the value they give it."""

    subjects: Words
    reserve: Words
    short: Words
    false: Words = Field(alias="CT-")
    doubtful: Words = Field(alias="PS+")
    true: Words = Field(alias="CT+")


class ReportingPrepositions(Entry):
    """Prepositions by what they bring; see the foot of ``reporting.yaml``."""

    noun: WordSet
    told: WordSet
    source: WordSet
    state: WordSet
    accusation: WordSet
    office: WordSet
    purpose: WordSet


class ReportingWords(Entry):
    """The whole of ``reporting.yaml``."""

    groups: tuple[CueGroup, ...]
    prepositions: ReportingPrepositions
    capacity: WordSet
    addressing: WordSet
    content: WordSet
    tells: WordSet
    silent: WordSet
    hearsay: Mapping[Factuality, Words]
    according: Words
    by_account: WordSet
    speakers: WordSet
    bodies: WordSet
    sayers: WordSet
    crediting: WordSet
    pronouns: WordSet
    nobody: WordSet
    mute: WordSet
    counted: WordSet
    fresh: WordSet
    joining: WordSet
    framing: WordSet
    adverse: WordSet
    manner: WordSet
    occasions: WordSet
    taking: WordSet
    losses: WordSet
    adding: WordSet
    closing: Words
    credited: Words
    estimating: WordSet
    giving: WordSet
    revising: WordSet
    tallies: WordSet
    documents: WordSet
    pictures: WordSet
    carriers: WordSet
    comment: CommentWords
    adverbs: Mapping[Factuality, Words]


@dataclass(frozen=True)
class Reporting:
    """The words of ``reporting.yaml`` by lemma; ``lists`` keeps the rest of the file."""

    lists: ReportingWords
    verbs: Mapping[str, tuple[CueGroup, ...]]
    nouns: Mapping[str, tuple[CueGroup, ...]]
    adjectives: Mapping[str, tuple[CueGroup, ...]]
    hearsay: Mapping[str, Factuality]
    adverbs: Mapping[str, Factuality]
    according: tuple[tuple[str, ...], ...]

    def verb(self, keys: tuple[str, ...], complement: Complement) -> CueGroup | None:
        """The group of the first key that is a cue with such a complement; longer keys ("call for") come first."""
        for key in keys:
            fit = [group for group in self.verbs.get(key, ()) if complement in group.takes]
            if fit:
                return min(fit, key=lambda group: group.takes.index(complement))
        return None

    def carries(self, keys: tuple[str, ...]) -> bool:
        """Whether a verb brings a nominal cue forward as its subject's own: "made the claim"."""
        return any(key in self.lists.carriers for key in keys)

    def noun(self, lemma: str) -> CueGroup | None:
        """The first group with that noun."""
        return self.nouns[lemma][0] if lemma in self.nouns else None


@lru_cache(maxsize=8)
def reporting(codebook: Codebook) -> Reporting:
    """The reporting words of a codebook, indexed. Raises ``CodebookError`` where the file breaks its schema."""
    words = codebook.lexicon("reporting", ReportingWords)
    return Reporting(
        lists=words,
        verbs=_index(words, "verbs"),
        nouns=_index(words, "nouns"),
        adjectives=_index(words, "adjectives"),
        hearsay={word: value for value, many in words.hearsay.items() for word in many},
        adverbs={word: value for value, many in words.adverbs.items() for word in many},
        according=tuple(sorted((tuple(phrase.split()) for phrase in words.according), key=len, reverse=True)),
    )


def _index(words: ReportingWords, part: Literal["verbs", "nouns", "adjectives"]) -> dict[str, tuple[CueGroup, ...]]:
    found: dict[str, list[CueGroup]] = {}
    for group in words.groups:
        for word in getattr(group, part):
            found.setdefault(word, []).append(group)
    return {word: tuple(groups) for word, groups in found.items()}
