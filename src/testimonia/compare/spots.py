"""Where did it happen, in the words of a question: the place that the accounts of an event share, not a passing one.

What always holds: the place named is one that a claim of the event names; a site or a quarter only where enough of the
accounts have it and no other is named as much.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from testimonia.compare.case import Case
from testimonia.link.titles import place_name
from testimonia.link.whereabouts import kilometres
from testimonia.model.claim import Claim, Kind, PlaceMention, PlacePrecision
from testimonia.model.event import Event
from testimonia.read.place_parents import parents

# A place within another is named where this share of the accounts has it, with so many times the claims of the next.
SHARE, AHEAD = 0.4, 1.3
# For how many claims one counts in which a place stands first, before the town around it.
FIRST = 2
# Kilometres from the town of an event beyond which a site or a quarter is of something else.
AROUND = 30.0
_FINE = (PlacePrecision.LOCALITY, PlacePrecision.VICINITY)


@dataclass
class _Spot:
    """One place with the accounts that have it, how many claims do, and how many say that it was near it only.

    ``asked`` is how many accounts have it in the claims that a question is about.
    """

    place: PlaceMention
    accounts: set[str] = field(default_factory=set)
    claims: int = 0
    near: int = 0
    asked: int = 0

    @property
    def order(self) -> tuple[int, int, str]:
        return -len(self.accounts) - self.asked, -self.claims, self.place.place


def phrase(event: Event, case: Case, claims: Sequence[Claim] = ()) -> str:
    """Such as " in Darkush", " near Darkush" or " at the mill in Darkush"; empty where no place is known.

    The town is that of the event, of several the one that ``claims``, those that a question is about, name as well.
    """
    sites, around = _tally([claim for claim in case.told(event) if claim.kind is Kind.EVENT])
    asked = {spot.place.place: spot for spot in _tally(claims)[1]}
    for spot in around:
        spot.asked = len(asked[spot.place.place].accounts) if spot.place.place in asked else 0
    towns = [spot for spot in around if spot.asked] or list(asked.values()) or around
    if not sites and not towns:
        name = place_name(event.places)
        return f" in {name}" if name else ""
    told = len({account for spot in (*sites, *around) for account in spot.accounts})
    town = min(towns, key=lambda spot: spot.order, default=None)
    site = _foremost(_around(sites, town, told))
    if site is not None:
        return f" at {site.place.name}" + (
            f" in {town.place.name}" if town and town.place.name not in site.place.name else ""
        )
    if town is None:
        return f" at {min(sites, key=lambda spot: spot.order).place.name}"
    near = 2 * town.near > town.claims
    others = [spot for spot in towns if spot is not town]
    inside = [spot for spot in others if town.place.place in parents(spot.place, case.codebook)]
    within = _foremost(_around(others if near else inside, town, len({a for spot in towns for a in spot.accounts})))
    if within is not None:
        return f" in {within.place.name}" + (f", {town.place.name}" if within in inside else "")
    return f" {'near' if near else 'in'} {town.place.name}"


def _tally(claims: Iterable[Claim]) -> tuple[list[_Spot], list[_Spot]]:
    """The sites and the towns that ``claims`` name, each once."""
    found: dict[str, _Spot] = {}
    for claim in claims:
        for at, place in enumerate(claim.places):
            if place.precision in _FINE or place.precision is PlacePrecision.EXACT:
                spot = found.setdefault(place.place, _Spot(place))
                spot.accounts.add(claim.account)
                spot.claims += 1 if at else FIRST
                spot.near += (1 if at else FIRST) * (place.precision is PlacePrecision.VICINITY)
    exact = [spot for spot in found.values() if spot.place.precision is PlacePrecision.EXACT]
    return exact, [spot for spot in found.values() if spot.place.precision in _FINE]


def _around(spots: Iterable[_Spot], town: _Spot | None, told: int) -> list[_Spot]:
    """Those of ``spots`` that enough of the accounts have, in or around the town of the event."""
    shared = [spot for spot in spots if len(spot.accounts) >= SHARE * told]
    if town is None:
        return shared
    return [spot for spot in shared if (kilometres(spot.place, town.place) or 0.0) <= AROUND]


def _foremost(spots: Iterable[_Spot]) -> _Spot | None:
    """The one of ``spots`` that is named more than every other, ``None`` where several are named alike."""
    first, *rest = [*sorted(spots, key=lambda spot: spot.order), None]
    if first is None or (rest and rest[0] is not None and first.claims < AHEAD * rest[0].claims):
        return None
    return first
