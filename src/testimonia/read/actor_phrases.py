"""What the words of a phrase that may name an actor are: its head's lemma, what only counts, what is no name at all.

What always holds: nothing but the words' own tags and lemmas is asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


def lemma_of(token: Token) -> str:
    """The lemma, also of a plural that a headline's capital makes a name of: "Rebels"."""
    lemma = token.lemma_.lower()
    return lemma[:-1] if token.tag_ == "NNPS" or (token.pos_ == "PROPN" and lemma.endswith("s")) else lemma


def tells(words: Span) -> bool:
    """Whether what the model proposes as a name is a stretch of telling: "Rebels Shell Homs Killing 4"."""
    return any((token.tag_ in ("VBZ", "VBD", "VBG") and token.pos_ == "VERB") or token.is_quote for token in words)


def counts(token: Token) -> bool:
    """Whether a word before a noun only says how many, or is a mark: "at least six people"."""
    return token.dep_ in ("nummod", "quantmod", "advmod", "det", "cc") or token.pos_ in ("NUM", "PUNCT", "PRON")
