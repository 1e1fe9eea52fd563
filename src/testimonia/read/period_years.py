"""Which days do seasons, quarters, years, decades and centuries name?

What always holds: a winter belongs to the year in which it begins, the 19th century runs from 1801 to 1900.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from testimonia.model.period import Precision
from testimonia.read import calendar_rules as cal
from testimonia.read.period_scene import (
    SEASON_CODES,
    Reading,
    Scene,
    blank,
    of_days,
    plural,
    shifted_year,
    unit_at,
    unit_reading,
)
from testimonia.read.period_units import read_same, read_unit

# Letters of the words after which a season needs no article: "in spring", "early summer", "since winter".
# Below it, a number behind "at" is rather a time of day than a year.
_MODERN = 1700
_BEFORE_SEASON = "pOBuJZFCR&eia-"


def read_season(scene: Scene, first: int, last: int) -> Reading | None:
    """ "the summer of 2015", "last winter", "this spring"."""
    at = scene.pick(first, last, "S")
    assert at is not None
    words, tokens, anchor = scene.tokens.lexicon.words, scene.tokens, scene.anchor
    if first == at and last == at + 1 and (not at or tokens.codes[at - 1] not in _BEFORE_SEASON):
        return None  # "the Arab Spring", "winter coats"
    name = words.seasons.get(tokens.lower[at]) or words.doubtful_seasons[tokens.lower[at]]
    year_at = scene.pick(first, last, "y")
    which = scene.pick(first, last, "ltxrqf")
    if year_at is not None:
        year = scene.number(year_at)
    elif anchor is None:
        return blank(first, last, Precision.SEASON, f"XXXX-{SEASON_CODES[name]}", "season")
    elif which is not None and which > at:
        year = shifted_year(scene, which)
    elif which is not None and tokens.codes[which] in "fr" and scene.focus and scene.focus.start:
        year = scene.focus.start.year
        step, follows = (1, True) if tokens.codes[which] == "f" else (-1, False)
        while (cal.season(year, name)[0] <= scene.focus.start) == follows:
            year += step
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
    return of_days(first, last, cal.season(year, name), Precision.SEASON, f"{year:04}-{SEASON_CODES[name]}", "season")


def read_quarter(scene: Scene, first: int, last: int) -> Reading | None:
    """ "the third quarter of 2016"; with other units "the 19th century", else no time."""
    unit = unit_at(scene, first, last)
    at = scene.pick(first, last, "o")
    if unit == "century" and at is not None:
        return read_century(scene, first, last)
    if unit != "quarter":
        return _retry(scene, first, last)
    year_at = scene.pick(first, last, "y")
    if at is None:
        quarter = _running_quarter(scene)
        if quarter and not plural(scene, first, last) and scene.tokens.codes[first] in "Ts":
            return unit_reading(first, last, quarter, "quarter")
        return _retry(scene, first, last)
    if not 1 <= scene.number(at) <= 4:
        return None
    if year_at is None and scene.anchor is None:
        return blank(first, last, Precision.INTERVAL, f"XXXX-Q{scene.number(at)}", "quarter")
    which = scene.pick(at + 2, last, "tlx")
    if year_at is not None:
        year = scene.number(year_at)
    else:
        assert scene.anchor is not None
        days = cal.quarter(scene.anchor.year, scene.number(at))
        year = shifted_year(scene, which) if which is not None else scene.anchor.year
        if which is None and days[0] > scene.anchor and not scene.future(first):
            year -= (days[0] - scene.anchor).days > 92
    number = scene.number(at)
    scene.quarter = cal.quarter(year, number)[0]
    return of_days(first, last, cal.quarter(year, number), Precision.INTERVAL, f"{year:04}-Q{number}", "quarter")


def _running_quarter(scene: Scene) -> date | None:
    """The quarter spoken of: the one named last, else the last that was over on the day of writing."""
    if scene.quarter is None and scene.anchor is not None:
        return cal.shift(cal.unit_around(scene.anchor, "quarter")[0], "quarter", -1)
    return scene.quarter


def read_year_before(scene: Scene, first: int, last: int) -> Reading | None:
    """ "the year-ago quarter", "the year-earlier period": a year before the quarter spoken of."""
    quarter = _running_quarter(scene)
    if unit_at(scene, first, last) != "year" or scene.tokens.code(last) == "-":
        return None
    if scene.tokens.code(last) == "." and scene.tokens.codes[first] == "T" and scene.tokens.codes[last - 1] in "gk":
        last += 1
    if quarter is None:
        return blank(first, last, Precision.INTERVAL, "", "quarter")
    return unit_reading(first, last, cal.shift(quarter, "year", -1), "quarter")


def read_unit_end(scene: Scene, first: int, last: int) -> Reading | None:
    """ "year-end", "by month end"."""
    unit = unit_at(scene, first, last)
    tokens = scene.tokens
    if unit not in ("year", "month", "week") or tokens.word(last - 1) not in tokens.lexicon.words.nouns_of_part:
        return None
    if plural(scene, first, last) or scene.anchor is None:
        return None
    begin, end = cal.unit_around(scene.anchor, unit)
    start = cal.part((begin, end), "late")[0] if unit != "year" else end.replace(day=1)
    return replace(of_days(first, last, (start, end), Precision.INTERVAL, end.isoformat()[:7], "month"), mod="END")


def _retry(scene: Scene, first: int, last: int) -> Reading | None:
    """The same words under the rules for units, where the branch for quarters caught them first."""
    code = scene.tokens.codes[scene.pick(first, last, "orlfts") or first]
    at = scene.pick(first, last, "U")
    assert at is not None
    if code in "lt":
        return read_unit(scene, first, at + 1)
    if code in "fs" or code == "r":
        return read_same(scene, first, at + 1) if scene.focus or code != "r" else read_unit(scene, first, at + 1)
    return None


def read_century(scene: Scene, first: int, last: int) -> Reading | None:
    """ "the 19th century"."""
    at = scene.pick(first, last, "o")
    if at is None or unit_at(scene, first, last) != "century" or not 1 <= scene.number(at) <= 30:
        return None
    number = scene.number(at)
    return of_days(first, last, cal.century(number), Precision.VAGUE, f"{number - 1:02}", "century")


def read_decade(scene: Scene, first: int, last: int) -> Reading | None:
    """ "the 1990s", "the '80s", "the eighties"."""
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
    return of_days(first, last, cal.decade(number), Precision.VAGUE, f"{number // 10}", "decade")


def read_years(scene: Scene, first: int, last: int) -> Reading | None:
    """ "2012-13", "2015-2016"."""
    start, raw = scene.number(first), scene.number(last - 1)
    digits = scene.tokens.lower[last - 1]
    end = raw if len(digits) == 4 else start - start % 100 + raw
    if not digits.isdigit() or len(digits) not in (2, 4) or not start < end:
        return read_year(scene, first, first + 1)
    return of_days(first, last, (cal.year(start)[0], cal.year(end)[1]), Precision.INTERVAL, f"{start:04}", "year")


def read_year(scene: Scene, first: int, last: int) -> Reading | None:
    """A year by itself; "at 1130", "around 0945 am" are times of day."""
    number, tokens = scene.number(first), scene.tokens
    clock, hour = tokens.lexicon.words, number % 100 < 60 and number < 2400
    before = tokens.word(first - 1) in clock.at_hour or tokens.word(first - 2) in clock.at_hour if first else False
    if hour and ((before and number < _MODERN) or tokens.word(last) in clock.clock):
        return None
    return of_days(first, last, cal.year(number), Precision.YEAR, f"{number:04}", "year")
