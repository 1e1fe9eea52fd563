"""Who is said to be among the dead, or to have come through alive, where no verb of killing tells of it?

"The mayor was among the dead", "the bride was killed", "the commander is alive and well", "survived the strike". What
always holds: such a claim is of one person or of some named by their ties or offices, not of a number; that somebody is
alive is told as a harm that was not done.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from testimonia.codebook.schema import Entry, WordSet
from testimonia.model.claim import Kind
from testimonia.read.arguments import is_passive, objects, subject
from testimonia.read.doers import HARM, named
from testimonia.read.draft import Draft
from testimonia.read.reading import Reading
from testimonia.read.stretches import clause

if TYPE_CHECKING:
    from spacy.tokens import Token

ALIVE, DEAD = "survival.alive", "survival.dead"
KILLING = "kill"


class SurvivalWords(Entry):
    """``survival.yaml``; the comments of that file say what each list is for."""

    unharmed: WordSet
    not_safe: WordSet
    surviving: WordSet
    escaping: WordSet
    perils: WordSet
    dead: WordSet
    among: WordSet
    fallen: WordSet
    those: WordSet
    verbs: WordSet
    persons: WordSet


def find(reading: Reading, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """A draft for each person said to have died or to live, where no other claim of harm is told by the same word."""
    words = reading.codebook.lexicon("survival", SurvivalWords)
    told = {draft.trigger for draft in drafts if draft.type == HARM}
    for token in reading.doc:
        rule = None if token.i in told else _fate(token, words)
        people = [noun for noun in _bearers(token) if _is_person(noun, words)] if rule else []
        if rule is None or not people:
            continue
        start, end = clause(_governing(token))
        first = min(noun.left_edge.i for noun in people)
        yield Draft(
            kind=Kind.EVENT, type=HARM, trigger=token.i, start=min(start, first), end=max(end, token.i + 1),
            actors=(), recipients=named(reading, people, acting=False), rule=f"{rule} ({token.lower_})",
            acled="Attack", undone=rule == ALIVE,
        )  # fmt: skip


def _fate(token: Token, words: SurvivalWords) -> str | None:
    """Whether ``token`` tells that somebody died or lives, by the name of the rule."""
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB":
        if lemma == KILLING and is_passive(token) and token.dep_ not in ("acl", "relcl", "amod"):
            return DEAD
        if lemma not in words.surviving and lemma not in words.escaping:
            return None
        borne = objects(token)
        peril = any(noun.lemma_.lower() in words.perils for noun in borne)
        return ALIVE if peril or (lemma in words.surviving and not borne) else None
    if token.dep_ not in ("acomp", "oprd", "conj", "attr", "advcl", "amod", "pobj", "ROOT", "ccomp"):
        return None
    word, among = token.lower_, token.dep_ == "pobj" and token.head.lower_ in words.among
    if not among and word not in words.unharmed and word not in words.dead:
        return None
    if _governing(token).lemma_.lower() not in words.verbs:
        return None
    if word in words.unharmed and token.pos_ == "ADJ":
        open_to = any(child.dep_ == "prep" and child.lower_ in words.not_safe for child in token.children)
        return None if open_to or token.dep_ in ("amod", "pobj") else ALIVE
    if word in words.dead and token.dep_ in ("acomp", "oprd"):
        return DEAD
    if among:
        participles = [child.lower_ for child in token.children if child.dep_ == "acl"]
        of_the_fallen = lemma in words.fallen or word in words.fallen
        counted = lemma in words.those and any(participle in words.fallen for participle in participles)
        return DEAD if of_the_fallen or counted else None
    return None


def _governing(token: Token) -> Token:
    """The verb of the clause of ``token``."""
    while token.pos_ not in ("VERB", "AUX") and token.head.i != token.i:
        token = token.head
    return token


def _bearers(token: Token) -> tuple[Token, ...]:
    return subject(_governing(token))


def _is_person(noun: Token, words: SurvivalWords) -> bool:
    """Whether a noun names somebody in particular: by name, or by an office or tie with no number before it."""
    if noun.pos_ == "PROPN":
        return noun.ent_type_ in ("PERSON", "")
    counted = any(child.dep_ == "nummod" or child.lower_ in ("no", "some", "many") for child in noun.children)
    pointed = any(child.dep_ in ("det", "poss") for child in noun.children)
    return noun.lemma_.lower() in words.persons and not counted and (pointed or noun.dep_ == "conj")
