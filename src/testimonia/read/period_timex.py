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
            begin = (
                _begin(tokens, first, last) if kind[0] != "DURATION" else _degree(tokens, _begin(tokens, first, last))
            )
            found.append((tokens.starts[begin], tokens.ends[last - 1], *kind, None))
    found = _clocks(tokens, sorted(found))
    occupied = sorted((start, end) for start, end, *_ in found)
    for match in _references(tokens.lexicon).finditer(tokens.text):
        if not any(start < match.end() and match.start() < end for start, end in occupied):
            value = tokens.lexicon.words.references[match.group().lower()]
            found.append((match.start(), match.end(), "DATE", value, None))
    return sorted(found)


def _of(tokens: Tokens, reading: Reading) -> Found:
    first = _begin(tokens, reading.first + (tokens.codes[reading.first] == "p"), reading.last)
    if tokens.codes[reading.last - 1] == "g":
        first = _degree(tokens, first)
    return (tokens.starts[first], tokens.ends[reading.last - 1], reading.type, reading.value, reading.mod)


def _begin(tokens: Tokens, first: int, last: int) -> int:
    """Leaves out the article of what a hyphened amount describes ("a two-year option")."""
    codes = tokens.codes
    return first + (codes[first] in "AT" and "-" in codes[first:last] and codes[first + 1] in "#jo")


def _degree(tokens: Tokens, first: int) -> int:
    """Takes in "more than", "at least" and the like before an amount of time."""
    for length in (3, 2):
        if first >= length and " ".join(tokens.lower[first - length : first]) in tokens.lexicon.words.degrees:
            return first - length
    return first


def _clocks(tokens: Tokens, found: list[Found]) -> list[Found]:
    """Times of day by the clock, joined with the day behind them ("10 p.m. Wednesday")."""
    result: list[Found] = []
    taken: set[tuple[int, int]] = set()
    for match in _clock_pattern(tokens.lexicon).finditer(tokens.text):
        day = next((f for f in found if match.end() <= f[0] <= match.end() + 2 and len(f[3]) == 10), None)
        if any(f[0] < match.end() and match.start() < f[1] for f in found):
            continue
        spoken = day or next((f for f in reversed(found) if f[0] < match.start() and len(f[3]) == 10), None)
        if spoken is None:
            continue
        hour = int(match["hour"]) % 12 + tokens.lexicon.words.clock[match["half"].lower().rstrip(".")]
        value = f"{spoken[3]}T{hour:02}:{match['minute'] or '00'}"
        if day is not None:
            taken.add((day[0], day[1]))
        result.append((match.start(), day[1] if day else match.end(), "TIME", value, None))
    return [f for f in found if (f[0], f[1]) not in taken] + result


@lru_cache(maxsize=4)
def _clock_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    halves = "|".join(
        re.escape(half) + (r"\.?" if "." in half else "") for half in sorted(lexicon.words.clock, key=len)[::-1]
    )
    return re.compile(
        rf"(?<![\d:.])(?P<hour>\d{{1,2}})(?::(?P<minute>\d\d))?\s?(?P<half>{halves})(?![^\W\d_])(?:\s[A-Z]{{3}}\b)?",
        re.IGNORECASE,
    )


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
