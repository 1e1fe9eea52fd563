"""Which words an account uses for whom: head nouns, modifiers, appositions and predicates that name an actor.

What always holds: a label spans the very words used, its recipient is the actor named, and quotation marks or a
"so-called" around them are told apart from the account's own voice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from testimonia.codebook.codebook import Codebook
from testimonia.codebook.schema import Entry as Schema
from testimonia.codebook.schema import Words
from testimonia.model.claim import ActorMention, Kind
from testimonia.read.alias_index import Form
from testimonia.read.arguments import coordinated
from testimonia.read.draft import Draft
from testimonia.read.reading import Reading
from testimonia.read.stretches import phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

_NAMED, _PREDICATED = 0.80, 0.70  # confidence, by judgement; not calibrated yet
_OPENING = "\"'“‘«"
_CLOSING = "\"'”’»"


class LabelWords(Schema):
    """``labels.yaml``: words that label, grouped by what they do to whom they name."""

    denigrating: Words
    legitimising: Words
    distancing: Words


@dataclass(frozen=True, slots=True)
class Labels:
    """The same, as sets for look-up."""

    all: frozenset[str]
    distancing: tuple[tuple[str, ...], ...]


@lru_cache(maxsize=8)
def label_words(codebook: Codebook) -> Labels:
    """The label words of a codebook."""
    words = codebook.lexicon("labels", LabelWords)
    distancing = tuple(tuple(phrase_.replace("-", " - ").split()) for phrase_ in words.distancing)
    return Labels(frozenset((*words.denigrating, *words.legitimising)), distancing)


def find(reading: Reading) -> Iterator[Draft]:
    """All labels of an account, in the order of the words."""
    words = label_words(reading.codebook)
    for naming in reading.cast.namings:
        if naming.form in (Form.NOMINAL, Form.NAME, Form.PEOPLE):
            yield from _in_naming(reading, naming.start, naming.end, naming.actor, naming.form, words)
    for token in reading.doc:
        if token.dep_ in ("attr", "oprd", "appos", "acomp", "pobj") and token.pos_ in ("NOUN", "PROPN", "ADJ"):
            yield from _predicated(reading, token, words)


def _in_naming(reading: Reading, start: int, end: int, actor: str, form: Form, words: Labels) -> Iterator[Draft]:
    doc = reading.doc
    head = doc[start:end].root
    if head.dep_ in ("attr", "oprd") or (head.dep_ == "pobj" and head.head.lower_ == "as"):
        return  # a predicate: it is told of whoever is said to be it
    left, right = phrase(head)
    start, end = min(start, left), max(end, right)
    if end - start > 8:
        return
    labelling = [
        t
        for t in doc[start:end]
        if (t.lemma_.lower() in words.all or t.lower_ in words.all)
        and (form is Form.NOMINAL or t.is_lower or reading.cast.naming_at(t.i) is None)
    ]
    distanced = form is Form.NAME and held_at_arms_length(reading, start, end, words, marks=False)
    if not distanced and not labelling:
        return
    yield _label(
        reading,
        labelling[-1] if labelling else head,
        start,
        end,
        reading.cast.mention(actor, start, end),
        words,
        "named",
        _NAMED,
    )


def _predicated(reading: Reading, token: Token, words: Labels) -> Iterator[Draft]:
    """ "They are terrorists", "X, a terrorist group", "called the rebels extremists"."""
    labelling = [each for each in coordinated(token) if _labels(each, words)]
    if not labelling:
        return
    verb = token.head
    if token.dep_ == "appos":
        bearers = [verb]
    elif token.dep_ == "pobj":
        if verb.lower_ != "as" or verb.head.pos_ != "VERB":
            return
        bearers = [c for c in verb.head.children if c.dep_ in ("dobj", "nsubjpass")]
    elif token.dep_ == "oprd":
        bearers = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    else:
        bearers = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    for bearer in bearers:
        for mention in reading.actors_of(bearer):
            start, end = phrase(labelling[0])
            if not any(start <= i < end for i in range(bearer.i, bearer.i + 1)):
                yield _label(reading, labelling[0], start, end, mention, words, "predicated", _PREDICATED)


def _labels(token: Token, words: Labels) -> bool:
    modifiers = (c for c in token.children if c.dep_ in ("amod", "compound"))
    return any(each.lemma_.lower() in words.all for each in (token, *modifiers))


def _label(
    reading: Reading, trigger: Token, start: int, end: int, bearer: ActorMention, words: Labels, rule: str, sure: float
) -> Draft:
    return Draft(
        kind=Kind.LABEL,
        type="label",
        trigger=trigger.i,
        start=start,
        end=end,
        actors=(),
        recipients=(bearer,),
        rule=f"label.{rule} ({trigger.text!r})",
        confidence=sure,
        scare_quotes=held_at_arms_length(reading, start, end, words),
    )


def held_at_arms_length(reading: Reading, start: int, end: int, words: Labels, *, marks: bool = True) -> bool:
    """Whether a distancing word stands before or among the words or, where ``marks``, quotation marks enclose them."""
    doc = reading.doc
    opened = any(t.text in _OPENING for t in doc[max(0, start - 1) : end])
    closed = any(t.text in _CLOSING for t in doc[start : min(len(doc), end + 2)])
    if marks and opened and closed and end - start <= 5:
        return True
    before = [t.lower_ for t in doc[max(0, start - 4) : end]]
    return any(
        tuple(before[i : i + len(phrase_)]) == phrase_
        for phrase_ in words.distancing
        for i in range(len(before) - len(phrase_) + 1)
    )
