"""What several accounts of one incident say of it together: how many civilians, who did it, when and where.

For accounts that a user holds to be of one incident. What always holds: every bound of an interval was given by one of
the accounts, or follows from its saying that the dead were under arms; whoever is named as doer was named by a claim.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from testimonia.compare import civilians
from testimonia.compare.case import Case
from testimonia.compare.comparison import Comparison
from testimonia.compare.contested import contested
from testimonia.compare.given import Given, given
from testimonia.compare.words import begins_any
from testimonia.link.incidents import is_violent, main_incidents
from testimonia.model.claim import ActorMention, Claim, Kind, PlaceMention, PlacePrecision, Unit
from testimonia.model.event import Event
from testimonia.model.period import Period
from testimonia.model.source import ActorKind

_NO_DOERS = {ActorKind.ORGANISATION, ActorKind.OUTLET, ActorKind.UNNAMED, ActorKind.PEOPLE}
# So many other accounts must tell of another place before an account's main event there is passed over.
LEAST = 2
# A number this many times the least that another account gives is of more than the incident.
SUM = 8.0


@dataclass(frozen=True, slots=True)
class Incident:
    """``killed`` and ``injured`` are the least and the greatest number of civilians that any account gives, ``None``
    where none does. ``doers`` are actor ids with states for their arms. ``contested``: accounts, or those they quote,
    differ on who did it or whether it was done."""

    events: tuple[str, ...]
    killed: tuple[float, float] | None
    injured: tuple[float, float] | None
    doers: tuple[str, ...]
    contested: bool
    period: Period | None
    places: tuple[PlaceMention, ...]


def of(case: Case, comparison: Comparison) -> Incident:
    """The incident that the accounts of ``case`` mainly tell of: their main events, taken together."""
    counts = Counter(_chosen(case).values())
    events = [event for event in case.linked.events if event.id in counts]
    events.sort(key=lambda event: (-counts[event.id], -len(event.accounts), event.id))
    doers = _doers(events, case)
    return Incident(
        tuple(event.id for event in events),
        _interval(events, Unit.KILLED, case),
        _interval(events, Unit.INJURED, case),
        doers,
        contested(events, doers, comparison, case),
        next((event.period for event in events if event.period is not None and event.period.known), None),
        next((spots for event in events if (spots := _fine(event.places))), ()),
    )


def _chosen(case: Case) -> dict[str, str]:
    """For each account its main event, what is of many events aside; where the others all tell of another place, its
    foremost event there."""
    single = [claim for claim in case.claims.values() if not begins_any(case.sentence(claim), case.words.of_many)]
    main = main_incidents(case.linked.events, single, case.linking)
    by_id = {event.id: event for event in case.linked.events}
    chosen = dict(main)
    for account, own in main.items():
        others = [by_id[event] for other, event in main.items() if other != account and _fine(by_id[event].places)]
        away = [event for event in others if not case.close(by_id[own], event)]
        if not _fine(by_id[own].places) or len(others) < LEAST or len(away) < len(others):
            continue
        there = [
            event
            for event in case.linked.events
            if account in event.accounts
            and is_violent(event, case.linking)
            and any(case.close(event, other) for other in others)
        ]
        if there:
            chosen[account] = min(there, key=lambda event: (_start(event, account, case), event.id)).id
    return chosen


def _start(event: Event, account: str, case: Case) -> int:
    return min(claim.start for claim in case.told(event) if claim.account == account)


def _fine(places: Iterable[PlaceMention]) -> tuple[PlaceMention, ...]:
    return tuple(place for place in places if place.precision not in (PlacePrecision.COUNTRY, PlacePrecision.REGION))


def _interval(events: Sequence[Event], unit: Unit, case: Case) -> tuple[float, float] | None:
    """The least and the greatest that the accounts give; children or women alone only where no account gives all."""
    told: dict[str, list[Claim]] = defaultdict(list)
    numbers: dict[str, list[tuple[str, Given]]] = defaultdict(list)
    for event in events:
        for claim in case.told(event):
            told[claim.account].append(claim)
        for (of, victims), held in sorted(given(event, case).items()):
            for number in held if of is unit else ():
                numbers[number.claim.account].append((victims, number))
    found = [civilians.counted(numbers[account], told[account], unit, case) for account in sorted(told)]
    counts = [count for count in found if count is not None]
    most = max((count.high for count in counts if count.whole), default=0.0)
    counts = [count for count in counts if count.whole or count.high > most]
    least = min((count.high for count in counts if count.high > 0), default=0.0)
    counts = [count for count in counts if count.high <= SUM * max(1.0, least)]
    return (min(count.low for count in counts), max(count.high for count in counts)) if counts else None


def _doers(events: Sequence[Event], case: Case) -> tuple[str, ...]:
    """Whom claims of the incident name as its doers, those named by a fifth of them or more."""
    named: Counter[str] = Counter()
    for event in events:
        for claim in case.told(event):
            if claim.kind is Kind.EVENT and is_violent(event, case.linking) and claim.factuality.polarity > 0:
                named.update({case.kinship.root(mention.actor) for mention in claim.actors if _doer(mention, case)})
    most = max(named.values(), default=0)
    return tuple(sorted(actor for actor, count in named.items() if count >= SHARE * most))


# A party named less than this share of the times of the most named one is a passing mention.
SHARE = 0.34


def _doer(mention: ActorMention, case: Case) -> bool:
    known = mention.actor in case.codebook.actors and not case.kinship.nobody(mention.actor)
    return known and case.kinship.kind(mention.actor) not in _NO_DOERS
