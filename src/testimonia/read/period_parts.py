"""Which days are early, middle or late in a period, its first weeks or its last half?

What always holds: a part lies within its whole and keeps the TIMEX3 value of it, with a mod.
"""

from __future__ import annotations

from dataclasses import replace

from testimonia.model.period import Precision
from testimonia.read import calendar_rules as cal
from testimonia.read.period_scene import Reading, Scene, amount, blank, duration_value, plural, unit_at, unit_reading


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
            return blank(at, skip + 1, Precision.INTERVAL, "", unit)
        return unit_reading(at, skip + 1, scene.anchor, unit)
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


def read_part_of(scene: Scene, first: int, last: int) -> Reading | None:
    """ "early 2016", "the end of July", "late on Friday"."""
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


def read_half(scene: Scene, first: int, last: int) -> Reading | None:
    """ "the first half of 2019", "the last half of the 1980s"."""
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


def read_span_of(scene: Scene, first: int, last: int) -> Reading | None:
    """ "the first two weeks of 2016", "the last week of July", "the second week of March"."""
    tokens = scene.tokens
    core = _core(scene, last)
    unit = unit_at(scene, first, last)
    if core is None or unit is None:
        return None
    which = scene.pick(first, last, "olea")
    _low, high = amount(scene, first, last - 1)
    if scene.pick(first, last, "#j") is None:
        high = 3.0 if plural(scene, first, last) else 1.0
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


def read_week_of(scene: Scene, first: int, last: int) -> Reading | None:
    """ "the week of 6 March"."""
    core = scene.read(last)
    unit = unit_at(scene, first, last)
    if core is None or unit is None or core.start is None:
        return None
    return replace(unit_reading(first, core.last, core.start, unit))


def read_clock_of(scene: Scene, first: int, last: int) -> Reading | None:
    """ "the night of 6 February": the day itself."""
    core = scene.read(last)
    return replace(core, first=first) if core else None


def read_edge_of(scene: Scene, first: int, last: int) -> Reading | None:
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
