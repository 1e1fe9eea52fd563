"""What other tools make of the same texts, where they are installed: dateparser (BSD), run as its manual shows.

What always holds: a rival that is not installed gives no answer, and none is a dependency of the program.
"""

from __future__ import annotations

import importlib
import importlib.util
import warnings
from datetime import date, datetime, time

from testimonia.read.periods import Timex

DATEPARSER = "dateparser"


def installed(name: str) -> bool:
    """Whether a rival can be imported here."""
    return importlib.util.find_spec(name) is not None


def dateparser_timexes(text: str, published: date) -> list[Timex]:
    """dateparser's ``search_dates`` in English, looking back from the day of writing; every answer is a day."""
    search = importlib.import_module("dateparser.search")
    settings = {"RELATIVE_BASE": datetime.combine(published, time()), "PREFER_DATES_FROM": "past"}
    found: list[Timex] = []
    at = 0
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        answers = search.search_dates(text, languages=["en"], settings=settings) or []
    for words, moment in answers:
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            found.append(Timex(start, at, "DATE", moment.date().isoformat()))
    return found
