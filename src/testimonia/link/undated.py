"""What a telling whose day is not known says of it all the same: the day of the week, or day and month without a year.

An account without a date leaves "on Tuesday" and "on December 3" open, and two such accounts can still be told apart.
What always holds: nothing is told of a mention whose words name more than ``MOST`` such days.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from testimonia.link.words import LinkingWords

# So many named days are those of a story, not of a deed.
MOST = 2

_WORD = re.compile(r"[^\W\d_]+")


def weekdays_of(text: str, words: LinkingWords) -> frozenset[int]:
    """The days of the week that ``text`` names, from 0 for Monday."""
    said = {word.casefold() for word in _WORD.findall(text)}
    return frozenset(at for at, day in enumerate(words.weekdays) if day in said)


def dates_of(text: str, words: LinkingWords) -> frozenset[tuple[int, int]]:
    """The days that ``text`` names by day and month, as ``(month, day)``."""
    pattern, numbers = _dates(words.months)
    found = set()
    for match in pattern.finditer(text):
        name = (match.group("before") or match.group("after")).casefold()
        day = int(match.group("day1") or match.group("day2"))
        if 1 <= day <= 31:
            found.add((numbers[name[:3]], day))
    return frozenset(found)


@lru_cache(maxsize=8)
def _dates(months: tuple[str, ...]) -> tuple[re.Pattern[str], dict[str, int]]:
    names = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in months)
    ordinal = r"(?:st|nd|rd|th)?"
    pattern = re.compile(
        rf"\b(?P<before>{names})\.?\s+(?P<day1>\d{{1,2}}){ordinal}\b|\b(?P<day2>\d{{1,2}}){ordinal}\s+(?P<after>{names})\b",
        re.IGNORECASE,
    )
    return pattern, {month[:3]: at for at, month in enumerate(months, 1)}


def compared(
    one: tuple[frozenset[int], frozenset[tuple[int, int]], date | None],
    two: tuple[frozenset[int], frozenset[tuple[int, int]], date | None],
) -> tuple[str, str]:
    """The level of two tellings by ``(days of the week, dates, day)``; empty where they name nothing comparable.

    A known ``day`` stands for its own date and day of the week.
    """
    dates = [frozenset(((day.month, day.day),)) if day else named for _, named, day in (one, two)]
    if all(1 <= len(named) <= MOST for named in dates):
        return ("date_same", "one day of the year") if dates[0] & dates[1] else ("date_other", "two days of the year")
    weekdays = [frozenset((day.weekday(),)) if day else named for named, _, day in (one, two)]
    if all(1 <= len(named) <= MOST for named in weekdays):
        return ("weekday_same", "one day of the week") if weekdays[0] & weekdays[1] else ("weekday_other", "two")
    return "", ""
