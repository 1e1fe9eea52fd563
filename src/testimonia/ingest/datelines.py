"""Which days do these words name? Date lines as outlets print them, numeric dates, and dates without a year.

What always holds: a date that can be read two ways (3/4/2016) is read neither way unless the caller knows the order.
Months and weekdays come from the codebook's word list ``datelines``.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from testimonia.codebook.codebook import Codebook
from testimonia.codebook.schema import Entry, Words
from testimonia.model.period import Period, Precision


class DateWords(Entry):
    """``datelines.yaml``: the words dates are made of. ``months`` has twelve lists, ``weekdays`` seven from Monday."""

    months: tuple[Words, ...]
    weekdays: tuple[Words, ...]
    early: Words
    middle: Words
    late: Words


@dataclass(frozen=True, slots=True)
class Named:
    """A date as a text names it; parts that it leaves out are ``None``. ``weekday`` counts from Monday, 0."""

    start: int
    end: int
    year: int | None
    month: int
    day: int | None
    weekday: int | None = None

    def period(self) -> Period | None:
        """The days it covers where it has a year, else ``None``."""
        return span_of_parts(self.year, self.month, self.day) if self.year else None


@dataclass(frozen=True)
class DateReader:
    """Finds dates in English text; made once for a codebook by ``date_reader``."""

    pattern: re.Pattern[str]
    months: dict[str, int]
    weekdays: dict[str, int]
    parts: dict[str, int]
    source: str
    wire: re.Pattern[str]

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[Named]:
        """The dates in ``text[start:end]``, in order, with their offsets in ``text``."""
        found = []
        for match in self.pattern.finditer(text, start, len(text) if end is None else end):
            named = self._named(match)
            if named:
                found.append(named)
        return found

    def read(self, words: str, *, day_first: bool | None = None) -> Period | None:
        """The days that ``words`` name as a whole date with a year, or ``None``."""
        words = words.strip()
        if iso := _ISO.match(words):
            return span_of_parts(int(iso[1]), int(iso[2]), int(iso[3]) if iso[3] else None)
        for named in self.find(words):
            if period := named.period():
                return period
        if slashed := _SLASHED.search(words):
            return _slashed(slashed, day_first)
        if mail := _mail_date(words):
            return Period(mail, mail)
        if re.fullmatch(r"(?:1[5-9]|20)\d\d", words):
            return Period(date(int(words), 1, 1), date(int(words), 12, 31), Precision.YEAR)
        return None

    def of_wire(self, text: str, start: int, end: int) -> Named | None:
        """The date before the dash of a wire report, whose year has two digits: "LIMA, 9 JAN 90 (AGENCY) --".

        Years 69 to 99 are of the twentieth century, 00 to 68 of the next, as in POSIX.
        """
        match = self.wire.search(text, start, end)
        if match is None:
            return None
        short = int(match["year"])
        year = 1900 + short if short >= 69 else 2000 + short
        return Named(match.start(), match.end(), year, self.months[match["month"].lower()], int(match["day"]))

    def _named(self, match: re.Match[str]) -> Named | None:
        group = match.groupdict()
        month = self.months[(group["m1"] or group["m2"] or group["m3"]).lower().rstrip(".")]
        day_text = group["d1"] or group["d2"]
        year_text = group["y1"] or group["y2"] or group["y3"]
        day = int(day_text) if day_text else None
        if part := group["part"]:
            day = self.parts[part.lower()]
        weekday = group["wd"]
        named = Named(
            match.start(), match.end(), int(year_text) if year_text else None, month, day,
            self.weekdays[weekday.lower().rstrip(".")] if weekday else None,
        )  # fmt: skip
        longest = 29 if month == 2 else calendar.monthrange(2001, month)[1]
        return None if day and not 1 <= day <= longest else named


_ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?!\d)")
_SLASHED = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)")


def span_of_parts(year: int, month: int, day: int | None) -> Period | None:
    """The period of a year, a month and perhaps a day; ``None`` where there is no such day."""
    if not 1 <= month <= 12 or not 1 <= year <= 9999:
        return None
    last = calendar.monthrange(year, month)[1]
    if day is None:
        return Period(date(year, month, 1), date(year, month, last), Precision.MONTH)
    return Period(date(year, month, day), date(year, month, day)) if 1 <= day <= last else None


def _slashed(match: re.Match[str], day_first: bool | None) -> Period | None:
    first, second, year = (int(part) for part in match.groups())
    if day_first is None and first <= 12 and second <= 12 and first != second:
        return None
    if first > 12 or (day_first and second <= 12):
        first, second = second, first
    return span_of_parts(year, first, second)


def _mail_date(words: str) -> date | None:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(words).date()
    except (ValueError, TypeError, IndexError):
        pass
    try:
        return datetime.fromisoformat(words).date()
    except ValueError:
        return None


def date_reader(codebook: Codebook) -> DateReader:
    """The reader of dates with the months and weekdays of ``codebook``. Raises ``CodebookError``."""
    return _reader(codebook.lexicon("datelines", DateWords))


@lru_cache(maxsize=8)
def _reader(words: DateWords) -> DateReader:
    months = {form.lower(): number for number, forms in enumerate(words.months, 1) for form in forms}
    weekdays = {form.lower(): number for number, forms in enumerate(words.weekdays) for form in forms}
    parts = {
        form.lower(): day for forms, day in ((words.early, 1), (words.middle, 11), (words.late, 21)) for form in forms
    }
    month = "(?:" + "|".join(sorted(map(re.escape, months), key=len, reverse=True)) + r")\b\.?"
    weekday = "(?:" + "|".join(sorted(map(re.escape, weekdays), key=len, reverse=True)) + r")\b\.?"
    part = "(?:" + "|".join(sorted(map(re.escape, parts), key=len, reverse=True)) + ")"
    year = r"(?:1[5-9]|20)\d\d\b"
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    source = (
        rf"(?<![\w/])(?:(?P<wd>{weekday})[,،]?\s+(?:the\s+)?)?(?:"
        rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>{month})(?:[,،]?\s+(?P<y1>{year}))?"
        rf"|(?P<m2>{month})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|,\d)(?:[,،]?\s+(?P<y2>{year}))?"
        rf"|(?:(?P<part>{part})[\s-]+)?(?P<m3>{month})(?:[,،]?\s+(?:of\s+)?(?P<y3>{year}))?"
        r")(?!\w)"
    )
    plain = (
        rf"(?:{weekday}[,،]?\s+)?(?:{day}\s+(?:of\s+)?{month}[,،]?\s+{year}|{month}\s+{day}[,،]?\s+{year}|{month}[,،]?\s+{year}"
        r"|\d{4}-\d\d-\d\d|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})"
    )
    wire = (
        r"(?<![\w/])(?P<day>\d{1,2}) (?P<month>" + "|".join(sorted(months, key=len, reverse=True)) + r") (?P<year>\d\d)"
        r"(?=\s*(?:\([^()]{1,60}\)\s*)?(?:--|[—–]))"
    )
    return DateReader(
        re.compile(source, re.IGNORECASE), months, weekdays, parts, plain, re.compile(wire, re.IGNORECASE)
    )
