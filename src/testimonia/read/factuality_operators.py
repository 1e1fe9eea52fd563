"""The operators that words put over a happening, and the roles and values of ``certainty.yaml`` as operators.

What always holds: an operator names the word that does it; a role or value that changes nothing gives none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from testimonia.model.factuality import Factuality

if TYPE_CHECKING:
    from spacy.tokens import Token

Operation = Literal["deny", "cap", "open"]


@dataclass(frozen=True, slots=True)
class Operator:
    """One word over a happening: it denies, caps the certainty at ``value``, or leaves it open.

    ``name`` says in a word why, ``word`` is the index of the word that does it.
    """

    operation: Operation
    name: str
    word: int
    value: Factuality = Factuality.UNCOMMITTED
    future: bool = False
    condition: int | None = None


def of_role(operation: str, name: str, word: int) -> Iterator[Operator]:
    """What a verb of that role makes of what it governs."""
    if operation == "fails":
        yield Operator("deny", name, word)
    elif operation == "open":
        yield Operator("open", name, word, future=True)
    elif operation == "likely":
        yield Operator("cap", name, word, Factuality.PROBABLE, future=True)


def of_value(value: Factuality, name: str, word: int) -> Iterator[Operator]:
    """What an adjective or noun of that value makes of what it governs."""
    if value.polarity < 0:
        yield Operator("deny", name, word)
        if value is not Factuality.CERTAINLY_NOT:
            yield Operator("cap", name, word, Factuality.PROBABLE)
    elif value is Factuality.UNCOMMITTED:
        yield Operator("open", name, word, future=True)
    elif value is not Factuality.CERTAIN:
        yield Operator("cap", name, word, value, future=True)


def keys(verb: Token) -> tuple[str, ...]:
    """How the word lists may name a verb: with a particle or preposition of its own, or alone."""
    lemma = verb.lemma_.lower()
    return (*(f"{lemma} {c.lower_}" for c in verb.children if c.dep_ in ("prt", "prep")), lemma)
