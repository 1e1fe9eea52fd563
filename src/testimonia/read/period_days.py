"""Which days do dates, months, weekdays, weekends and feasts name?

What always holds: a rule returns ``None`` where its words turn out to be no time; without a year the last such day
is meant, unless the words around it look ahead or another year is much nearer.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from testimonia.model.period import Precision
from testimonia.read import calendar_rules as cal
from testimonia.read.period_scene import Reading, Scene, blank, of_days, shifted_year


def read_written(scene: Scene, first: int, last: int) -> Reading | None:
    """ "2016-02-05", "05/02/2016", "5.2.2016": day before month, unless only the other order is a date or nearer."""
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
            return of_days(first, last, (day, day), Precision.DAY, day.isoformat(), "day")
    return None


def _day_or_far(numbers: tuple[int, int, int]) -> date:
    return cal.clamp(*numbers) or date.max


def _month_number(scene: Scene, index: int) -> int:
    words = scene.tokens.lexicon.words
    word = scene.tokens.lower[index]
    return words.months.get(word) or words.month_abbreviations[word]


def _abbreviated(scene: Scene, index: int) -> bool:
    return scene.tokens.word(index) in scene.tokens.lexicon.words.month_abbreviations


def _year_for(scene: Scene, index: int, month: int, day: int | None) -> int | None:
    """The year of a month or day without one: the last such, or the next where the words look ahead."""
    anchor = scene.anchor
    if (focus := scene.told_before(index)) is not None:
        # "On 24 February 2022 ...; by 2 March": the same sentence goes on in the same year.
        return focus.year + ((month, day or 31) < (focus.month, focus.day))
    if anchor is None:
        return None
    this = (month, day) if day else (month, anchor.day)
    here = (anchor.month, anchor.day)
    if this == here:
        return anchor.year
    direction = scene.direction(index)
    if direction > 0:
        return anchor.year if this > here else anchor.year + 1
    if day is None:
        # A month ahead is meant only where nothing tells of the past and the month before is four times as far.
        ahead = (month - anchor.month) % 12
        looks_ahead = (direction == 0 or _opens(scene, index)) and 0 < 4 * ahead <= 12 - ahead
        return anchor.year + (month < anchor.month) if looks_ahead else anchor.year - (this > here)
    # A day without a year is seldom more than half a year away from the day of writing; the past is the likelier.
    years = [year for year in (anchor.year, anchor.year - 1, anchor.year + 1) if cal.clamp(year, month, day)]
    if not years:
        return anchor.year
    return min(years, key=lambda year: _distance(cal.clamp(year, month, day) or anchor, anchor))


def _opens(scene: Scene, index: int) -> bool:
    """Whether "until" or "by" stands before a month, past "early" and the like."""
    while index > 0 and scene.tokens.codes[index - 1] in "eia-T":
        index -= 1
    return index > 0 and scene.tokens.codes[index - 1] == "u"


def _distance(day: date, anchor: date) -> float:
    days = (day - anchor).days
    return 1.3 * days if days > 0 else -days


def read_days_in_month(scene: Scene, first: int, last: int) -> Reading | None:
    """One day, or two that end a range, with a month and perhaps a year."""
    month_at = scene.pick(first, last, "M")
    assert month_at is not None
    numbers = list(scene.picks(first, last, "#o"))
    days = [scene.number(index) for index in numbers]
    if not days or not all(1 <= day <= 31 for day in days) or not scene.tokens.lower[numbers[0]][0:1].isalnum():
        return None
    month = _month_number(scene, month_at)
    year_at = scene.pick(first, last, "y")
    tokens = scene.tokens
    if tokens.word(month_at + 1) == "." and numbers[-1] > month_at and not _abbreviated(scene, month_at):
        return None  # "in April. Two men": the sentence ends
    if tokens.word(last - 1) == "." and not _abbreviated(scene, month_at):
        last -= 1
    if year_at is None and numbers[-1] > month_at and tokens.word(last) in tokens.lexicon.words.counted:
        return None
    year = scene.number(year_at) if year_at is not None else _year_for(scene, first, month, days[0])
    if year is None:
        return replace(blank(first, last, Precision.DAY, f"XXXX-{month:02}-{days[0]:02}", "day"), yearless=True)
    bounds = [cal.clamp(year, month, day) for day in days]
    start, end = bounds[0], bounds[-1]
    if start is None or end is None or start > end:
        return None
    if end != start:
        return of_days(first, last, (start, end), Precision.INTERVAL, start.isoformat(), "day")
    reading = of_days(first, last, (start, end), Precision.DAY, start.isoformat(), "day")
    return replace(reading, yearless=year_at is None and scene.told_before(first) is None)


def read_month(scene: Scene, first: int, last: int) -> Reading | None:
    """ "February 2016", "last March", "October of last year", "in June"."""
    month_at = scene.pick(first, last, "M")
    assert month_at is not None
    tokens, anchor = scene.tokens, scene.anchor
    if tokens.word(last - 1) == "." and not _abbreviated(scene, month_at):
        last -= 1
    number = _month_number(scene, month_at)
    year_at = scene.pick(first, last, "y")
    if year_at is not None:
        year = scene.number(year_at)
        return of_days(first, last, cal.month(year, number), Precision.MONTH, f"{year:04}-{number:02}", "month")
    if tokens.word(month_at) in tokens.lexicon.words.month_abbreviations and first == month_at and last == first + 1:
        return None
    if anchor is None and scene.told_before(first) is None:
        return replace(blank(first, last, Precision.MONTH, f"XXXX-{number:02}", "month"), yearless=True)
    anchor = anchor or scene.told_before(first)
    assert anchor is not None
    which = scene.pick(first, last, "ltrxqsf")
    if which is not None and scene.pick(first, last, "U") is not None:
        year = shifted_year(scene, which)
    elif which is not None:
        code = tokens.codes[which]
        year = anchor.year
        if code in "fqs" and scene.focus and scene.focus.end:
            past = code == "f" and number <= scene.focus.end.month
            year = scene.focus.end.year + past
        elif code == "l":
            year -= number >= anchor.month
        elif code == "x":
            year += number <= anchor.month
    else:
        year = _year_for(scene, first, number, None) or anchor.year
    reading = of_days(first, last, cal.month(year, number), Precision.MONTH, f"{year:04}-{number:02}", "month")
    return replace(reading, yearless=which is None and scene.told_before(first) is None)


def read_weekday(scene: Scene, first: int, last: int) -> Reading | None:
    """ "Friday", "last Friday", "Monday next week"; without a cue of the future the last such day."""
    at = scene.pick(first, last, "W")
    assert at is not None
    if scene.tokens.code(first - 1) == "V" and first:
        return None  # "every Friday" is no one day
    words = scene.tokens.lexicon.words
    word = scene.tokens.lower[at]
    number = words.weekdays.get(word, words.weekday_abbreviations.get(word))
    if number is None:
        return None
    part = scene.pick(first, last, "P")
    anchor = scene.anchor
    if anchor is None:
        return blank(first, last, Precision.DAY, "XXXX-WXX-" + str(number + 1), "day")
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
    reading = of_days(first, last, (day, day), Precision.DAY, day.isoformat(), "day")
    if part is None:
        return reading
    code = scene.tokens.lexicon.words.parts_of_day.get(scene.tokens.lower[part], "DT")
    return replace(reading, value=f"{day.isoformat()}T{code}", type="TIME")


def read_weekend(scene: Scene, first: int, last: int) -> Reading | None:
    """ "the weekend", "next weekend", "that weekend": Saturday and Sunday."""
    anchor = scene.anchor
    if anchor is None:
        return blank(first, last, Precision.DAY, "XXXX-WXX-WE", "day")
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
    return of_days(first, last, days, Precision.INTERVAL, f"{iso.year:04}-W{iso.week:02}-WE", "week")


def read_day(scene: Scene, first: int, last: int) -> Reading | None:
    """ "today", "yesterday evening", "overnight", "the day before yesterday"."""
    anchor = scene.anchor
    if anchor is None:
        return blank(first, last, Precision.DAY, "XXXX-XX-XX", "day")
    if scene.tokens.codes[first] == "v":
        return of_days(first, last, (cal.move(anchor, -1), anchor), Precision.DAY, f"{cal.move(anchor, -1)}TNI", "day")
    at = scene.pick(first, last, "d")
    assert at is not None
    day = cal.move(anchor, scene.tokens.lexicon.words.deictic[scene.tokens.lower[at]])
    beyond = scene.pick(first, at, "JZ")
    if beyond is not None:
        day = cal.move(day, -1 if scene.tokens.codes[beyond] == "J" else 1)
    return _day_reading(scene, first, last, day, scene.pick(at, last, "P"))


def read_part_of_day(scene: Scene, first: int, last: int) -> Reading | None:
    """ "last night", "this morning", "the next morning"."""
    code = scene.tokens.codes[last - 2]
    origin = scene.focus.start if code in "fxq" and scene.focus else scene.anchor
    if origin is None:
        return blank(first, last, Precision.DAY, "XXXX-XX-XX", "day")
    day = cal.move(origin, {"l": -1, "f": 1, "x": 1}.get(code, 0))
    return _day_reading(scene, first, last, day, last - 1)


def read_holiday(scene: Scene, first: int, last: int) -> Reading | None:
    """ "Christmas Eve", "New Year's Day 2016"; needs a capital."""
    tokens, holidays = scene.tokens, scene.tokens.lexicon.words.holidays
    best: tuple[int, str] | None = None
    for end in range(first + 1, min(first + 5, len(tokens.lower) + 1)):
        words = tokens.text[tokens.starts[first] : tokens.ends[end - 1]].lower().replace("’", "'")
        if words in holidays:
            best = (end, holidays[words])
    if best is None or not tokens.capital(first):
        return None
    feast = best[1].split("-")
    month, day = int(feast[0]), int(feast[1]) if len(feast) == 2 else 28
    following = tokens.code(best[0])
    after = best[0] + (following == ",")
    if tokens.code(after) == "y":
        year: int | None = scene.number(after)
        best = (after + 1, best[1])
    else:
        year = _year_for(scene, first, month, day)
    if year is None:
        return blank(first, best[0], Precision.DAY, f"XXXX-{month:02}-{day:02}", "day")
    when = date(year, month, day)
    if len(feast) == 3:
        first_day = date(year, month, 1)
        when = cal.move(first_day, (int(feast[1][1:]) - 1 - first_day.weekday()) % 7 + 7 * (int(feast[2]) - 1))
    return of_days(first, best[0], (when, when), Precision.DAY, when.isoformat(), "day")
