"""Which classes of words stand in a sentence? Phrases of a lexicon found by lemma or form.

What always holds: hyphens part words and count for nothing themselves, dates name no act, and a hit lies in the
sentence and is no part of a longer one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


_TIME = ("DATE", "TIME")


@dataclass(frozen=True, slots=True)
class Hit:
    """Tokens ``start`` to ``end`` (exclusive) of a document are a phrase of class ``name``."""

    name: str
    start: int
    end: int

    def distance(self, other: Hit) -> int:
        """Tokens between the two, 0 where they touch or overlap."""
        return max(0, self.start - other.end, other.start - self.end)

    def overlaps(self, other: Hit) -> bool:
        """Whether the two share a token."""
        return self.start < other.end and other.start < self.end

    def within(self, other: Hit) -> bool:
        """Whether the hit is a part of a longer one."""
        return other.start <= self.start and self.end <= other.end and other.end - other.start > self.end - self.start

    def head(self, doc: Doc) -> int:
        """The token of the phrase that governs the others."""
        return int(doc[self.start : self.end].root.i)


class Classes:
    """The phrases of all classes by their first words."""

    def __init__(self, classes: Mapping[str, Sequence[str]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name, phrases in classes.items():
            for phrase in phrases:
                words = tuple(phrase.replace("-", " ").casefold().split())
                if words:
                    self._by_first.setdefault(words[0], []).append((words, name))

    def starting(self, forms: tuple[str, ...]) -> Sequence[tuple[tuple[str, ...], str]]:
        """The phrases, with their classes, whose first word is one of ``forms``, each once."""
        listed = [phrases for form in forms if (phrases := self._by_first.get(form))]
        if len(listed) < 2:
            return listed[0] if listed else ()
        return list(dict.fromkeys(each for phrases in listed for each in phrases))


def classes_of(sentence: Span, classes: Classes) -> dict[str, list[Hit]]:
    """The hits of a sentence by class, each class's in the order of the words."""
    tokens = [
        token
        for token in sentence
        if (token.is_alpha or any(character.isalnum() for character in token.text))
        and token.ent_type_ not in _TIME  # "March" is also a month
    ]
    forms = [_forms(token) for token in tokens]
    found: dict[str, list[Hit]] = {}
    for at, first in enumerate(forms):
        for words, name in classes.starting(first):
            if at + len(words) > len(tokens):
                continue
            if len(words) == 1 or all(word in forms[at + k] for k, word in enumerate(words)):
                found.setdefault(name, []).append(Hit(name, tokens[at].i, tokens[at + len(words) - 1].i + 1))
    return _longest(found)


def _longest(found: dict[str, list[Hit]]) -> dict[str, list[Hit]]:
    """Without the hits that are part of a longer phrase: "water cannon" names no cannon."""
    every = [hit for hits in found.values() for hit in hits]
    kept = {
        name: [hit for hit in hits if not any(hit.within(other) for other in every)] for name, hits in found.items()
    }
    return {name: hits for name, hits in kept.items() if hits}


def _forms(token: Token) -> tuple[str, ...]:
    lower = token.lower_
    if token.pos_ == "VERB" and token.dep_ == "prep":
        return (lower,)  # "according to", "following"
    lemma = token.lemma_.casefold()
    return (lower,) if lemma == lower else tuple(sorted((lower, lemma)))
