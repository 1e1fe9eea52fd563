"""When: an interval of days whose bounds may be open, and how vague it is.

Invariant: ``start <= end`` where both are known. Bounds are inclusive calendar days in no particular
time zone, because news names days, not instants.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Precision(StrEnum):
    """How finely a period was said, from a day to no more than a direction in time."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    INTERVAL = "interval"
    VAGUE = "vague"


class Basis(StrEnum):
    """How a document's date is known: printed on it, bounded by what it says, or not at all."""

    STATED = "stated"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``start`` to ``end`` inclusive; ``None`` leaves that side open.

    ``start_offset`` and ``end_offset`` are code points into the document's text where the words stand that
    gave the period; both are ``None`` for a period that rests on the account's own date.
    """

    start: date | None
    end: date | None
    precision: Precision = Precision.DAY
    text: str = ""
    start_offset: int | None = None
    end_offset: int | None = None

    def __post_init__(self) -> None:
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"a period cannot end ({self.end}) before it starts ({self.start})")

    @property
    def known(self) -> bool:
        """Whether at least one bound is given."""
        return self.start is not None or self.end is not None

    @property
    def days(self) -> int | None:
        """Length in days, or ``None`` where a bound is open."""
        if self.start is None or self.end is None:
            return None
        return (self.end - self.start).days + 1

    def overlaps(self, other: Period) -> bool:
        """Whether some day may belong to both; open bounds reach without limit."""
        starts_late = self.start is not None and other.end is not None and self.start > other.end
        ends_early = self.end is not None and other.start is not None and self.end < other.start
        return not (starts_late or ends_early)
