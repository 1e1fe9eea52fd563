"""What is a reading of a time expression, and what may a rule look at to make one?

What always holds: a relative expression read without a day of writing has no bounds, and both bounds are inclusive
days. TIMEX3 values follow TimeML 1.2.1.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from testimonia.model.period import Precision
from testimonia.read import calendar_rules as cal
from testimonia.read.calendar_rules import Days
from testimonia.read.period_grammar import BRANCHES
from testimonia.read.period_words import Tokens

SEASON_CODES = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}


# How often an expression may stand inside another ("late on the night of the week of ...").
_DEEPEST = 6
# How many tokens ahead a date lends its year.
_SENTENCE = 40
# The largest amount of time that is reckoned with; any larger reaches beyond the calendar all the same.
_MOST = 1_000_000.0
UNIT_CODES = {"day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y", "decade": "E", "century": "C"}


PRECISION = {
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
    """What a rule may look at: the tokens, the day of writing, and what was read before it in the text.

    ``focus`` is the last time told, ``onset`` the last that "since" leads, where no other was told behind it.
    """

    tokens: Tokens
    anchor: date | None
    rules: Mapping[str, Rule]
    focus: Reading | None = None
    onset: Reading | None = None
    quarter: date | None = None
    depth: int = 0

    def read(self, at: int) -> Reading | None:
        """The reading of the expression that begins at token ``at``, or ``None``."""
        if self.depth >= _DEEPEST:
            return None
        self.depth += 1
        found = None
        for name, pattern in BRANCHES:
            match = pattern.match(self.tokens.codes, at)
            if match is not None and (found := self.rules[name](self, at, match.end())) is not None:
                break
        self.depth -= 1
        return found

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
        return int(min(self.tokens.values.get(index, 0), _MOST))

    def told_before(self, index: int) -> date | None:
        """The day before which nothing of this sentence goes back: a date with its year, earlier in the sentence."""
        focus = self.focus
        if focus is None or focus.yearless or focus.start is None or focus.unit not in ("day", "month", "year"):
            return None
        if self.anchor is not None and focus.start.year >= self.anchor.year:
            return None
        between = self.tokens.lower[focus.last : index]
        return focus.start if len(between) < _SENTENCE and "." not in between else None

    def future(self, index: int) -> bool:
        """Whether the words around a token tell of what is to come."""
        return self.direction(index) > 0

    def direction(self, index: int) -> int:
        """1 where the words around a token look ahead, -1 where they look back, 0 where none tells.

        The nearest cue of the sentence decides; a word behind the token counts as half as near again.
        """
        tokens, words = self.tokens, self.tokens.lexicon.words
        if index > 2 and " ".join(tokens.lower[index - 3 : index]) in words.future_phrases:
            return 1
        best, found = 0, 0
        for step, weight, limit in ((-1, 2, 14), (1, 3, 10)):
            at = index
            for distance in range(1, limit):
                at += step
                word = tokens.word(at)
                if not word or (word in ".!?;" and tokens.code(at - 1) != "M"):
                    break
                ahead = word in words.future_cues and tokens.code(at) != "M"
                behind = word in words.past_cues or (len(word) > 4 and word.endswith("ed"))
                if ahead or behind:
                    ahead = (ahead or tokens.word(at - 1) in words.passive) and not self._looked_back(at)
                    if not found or distance * weight < found:
                        best, found = (1 if ahead else -1), distance * weight
                    if ahead or step > 0:
                        break
        return best

    def _looked_back(self, at: int) -> bool:
        """Whether a cue of the future is told as past or is none: "had been due", "were preparing", "due to fire"."""
        tokens, words = self.tokens, self.tokens.lexicon.words
        if tokens.word(at) in words.causal and tokens.code(at + 1) == "R" and tokens.word(at - 1) not in words.copulas:
            return True
        pair = (tokens.word(at + 1), f"{tokens.word(at + 1)} {tokens.word(at + 2)}")
        if tokens.word(at) in words.supposing and not words.judged.isdisjoint(pair):
            return True  # "may have killed", "may be the deadliest"
        continuous = tokens.word(at).endswith("ing") and tokens.word(at - 1) in words.continuous
        return continuous or any(tokens.word(at - back) in words.pluperfect for back in (1, 2))


Rule = Callable[[Scene, int, int], Reading | None]


def blank(first: int, last: int, precision: Precision, value: str = "", unit: str = "") -> Reading:
    """A reading without bounds."""
    return Reading(first, last, None, None, precision, value=value, unit=unit)


def of_days(first: int, last: int, days: Days, precision: Precision, value: str, unit: str = "") -> Reading:
    """A reading that holds ``days``."""
    return Reading(first, last, days[0], days[1], precision, value=value, unit=unit)


def unit_value(day: date, unit: str) -> str:
    """The TIMEX3 value of the unit that holds ``day``: 2016-W05, 2016-02, 2016-Q1, 2016, 201, 20."""
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


def unit_reading(first: int, last: int, day: date, unit: str) -> Reading:
    """The calendar unit that holds ``day``."""
    days = cal.unit_around(day, unit)
    return of_days(first, last, days, PRECISION.get(unit, Precision.INTERVAL), unit_value(day, unit), unit)


def unit_at(scene: Scene, first: int, last: int) -> str | None:
    """The name of the first unit among the tokens, or ``None``."""
    at = scene.pick(first, last, "Uh")
    if at is None:
        return None
    words = scene.tokens.lexicon.words
    word = scene.tokens.lower[at]
    return words.units.get(word) or words.small_units.get(word)


def plural(scene: Scene, first: int, last: int) -> bool:
    """Whether that unit stands in the plural."""
    at = scene.pick(first, last, "Uh")
    return at is not None and scene.tokens.lower[at].endswith(("s", "ia"))


def amount(scene: Scene, first: int, last: int) -> tuple[float, float]:
    """Fewest and most units that an amount says; "a week and a half" is 1.5."""
    tokens, words = scene.tokens, scene.tokens.lexicon.words
    half = scene.pick(first, last, "H")
    unit = scene.pick(first, last, "Uh")
    several = scene.pick(first, last, "j")
    if several is not None:
        low, high = words.several[tokens.lower[several]]
        return float(low), float(high)
    numbers = [
        min(scene.tokens.values[index], _MOST) for index in scene.picks(first, last, "#") if index in tokens.values
    ]
    if half is not None and unit is not None and half < unit:
        return 0.5, 0.5
    extra = 0.5 if half is not None else 0.0
    if numbers:
        return numbers[0] + extra, numbers[-1] + extra
    return (1.0 + extra, 1.0 + extra) if scene.pick(first, last, "AT") is not None else (2.0, 9.0)


def duration_value(low: float, high: float, unit: str, vague: bool) -> str:
    """The TIMEX3 value of an amount of time: P3W, PT48H, PXD where it is vague."""
    several = vague or low != high
    if unit in ("decade", "century") and not several:
        low, unit = low * (10 if unit == "decade" else 100), "year"
    elif unit == "fortnight":
        low, unit = low * 2, "week"
    code = UNIT_CODES.get(unit)
    number = "X" if several else f"{low:g}"
    return f"P{number}{code}" if code else f"PT{number}{unit[0].upper()}"


def shifted_year(scene: Scene, which: int) -> int:
    """The year that "this", "last" or "next" names, or "that" and "the following" after the one spoken of."""
    code = scene.tokens.codes[which]
    assert scene.anchor is not None
    if code in "qsfr" and scene.focus and scene.focus.start:
        return scene.focus.start.year + {"f": 1, "r": -1}.get(code, 0)
    return scene.anchor.year + {"l": -1, "r": -1, "x": 1, "f": 1}.get(code, 0)
