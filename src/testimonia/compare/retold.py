"""When: one attack that accounts set on unlike days, so that linking left it two, known again by its dead.

What always holds: both events share a town or a site and a number of one kind of dead that is seldom counted twice by
chance, no account gives that number of both, and on each side one that gives it says the day outright.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from itertools import combinations

from testimonia.compare import questions, spots
from testimonia.compare.case import VIOLENT, Case
from testimonia.link.figures import RARE, ROUND, victim_class
from testimonia.link.titles import day_name
from testimonia.model.claim import COARSE, Claim, Unit
from testimonia.model.dispute import Dispute, DisputeKind
from testimonia.model.event import Event

# Days within which the same number is likely of the same dead; one day more or less is a night or a time zone.
LEAST_DAYS, MOST_DAYS = 2, 7
# The same number and kind of dead, and the claims that give it.
_Dead = Mapping[tuple[float, str], list[Claim]]


def find(case: Case, said: Callable[[Claim, Case], bool]) -> Iterator[Dispute]:
    """Disputes over the day of an attack told as two; ``said`` is whether a claim gives its day outright."""
    told: dict[tuple[float, str], list[tuple[Event, list[Claim]]]] = defaultdict(list)
    for event in case.linked.events:
        if event.type in VIOLENT and event.period is not None and event.period.days == 1:
            for dead, claims in _rare_dead(event, case).items():
                told[dead].append((event, claims))
    for dead in sorted(told):
        for one, two in combinations(told[dead], 2):
            dispute = _dispute(one, two, case, said)
            if dispute is not None:
                yield dispute


def _rare_dead(event: Event, case: Case) -> _Dead:
    """The numbers of dead of ``event`` that two attacks of one week seldom share."""
    found: dict[tuple[float, str], list[Claim]] = defaultdict(list)
    for claim in case.told(event):
        for figure in claim.figures if claim.factuality.polarity >= 0 else ():
            low = figure.low or 0.0
            if figure.unit is Unit.KILLED and low >= RARE and low % ROUND and figure.high in (None, low):
                found[low, victim_class(figure, case.linking)].append(claim)
    return found


def _dispute(
    one: tuple[Event, list[Claim]], two: tuple[Event, list[Claim]], case: Case, said: Callable[[Claim, Case], bool]
) -> Dispute | None:
    sides = sorted((one, two), key=lambda side: (side[0].period.start if side[0].period else None, side[0].id))
    (first, dead), (second, same_dead) = sides
    days = [event.period.start for event, _ in sides if event.period is not None and event.period.start is not None]
    if len(days) < len(sides) or not LEAST_DAYS <= (days[1] - days[0]).days <= MOST_DAYS:
        return None
    if {claim.account for claim in dead} & {claim.account for claim in same_dead}:
        return None
    if not {p.place for p in first.places if p.precision not in COARSE} & {p.place for p in second.places}:
        return None
    dated = [[c for c in _dated(event, held, case) if said(c, case)] for event, held in sides]
    if not all(dated):
        return None
    answers = [
        case.answer(day_name(event.period), [*claims, *held])
        for (event, held), claims in zip(sides, dated, strict=True)
        if event.period is not None
    ]
    claims = [*dead, *same_dead]
    question = case.words.question(
        "time", what=questions.what(claims, case.words), where=spots.phrase(first, case, claims)
    )
    return case.dispute(DisputeKind.TIME, question, first, answers)


def _dated(event: Event, held: list[Claim], case: Case) -> list[Claim]:
    """Claims of the deed on the day of ``event``, by the accounts that give its dead."""
    accounts = {claim.account for claim in held}
    return [
        claim
        for claim in case.told(event)
        if claim.account in accounts
        and claim.type in VIOLENT
        and claim.period is not None
        and event.period is not None
        and (claim.period.start, claim.period.end) == (event.period.start, event.period.end)
    ]
