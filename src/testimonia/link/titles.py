"""A short name for an event, made of what its claims say: what, by or on whom, where, when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from testimonia.model.claim import Claim, Kind, PlaceMention, PlacePrecision
from testimonia.model.period import Period

NAMELESS = "Other"  # ACLED's sub-event for what has none
_EXACT = (PlacePrecision.EXACT,)
_FINE = (PlacePrecision.VICINITY, PlacePrecision.LOCALITY)


def title_of(claims: Sequence[Claim], places: Sequence[PlaceMention], period: Period | None) -> str:
    """Such as "Airstrike, Darqush, 25 October 2015"; parts that no claim gives are left out."""
    parts = [what_of(claims)]
    where = place_name(places)
    if where:
        parts.append(where)
    when = day_name(period)
    if when:
        parts.append(when)
    return ", ".join(parts)


def what_of(claims: Sequence[Claim]) -> str:
    """The commonest ACLED sub-event, else the commonest trigger, else the type."""
    events = [claim for claim in claims if claim.kind is Kind.EVENT] or list(claims)
    for names in (
        [claim.acled for claim in events if claim.acled and claim.acled != NAMELESS],
        [claim.trigger.text.casefold() for claim in events if claim.trigger],
        [claim.type.replace("_", " ").casefold() for claim in events],
    ):
        if names:
            counts = Counter(names)
            name = min(counts, key=lambda name: (-counts[name], name))
            return name[:1].upper() + name[1:]
    return ""


def place_name(places: Sequence[PlaceMention]) -> str:
    """The first site, else the first town, else the first place."""
    for finer in (_EXACT, _FINE):
        named = [place.name for place in places if place.precision in finer]
        if named:
            return named[0]
    return places[0].name if places else ""


def day_name(period: Period | None) -> str:
    """The period in words of its own precision: a day, from a day to a day, since, until."""
    if period is None or not period.known:
        return ""
    start, end = period.start, period.end
    if start and end:
        if start == end:
            return _day(start)
        return f"{_day(start)} to {_day(end)}"
    if start:
        return f"since {_day(start)}"
    return f"until {_day(end)}" if end else ""


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
