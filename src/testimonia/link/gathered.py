"""Builds an ``Event`` out of claims: what they say of days, places and people gathered, nothing settled.

What always holds: the id is the same for the same set of claims, and an event's accounts are those of its claims.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from testimonia.model.claim import ActorMention, Claim, PlaceMention
from testimonia.model.event import Bond, Event, EventKind
from testimonia.model.ids import digest
from testimonia.model.period import Period, Precision

Mentioned = TypeVar("Mentioned", ActorMention, PlaceMention)


def gathered(
    kind: EventKind,
    claims: Sequence[Claim],
    *,
    kind_of_event: str,
    title: str,
    period: Period | None,
    bonds: Iterable[Bond] = (),
) -> Event:
    """The event, situation or utterance that ``claims`` tell of; origins are filled in later."""
    ordered = sorted(claims, key=lambda claim: (claim.account, claim.start, claim.end, claim.id))
    ids = tuple(claim.id for claim in ordered)
    return Event(
        id=f"{kind.value}-{digest(kind.value, kind_of_event, title, *sorted(ids), length=12)}",
        kind=kind,
        type=kind_of_event,
        title=title,
        period=period,
        places=distinct_places(place for claim in ordered for place in claim.likely_places),
        actors=distinct_actors(actor for claim in ordered for actor in claim.actors),
        recipients=distinct_actors(actor for claim in ordered for actor in claim.recipients),
        claims=ids,
        accounts=tuple(sorted({claim.account for claim in ordered})),
        origins=(),
        bonds=tuple(sorted(bonds, key=lambda bond: (bond.left, bond.right))),
    )


def distinct_actors(mentions: Iterable[ActorMention]) -> tuple[ActorMention, ...]:
    """One mention of each actor, the most often named first."""
    return _distinct((mention.actor, mention) for mention in mentions)


def distinct_places(mentions: Iterable[PlaceMention]) -> tuple[PlaceMention, ...]:
    """One mention of each place, the most often named first."""
    return _distinct((mention.place, mention) for mention in mentions)


def _distinct(named: Iterable[tuple[str, Mentioned]]) -> tuple[Mentioned, ...]:
    """The first to come under each name, in the order of how many do and of the names."""
    found: dict[str, list[Mentioned]] = {}
    for name, mention in named:
        found.setdefault(name, []).append(mention)
    if len(found) > 1:
        return tuple(found[name][0] for name in sorted(found, key=lambda name: (-len(found[name]), name)))
    return tuple(mentions[0] for mentions in found.values())


def common_period(periods: Sequence[tuple[int | None, int | None]]) -> Period | None:
    """The tightest interval that most of the given bounds (ordinals) leave: medians of the narrowest ones."""
    closed = sorted((end - start, start, end) for start, end in periods if start is not None and end is not None)
    if closed:
        least = closed[0][0]
        narrow = [(start, end) for width, start, end in closed if width == least]
        start, end = Counter(sorted(narrow)).most_common(1)[0][0]
        precision = Precision.DAY if start == end else Precision.WEEK if end - start < 8 else Precision.INTERVAL
        return Period(date.fromordinal(start), date.fromordinal(end), precision)
    starts = [start for start, _ in periods if start is not None]
    ends = [end for _, end in periods if end is not None]
    if not starts and not ends:
        return None
    if starts:
        return Period(date.fromordinal(max(starts)), None, Precision.VAGUE)
    return Period(None, date.fromordinal(min(ends)), Precision.VAGUE)
