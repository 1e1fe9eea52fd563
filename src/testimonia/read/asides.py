"""Whose verb stands behind an aside between dashes: "The rebels — to the surprise of all — repelled the assault".

What always holds: the answer heads the phrase right before the first dash, and the verb stands right behind the second.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_DASHES = frozenset(("-", "–", "—", "--"))
_LONGEST = 30  # tokens of an aside; a longer one is no aside of this sentence
_BEFORE_VERB = frozenset(("aux", "auxpass", "neg", "advmod"))


def across(verb: Token) -> Token | None:
    """The head of the phrase before the aside that ends right before the verb, or ``None`` where none does."""
    doc = verb.doc
    first = verb.i
    while first - 1 >= 0 and doc[first - 1].dep_ in _BEFORE_VERB and doc[first - 1].head == verb:
        first -= 1
    closes = first - 1
    if closes < 2 or not _is_dash(doc[closes]):
        return None
    for opens in range(closes - 1, max(0, closes - _LONGEST), -1):
        if doc[opens].text in (".", "!", "?", ";"):
            return None
        if _is_dash(doc[opens]):
            return _head_of_phrase_before(doc[opens])
    return None


def before_aside(head: Token) -> int | None:
    """Where the word stands that ends before brackets right before a noun: "the Front (a branch of X) fighters"."""
    doc, at = head.doc, head.i - 1
    while at > 0 and doc[at].head.i == head.i and doc[at].dep_ in ("compound", "amod"):
        at -= 1
    if at < 2 or doc[at].text != ")":
        return None
    for opens in range(at - 1, max(0, at - _LONGEST), -1):
        if doc[opens].text == "(":
            return opens - 1
    return None


def _is_dash(token: Token) -> bool:
    spaced = token.i > 0 and bool(token.nbor(-1).whitespace_) and bool(token.whitespace_)
    return token.text in _DASHES and (spaced or token.text in ("—", "--"))


def _head_of_phrase_before(dash: Token) -> Token | None:
    if dash.i == 0:
        return None
    token = dash.nbor(-1)
    while (
        token.head.i < dash.i and token.head.i != token.i and token.dep_ in ("pobj", "prep", "compound", "conj", "amod")
    ):
        token = token.head
    return token if token.pos_ in ("NOUN", "PROPN", "PRON") else None
