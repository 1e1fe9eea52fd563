"""At what time of the day: parts of the day and hours of the clock that accounts give for one deed and that exclude
each other.

What always holds: the two answers are of different voices, of one kind of deed, and of one site where both name any.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations

from testimonia.compare import questions, spots
from testimonia.compare.case import VIOLENT, Case
from testimonia.compare.words import ComparingWords, begins_any
from testimonia.model.claim import COARSE, Claim
from testimonia.model.dispute import Dispute, DisputeKind
from testimonia.model.event import Event

# Hours by which a time by the clock must stand off from another time to exclude it: watches and zones differ.
LEEWAY = 1.0
# "At 11:30" is a time of a clock of 24 hours, "3:30" without half of the day is not, nor "11:30" before a title.
BOTH_DIGITS, FULL_DAY, FULL_HOUR = 2, 24, 60


@dataclass(slots=True)
class _Time:
    """Hours of a day, past 24 by night, with the claims that give them."""

    name: str
    first: float
    last: float
    claims: list[Claim] = field(default_factory=list)

    def excludes(self, other: _Time) -> bool:
        """Whether one deed cannot have both times."""
        leeway = LEEWAY if self.by_clock or other.by_clock else 0.0
        days = (-FULL_DAY, 0, FULL_DAY)
        apart = min(max(self.first, other.first + day) - min(self.last, other.last + day) for day in days)
        return apart > leeway and self.name not in other.name and other.name not in self.name

    @property
    def by_clock(self) -> bool:
        return self.first == self.last


def find(event: Event, claims: Sequence[Claim], case: Case) -> Iterator[Dispute]:
    """The dispute over the time of day of ``event``, one at most."""
    for one, two in combinations(_times(claims, case.words), 2):
        if one.excludes(two) and _of_one_deed(one.claims, two.claims, case):
            answers = [case.answer(time.name, time.claims) for time in (one, two)]
            question = case.words.question(
                "hour",
                what=questions.what([*one.claims, *two.claims], case.words),
                where=spots.phrase(event, case),
                when=questions.when(event.period),
            )
            yield case.dispute(DisputeKind.TIME, question, event, answers, weight=0.5)
            return


def _times(claims: Iterable[Claim], words: ComparingWords) -> list[_Time]:
    """The times of day that ``claims`` give, those of the clock within the part of the day that others give."""
    parts = [_Time(part.name, part.first, part.last) for part in words.hours]
    by_clock: list[_Time] = []
    for claim in claims:
        if claim.type not in VIOLENT or claim.acled not in words.one_sided or claim.factuality.polarity <= 0:
            continue
        hour = clock(claim.text, words)
        held = [time for time, part in zip(parts, words.hours, strict=True) if begins_any(claim.text, part.words)]
        if hour is not None:
            by_clock.append(_Time(f"about {int(hour)}:{round(hour % 1 * FULL_HOUR):02}", hour, hour, [claim]))
        elif len(held) == 1:
            held[0].claims.append(claim)
    found = [time for time in parts if time.claims]
    for time in by_clock:
        same = next((other for other in found if not time.excludes(other)), None)
        if same is None:
            found.append(time)
        else:
            same.claims += time.claims
    return found


def _of_one_deed(one: Sequence[Claim], two: Sequence[Claim], case: Case) -> bool:
    voices = [{case.voice(claim).id for claim in held} for held in (one, two)]
    sites = [{p.place for c in held for p in c.places if p.precision not in COARSE} for held in (one, two)]
    if voices[0] & voices[1] or (sites[0] and sites[1] and not sites[0] & sites[1]):
        return False
    return not {claim.acled for claim in one}.isdisjoint({claim.acled for claim in two})


def clock(text: str, words: ComparingWords) -> float | None:
    """The one hour from 0 up to 24 at which ``text`` says by the clock that it was, ``None`` without one or of several.

    Hours that only bound a time ("since 4:30 am") and those of another zone ("0830 GMT") are none.
    """
    found = set()
    for match in _clocks(tuple(words.clock), words.clock_bounds, words.clock_zones).finditer(text):
        minutes = int(match["minute"] or 0)
        half = match["half"]
        hour = int(match["hour"])
        if half is not None:
            hour = hour % 12 + words.clock[half.casefold().replace(".", "")]
        led = text[: match.start()].casefold().split()[-1:]
        plain = match["sign"] == ":" and len(match["hour"]) == BOTH_DIGITS and led and led[0] in words.clock_leads
        if hour < FULL_DAY and minutes < FULL_HOUR and (half is not None or plain):
            found.add(hour + minutes / FULL_HOUR)
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=4)
def _clocks(halves: tuple[str, ...], bounds: tuple[str, ...], zones: tuple[str, ...]) -> re.Pattern[str]:
    half = "|".join(r"\.?".join(letters) + r"\.?" for letters in halves)
    no_bound = "".join(rf"(?<!\b{re.escape(word)} )" for word in (*bounds, *zones))
    zone = "|".join(map(re.escape, zones))
    return re.compile(
        rf"(?<![\d:.,]){no_bound}(?P<hour>\d{{1,2}})(?:(?P<sign>[:.])?(?P<minute>\d\d))?(?:\s?(?P<half>{half}))?"
        rf"(?![\d:%])(?!\w)(?!\s?(?:{zone})\b)",
        re.IGNORECASE,
    )
