"""Which TIMEX3 expressions stand in a text? The readings of ``periods`` and, between them, amounts and references.

What always holds: expressions come in order and do not overlap; a date keeps its articles and its "early" or "last",
and loses the preposition in front, as TimeML's guidelines ask.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from testimonia.read import period_scene
from testimonia.read.period_grammar import AMOUNT
from testimonia.read.period_rules import RULES
from testimonia.read.period_scene import Reading, Scene
from testimonia.read.period_words import Lexicon, Tokens

Found = tuple[int, int, str, str, str | None]


def timexes(tokens: Tokens, readings: Sequence[Reading]) -> list[Found]:
    """(start, end, type, value, mod) of each expression, code points into the text."""
    found: list[Found] = []
    taken = bytearray(len(tokens.codes) + 1)
    for reading in readings:
        taken[reading.first : reading.last] = b"\1" * (reading.last - reading.first)
        found.append(_of(tokens, reading))
    scene = Scene(tokens, None, RULES)
    for match in AMOUNT.finditer(tokens.codes):
        first, last = match.span()
        if any(taken[first:last]):
            continue
        kind = _frequency(tokens, first, last) if match.lastgroup == "frequency" else _duration(scene, first, last)
        if kind is not None:
            taken[first:last] = b"\1" * (last - first)
            found.append((tokens.starts[first], tokens.ends[last - 1], *kind, None))
    occupied = sorted((start, end) for start, end, *_ in found)
    for match in _references(tokens.lexicon).finditer(tokens.text):
        if not any(start < match.end() and match.start() < end for start, end in occupied):
            value = tokens.lexicon.words.references[match.group().lower()]
            found.append((match.start(), match.end(), "DATE", value, None))
    return sorted(found)


def _of(tokens: Tokens, reading: Reading) -> Found:
    start = tokens.starts[reading.first]
    if tokens.codes[reading.first] == "p":
        start = tokens.starts[reading.first + 1]
    return (start, tokens.ends[reading.last - 1], reading.type, reading.value, reading.mod)


def _frequency(tokens: Tokens, first: int, last: int) -> tuple[str, str] | None:
    words = tokens.lexicon.words
    unit = next((words.units[tokens.lower[i]] for i in range(first, last) if tokens.lower[i] in words.units), None)
    if unit is not None:
        return "SET", period_scene.duration_value(1, 1, unit, False)
    word = tokens.lower[first]
    return "SET", {"h": "PT1H", "d": "P1D", "n": "P1D", "w": "P1W", "m": "P1M", "q": "P3M"}.get(word[0], "P1Y")


def _duration(scene: Scene, first: int, last: int) -> tuple[str, str] | None:
    unit = period_scene.unit_at(scene, first, last)
    if unit is None:
        return None
    low, high = period_scene.amount(scene, first, last)
    exact = scene.pick(first, last, "#AH") is not None and scene.pick(first, last, "j") is None
    at = scene.pick(first, last, "Uh")
    assert at is not None
    tokens, ages = scene.tokens, scene.tokens.lexicon.words.age
    if tokens.word(last) in ages or (tokens.code(last) == "-" and tokens.word(last + 1) in ages):
        return None
    if unit == "quarter" and scene.pick(first, last, "#j") is None:
        return None
    if scene.pick(first, last, "#AjHT") is None and not scene.tokens.lower[at].endswith("s"):
        return None
    if tokens.codes[first] == "T" and not exact and not tokens.lower[at].endswith("s"):
        low, high, exact = 1, 1, True
    return "DURATION", period_scene.duration_value(low, high, unit, not exact)


@lru_cache(maxsize=4)
def _references(lexicon: Lexicon) -> re.Pattern[str]:
    phrases = sorted(lexicon.words.references, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, phrases)) + r")\b", re.IGNORECASE)
