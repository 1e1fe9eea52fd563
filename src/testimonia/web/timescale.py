"""Days as positions on a drawing, and the round days that its axis names.

What always holds: a day outside the window is drawn at its edge, and the axis has from three to a dozen marks.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from testimonia.export import wording


@dataclass(frozen=True, slots=True)
class Scale:
    """The window from ``first`` to ``last``, both inclusive, over ``left`` to ``right``."""

    first: date
    last: date
    left: float
    right: float

    def at(self, day: date) -> float:
        """Where ``day`` begins."""
        span = (self.last - self.first).days + 1
        part = min(max((day - self.first).days, 0), span) / span
        return round(self.left + (self.right - self.left) * part, 1)

    def marks(self) -> tuple[tuple[float, str], ...]:
        """Positions and names of round days."""
        days = (self.last - self.first).days
        if days <= 14:
            found = [self.first + timedelta(n) for n in range(0, days + 1, 1 if days < 8 else 2)]
            return tuple((self.at(d), f"{d.day} {calendar.month_abbr[d.month]}") for d in found)
        if days <= 92:
            found = [d for d in _days(self.first, self.last) if d.day in ((1, 8, 15, 22) if days < 50 else (1, 15))]
            return tuple((self.at(d), f"{d.day} {calendar.month_abbr[d.month]}") for d in found)
        months = [d for d in _days(self.first, self.last) if d.day == 1]
        step = next(n for n in (1, 2, 3, 6, 12, 24, 60, 120, 600, 6000) if len(months) / n <= 12)
        found = [d for d in months if (d.year * 12 + d.month - 1) % step == 0]
        if step >= 12:
            return tuple((self.at(d), str(d.year)) for d in found)
        return tuple((self.at(d), f"{calendar.month_abbr[d.month]} {d.year}") for d in found)

    @property
    def words(self) -> str:
        """The window in words."""
        return f"{wording.day(self.first)} to {wording.day(self.last)}"


def _days(first: date, last: date) -> Iterator[date]:
    for number in range((last - first).days + 1):
        yield first + timedelta(number)


def asked_day(words: str) -> date | None:
    """The day of an ISO date in an address; ``None`` for anything else."""
    try:
        return date.fromisoformat(words) if words else None
    except ValueError:
        return None
