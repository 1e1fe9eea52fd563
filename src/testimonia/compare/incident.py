"""What several accounts of one incident say of it together: how many civilians, who did it, when and where.

For accounts that a user holds to be of one incident. What always holds: every bound of an interval was given by one of
the accounts, or follows from its saying that the dead were under arms; whoever is named as doer was named by a claim.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from testimonia.codebook.schema import Words
from testimonia.compare.case import Case
from testimonia.compare.comparison import Comparison
from testimonia.compare.given import CIVILIANS, Given, given
from testimonia.link.figures import Victim
from testimonia.link.incidents import is_violent, main_incidents
from testimonia.model.claim import ActorMention, Kind, PlaceMention, PlacePrecision, Unit
from testimonia.model.dispute import DisputeKind
from testimonia.model.event import Event
from testimonia.model.period import Period
from testimonia.model.source import ActorKind

_NO_DOERS = {ActorKind.ORGANISATION, ActorKind.OUTLET, ActorKind.UNNAMED, ActorKind.PEOPLE}
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
    claims = list(case.claims.values())
    main = main_incidents(case.linked.events, claims, case.linking)
    counts = Counter(main.values())
    events = [event for event in case.linked.events if event.id in counts]
    events.sort(key=lambda event: (-counts[event.id], -len(event.accounts), event.id))
    ids = tuple(event.id for event in events)
    return Incident(
        ids,
        _interval(events, Unit.KILLED, case),
        _interval(events, Unit.INJURED, case),
        _doers(events, case),
        _contested(ids, comparison) or _of_several_sides(_doers(events, case), case),
        next((event.period for event in events if event.period is not None and event.period.known), None),
        next((spots for event in events if (spots := _fine(event.places))), ()),
    )


def _fine(places: Iterable[PlaceMention]) -> tuple[PlaceMention, ...]:
    return tuple(place for place in places if place.precision not in (PlacePrecision.COUNTRY, PlacePrecision.REGION))


def _interval(events: Sequence[Event], unit: Unit, case: Case) -> tuple[float, float] | None:
    """The least and greatest of what the accounts give, each with the number of its whole."""
    by_account: dict[str, dict[str, list[Given]]] = defaultdict(lambda: defaultdict(list))
    for event in events:
        for (counted, victims), numbers in sorted(given(event, case).items()):
            for number in numbers:
                if counted is unit:
                    by_account[number.claim.account][victims].append(number)
    bounds: list[tuple[float, float]] = []
    for account in sorted(by_account):
        found = _of_account(by_account[account], case.words.adding_victims)
        if found is not None:
            bounds.append(found)
    least = min((high for _, high in bounds if high > 0), default=0.0)
    bounds = [(low, high) for low, high in bounds if high <= SUM * max(1.0, least)]
    return (min(low for low, _ in bounds), max(high for _, high in bounds)) if bounds else None


def _of_account(told: dict[str, list[Given]], kinds: Words) -> tuple[float, float] | None:
    """Least and greatest number of civilians of one account; none of them where all its dead are under arms."""
    wholes = [number for victims, held in told.items() if victims in (Victim.PEOPLE, CIVILIANS) for number in held]
    parts = [max(_most(number) for number in told[kind]) for kind in kinds if told.get(kind)]
    several = [number for number in wholes if _most(number) > 1]
    if several:
        first = min(several, key=lambda number: number.claim.start)
        same = [number for number in several if number.claim.start - first.claim.start <= LEAD]
        top = max(_most(number) for number in same)
        return top, top
    if parts:
        return sum(parts), sum(parts)
    if wholes:
        return _most(wholes[0]), _most(wholes[0])
    others = [number for victims, held in told.items() if victims != Victim.FIGHTERS for number in held]
    if others:
        return max(map(_most, others)), max(map(_most, others))
    return (0.0, 0.0) if told.get(Victim.FIGHTERS) else None


# Characters after an account's first number within which a greater one is still of the incident it opens with.
LEAD = 600


def _most(number: Given) -> float:
    figure = number.figure
    return (figure.high if figure.low is None else figure.low) or 0.0


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


def _of_several_sides(doers: Sequence[str], case: Case) -> bool:
    """Whether the doers named are not all of one side."""
    return any(not case.same_actor(one, two) for one in doers for two in doers)


def _contested(events: Sequence[str], comparison: Comparison) -> bool:
    kinds = (DisputeKind.RESPONSIBILITY, DisputeKind.OCCURRENCE)
    return any(dispute.event in events and dispute.kind in kinds for dispute in comparison.disputes)
