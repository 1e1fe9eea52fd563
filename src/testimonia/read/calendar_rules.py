"""Which days does a unit of the calendar hold? Pure arithmetic on dates, with the conventions of the field.

What always holds: an interval is a pair of inclusive days, first not after last. Weeks run Monday to Sunday (ISO
8601); seasons are those of the weather services (spring from 1 March), northern half.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import TypeAlias

Days: TypeAlias = tuple[date, date]

DAY = timedelta(days=1)
# Days in one of each unit that has a fixed length.
FIXED = {"day": 1, "week": 7, "fortnight": 14}
# Months in one of each unit that is made of months.
MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
SEASON_STARTS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


def clamp(year: int, month: int, day: int) -> date | None:
    """That day, or ``None`` where the calendar has no such day or year."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and day >= 1):
        return None
    return date(year, month, day) if day <= calendar.monthrange(year, month)[1] else None


def month(year: int, number: int) -> Days:
    """The days of a month; ``number`` may run past 12 or below 1 into other years."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    year = min(max(year, 1), 9999)
    return date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1])


def year(number: int) -> Days:
    """The days of a year."""
    number = min(max(number, 1), 9999)
    return date(number, 1, 1), date(number, 12, 31)


def decade(first: int) -> Days:
    """The ten years from ``first``."""
    return year(first)[0], year(first + 9)[1]


def century(number: int) -> Days:
    """The ``number``-th century: the 19th runs from 1801 to 1900."""
    return year(100 * (number - 1) + 1)[0], year(100 * number)[1]


def week(day: date) -> Days:
    """Monday to Sunday of the week that holds ``day``."""
    monday = move(day, -day.weekday())
    return monday, move(monday, 6)


def weekend(day: date) -> Days:
    """Saturday and Sunday of the week that holds ``day``."""
    monday, sunday = week(day)
    return max(monday, move(sunday, -1)), sunday


def quarter(year_number: int, number: int) -> Days:
    """The ``number``-th quarter of a year."""
    return month(year_number, 3 * number - 2)[0], month(year_number, 3 * number)[1]


def season(year_number: int, name: str) -> Days:
    """The three months of a season; a winter is named by the year in which it begins."""
    first = SEASON_STARTS[name]
    return month(year_number, first)[0], month(year_number, first + 2)[1]


def move(day: date, days: int) -> date:
    """``day`` moved by a number of days, kept within what a date can hold."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def move_months(day: date, months: int) -> date:
    """``day`` moved by months; the 31st becomes the last day of a shorter month."""
    first, last = month(day.year, day.month + months)
    return first.replace(day=min(day.day, last.day))


def shift(day: date, unit: str, count: float) -> date:
    """``day`` moved by ``count`` units; halves of a month or year count in days or months."""
    if unit in FIXED:
        return move(day, round(FIXED[unit] * count))
    months = MONTHS[unit] * count
    whole = int(months)
    return move(move_months(day, max(min(whole, 120000), -120000)), round(30 * (months - whole)))


def unit_around(day: date, unit: str) -> Days:
    """The calendar unit that holds ``day``: its week, month, quarter, year, decade, century."""
    if unit in ("week", "fortnight"):
        return week(day)
    if unit == "month":
        return month(day.year, day.month)
    if unit == "quarter":
        return quarter(day.year, (day.month + 2) // 3)
    if unit == "year":
        return year(day.year)
    if unit == "decade":
        return decade(day.year - day.year % 10)
    if unit in ("century", "millennium"):
        return century((day.year + 99) // 100)
    return day, day


def part(days: Days, which: str) -> Days:
    """The early, middle or late third, or half ("first", "second"), of an interval.

    A month is cut at the 10th and 20th, a year after April and August, a decade after its fourth and sixth year,
    as tallies of news usage do; other intervals are cut by length. "mid" of a day or week is all of it.
    """
    first, last = days
    length = (last - first).days + 1
    if which in ("first half", "second half"):
        return _half(days, which)
    if 28 <= length <= 31 and first.day == 1:
        cuts = (first.replace(day=10), first.replace(day=20))
    elif length in (365, 366) and (first.month, first.day) == (1, 1):
        cuts = (first.replace(month=4, day=30), first.replace(month=8, day=31))
    elif 3600 < length < 3700:
        cuts = (year(first.year + 3)[1], year(first.year + 6)[1])
    elif length < 3:
        return days
    else:
        third = length // 3
        cuts = (move(first, third - 1), move(last, -third))
    if which == "early":
        return first, cuts[0]
    return (cuts[0] + DAY, cuts[1]) if which == "mid" else (cuts[1] + DAY, last)


def _half(days: Days, which: str) -> Days:
    first, last = days
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        split = date(first.year, 6, 30)
    elif first.day == 1 and 28 <= (last - first).days + 1 <= 31:
        split = first.replace(day=15)
    else:
        split = move(first, (last - first).days // 2)
    return (first, split) if which == "first half" else (min(split + DAY, last), last)
