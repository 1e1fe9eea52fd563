"""Which numbers count nothing: dates and times of day, ages, ranks, names of roads and resolutions, and page furniture.

What always holds: a number is set aside by the words and spaces beside it alone; no parse is needed.
"""

from __future__ import annotations

import re

from testimonia.read import periods
from testimonia.read.amounts import Amount, FigureLexicon
from testimonia.read.period_words import Tokens

_LARGE = 100  # a smaller bare number is mostly a rank, a score or a turn of phrase
_YEARS = (1000, 2200)
_FULL_STOPS = frozenset(".!?;")
# A time of day whose colons were lost: "updated 1457", "190703".
_CLOCK = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?")
_BREAK = re.compile(r"[ \t\u00a0]{2,}")


def dated(tokens: Tokens, lex: FigureLexicon) -> bytearray:
    """Which tokens belong to a date or time; an amount of time ("for two weeks") is a figure and stays free."""
    taken = bytearray(len(tokens.codes) + 1)
    for reading in periods.read(tokens, None):
        if reading.type != "DURATION" or not reading.value.startswith("P"):
            first = reading.first
            if tokens.codes[first] == "F":
                continue
            taken[first : reading.last] = b"\1" * (reading.last - first)
    for at, word in enumerate(tokens.lower):
        if not taken[at] and _CLOCK.fullmatch(word) and _beside_date(tokens, taken, at, lex):
            taken[at] = 1
    return taken


def _beside_date(tokens: Tokens, taken: bytearray, at: int, lex: FigureLexicon) -> bool:
    """Whether digits that may be a time stand by a date: "4 Oct at 1514", "28 Feb 2015 190703", "updated 1457"."""
    before = tokens.word(at - 1) if at else ""
    if len(tokens.lower[at]) == 6:
        return at > 0 and bool(taken[at - 1])
    return (before in lex.words.clock_openers and (bool(taken[at - 2]) if at > 1 else False)) or bool(taken[at + 1])


def names_something(tokens: Tokens, at: int, lex: FigureLexicon) -> bool:
    """Whether a number is a name, an age between commas, a part of a compound, or an item of a list."""
    before, word = tokens.word(at - 1) if at else "", tokens.lower[at]
    if not word[0].isdigit():
        return False
    if at and tokens.codes[at - 1] == "M":
        return True
    if (
        at
        and tokens.glued(at)
        and (before not in ("(", "[", '"', "“", "'", "‘", "$", "€", "£", "~", "-", "–", "—", "¥", "*"))
    ):
        return True
    if before == "-" and tokens.glued(at) and not (at > 1 and at - 2 in tokens.values):
        return tokens.glued(at - 1)
    if before in lex.words.designators and tokens.codes[at - 1] not in "U":
        capital = tokens.capital(at - 1)
        return capital or before in lex.words.lower_designators
    if word.startswith("0") and len(word) > 1 and word.isdigit():
        return True
    if tokens.word(at + 1) == "(" and tokens.code(at + 2) == "y" and tokens.word(at + 3) == ")":
        return True  # a resolution and its year: "2235 (2015)"
    if before == lex.words.both_joiner and at > 2 and tokens.lower[at - 3] in lex.words.lower_designators:
        return at - 2 in tokens.values
    return (
        before in (",", "(")
        and tokens.word(at + 1) in (",", ")")
        and at > 1
        and tokens.capital(at - 2)
        and len(word) < 3
    )


def is_ratio(tokens: Tokens, amount: Amount, lex: FigureLexicon) -> bool:
    """ "one in five houses" counts neither one nor five."""
    for left, right in ((amount.last - 1, amount.last + 1), (amount.first - 2, amount.first)):
        if left < 0 or tokens.word(left + 1) not in lex.words.ratio or left not in tokens.values:
            continue
        one, many = tokens.values[left], tokens.values.get(right, 0)
        if tokens.code(right) == "#" and one < many <= 100 and tokens.code(right + 1) not in ("U", "h"):
            return True
    return False


def speaks_for_itself(tokens: Tokens, amount: Amount) -> bool:
    """Whether a number without a noun is large enough to be a count ("the opposition spoke of 800") and no name."""
    first, behind = amount.first, amount.last
    if broken(tokens, behind) or (behind < len(tokens.lower) and tokens.capital(behind)):
        return False  # a number of views, of a page: no words go with it
    named = first > 0 and tokens.capital(first - 1) and tokens.codes[first - 1] != "P"
    digits = tokens.lower[first].isdigit()
    year = digits and amount.high is not None and _YEARS[0] <= amount.high <= _YEARS[1]
    return (amount.high or 0) >= _LARGE and not year and not named


def stands_alone(tokens: Tokens, amount: Amount) -> bool:
    """Whether a number is all of the last sentence of a text, as that of a page: "… the agency reported. 219"."""
    behind = "".join(tokens.lower[amount.last : amount.last + 4])
    at_end = len(behind) < 4 and not any(sign.isalnum() for sign in behind)
    return at_end and amount.first > 0 and tokens.lower[amount.first - 1] in _FULL_STOPS


def broken(tokens: Tokens, at: int) -> bool:
    """Whether the line is broken before token ``at``, as where a page was flattened: "440   Related  Talks resume"."""
    if not 0 < at < len(tokens.lower) or not tokens.capital(at):
        return False
    return _BREAK.fullmatch(tokens.text[tokens.ends[at - 1] : tokens.starts[at]]) is not None
