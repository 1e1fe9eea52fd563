"""Which disasters are laid to an accident, and so to nobody's attack?

"The crash was due to a technical fault", "an electrical fault caused the blast", "the depot blew up by accident". What
always holds: such a claim is of an attack that did not happen, and no claim of an attack is told by the same word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from testimonia.codebook.schema import Entry, WordSet
from testimonia.model.claim import Kind
from testimonia.read.arguments import all_coordinated, objects, subject, verb_over
from testimonia.read.doers import HARM
from testimonia.read.draft import Draft
from testimonia.read.reading import Reading
from testimonia.read.stretches import clause

if TYPE_CHECKING:
    from spacy.tokens import Token

RULE = "mishap."
# Steps up from a fault to the disaster that is laid to it.
STEPS = 6


class MishapWords(Entry):
    """``mishaps.yaml``; the comments of that file say what each list is for."""

    disasters: WordSet
    happening: WordSet
    accidents: WordSet
    faults: WordSet
    of_kind: WordSet
    by_accident: WordSet
    leading: WordSet
    laying: WordSet
    prepositions: WordSet
    causes: WordSet


def completed(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """``drafts`` with those of disasters laid to an accident in the place of attacks that the same words tell of."""
    mishaps = list(_find(reading))
    taken = {draft.trigger for draft in mishaps}
    return [d for d in drafts if d.type != HARM or d.trigger not in taken] + mishaps


def _find(reading: Reading) -> Iterator[Draft]:
    words = reading.codebook.lexicon("mishaps", MishapWords)
    told: set[int] = set()
    for token in reading.doc:
        disaster = _disaster(token, words)
        if disaster is None or disaster.i in told:
            continue
        told.add(disaster.i)
        ends = [clause(verb_over(disaster)), (disaster.i, disaster.i + 1), (token.i, token.i + 1)]
        start, end = min(first for first, _ in ends), max(last for _, last in ends)
        yield Draft(
            kind=Kind.EVENT, type=HARM, trigger=disaster.i, start=start, end=end, actors=(), recipients=(),
            rule=f"{RULE}laid-to-accident ({disaster.lower_}: {token.lower_})",
            undone=True, asserted=verb_over(disaster).i,
        )  # fmt: skip


def _disaster(token: Token, words: MishapWords) -> Token | None:
    """The word of the disaster that is laid to the fault or accident which ``token`` names."""
    if token.lower_ in words.by_accident:
        return token.head if _is_disaster(token.head, words) else None
    if token.pos_ not in ("NOUN", "PROPN", "ADJ") or not _is_fault(token, words):
        return None
    if any(child.dep_ == "neg" or child.lower_ in ("no", "any", "without") for child in token.children):
        return None
    head = token
    for _ in range(STEPS):
        if head.dep_ == "prep" and head.lower_ not in words.prepositions | words.leading:
            return None
        if head.pos_ in ("VERB", "AUX"):
            return _of_verb(token, head, words)
        if head.i != token.i and _is_disaster(head, words):
            return head
        if head.head.i == head.i:
            return None
        head = head.head
    return None


def _of_verb(token: Token, verb: Token, words: MishapWords) -> Token | None:
    """The disaster among a verb that governs a fault, its subject and its object."""
    if _is_disaster(verb, words):
        return verb
    if verb.lemma_.lower() not in words.laying and not any(c.lower_ in words.leading for c in verb.children):
        return None
    beside = all_coordinated([*subject(verb), *objects(verb)])
    if verb.dep_ == "acl":
        beside = (verb.head, *beside)
    for noun in beside:
        if noun.lemma_.lower() in words.causes and noun.i != token.i:
            of = [n for child in noun.children if child.dep_ == "prep" for n in child.children]
            if (found := next((n for n in of if _is_disaster(n, words)), None)) is not None:
                return found
        if noun.i != token.i and _is_disaster(noun, words):
            return noun
    return None


def _is_fault(token: Token, words: MishapWords) -> bool:
    lemma = token.lemma_.lower()
    if lemma in words.accidents:
        return True
    if lemma not in words.faults:
        return False
    before = [child for child in token.lefts if child.dep_ in ("amod", "compound", "nmod")]
    return any(child.lower_ in words.of_kind for child in before)


def _is_disaster(token: Token, words: MishapWords) -> bool:
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB":
        particles = [child.lower_ for child in token.children if child.dep_ in ("prt", "advmod", "dobj")]
        return lemma in words.happening or any(f"{lemma} {particle}" in words.happening for particle in particles)
    return token.pos_ in ("NOUN", "PROPN") and lemma in words.disasters
