"""Which days do weeks, months and years name, counted from the day of writing or from what was spoken of last?

What always holds: "last week" is a week of the calendar and "the past week" reaches back from the day of writing;
what follows on nothing ("two years later" with nothing before it) has no bounds.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from testimonia.model.period import Precision
from testimonia.read import calendar_rules as cal
from testimonia.read.period_scene import (
    PRECISION,
    Reading,
    Scene,
    amount,
    blank,
    duration_value,
    of_days,
    plural,
    unit_at,
    unit_reading,
    unit_value,
)


def read_unit(scene: Scene, first: int, last: int) -> Reading | None:
    """ "last week", "this year", "recent months"."""
    unit = unit_at(scene, first, last)
    which = scene.pick(first, last, "txlr")
    assert unit is not None and which is not None
    words, code, anchor = scene.tokens.lexicon.words, scene.tokens.codes[which], scene.anchor
    if scene.tokens.lower[which] in words.final:
        return None
    definite = scene.tokens.codes[first] == "T"
    if plural(scene, first, last):
        if scene.tokens.lower[which] not in words.recent:
            return None
        if anchor is None:
            return blank(first, last, Precision.VAGUE, "PAST_REF")
        back = cal.shift(anchor, unit, -words.recent_reach.get(unit, 5))
        return replace(
            of_days(first, last, (back, anchor), Precision.VAGUE, "P" + "X" + unit[0].upper()), type="DURATION"
        )
    if scene.tokens.lower[which] in words.recent:
        return None
    if unit == "day" and code in "xr":
        return read_same(scene, first, last)
    if code == "r" and scene.focus and scene.focus.start:
        return read_same(scene, first, last)
    if anchor is None:
        return blank(first, last, PRECISION.get(unit, Precision.INTERVAL), "", unit)
    if definite and code == "l":
        # "the past year" reaches back from now; "last year" is a year of the calendar.
        back = cal.shift(anchor, unit, -1)
        if unit in ("decade", "century"):
            value = duration_value(1, 1, unit, False)
            return replace(of_days(first, last, (back, anchor), Precision.INTERVAL, value, unit), type="DURATION")
        return of_days(first, last, (back, anchor), Precision.INTERVAL, unit_value(back, unit), unit)
    step = {"l": -1, "r": -1, "x": 1}.get(code, 0)
    return unit_reading(first, last, cal.shift(anchor, unit, step), unit)


def read_unit_beyond(scene: Scene, first: int, last: int) -> Reading | None:
    """ "the week before last", "the year after next"."""
    unit = unit_at(scene, first, last)
    assert unit is not None
    if scene.anchor is None:
        return blank(first, last, PRECISION.get(unit, Precision.INTERVAL))
    step = -2 if scene.tokens.codes[last - 1] == "l" else 2
    return unit_reading(first, last, cal.shift(scene.anchor, unit, step), unit)


def read_last_units(scene: Scene, first: int, last: int) -> Reading | None:
    """ "the past six months", "the last 48 hours", "the next two weeks"."""
    unit = unit_at(scene, first, last)
    assert unit is not None
    low, high = amount(scene, first, last)
    vague = scene.pick(first, last, "j") is not None
    value = duration_value(low, high, unit, vague)
    if scene.anchor is None:
        return replace(blank(first, last, Precision.INTERVAL, value), type="DURATION")
    far = _moved(scene.anchor, unit, high, 1 if scene.tokens.codes[scene.pick(first, last, "lx") or 0] == "x" else -1)
    days = (far, scene.anchor) if far <= scene.anchor else (scene.anchor, far)
    precision = Precision.VAGUE if vague else Precision.INTERVAL
    return replace(of_days(first, last, days, precision, value), type="DURATION")


def _moved(day: date, unit: str, count: float, sign: int) -> date:
    if unit in ("hour", "minute", "second"):
        hours = count / {"hour": 1, "minute": 60, "second": 3600}[unit]
        return cal.move(day, sign * -int(-hours // 24) if hours > 12 else 0)
    return cal.shift(day, unit, sign * count)


def _offset(scene: Scene, first: int, last: int, origin: date | None, sign: int) -> Reading | None:
    """So many units before or after a day, as finely as the unit allows."""
    unit = unit_at(scene, first, last)
    assert unit is not None
    precision = PRECISION.get(unit, Precision.VAGUE)
    if origin is None:
        return blank(first, last, precision, "", unit)
    low, high = amount(scene, first, last)
    if low == high and unit in ("hour", "minute", "second", "day"):
        day = _moved(origin, unit, low, sign)
        return of_days(first, last, (day, day), Precision.DAY, day.isoformat(), "day")
    if low == high and unit in cal.FIXED:
        day = cal.shift(origin, unit, sign * low)
        days = (cal.move(day, -1), cal.move(day, 1)) if low % 1 else cal.unit_around(day, "week")
        return of_days(first, last, days, Precision.WEEK, unit_value(day, "week"), "week")
    if low == high:
        day = cal.shift(origin, unit, sign * low)
        finer = "year" if unit in ("decade", "century", "millennium") else unit
        finer = "month" if low % 1 and finer == "year" else finer
        return unit_reading(first, last, day, finer)
    ends = sorted((_moved(origin, unit, low, sign), _moved(origin, unit, high, sign)))
    value = "PAST_REF" if sign < 0 else "FUTURE_REF"
    if unit in ("year", "decade"):
        days = (cal.year(ends[0].year)[0], cal.year(ends[1].year)[1])
        value = f"{ends[0].year // 10}" if unit == "decade" else value
    else:
        days = (ends[0], ends[1])
    return of_days(first, last, days, Precision.VAGUE, value, unit)


def read_ago(scene: Scene, first: int, last: int) -> Reading | None:
    """ "three days ago", "a week and a half ago"."""
    reading = _offset(scene, first, last, scene.anchor, -1)
    if reading and reading.unit == "year" and scene.quarter and amount(scene, first, last) == (1.0, 1.0):
        return unit_reading(first, last, cal.shift(scene.quarter, "year", -1), "quarter")
    return reading


def read_ahead(scene: Scene, first: int, last: int) -> Reading | None:
    """ "two weeks from now", "in three days' time"."""
    return _offset(scene, first, last, scene.anchor, 1)


def read_earlier(scene: Scene, first: int, last: int) -> Reading | None:
    """ "two years later": counted from what was spoken of last, or from a date right behind ("a week before 3 May")."""
    tokens = scene.tokens
    code = tokens.codes[last - 1]
    sign = -1 if code in "kJ" else 1
    focus = scene.focus
    if code in "JZ":
        behind = scene.read(last)
        if behind is not None:
            origin = (behind.start if sign < 0 else behind.end) or behind.start or behind.end
            reading = _offset(scene, first, last, origin, sign)
            return replace(reading, last=behind.last) if reading else None
        if tokens.code(last) in (".", "T", "A", "#", "o", "q", "t") and tokens.word(last) not in (
            "",
            "-",
            ")",
            ":",
            ";",
        ):
            low, high = amount(scene, first, last)
            unit = unit_at(scene, first, last) or "day"
            vague = scene.pick(first, last, "j") is not None or low != high
            value = duration_value(low, high, unit, vague)
            return replace(blank(first, last - 1, Precision.VAGUE, value, "amount"), type="DURATION")
    if focus is None or focus.days is None:
        return _offset(scene, first, last, None, sign)
    named = unit_at(scene, first, last)
    low, high = amount(scene, first, last)
    if named == "year" and low == high and focus.start is not None:
        if scene.quarter and low == 1 and sign < 0:
            return unit_reading(first, last, cal.shift(scene.quarter, "year", -1), "quarter")
        if focus.unit == "month":
            return unit_reading(first, last, cal.shift(focus.start, "year", sign * low), "month")
    return _offset(scene, first, last, focus.start if sign < 0 else focus.end, sign)


def read_same(scene: Scene, first: int, last: int) -> Reading | None:
    """ "that day", "the same month", "the following week", "the next day"."""
    unit = unit_at(scene, first, last)
    which = scene.pick(first, last, "sqfrx")
    assert unit is not None and which is not None
    if plural(scene, first, last):
        return None
    precision = PRECISION.get(unit, Precision.INTERVAL)
    focus = scene.focus
    code = scene.tokens.codes[which]
    if code in "sq" and scene.tokens.code(last) == "p" and (behind := scene.read(last + 1)) is not None:
        # "on the same day in mid-February" is a day of what stands behind it, not of what was spoken of before.
        return replace(behind, first=first)
    if focus is None or focus.start is None or focus.end is None:
        if scene.anchor and code in "xr" and unit != "day":
            step = -1 if code == "r" else 1
            return unit_reading(first, last, cal.shift(scene.anchor, unit, step), unit)
        return blank(first, last, precision, "", unit)
    if code in "sq":
        if unit == "day":
            return replace(focus, first=first, last=last, type="DATE", mod=None, yearless=False)
        return unit_reading(first, last, focus.start, unit)
    origin = focus.end if code in "fx" else focus.start
    return unit_reading(first, last, cal.shift(origin, unit, 1 if code in "fx" else -1), unit)


def read_at_the_time(scene: Scene, first: int, last: int) -> Reading | None:
    """ "at the time", "at that time": the days spoken of last."""
    if scene.pick(first, last, "s") is not None:
        return None
    if scene.focus is None:
        return blank(first, last, Precision.VAGUE)
    return replace(scene.focus, first=first, last=last, precision=Precision.VAGUE, type="DATE", yearless=False)


# How many tokens back "then" may point: to its own sentence or the one before.
_BACK = 60


def read_then(scene: Scene, first: int, last: int) -> Reading | None:
    """ "Since then", "until then": the days spoken of last, where they stand near; a bare "then" tells an order."""
    focus, codes = scene.onset or scene.focus, scene.tokens.codes
    if not first or codes[first - 1] not in "Bu" or focus is None or first - focus.last > _BACK:
        return None
    return replace(focus, first=first, last=last, precision=Precision.VAGUE, type="DATE", mod=None, yearless=False)
