"""Which days does a time expression of each kind hold, and which TIMEX3 value has it?

What always holds: a rule is given the tokens it matched and the day of writing, and returns a ``Reading`` or
``None`` where the words turn out to be no time after all. A relative expression read without a day of writing has
no bounds. TIMEX3 values follow TimeML 1.2.1.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from testimonia.model.period import Precision
from testimonia.read import calendar_rules as cal
from testimonia.read.calendar_rules import Days
from testimonia.read.period_grammar import BRANCHES
from testimonia.read.period_words import Tokens

_SEASON_CODES = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}
_UNIT_CODES = {"day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y", "decade": "E", "century": "C"}
_PRECISION = {
    "day": Precision.DAY, "week": Precision.WEEK, "fortnight": Precision.WEEK, "month": Precision.MONTH,
    "quarter": Precision.INTERVAL, "year": Precision.YEAR,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """What tokens ``first`` up to ``last`` say: days (either may be open), how finely, and the TIMEX3 of it.

    ``yearless`` marks a day or month whose year was guessed, so that a range may lend it one.
    """

    first: int
    last: int
    start: date | None
    end: date | None
    precision: Precision
    type: str = "DATE"
    value: str = ""
    mod: str | None = None
    unit: str = ""
    yearless: bool = False

    @property
    def days(self) -> Days | None:
        """Both bounds, or ``None`` where one is open."""
        return (self.start, self.end) if self.start and self.end else None


@dataclass(slots=True)
class Scene:
    """What a rule may look at: the tokens, the day of writing, and what was read before it in the text."""

    tokens: Tokens
    anchor: date | None
    focus: Reading | None = None
    quarter: date | None = None

    def read(self, at: int) -> Reading | None:
        """The reading of the expression that begins at token ``at``, or ``None``."""
        codes = self.tokens.codes
        for name, pattern in BRANCHES:
            match = pattern.match(codes, at)
            if match is not None and (reading := RULES[name](self, at, match.end())) is not None:
                return reading
        return None

    def pick(self, first: int, last: int, letters: str) -> int | None:
        """The first token of ``first:last`` with one of ``letters``."""
        codes = self.tokens.codes
        return next((index for index in range(first, last) if codes[index] in letters), None)

    def picks(self, first: int, last: int, letters: str) -> list[int]:
        """All tokens of ``first:last`` with one of ``letters``."""
        codes = self.tokens.codes
        return [index for index in range(first, last) if codes[index] in letters]

    def number(self, index: int) -> int:
        """The whole number that a token writes."""
        return int(self.tokens.values.get(index, 0))

    def future(self, index: int) -> bool:
        """Whether the words around a token tell of what is to come; the nearest cue of its sentence decides."""
        tokens, words = self.tokens, self.tokens.lexicon.words
        best: tuple[int, bool] | None = None
        for step, weight, limit in ((-1, 2, 14), (1, 3, 10)):
            at = index
            for distance in range(1, limit):
                at += step
                word = tokens.word(at)
                if not word or (word in ".!?;" and not tokens.code(at - 1) == "M"):
                    break
                ahead = word in words.future_cues and tokens.code(at) != "M"
                behind = word in words.past_cues or (len(word) > 4 and word.endswith("ed"))
                if ahead or behind:
                    if best is None or distance * weight < best[0]:
                        best = (distance * weight, ahead)
                    if ahead or step > 0:
                        break
        return best is not None and best[1]


def _blank(first: int, last: int, precision: Precision, value: str = "", unit: str = "") -> Reading:
    return Reading(first, last, None, None, precision, value=value, unit=unit)


def _of(first: int, last: int, days: Days, precision: Precision, value: str, unit: str = "") -> Reading:
    return Reading(first, last, days[0], days[1], precision, value=value, unit=unit)


def _unit_value(day: date, unit: str) -> str:
    if unit in ("week", "fortnight"):
        iso = day.isocalendar()
        return f"{iso.year:04}-W{iso.week:02}"
    if unit == "month":
        return f"{day:%Y-%m}"
    if unit == "quarter":
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    if unit == "year":
        return f"{day.year:04}"
    if unit == "decade":
        return f"{day.year // 10}"
    if unit in ("century", "millennium"):
        return f"{day.year // 100}"
    return day.isoformat()


def _unit_reading(first: int, last: int, day: date, unit: str) -> Reading:
    days = cal.unit_around(day, unit)
    return _of(first, last, days, _PRECISION.get(unit, Precision.INTERVAL), _unit_value(day, unit), unit)


# Days and months ------------------------------------------------------------------------------------------------


def _written(scene: Scene, first: int, last: int) -> Reading | None:
    at = scene.pick(first, last, "D")
    assert at is not None
    parts = [int(part) for part in scene.tokens.lower[at].split("t")[0].replace("/", "-").replace(".", "-").split("-")]
    lengths = [
        len(part) for part in scene.tokens.lower[at].split("t")[0].replace("/", "-").replace(".", "-").split("-")
    ]
    orders: list[tuple[int, int, int]] = []
    if lengths[0] == 4:
        orders = [(parts[0], parts[1], parts[2])]
    elif lengths[2] in (2, 4) and lengths[0] <= 2:
        full = parts[2] if lengths[2] == 4 else (2000 if parts[2] < 60 else 1900) + parts[2]
        orders = [(full, parts[1], parts[0]), (full, parts[0], parts[1])]
        if "/" in scene.tokens.lower[at] and scene.anchor and parts[0] <= 12 and parts[1] <= 12:
            # Both orders are dates: the one nearer to the day of writing, not after it, is the likelier.
            anchor = scene.anchor
            orders.sort(key=lambda o: abs((_day_or_far(o) - anchor).days) + 400 * (_day_or_far(o) > anchor))
    for numbers in orders:
        if day := cal.clamp(*numbers):
            return _of(first, last, (day, day), Precision.DAY, day.isoformat(), "day")
    return None


def _day_or_far(numbers: tuple[int, int, int]) -> date:
    return cal.clamp(*numbers) or date.max


def _month_number(scene: Scene, index: int) -> int:
    words = scene.tokens.lexicon.words
    word = scene.tokens.lower[index]
    return words.months.get(word) or words.month_abbreviations[word]


def _year_for(scene: Scene, index: int, month: int, day: int | None) -> int | None:
    """The year of a month or day without one: the last such, or the next where the words look ahead."""
    anchor = scene.anchor
    if anchor is None:
        return None
    this = (month, day) if day else (month, anchor.day)
    here = (anchor.month, anchor.day)
    if this == here:
        return anchor.year
    if scene.future(index):
        return anchor.year if this > here else anchor.year + 1
    if day is None:
        return anchor.year - (this > here)
    # A day without a year is seldom more than half a year away from the day of writing; the past is the likelier.
    years = [year for year in (anchor.year, anchor.year - 1, anchor.year + 1) if cal.clamp(year, month, day)]
    if not years:
        return anchor.year
    return min(years, key=lambda year: _distance(cal.clamp(year, month, day) or anchor, anchor))


def _distance(day: date, anchor: date) -> float:
    days = (day - anchor).days
    return 1.3 * days if days > 0 else -days


def _days_in_month(scene: Scene, first: int, last: int) -> Reading | None:
    """One day, or two that end a range, with a month and perhaps a year."""
    month_at = scene.pick(first, last, "M")
    assert month_at is not None
    numbers = [index for index in scene.picks(first, last, "#o")]
    days = [scene.number(index) for index in numbers]
    if not days or not all(1 <= day <= 31 for day in days) or not scene.tokens.lower[numbers[0]][0:1].isalnum():
        return None
    month = _month_number(scene, month_at)
    year_at = scene.pick(first, last, "y")
    tokens = scene.tokens
    if year_at is None and numbers[-1] > month_at and tokens.word(last) in tokens.lexicon.words.counted:
        return None
    year = scene.number(year_at) if year_at is not None else _year_for(scene, first, month, days[0])
    if year is None:
        return replace(_blank(first, last, Precision.DAY, f"XXXX-{month:02}-{days[0]:02}", "day"), yearless=True)
    bounds = [cal.clamp(year, month, day) for day in days]
    start, end = bounds[0], bounds[-1]
    if start is None or end is None or start > end:
        return None
    if end != start:
        return _of(first, last, (start, end), Precision.INTERVAL, start.isoformat(), "day")
    reading = _of(first, last, (start, end), Precision.DAY, start.isoformat(), "day")
    return replace(reading, yearless=year_at is None)


def _month(scene: Scene, first: int, last: int) -> Reading | None:
    month_at = scene.pick(first, last, "M")
    assert month_at is not None
    tokens, anchor = scene.tokens, scene.anchor
    if tokens.word(last - 1) == "." and tokens.word(month_at) not in tokens.lexicon.words.month_abbreviations:
        last -= 1
    number = _month_number(scene, month_at)
    year_at = scene.pick(first, last, "y")
    if year_at is not None:
        year = scene.number(year_at)
        return _of(first, last, cal.month(year, number), Precision.MONTH, f"{year:04}-{number:02}", "month")
    if tokens.word(month_at) in tokens.lexicon.words.month_abbreviations and first == month_at and last == first + 1:
        return None
    if anchor is None:
        return replace(_blank(first, last, Precision.MONTH, f"XXXX-{number:02}", "month"), yearless=True)
    which = scene.pick(first, last, "ltrxqsf")
    if which is not None and scene.pick(first, last, "U") is not None:
        year = _shifted_year(scene, which)
    elif which is not None:
        code = tokens.codes[which]
        year = anchor.year
        if code == "l":
            year -= number >= anchor.month
        elif code == "x":
            year += number <= anchor.month
    else:
        year = _year_for(scene, first, number, None) or anchor.year
    reading = _of(first, last, cal.month(year, number), Precision.MONTH, f"{year:04}-{number:02}", "month")
    return replace(reading, yearless=which is None)


def _shifted_year(scene: Scene, which: int) -> int:
    code = scene.tokens.codes[which]
    assert scene.anchor is not None
    if code in "qsfr" and scene.focus and scene.focus.start:
        return scene.focus.start.year + {"f": 1, "r": -1}.get(code, 0)
    return scene.anchor.year + {"l": -1, "r": -1, "x": 1, "f": 1}.get(code, 0)


def _weekday(scene: Scene, first: int, last: int) -> Reading | None:
    at = scene.pick(first, last, "W")
    assert at is not None
    words = scene.tokens.lexicon.words
    word = scene.tokens.lower[at]
    number = words.weekdays.get(word, words.weekday_abbreviations.get(word))
    if number is None:
        return None
    part = scene.pick(first, last, "P")
    anchor = scene.anchor
    if anchor is None:
        return _blank(first, last, Precision.DAY, "XXXX-WXX-" + str(number + 1), "day")
    code = scene.tokens.codes[first] if first != at else ""
    if code == "T" and first + 1 < at:
        code = scene.tokens.codes[first + 1]
    unit = scene.pick(at, last, "U")
    if unit is not None:
        which = scene.pick(at, last, "lxtr")
        assert which is not None
        offset = {"l": -7, "r": -7, "x": 7}.get(scene.tokens.codes[which], 0)
        day = cal.move(cal.week(cal.move(anchor, offset))[0], number)
    elif code == "f" and scene.focus and scene.focus.end:
        day = cal.move(scene.focus.end, (number - scene.focus.end.weekday() - 1) % 7 + 1)
    elif code == "x" or (code != "l" and scene.future(first)):
        ahead = (number - anchor.weekday()) % 7
        day = cal.move(anchor, ahead if ahead or code != "x" else 7)
    else:
        back = (anchor.weekday() - number) % 7
        day = cal.move(anchor, -(back if back or code != "l" else 7))
    return _day_reading(scene, first, last, day, part)


def _day_reading(scene: Scene, first: int, last: int, day: date, part: int | None) -> Reading:
    reading = _of(first, last, (day, day), Precision.DAY, day.isoformat(), "day")
    if part is None:
        return reading
    code = scene.tokens.lexicon.words.parts_of_day.get(scene.tokens.lower[part], "DT")
    return replace(reading, value=f"{day.isoformat()}T{code}", type="TIME")


def _weekend(scene: Scene, first: int, last: int) -> Reading | None:
    anchor = scene.anchor
    if anchor is None:
        return _blank(first, last, Precision.DAY, "XXXX-WXX-WE", "day")
    code = scene.tokens.codes[last - 2] if last - first > 1 else ""
    if code in ("q", "s", "f", "r") and scene.focus and scene.focus.end:
        days = cal.weekend(cal.move(scene.focus.end, {"f": 7, "r": -7}.get(code, 0)))
    elif code == "x" or (code not in ("l", "r") and scene.future(first)):
        days = cal.weekend(cal.move(anchor, 2 if code != "x" or anchor.weekday() < 5 else 7))
    else:
        days = cal.weekend(anchor)
        if days[0] > anchor or (code == "l" and anchor.weekday() > 4):
            days = cal.weekend(cal.move(anchor, -7))
    iso = days[0].isocalendar()
    return _of(first, last, days, Precision.INTERVAL, f"{iso.year:04}-W{iso.week:02}-WE", "week")


def _day(scene: Scene, first: int, last: int) -> Reading | None:
    anchor = scene.anchor
    if anchor is None:
        return _blank(first, last, Precision.DAY, "XXXX-XX-XX", "day")
    if scene.tokens.codes[first] == "v":
        return _of(first, last, (cal.move(anchor, -1), anchor), Precision.DAY, f"{cal.move(anchor, -1)}TNI", "day")
    at = scene.pick(first, last, "d")
    assert at is not None
    day = cal.move(anchor, scene.tokens.lexicon.words.deictic[scene.tokens.lower[at]])
    beyond = scene.pick(first, at, "JZ")
    if beyond is not None:
        day = cal.move(day, -1 if scene.tokens.codes[beyond] == "J" else 1)
    return _day_reading(scene, first, last, day, scene.pick(at, last, "P"))


def _part_of_day(scene: Scene, first: int, last: int) -> Reading | None:
    code = scene.tokens.codes[last - 2]
    origin = scene.focus.start if code in "fxq" and scene.focus else scene.anchor
    if origin is None:
        return _blank(first, last, Precision.DAY, "XXXX-XX-XX", "day")
    day = cal.move(origin, {"l": -1, "f": 1, "x": 1}.get(code, 0))
    return _day_reading(scene, first, last, day, last - 1)


# Units ----------------------------------------------------------------------------------------------------------


def unit_at(scene: Scene, first: int, last: int) -> str | None:
    at = scene.pick(first, last, "Uh")
    if at is None:
        return None
    words = scene.tokens.lexicon.words
    word = scene.tokens.lower[at]
    return words.units.get(word) or words.small_units.get(word)


def _plural(scene: Scene, first: int, last: int) -> bool:
    at = scene.pick(first, last, "Uh")
    return at is not None and scene.tokens.lower[at].endswith(("s", "ia"))


def _unit(scene: Scene, first: int, last: int) -> Reading | None:
    """ "last week", "this year", "recent months"."""
    unit = unit_at(scene, first, last)
    which = scene.pick(first, last, "txlr")
    assert unit is not None and which is not None
    words, code, anchor = scene.tokens.lexicon.words, scene.tokens.codes[which], scene.anchor
    if scene.tokens.lower[which] in words.final:
        return None
    definite = scene.tokens.codes[first] == "T"
    if _plural(scene, first, last):
        if scene.tokens.lower[which] not in words.recent:
            return None
        if anchor is None:
            return _blank(first, last, Precision.VAGUE, "PAST_REF")
        back = cal.shift(anchor, unit, -words.recent_reach.get(unit, 5))
        return replace(_of(first, last, (back, anchor), Precision.VAGUE, "P" + "X" + unit[0].upper()), type="DURATION")
    if scene.tokens.lower[which] in words.recent or scene.tokens.lower[which] in ("upcoming",):
        return None
    if unit == "day" and code in "xr":
        return _same(scene, first, last)
    if code == "r" and scene.focus and scene.focus.start:
        return _same(scene, first, last)
    if anchor is None:
        return _blank(first, last, _PRECISION.get(unit, Precision.INTERVAL), "", unit)
    if definite and code == "l":
        # "the past year" reaches back from now; "last year" is a year of the calendar.
        back = cal.shift(anchor, unit, -1)
        if unit in ("decade", "century"):
            value = duration_value(1, 1, unit, False)
            return replace(_of(first, last, (back, anchor), Precision.INTERVAL, value, unit), type="DURATION")
        return _of(first, last, (back, anchor), Precision.INTERVAL, _unit_value(back, unit), unit)
    step = {"l": -1, "r": -1, "x": 1}.get(code, 0)
    return _unit_reading(first, last, cal.shift(anchor, unit, step), unit)


def _unit_beyond(scene: Scene, first: int, last: int) -> Reading | None:
    unit = unit_at(scene, first, last)
    assert unit is not None
    if scene.anchor is None:
        return _blank(first, last, _PRECISION.get(unit, Precision.INTERVAL))
    step = -2 if scene.tokens.codes[last - 1] == "l" else 2
    return _unit_reading(first, last, cal.shift(scene.anchor, unit, step), unit)


def amount(scene: Scene, first: int, last: int) -> tuple[float, float]:
    """Fewest and most units that an amount says; "a week and a half" is 1.5."""
    tokens, words = scene.tokens, scene.tokens.lexicon.words
    half = scene.pick(first, last, "H")
    unit = scene.pick(first, last, "Uh")
    several = scene.pick(first, last, "j")
    if several is not None:
        low, high = words.several[tokens.lower[several]]
        return float(low), float(high)
    numbers = [scene.tokens.values[index] for index in scene.picks(first, last, "#") if index in tokens.values]
    if half is not None and unit is not None and half < unit:
        return 0.5, 0.5
    extra = 0.5 if half is not None else 0.0
    if numbers:
        return numbers[0] + extra, numbers[-1] + extra
    return (1.0 + extra, 1.0 + extra) if scene.pick(first, last, "AT") is not None else (2.0, 9.0)


def duration_value(low: float, high: float, unit: str, vague: bool) -> str:
    if unit in ("decade", "century"):
        low, unit = low * (10 if unit == "decade" else 100), "year"
    if unit == "fortnight":
        low, unit = low * 2, "week"
    code = _UNIT_CODES.get(unit)
    number = "X" if vague or low != high else f"{low:g}"
    return f"P{number}{code}" if code else f"PT{number}{unit[0].upper()}"


def _last_units(scene: Scene, first: int, last: int) -> Reading | None:
    unit = unit_at(scene, first, last)
    assert unit is not None
    low, high = amount(scene, first, last)
    vague = scene.pick(first, last, "j") is not None
    value = duration_value(low, high, unit, vague)
    if scene.anchor is None:
        return replace(_blank(first, last, Precision.INTERVAL, value), type="DURATION")
    far = _moved(scene.anchor, unit, high, 1 if scene.tokens.codes[scene.pick(first, last, "lx") or 0] == "x" else -1)
    days = (far, scene.anchor) if far <= scene.anchor else (scene.anchor, far)
    precision = Precision.VAGUE if vague else Precision.INTERVAL
    return replace(_of(first, last, days, precision, value), type="DURATION")


def _moved(day: date, unit: str, count: float, sign: int) -> date:
    if unit in ("hour", "minute", "second"):
        hours = count / {"hour": 1, "minute": 60, "second": 3600}[unit]
        return cal.move(day, sign * -int(-hours // 24) if hours > 12 else 0)
    return cal.shift(day, unit, sign * count)


def _offset(scene: Scene, first: int, last: int, origin: date | None, sign: int) -> Reading | None:
    """So many units before or after a day, as finely as the unit allows."""
    unit = unit_at(scene, first, last)
    assert unit is not None
    precision = _PRECISION.get(unit, Precision.VAGUE)
    if origin is None:
        return _blank(first, last, precision, "", unit)
    low, high = amount(scene, first, last)
    if low == high and unit in ("hour", "minute", "second", "day"):
        day = _moved(origin, unit, low, sign)
        return _of(first, last, (day, day), Precision.DAY, day.isoformat(), "day")
    if low == high and unit in cal.FIXED:
        day = cal.shift(origin, unit, sign * low)
        days = (cal.move(day, -1), cal.move(day, 1)) if low % 1 else cal.unit_around(day, "week")
        return _of(first, last, days, Precision.WEEK, _unit_value(day, "week"), "week")
    if low == high:
        day = cal.shift(origin, unit, sign * low)
        finer = "year" if unit in ("decade", "century", "millennium") else unit
        finer = "month" if low % 1 and finer == "year" else finer
        return _unit_reading(first, last, day, finer)
    ends = sorted((_moved(origin, unit, low, sign), _moved(origin, unit, high, sign)))
    value = "PAST_REF" if sign < 0 else "FUTURE_REF"
    if unit in ("year", "decade"):
        days = (cal.year(ends[0].year)[0], cal.year(ends[1].year)[1])
        value = f"{ends[0].year // 10}" if unit == "decade" else value
    else:
        days = (ends[0], ends[1])
    return _of(first, last, days, Precision.VAGUE, value, unit)


def _ago(scene: Scene, first: int, last: int) -> Reading | None:
    reading = _offset(scene, first, last, scene.anchor, -1)
    if reading and reading.unit == "year" and scene.quarter and amount(scene, first, last) == (1.0, 1.0):
        return _unit_reading(first, last, cal.shift(scene.quarter, "year", -1), "quarter")
    return reading


def _ahead(scene: Scene, first: int, last: int) -> Reading | None:
    return _offset(scene, first, last, scene.anchor, 1)


def _earlier(scene: Scene, first: int, last: int) -> Reading | None:
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
            return replace(_blank(first, last - 1, Precision.VAGUE, value), type="DURATION")
    if focus is None or focus.days is None:
        return _offset(scene, first, last, None, sign)
    unit = unit_at(scene, first, last)
    low, high = amount(scene, first, last)
    if unit == "year" and low == high and focus.start is not None:
        if scene.quarter and low == 1 and sign < 0:
            return _unit_reading(first, last, cal.shift(scene.quarter, "year", -1), "quarter")
        if focus.unit == "month":
            return _unit_reading(first, last, cal.shift(focus.start, "year", sign * low), "month")
    return _offset(scene, first, last, focus.start if sign < 0 else focus.end, sign)


def _same(scene: Scene, first: int, last: int) -> Reading | None:
    """ "that day", "the same month", "the following week", "the next day"."""
    unit = unit_at(scene, first, last)
    which = scene.pick(first, last, "sqfrx")
    assert unit is not None and which is not None
    if _plural(scene, first, last):
        return None
    precision = _PRECISION.get(unit, Precision.INTERVAL)
    focus = scene.focus
    code = scene.tokens.codes[which]
    if focus is None or focus.start is None or focus.end is None:
        if scene.anchor and code in "xr" and unit != "day":
            step = -1 if code == "r" else 1
            return _unit_reading(first, last, cal.shift(scene.anchor, unit, step), unit)
        return _blank(first, last, precision, "", unit)
    if code in "sq":
        if unit == "day":
            return replace(focus, first=first, last=last, type="DATE", mod=None, yearless=False)
        return _unit_reading(first, last, focus.start, unit)
    origin = focus.end if code in "fx" else focus.start
    return _unit_reading(first, last, cal.shift(origin, unit, 1 if code in "fx" else -1), unit)


def _at_the_time(scene: Scene, first: int, last: int) -> Reading | None:
    if scene.pick(first, last, "s") is not None:
        return None
    if scene.focus is None:
        return _blank(first, last, Precision.VAGUE)
    return replace(scene.focus, first=first, last=last, precision=Precision.VAGUE, type="DATE", yearless=False)


# Seasons, quarters, years, decades ----------------------------------------------------------------------------------


def _season(scene: Scene, first: int, last: int) -> Reading | None:
    at = scene.pick(first, last, "S")
    assert at is not None
    words, tokens, anchor = scene.tokens.lexicon.words, scene.tokens, scene.anchor
    name = words.seasons.get(tokens.lower[at]) or words.doubtful_seasons[tokens.lower[at]]
    year_at = scene.pick(first, last, "y")
    which = scene.pick(first, last, "ltxrq")
    if year_at is not None:
        year = scene.number(year_at)
    elif anchor is None:
        return _blank(first, last, Precision.SEASON, f"XXXX-{_SEASON_CODES[name]}", "season")
    elif which is not None and which > at:
        year = _shifted_year(scene, which)
    elif which is not None and tokens.codes[which] == "q" and scene.focus and scene.focus.start:
        year = scene.focus.start.year
    else:
        year = anchor.year
        begins, ends = cal.season(year, name)
        if name == "winter" and anchor.month < 3 and (which is None or tokens.codes[which] == "t"):
            year -= 1
        elif which is not None and tokens.codes[which] == "l":
            year -= ends >= anchor
        elif which is not None and tokens.codes[which] == "x":
            year += begins <= anchor
        elif which is None and begins > anchor and not scene.future(first):
            year -= 1
    return _of(first, last, cal.season(year, name), Precision.SEASON, f"{year:04}-{_SEASON_CODES[name]}", "season")


def _quarter(scene: Scene, first: int, last: int) -> Reading | None:
    """ "the third quarter of 2016"; with other units "the 19th century", else no time."""
    unit = unit_at(scene, first, last)
    at = scene.pick(first, last, "o")
    if unit == "century" and at is not None:
        return _century(scene, first, last)
    if unit != "quarter":
        return _retry(scene, first, last)
    year_at = scene.pick(first, last, "y")
    if at is None:
        quarter = _running_quarter(scene)
        if quarter and not _plural(scene, first, last) and scene.tokens.codes[first] in "Ts":
            return _unit_reading(first, last, quarter, "quarter")
        return _retry(scene, first, last)
    if not 1 <= scene.number(at) <= 4:
        return None
    if year_at is None and scene.anchor is None:
        return _blank(first, last, Precision.INTERVAL, f"XXXX-Q{scene.number(at)}", "quarter")
    which = scene.pick(at + 2, last, "tlx")
    if year_at is not None:
        year = scene.number(year_at)
    else:
        assert scene.anchor is not None
        days = cal.quarter(scene.anchor.year, scene.number(at))
        year = _shifted_year(scene, which) if which is not None else scene.anchor.year
        if which is None and days[0] > scene.anchor and not scene.future(first):
            year -= (days[0] - scene.anchor).days > 92
    number = scene.number(at)
    scene.quarter = cal.quarter(year, number)[0]
    return _of(first, last, cal.quarter(year, number), Precision.INTERVAL, f"{year:04}-Q{number}", "quarter")


def _running_quarter(scene: Scene) -> date | None:
    """The quarter spoken of: the one named last, else the last that was over on the day of writing."""
    if scene.quarter is None and scene.anchor is not None:
        return cal.shift(cal.unit_around(scene.anchor, "quarter")[0], "quarter", -1)
    return scene.quarter


def _year_before(scene: Scene, first: int, last: int) -> Reading | None:
    """ "the year-ago quarter", "the year-earlier period": a year before the quarter spoken of."""
    quarter = _running_quarter(scene)
    if unit_at(scene, first, last) != "year" or scene.tokens.code(last) == "-":
        return None
    if scene.tokens.code(last) == "." and scene.tokens.codes[first] == "T" and scene.tokens.codes[last - 1] in "gk":
        last += 1
    if quarter is None:
        return _blank(first, last, Precision.INTERVAL, "", "quarter")
    return _unit_reading(first, last, cal.shift(quarter, "year", -1), "quarter")


def _unit_end(scene: Scene, first: int, last: int) -> Reading | None:
    """ "year-end", "by month end"."""
    unit = unit_at(scene, first, last)
    tokens = scene.tokens
    if unit not in ("year", "month", "week") or tokens.word(last - 1) not in tokens.lexicon.words.nouns_of_part:
        return None
    if _plural(scene, first, last) or scene.anchor is None:
        return None
    begin, end = cal.unit_around(scene.anchor, unit)
    start = cal.part((begin, end), "late")[0] if unit != "year" else end.replace(day=1)
    return replace(_of(first, last, (start, end), Precision.INTERVAL, end.isoformat()[:7], "month"), mod="END")


def _retry(scene: Scene, first: int, last: int) -> Reading | None:
    """The same words under the rules for units, where the branch for quarters caught them first."""
    code = scene.tokens.codes[scene.pick(first, last, "orlfts") or first]
    at = scene.pick(first, last, "U")
    assert at is not None
    if code in "lt":
        return _unit(scene, first, at + 1)
    if code in "fs" or code == "r":
        return _same(scene, first, at + 1) if scene.focus or code != "r" else _unit(scene, first, at + 1)
    return None


def _century(scene: Scene, first: int, last: int) -> Reading | None:
    at = scene.pick(first, last, "o")
    if at is None or unit_at(scene, first, last) != "century" or not 1 <= scene.number(at) <= 30:
        return None
    number = scene.number(at)
    return _of(first, last, cal.century(number), Precision.VAGUE, f"{number - 1:02}", "century")


def _decade(scene: Scene, first: int, last: int) -> Reading | None:
    at = last - 1
    word = scene.tokens.lower[at]
    named = scene.tokens.lexicon.words.decades.get(word)
    number = named if named is not None else int("".join(filter(str.isdigit, word)))
    if named is not None and scene.tokens.codes[first] != "T":
        return None
    if named is None and not word[0].isdigit() and number % 10:
        return None
    if number < 100:
        if named is None and scene.tokens.codes[first] != "T" and word[0].isdigit():
            return None
        number += 1900 if number >= 20 else 2000
    if not 1000 <= number <= 2100:
        return None
    return _of(first, last, cal.decade(number), Precision.VAGUE, f"{number // 10}", "decade")


def _years(scene: Scene, first: int, last: int) -> Reading | None:
    start, raw = scene.number(first), scene.number(last - 1)
    digits = scene.tokens.lower[last - 1]
    end = raw if len(digits) == 4 else start - start % 100 + raw
    if not digits.isdigit() or len(digits) not in (2, 4) or not start < end:
        return _year(scene, first, first + 1)
    return _of(first, last, (cal.year(start)[0], cal.year(end)[1]), Precision.INTERVAL, f"{start:04}", "year")


def _year(scene: Scene, first: int, last: int) -> Reading | None:
    number = scene.number(first)
    return _of(first, last, cal.year(number), Precision.YEAR, f"{number:04}", "year")


def _holiday(scene: Scene, first: int, last: int) -> Reading | None:
    tokens, holidays = scene.tokens, scene.tokens.lexicon.words.holidays
    best: tuple[int, str] | None = None
    for end in range(first + 1, min(first + 5, len(tokens.lower) + 1)):
        words = tokens.text[tokens.starts[first] : tokens.ends[end - 1]].lower().replace("’", "'")
        if words in holidays:
            best = (end, holidays[words])
    if best is None or not tokens.capital(first):
        return None
    month, day = (int(part) for part in best[1].split("-"))
    following = tokens.code(best[0])
    after = best[0] + (following == ",")
    if tokens.code(after) == "y":
        year: int | None = scene.number(after)
        best = (after + 1, best[1])
    else:
        year = _year_for(scene, first, month, day)
    if year is None:
        return _blank(first, best[0], Precision.DAY, f"XXXX-{month:02}-{day:02}", "day")
    when = date(year, month, day)
    return _of(first, best[0], (when, when), Precision.DAY, when.isoformat(), "day")


# Parts of what follows ----------------------------------------------------------------------------------------------


def _core(scene: Scene, at: int) -> Reading | None:
    """What stands behind "the end of" and the like; there "the year" is the running one."""
    tokens = scene.tokens
    reading = scene.read(at)
    if reading is not None:
        return reading
    skip = at + (tokens.code(at) == "T")
    if tokens.code(skip) == "U" and not tokens.lower[skip].endswith("s"):
        unit = tokens.lexicon.words.units[tokens.lower[skip]]
        if scene.anchor is None:
            return _blank(at, skip + 1, Precision.INTERVAL, "", unit)
        return _unit_reading(at, skip + 1, scene.anchor, unit)
    return None


_PARTS = {"e": "early", "i": "mid", "a": "late"}
_MODS = {"early": "START", "mid": "MID", "late": "END", "first half": "START", "second half": "END"}


def _cut(core: Reading, first: int, which: str) -> Reading:
    mod = _MODS[which]
    if core.days is None:
        return replace(core, first=first, mod=mod)
    days = cal.part(core.days, which)
    precision = core.precision if core.precision is Precision.DAY else Precision.INTERVAL
    return replace(core, first=first, start=days[0], end=days[1], mod=mod, precision=precision)


def _part_of(scene: Scene, first: int, last: int) -> Reading | None:
    at = scene.pick(first, last, "eia")
    assert at is not None
    core = _core(scene, last)
    if core is None or (core.type == "DURATION" and core.value.startswith("P")):
        return None
    noun = scene.tokens.lower[at] in scene.tokens.lexicon.words.nouns_of_part
    if noun and scene.pick(at, last, "O") is None and core.unit != "year":
        return None
    if not noun and core.unit == "day" and scene.tokens.code(at) != "i" and core.precision is Precision.DAY:
        return replace(core, first=first)
    return _cut(core, first, _PARTS[scene.tokens.codes[at]])


def _half(scene: Scene, first: int, last: int) -> Reading | None:
    which = scene.pick(first, last, "olea")
    assert which is not None
    core = _core(scene, last)
    if core is None or core.first != last:
        return None
    code = scene.tokens.codes[which]
    earlier = code == "e" or (code == "o" and scene.number(which) == 1)
    reading = _cut(core, first, "first half" if earlier else "second half")
    if core.unit == "year":
        return replace(reading, value=f"{core.value}-H{1 if earlier else 2}", mod=None)
    return reading


def _span_of(scene: Scene, first: int, last: int) -> Reading | None:
    """ "the first two weeks of 2016", "the last week of July", "the second week of March"."""
    tokens = scene.tokens
    core = _core(scene, last)
    unit = unit_at(scene, first, last)
    if core is None or unit is None:
        return None
    which = scene.pick(first, last, "olea")
    low, high = amount(scene, first, last - 1)
    if scene.pick(first, last, "#j") is None:
        high = 1.0
    value = duration_value(high, high, unit, False)
    if core.days is None or unit in ("century", "millennium") or which is None:
        return None if which is None else replace(core, first=first, start=None, end=None)
    begin, end = core.days
    code = tokens.codes[which]
    if code == "o" and scene.pick(first, last, "#j") is None and scene.number(which) > 1:
        start = cal.shift(begin, unit, scene.number(which) - 1)
        stop = cal.move(cal.shift(begin, unit, scene.number(which)), -1)
    elif code in "oe":
        start, stop = begin, cal.move(cal.shift(begin, unit, high), -1)
    else:
        start, stop = cal.move(cal.shift(end, unit, -high), 1), end
    start, stop = max(start, begin), min(stop, end)
    if start > stop:
        return None
    return Reading(first, core.last, start, stop, Precision.INTERVAL, "DATE", value, None, unit)


def _week_of(scene: Scene, first: int, last: int) -> Reading | None:
    core = scene.read(last)
    unit = unit_at(scene, first, last)
    if core is None or unit is None or core.start is None:
        return None
    return replace(_unit_reading(first, core.last, core.start, unit))


def _clock_of(scene: Scene, first: int, last: int) -> Reading | None:
    core = scene.read(last)
    return replace(core, first=first) if core else None


def _edge_of(scene: Scene, first: int, last: int) -> Reading | None:
    """ "earlier this month" ends today, "later this year" begins today."""
    core = scene.read(last) or _core(scene, last)
    if core is None or core.type == "DURATION":
        return None
    earlier = scene.tokens.codes[first] == "k"
    mod = "START" if earlier else "END"
    anchor = scene.anchor
    if core.days is None or anchor is None or not core.days[0] <= anchor <= core.days[1]:
        return replace(core, first=first, mod=mod)
    days = (core.days[0], anchor) if earlier else (anchor, core.days[1])
    return replace(core, first=first, start=days[0], end=days[1], mod=mod)


Rule = Callable[[Scene, int, int], Reading | None]

RULES: Mapping[str, Rule] = MappingProxyType({
    "written": _written, "day_range": _days_in_month, "day_month": _days_in_month, "month_range": _days_in_month,
    "month_day": _days_in_month, "span_of": _span_of, "half": _half, "week_of": _week_of, "part_of": _part_of,
    "clock_of": _clock_of, "edge_of": _edge_of, "month_of_year": _month, "year_before": _year_before, "unit_end": _unit_end, "quarter": _quarter, "season": _season,
    "month": _month, "weekday_of": _weekday, "weekday": _weekday, "weekend": _weekend, "day_beyond": _day, "day": _day,
    "part_of_day": _part_of_day, "unit_beyond": _unit_beyond, "last_units": _last_units, "ago": _ago, "ahead": _ahead,
    "earlier": _earlier, "same": _same, "unit": _unit, "at_the_time": _at_the_time, "century": _century,
    "decade": _decade, "years": _years, "year": _year, "holiday": _holiday,
})  # fmt: skip
