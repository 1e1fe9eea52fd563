"""When and where: days and spots of one event that accounts state outright and that cannot both be true."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from testimonia.compare import hours, questions, retold, spots
from testimonia.compare.case import Case
from testimonia.compare.words import begins_any
from testimonia.link.mentions import stem
from testimonia.link.titles import day_name
from testimonia.link.whereabouts import kilometres
from testimonia.model.claim import COARSE, Claim, PlaceMention, PlacePrecision, Unit
from testimonia.model.dispute import Dispute, DisputeKind
from testimonia.model.event import Event
from testimonia.model.period import Period
from testimonia.read.place_parents import parents

# Kilometres beyond which two places said finely are two places.
APART_KM = 8.0
# Farther apart, two places are of one attack only where the same dead show it; judgement.
FAR_KM = 25.0
# One day more or less is a night or a time zone.
LEAST_DAYS = 2
# Farther apart, two days are of two events, or one was taken for that of another year.
MOST_DAYS = 60
# Days beyond which what is told is no one event with one place.
SHORT = 2
# A day of publication within this many characters of the beginning is a dateline.
DATELINE = 200
# So many dead in two accounts are likely the same dead.
SEVERAL = 3
# So many dead are rarely those of two attacks on one town in one week; judgement.
RARE = 20
DEEDS = ("ASSAULT",)


def find(case: Case) -> Iterator[Dispute]:
    """Disputes over the day, the hour and the place of events, and over the day of one that is told as two."""
    for event in case.linked.events:
        if len(event.accounts) > 1:
            claims = case.told(event)
            yield from _days(event, claims, case)
            if event.period and event.period.days and event.period.days <= SHORT:
                yield from _places(event, claims, case)
        if event.period is not None and event.period.days == 1:
            yield from hours.find(event, case.told(event), case)
    yield from retold.find(case, _said)


def _days(event: Event, claims: Sequence[Claim], case: Case) -> Iterator[Dispute]:
    by_day: dict[date, list[Claim]] = defaultdict(list)
    for claim in claims:
        period = claim.period
        aside = begins_any(case.sentence(claim), case.words.also)  # "was also hit on Monday": of another attack
        if claim.type not in DEEDS or aside:
            continue
        if period and period.start and period.start == period.end and _said(claim, case):
            by_day[period.start].append(claim)
    accounts = [{claim.account for claim in held} for held in by_day.values()]
    if len(by_day) < 2 or any(one & two for at, one in enumerate(accounts) for two in accounts[at + 1 :]):
        return
    days = sorted(by_day)
    if not LEAST_DAYS <= (days[-1] - days[0]).days <= MOST_DAYS:
        return
    if not _one_deed([held for _, held in sorted(by_day.items())], claims):
        return
    answers = [case.answer(day_name(Period(day, day)), by_day[day]) for day in days]
    question = case.words.question("time", what=questions.what(claims, case.words), where=spots.phrase(event, case))
    weight = 0.6 + 0.2 * min(5, (days[-1] - days[0]).days)
    yield case.dispute(DisputeKind.TIME, question, event, answers, weight=weight)


def _one_deed(groups: Sequence[Sequence[Claim]], claims: Sequence[Claim]) -> bool:
    """Whether groups of claims surely tell of one deed: ``claims`` of their accounts count the same dead, or name one
    site."""
    dead: list[set[float]] = []
    sites: list[set[str]] = []
    for held in groups:
        accounts = {claim.account for claim in held}
        figures = [f for c in claims if c.account in accounts for f in c.figures if f.unit is Unit.KILLED]
        dead.append({f.low for f in figures if f.low is not None and f.low >= SEVERAL})
        sites.append({p.place for c in held for p in c.places if p.precision is PlacePrecision.EXACT})
    pairs = list(combinations(range(len(groups)), 2))
    kinds = [{claim.acled for claim in held} | {_word(claim) for claim in held} - {""} for held in groups]
    return any(
        (_same_dead(dead[one] & dead[two]) or sites[one] & sites[two]) and kinds[one] & kinds[two] for one, two in pairs
    )


def _same_dead(shared: set[float]) -> bool:
    """Whether numbers that two accounts share are likely of the same dead: one that is rare, or two of them."""
    return len(shared) > 1 or any(number >= RARE for number in shared)


def _word(claim: Claim) -> str:
    return stem(claim.trigger.text) if claim.trigger else ""


def _said(claim: Claim, case: Case) -> bool:
    """Whether the claim's own sentence gives the day, and it is not just the account's dateline."""
    period = claim.period
    if period is None or period.start_offset is None or not claim.start - 5 <= period.start_offset <= claim.end + 120:
        return False
    published = case.accounts[claim.account].published
    return not (period.start == published.start and period.start_offset < DATELINE)


def _places(event: Event, claims: Sequence[Claim], case: Case) -> Iterator[Dispute]:
    groups: list[tuple[PlaceMention, list[Claim]]] = []
    for claim in claims:
        fine = [place for place in claim.places if place.precision not in COARSE and place.latitude is not None]
        told = claim.acled in case.words.one_sided or any(figure.unit is Unit.KILLED for figure in claim.figures)
        if len(fine) != 1 or not claim.start <= fine[0].start < claim.end or not told:
            continue
        group = next((g for g in groups if _one_place(g[0], fine[0], case)), None)
        if group is None:
            groups.append((fine[0], [claim]))
        else:
            group[1].append(claim)
    accounts = [{claim.account for claim in held} for _, held in groups]
    if len(groups) < 2 or any(one & two for at, one in enumerate(accounts) for two in accounts[at + 1 :]):
        return
    apart = max(kilometres(one[0], two[0]) or 0.0 for one, two in combinations(groups, 2))
    if apart > FAR_KM and not _one_deed([held for _, held in groups], [c for _, held in groups for c in held]):
        return  # of two attacks that one day saw
    kinds = [{c.acled for c in held if c.acled} - set(case.words.vague_kinds) for _, held in groups]
    if all(kinds) and not set.intersection(*kinds):
        return  # a raid here and a battle there
    outlets = [{case.accounts[c.account].outlet or c.account for c in held} for _, held in groups]
    if len(set.union(*outlets)) < 2:
        return  # one outlet tells of two places
    answers = [case.answer(place.name, held) for place, held in groups]
    question = case.words.question("place", what=questions.what(claims, case.words), when=questions.when(event.period))
    yield case.dispute(DisputeKind.PLACE, question, event, answers)


def _one_place(one: PlaceMention, two: PlaceMention, case: Case) -> bool:
    """Whether two places leave room for each other: near, the one within the other, or the one said as "near" it."""
    if two.place in parents(one, case.codebook) or one.place in parents(two, case.codebook):
        return True
    loose = PlacePrecision.VICINITY in (one.precision, two.precision)
    return (kilometres(one, two) or 0.0) <= (FAR_KM if loose else APART_KM)
