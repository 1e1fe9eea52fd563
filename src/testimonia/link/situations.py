"""Which claims speak of one standing state: who besieges, controls, arms, backs, fights, blames whom.

A state is identified by its group (``linking.yaml``) and by where it stands, or by who and whom. What always holds:
claims of one situation may all hold over one stretch of time; a state that changed hands later is another situation.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from testimonia.codebook import Codebook
from testimonia.link.gathered import gathered
from testimonia.link.kinship import Kinship
from testimonia.link.mentions import NEAR
from testimonia.link.whereabouts import finest, kilometres
from testimonia.link.words import LinkingWords, SituationGroup
from testimonia.model.claim import Claim, Kind, PlaceMention, PlacePrecision
from testimonia.model.document import Account
from testimonia.model.event import Event, EventKind
from testimonia.model.factuality import Tense
from testimonia.model.period import Period, Precision
from testimonia.read.place_parents import parents

# Days by which two tellings of a standing state may miss each other: states last, news of them comes weekly.
SLACK = 45
# Days before publication for which a present-tense statement of a state is taken to hold.
STANDING = 30
# Who cuts a road lays siege to the city that it leads to: kinds of places in the codebook, and kilometres between them.
ROAD, CITY = "road", "city"
TOWNS, WITHIN = ("city", "town"), ("district", "building", "camp")
APPROACH = 15.0


def find(
    claims: Iterable[Claim], accounts: Mapping[str, Account], words: LinkingWords, codebook: Codebook
) -> tuple[Event, ...]:
    """The situations that relation claims, and event claims that change a state, tell of."""
    kinship = Kinship(codebook)
    ordered = sorted(
        (claim for claim in claims if claim.account in accounts),
        key=lambda claim: (claim.account, claim.start, claim.end, claim.id),
    )
    keyed: dict[tuple[str, ...], dict[str, Claim]] = defaultdict(dict)
    located: dict[str, list[Claim]] = defaultdict(list)
    nearby: dict[str, str] = {}
    for claim in ordered:
        if places := claim.likely_places:
            located[claim.account].append(claim)
            nearby.update((place.place, place.name) for place in places)
    for claim in ordered:
        group = group_of(claim, words)
        if group is not None:
            for key in _keys(claim, group, kinship, located[claim.account], codebook):
                keyed[key][claim.id] = claim
    situations = [
        _situation(key, phase, accounts, kinship, codebook, nearby)
        for key, members in keyed.items()
        for phase in _phases(list(members.values()), accounts)
    ]
    return tuple(sorted(situations, key=lambda event: event.id))


def group_of(claim: Claim, words: LinkingWords) -> SituationGroup | None:
    """The group of states that ``claim`` speaks of, ``None`` where it speaks of none."""
    if claim.kind is Kind.RELATION:
        return next((group for group in words.situations if claim.type in group.types), None)
    if claim.kind is not Kind.EVENT:
        return None
    groups = [group for group in words.situations if claim.type in group.events]
    parts = claim.trigger.text.casefold().split() if groups and claim.trigger else []
    return next((group for group in groups if any(part.startswith(group.stems) for part in parts)), None)


def _keys(
    claim: Claim, group: SituationGroup, kinship: Kinship, located: Sequence[Claim], codebook: Codebook
) -> set[tuple[str, ...]]:
    if group.about == "place":
        spots = [spot for spot in claim.likely_places if spot.precision is not PlacePrecision.COUNTRY] or _around(
            claim, located
        )
        return {(group.name, "place", town_of(spot, codebook)) for spot in finest(tuple(spots))}
    actors = {kinship.root(mention.actor) for mention in claim.actors} - {""}
    recipients = {_camp(mention.actor, kinship) for mention in claim.recipients}
    if group.name == "blame":
        return {(group.name, "pair", "", recipient) for recipient in recipients}
    return {
        (group.name, "pair", actor, recipient) for actor in actors for recipient in recipients if actor != recipient
    }


def _around(claim: Claim, located: Sequence[Claim]) -> list[PlaceMention]:
    """The places of the nearest claim of the account that names a town, where ``claim`` names none."""
    near = [
        (abs(other.start - claim.start), other.start, other)
        for other in located
        if abs(other.start - claim.start) <= NEAR
        and any(spot.precision is not PlacePrecision.COUNTRY for spot in other.likely_places)
    ]
    if not near:
        return []
    nearest = min(near, key=lambda entry: entry[:2])[2]
    return [spot for spot in nearest.likely_places if spot.precision is not PlacePrecision.COUNTRY]


def town_of(spot: PlaceMention, codebook: Codebook) -> str:
    """The town that a district or a road is part of, else the place itself."""
    row = codebook.places.get(spot.place)
    if row is not None and row.kind == ROAD:
        return _nearest_city(spot, codebook) or spot.place
    if spot.precision in (PlacePrecision.EXACT, PlacePrecision.VICINITY) or (row is not None and row.kind in WITHIN):
        above = parents(spot, codebook)
        towns = [place for place in above if place in codebook.places and codebook.places[place].kind in TOWNS]
        if len(above) > 1:
            return next(iter(towns), None) or _nearest_city(spot, codebook) or above[0]
    return spot.place


@lru_cache(maxsize=1 << 12)
def _nearest_city(spot: PlaceMention, codebook: Codebook) -> str | None:
    """The city of the codebook within ``APPROACH`` kilometres of ``spot``, the nearest of several."""
    near = []
    for identifier, latitude, longitude in _cities(codebook):
        away = kilometres(spot, replace(spot, latitude=latitude, longitude=longitude))
        if away is not None and away <= APPROACH:
            near.append((away, identifier))
    return min(near)[1] if near else None


@lru_cache(maxsize=8)
def _cities(codebook: Codebook) -> tuple[tuple[str, float, float], ...]:
    """Id and point of the codebook's cities."""
    return tuple(
        (row.id, row.latitude, row.longitude)
        for _, row in sorted(codebook.places.items())
        if row.kind == CITY and row.latitude is not None and row.longitude is not None
    )


