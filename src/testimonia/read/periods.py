"""When? Every expression of days or longer in a text, as an interval anchored to the day of writing.

What always holds: periods come in the order of the text and do not overlap, ``text[p.start_offset:p.end_offset] ==
p.text``, and bounds are inclusive days with ``start <= end``. An expression that nothing anchors is returned with
both bounds open. No parse is needed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from testimonia.codebook.codebook import Codebook
from testimonia.model.period import Period, Precision
from testimonia.read import calendar_rules as cal
from testimonia.read.period_grammar import ANY
from testimonia.read.period_rules import RULES
from testimonia.read.period_scene import Reading, Scene
from testimonia.read.period_words import Tokens, lexicon, tokenize


@dataclass(frozen=True, slots=True)
class Timex:
    """One TIMEX3 (TimeML 1.2.1): ``type`` DATE, TIME, DURATION or SET; ``value`` as ISO 8601 or a reference."""

    start: int
    end: int
    type: str
    value: str
    mod: str | None = None


def find(text: str, published: Period | date | None = None, codebook: Codebook | None = None) -> list[Period]:
    """All periods that ``text`` names, in order.

    ``published`` is the day of writing; a Period with width (a date that was inferred) widens every relative
    expression by that width, and without one only absolute expressions get bounds. Never raises on any text.
    """
    tokens = tokenize(text, lexicon(codebook))
    first, last = _anchors(published)
    readings = _bounded(tokens, read(tokens, first))
    if last != first:
        readings = _widened(readings, _bounded(tokens, read(tokens, last)))
    return [_period(tokens, reading) for reading in readings if reading.unit != "amount"]


def timex(text: str, published: Period | date | None = None, codebook: Codebook | None = None) -> list[Timex]:
    """The TIMEX3 expressions of ``text`` in order: dates, times, durations, sets and references, with their values."""
    from testimonia.read.period_timex import timexes

    tokens = tokenize(text, lexicon(codebook))
    return [Timex(*found) for found in timexes(tokens, read(tokens, _anchors(published)[0]))]


def read(tokens: Tokens, anchor: date | None) -> list[Reading]:
    """The readings of all expressions one by one, each knowing the one before it; bounds and ranges not yet joined."""
    scene = Scene(tokens, anchor, RULES)
    readings: list[Reading] = []
    at = 0
    while match := ANY.search(tokens.codes, at):
        reading = scene.read(match.start())
        if reading is None or reading.last <= match.start():
            at = match.start() + 1
            continue
        if readings:
            readings[-1] = _in_step(tokens, readings[-1], reading)
        readings.append(reading)
        # What has gone on "since 2012" is the background, not the time that the account speaks of.
        since = match.start() > 0 and tokens.codes[match.start() - 1] == "B"
        if reading.start is not None and reading.type != "DURATION":
            scene.focus, scene.onset = (scene.focus, reading) if since else (reading, None)
        at = reading.last
    return readings


def _in_step(tokens: Tokens, left: Reading, right: Reading) -> Reading:
    """Moves the first of two weekdays back a week where they would run backwards ("Monday through Friday")."""
    gap = tokens.codes[left.last : right.first]
    weekdays = all(
        "W" in tokens.codes[r.first : r.last] and "#" not in tokens.codes[r.first : r.last] for r in (left, right)
    )
    if not (weekdays and gap in ("&", "R", "u", "-", "~", "&p") and left.start and right.start and left.end):
        return left
    if not 0 < (left.start - right.start).days < 7:
        return left
    start = cal.move(left.start, -7)
    return replace(left, start=start, end=cal.move(left.end, -7), value=left.value.replace(str(left.start), str(start)))


def _anchors(published: Period | date | None) -> tuple[date | None, date | None]:
    if isinstance(published, Period):
        return published.start or published.end, published.end or published.start
    return published, published


def _period(tokens: Tokens, reading: Reading) -> Period:
    start, end = tokens.starts[reading.first], tokens.ends[reading.last - 1]
    return Period(reading.start, reading.end, reading.precision, tokens.text[start:end], start, end)


def _widened(early: Sequence[Reading], late: Sequence[Reading]) -> list[Reading]:
    """Each expression with the days it may hold whichever day it was written on."""
    others = {(reading.first, reading.last): reading for reading in late}
    widened = []
    for reading in early:
        other = others.get((reading.first, reading.last), reading)
        start = min(reading.start, other.start) if reading.start and other.start else None
        end = max(reading.end, other.end) if reading.end and other.end else None
        same = (start, end) == (reading.start, reading.end)
        widened.append(replace(reading, start=start, end=end, precision=reading.precision if same else Precision.VAGUE))
    return widened


# Ranges and open bounds ---------------------------------------------------------------------------------------------


def _bounded(tokens: Tokens, readings: Sequence[Reading]) -> list[Reading]:
    """Joins "from A to B", and opens a side after "since", "until", "by", "before" and "after"."""
    result: list[Reading] = []
    index = 0
    while index < len(readings):
        reading = readings[index]
        if index + 1 < len(readings) and (joined := _joined(tokens, reading, readings[index + 1])):
            result.append(joined)
            index += 2
            continue
        if index + 1 < len(readings) and reading.yearless:
            reading = _lent(tokens, reading, readings[index + 1])
        result.append(_opened(tokens, reading, result[-1].last if result else 0))
        index += 1
    return result


def _joined(tokens: Tokens, left: Reading, right: Reading) -> Reading | None:
    between = tokens.codes[left.last : right.first]
    before = _code_before(tokens, left.first)
    if between not in ("R", "u", "-", "~", "&", "RT", "uT", "&T", "Rp"):
        return None
    if between[0] == "&" and (before == "C" or _next_weekday(tokens, left, right)):
        pass
    elif (
        between[0] == "&"
        or (between[0] in "-~" and not tokens.glued(left.last) and left.unit != right.unit)
        or (between[0] in "Ru" and before != "F" and not (left.unit == right.unit and between[0] == "R"))
    ):
        return None
    if "DURATION" in (left.type, right.type) or (left.start is None and right.start is None):
        return None
    start, end = left.start, right.end
    if left.yearless and not right.yearless and right.end:
        start = _with_year(left, right.end, before=True)
    elif right.yearless and start and end and end < start:
        end = _with_year(right, start, before=False)
    if start is None or end is None or start > end:
        return None
    first = left.first - 1 if before in ("F", "C") else left.first
    return replace(
        left, first=first, last=right.last, start=start, end=end, precision=Precision.INTERVAL, yearless=False
    )


def _next_weekday(tokens: Tokens, left: Reading, right: Reading) -> bool:
    """Whether two weekdays follow each other, as in "on Saturday and Sunday", and the second is not "Sunday's"."""
    codes = [tokens.codes[reading.first : reading.last] for reading in (left, right)]
    if codes != ["W", "W"] or tokens.code(right.last) == "'" or left.start is None or right.start is None:
        return False
    return (right.start - left.start).days == 1


def _with_year(reading: Reading, other: date, *, before: bool) -> date | None:
    """The bound of a day or month without a year, given the year of the other end of its range."""
    if reading.value.startswith("XXXX"):
        parts = [int(part) for part in reading.value.split("-")[1:] if part.isdigit()]
    elif reading.start is not None:
        parts = [reading.start.month, reading.start.day][: 2 if reading.unit == "day" else 1]
    else:
        return None
    if not parts:
        return None
    for year in (other.year, other.year - 1) if before else (other.year, other.year + 1):
        day = cal.clamp(year, parts[0], parts[1] if len(parts) > 1 else 1)
        if day is None:
            continue
        bound = day if before or len(parts) > 1 else cal.month(year, parts[0])[1]
        if (bound <= other) if before else (bound >= other):
            return bound
    return None


def _lent(tokens: Tokens, left: Reading, right: Reading) -> Reading:
    """ "late February or early March 2016": the year behind the second month is the first one's too."""
    gap = tokens.codes[left.last : right.first]
    if gap not in ("&", ",", ",&") or right.yearless or right.start is None or right.unit not in ("day", "month"):
        return left
    if left.start is None or left.end is None:
        return left
    year = right.start.year - ((left.start.month, left.start.day) > (right.start.month, right.start.day))
    months = 12 * (year - left.start.year)
    return replace(left, start=cal.move_months(left.start, months), end=cal.move_months(left.end, months))


