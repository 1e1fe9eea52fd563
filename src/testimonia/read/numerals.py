"""What number do these words write? Digits, number words, and both mixed ("2.5 million", "two hundred and six").

What always holds: a number is read from the longest run of tokens that writes one, and nothing is guessed about
what it counts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from testimonia.codebook.codebook import Codebook, load
from testimonia.codebook.schema import Entry

# 1,500 and 1.500.000 and 2.5 and 1 500 have been split or kept as one token by whoever cuts the text.
_GROUPED = re.compile(r"\d{1,3}(?:[,\u202f\u00a0 ]\d{3})+(?:\.\d+)?")
# Longer runs of digits are serial numbers, and no calendar or count holds them.
_LONGEST = 18
_PLAIN = re.compile(r"\d+(?:\.\d+)?")


class NumeralWords(Entry):
    """The shape of ``numerals.yaml``."""

    ones: Mapping[str, int]
    tens: Mapping[str, int]
    multipliers: Mapping[str, int]
    suffixes: Mapping[str, int]
    ordinals: Mapping[str, int]
    joiner: str


@dataclass(frozen=True, slots=True)
class Number:
    """A number read from ``tokens[first:last]``; ``scale`` is the last multiplier used ("million" in "2 million")."""

    value: float
    first: int
    last: int
    scale: int = 1


def words(codebook: Codebook | None = None) -> NumeralWords:
    """The number words of ``codebook``, or of the built-in ones."""
    return (codebook or load(base=("english",))).lexicon("numerals", NumeralWords)


def digits(token: str) -> float | None:
    """The value of a token written in digits ("1,500", "2.5"), or ``None`` where it is none or counts nothing real."""
    if len(token) > _LONGEST:
        return None
    if _PLAIN.fullmatch(token):
        return float(token)
    if _GROUPED.fullmatch(token):
        return float(re.sub(r"[^\d.]", "", token))
    return None


def read(tokens: Sequence[str], at: int, lexicon: NumeralWords) -> Number | None:
    """The number that begins at ``tokens[at]`` (lower case, hyphens as tokens of their own), or ``None``."""
    token = tokens[at]
    if token[0].isdigit():
        return _from_digits(tokens, at, lexicon)
    return _from_words(tokens, at, lexicon)


def _from_digits(tokens: Sequence[str], at: int, lexicon: NumeralWords) -> Number | None:
    value = digits(tokens[at])
    if value is None:
        return None
    last, scale = at + 1, 1
    while last < len(tokens):
        step = last + 1 if tokens[last] == "-" and last + 1 < len(tokens) else last
        factor = lexicon.multipliers.get(tokens[step]) or (lexicon.suffixes.get(tokens[step]) if step == last else None)
        if factor is None or (scale > 1 and factor <= scale):
            break
        scale *= factor
        last = step + 1
    return Number(value * scale, at, last, scale)


def _from_words(tokens: Sequence[str], at: int, lexicon: NumeralWords) -> Number | None:
    ones, tens, multipliers = lexicon.ones, lexicon.tens, lexicon.multipliers
    total = 0.0
    current: float | None = None
    # What may still be added below the last word: after "twenty" a digit, after "hundred" anything under 100.
    room = float("inf")
    scale = 1
    index = last = at
    while index < len(tokens):
        token = tokens[index]
        if token in ones and ones[token] < room:
            current = (current or 0) + ones[token]
            room = 0
        elif token in tens and tens[token] < room:
            current = (current or 0) + tens[token]
            room = 10
        elif token in multipliers and current is not None:
            factor = multipliers[token]
            if factor == 100:
                current *= 100
                room = 100
            else:
                total += current * factor
                current, room = 0, float("inf") if factor > 1000 else 1000
            scale = factor
        elif (token == "-" and last == index and index > at) or (
            token == lexicon.joiner and last == index and scale > 1 and index > at
        ):
            index += 1
            continue
        else:
            break
        index += 1
        last = index
    if last == at:
        return None
    return Number(total + (current or 0), at, last, scale)