def _camp(actor: str, kinship: Kinship) -> str:
    """The state of an arm of one, the side of an actor that stands on just one, else the actor."""
    state = kinship.state(actor)
    if state is not None:
        return state
    sides = sorted(kinship.sides(actor))
    return f"side:{sides[0]}" if len(sides) == 1 else actor


def holds(claim: Claim, account: Account) -> tuple[int | None, int | None]:
    """First and last day (ordinals) on which ``claim`` says the state holds, as far as known."""
    if claim.likely_period is not None and claim.likely_period.known:
        start, end = claim.likely_period.start, claim.likely_period.end
        return (start.toordinal() if start else None, end.toordinal() if end else None)
    published = account.published
    if claim.tense is Tense.FUTURE:
        return (published.start.toordinal() if published.start else None, None)
    return (
        published.start.toordinal() - STANDING if published.start else None,
        published.end.toordinal() if published.end else None,
    )


def _phases(claims: Sequence[Claim], accounts: Mapping[str, Account]) -> list[list[Claim]]:
    """``claims`` parted where no telling reaches over a gap of more than ``SLACK`` days."""
    spans = sorted(
        ((*_bounds(holds(claim, accounts[claim.account])), claim.id, claim) for claim in claims),
        key=lambda entry: entry[:3],
    )
    phases: list[list[Claim]] = []
    reached = -(10**9)
    for start, end, _, claim in spans:
        if start > reached + SLACK or not phases:
            phases.append([])
            reached = end
        phases[-1].append(claim)
        reached = max(reached, end)
    return phases


def _bounds(span: tuple[int | None, int | None]) -> tuple[int, int]:
    start, end = span
    return (start if start is not None else (end - 365 if end is not None else 0)), (end if end is not None else 10**7)


def _situation(
    key: tuple[str, ...],
    claims: Sequence[Claim],
    accounts: Mapping[str, Account],
    kinship: Kinship,
    codebook: Codebook,
    nearby: Mapping[str, str],
) -> Event:
    spans = [holds(claim, accounts[claim.account]) for claim in claims]
    starts = [start for start, _ in spans if start is not None]
    ends = [end for _, end in spans if end is not None]
    period = None
    if starts or ends:
        start = date.fromordinal(min(starts)) if starts and len(starts) == len(spans) else None
        end = date.fromordinal(max(ends)) if ends and len(ends) == len(spans) else None
        if start or end:
            period = Period(start, end, Precision.INTERVAL)
    return gathered(
        EventKind.SITUATION,
        claims,
        kind_of_event=key[0],
        title=_title(key, claims, kinship, codebook, nearby),
        period=period,
    )


def _title(
    key: tuple[str, ...], claims: Sequence[Claim], kinship: Kinship, codebook: Codebook, nearby: Mapping[str, str]
) -> str:
    def called(identifier: str) -> str:
        bare = identifier.removeprefix("side:")
        for claim in claims:
            for mention in (*claim.actors, *claim.recipients):
                if mention.actor == identifier:
                    return kinship.name(identifier) or mention.name
            for place in claim.likely_places:
                if place.place == identifier:
                    return place.name
        if identifier in nearby:
            return nearby[identifier]
        row = codebook.places.get(identifier)
        return kinship.name(identifier) or (row.name if row else bare)

    named = [called(identifier) for identifier in key[2:] if identifier]
    return f"{key[0][:1].upper()}{key[0][1:]}: " + " and ".join(named)