def _code_before(tokens: Tokens, first: int) -> str:
    return tokens.code(first - 1) if first else ""


def _opened(tokens: Tokens, reading: Reading, floor: int) -> Reading:
    """``reading`` with the bound that the word before it opens; up to two words of degree may stand between."""
    if reading.type == "DURATION" and reading.mod is None and reading.value.startswith("P"):
        return reading
    behind = tokens.code(reading.last)
    if behind == "w":
        return replace(reading, last=reading.last + 1, end=None, precision=Precision.INTERVAL)
    at = reading.first - 1
    if at > floor and tokens.codes[at] == "T" and tokens.codes[at - 1] in "Bu":
        at -= 1  # "since the 2011 uprising"
    while at > floor and reading.first - at < 3 and tokens.codes[at] in "bpk" and tokens.word(at) != "during":
        at -= 1
    if at < floor or not 0 <= at < len(tokens.codes):
        return reading
    code = tokens.codes[at]
    if code == "B":
        return replace(reading, first=at, end=None, precision=Precision.INTERVAL)
    if code == "u":
        return replace(reading, first=at, start=None, precision=Precision.INTERVAL)
    if code not in "JZ" or behind == "'" or (reading.unit == "day" and _noun_behind(tokens, reading.last)):
        return reading
    if code == "J":
        end = cal.move(reading.start, -1) if reading.start else None
        return replace(reading, first=at, start=None, end=end, precision=Precision.INTERVAL)
    start = cal.move(reading.end, 1) if reading.end else None
    return replace(reading, first=at, start=start, end=None, precision=Precision.INTERVAL)


def _noun_behind(tokens: Tokens, last: int) -> bool:
    """Whether a plain word follows ("after Friday prayers"), so that the day only describes it."""
    return tokens.code(last) == "." and tokens.word(last).isalpha() and len(tokens.word(last)) > 3
