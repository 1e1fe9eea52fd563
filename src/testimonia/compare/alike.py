"""Are two numbers of the same dead? Of one attack, by who did it, how and where; and of one whole.

What always holds: numbers whose words tell nothing of that may be of the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from testimonia.compare.case import VIOLENT, Case
from testimonia.compare.given import Given, of_telling
from testimonia.compare.words import begins_any
from testimonia.link.figures import Victim, anchor, victim_class
from testimonia.link.whereabouts import kilometres
from testimonia.model.claim import COARSE, Kind, PlaceMention, PlacePrecision
from testimonia.read.place_parents import parents

# Days apart by which the days that numbers give are those of two attacks: less is a night or a day of publication.
DAYS_APART = 2
# Kilometres by which places are those of two attacks; judgement.
FAR_KM = 60.0
# Totals so many times apart are of two events; judgement.
WHOLES_APART = 2.0


def of_one_attack(one: Sequence[Given], two: Sequence[Given], case: Case) -> bool:
    """Whether numbers may be of one attack.

    Not where each names a doer and a kind of deed or place, both unlike, nor where each gives a day, or a place, and
    they are far apart; nor where the dead are of two sides.
    """
    if _days_apart(one, two) or _far_apart(one, two) or _of_two_sides(one, two, case):
        return False
    doers, kinds = zip(*(_deed(side, case) for side in (one, two)), strict=True)
    apart = all(kinds) and not kinds[0] & kinds[1]
    if not all(doers) or not (apart or _elsewhere(one, two)):
        return True
    return any(case.same_actor(left, right) for left in doers[0] for right in doers[1])


def _days_apart(one: Sequence[Given], two: Sequence[Given]) -> bool:
    """Whether the days that two sides give are all ``DAYS_APART`` or more from each other."""
    days = [
        {
            period.start
            for number in side
            if (period := number.claim.period) is not None
            and period.start is not None
            and period.start == period.end
            and not (period.start_offset is not None and of_telling(number.claim, period.start_offset))
        }
        for side in (one, two)
    ]
    return all(days) and min(abs((left - right).days) for left in days[0] for right in days[1]) >= DAYS_APART


def _far_apart(one: Sequence[Given], two: Sequence[Given]) -> bool:
    """Whether all towns and sites that two sides name are ``FAR_KM`` or more from each other."""
    away = [
        kilometres(left, right)
        for left in (place for number in one for place in _fine(number))
        for right in (place for number in two for place in _fine(number))
    ]
    return bool(away) and all(distance is not None and distance >= FAR_KM for distance in away)


def _of_two_sides(one: Sequence[Given], two: Sequence[Given], case: Case) -> bool:
    """Whether the fighters that two sides count are those of two parties: soldiers of one, and rebels."""
    counted = [{actor for number in side for actor in _counted(number, case)} for side in (one, two)]
    return all(counted) and not any(case.same_actor(left, right) for left in counted[0] for right in counted[1])


def _counted(number: Given, case: Case) -> set[str]:
    """The parties under arms that the words of a number name as those it counts; "terrorists" may be of any."""
    if victim_class(number.figure, case.linking) != Victim.FIGHTERS:
        return set()
    words = set(number.figure.counted.casefold().split())
    parties = (m for m in number.claim.recipients if m.actor in case.codebook.actors)
    known = [m for m in parties if not case.kinship.nobody(m.actor)]
    return {m.actor for m in known if words & set(m.text.casefold().split())}


def of_one_scope(lesser: Sequence[Given], greater: Sequence[Given], case: Case) -> bool:
    """Whether the greater number is no sum of many raids over a region, while the lesser is of one place there."""
    regions = {
        place.place
        for number in greater
        if begins_any(case.sentence(number.claim), case.words.many_deeds)
        for place in number.claim.places
        if place.precision is PlacePrecision.REGION and not _fine(number)
    }
    if {number.claim.account for number in lesser} & {number.claim.account for number in greater}:
        return True
    inside = [place for number in lesser for place in _fine(number)]
    return not any(region in parents(place, case.codebook) for region in regions for place in inside)


def _fine(number: Given) -> list[PlaceMention]:
    return [p for p in number.claim.places if p.precision not in COARSE]


def of_one_kind(numbers: Sequence[Given], case: Case) -> list[Given]:
    """``numbers`` without those of another kind of deed, where most accounts tell of a rare one such as gas.

    A number whose words tell of no kind may be of either, unless it is of another place.
    """
    rare = set(case.linking.rare_modes)
    kinds = [_deed([number], case)[1] for number in numbers]
    of_rare = {number.claim.account for number, kind in zip(numbers, kinds, strict=True) if kind & rare}
    other = {number.claim.account for number, kind in zip(numbers, kinds, strict=True) if kind and not kind & rare}
    if not of_rare or len(other - of_rare) > len(of_rare):
        return list(numbers)
    there = {place.place for number in numbers if number.claim.account in of_rare for place in _fine(number)}
    return [
        number
        for number, kind in zip(numbers, kinds, strict=True)
        if kind & rare or (not kind and (not there or not _fine(number) or there & {p.place for p in _fine(number)}))
    ]


def _elsewhere(one: Sequence[Given], two: Sequence[Given]) -> bool:
    """Whether two sides name places in their own words, and none in common."""
    named = [
        {
            place.place
            for number in side
            for place in number.claim.places
            if place.precision is not PlacePrecision.COUNTRY and number.claim.start <= place.start < number.claim.end
        }
        for side in (one, two)
    ]
    return all(named) and not named[0] & named[1]


def _deed(numbers: Sequence[Given], case: Case) -> tuple[set[str], set[str]]:
    """Who did it and what kind of deed it was, by what the sentences of ``numbers`` tell of violence.

    Whoever is only named there ("rebel-held"), or holds a place, did nothing.
    """
    told = [
        claim
        for number in numbers
        for claim in (number.claim, *case.beside(number.claim))
        if claim.kind is Kind.FIGURE or claim.type in VIOLENT
    ]
    known = case.codebook.actors
    doers = {m.actor for c in told for m in c.actors if m.actor in known and not case.kinship.nobody(m.actor)}
    kinds = {claim.acled for claim in told if claim.acled and claim.acled not in case.words.vague_kinds}
    return doers, kinds


def of_one_whole(one: Sequence[Given], two: Sequence[Given], case: Case) -> bool:
    """Whether numbers of children or women are of one total: "two women among eight" is not of "five among 48"."""
    wholes_of = [{whole for number in side if (whole := _whole_of(number, case)) is not None} for side in (one, two)]
    if not wholes_of[0] or not wholes_of[1]:
        return True
    least, most = (max(sides) for sides in sorted(wholes_of, key=max))
    return most < WHOLES_APART * least


def _whole_of(number: Given, case: Case) -> float | None:
    """The number of all victims that the sentence of a number of some of them gives."""
    if victim_class(number.figure, case.linking) == Victim.PEOPLE:
        return None
    beside = [figure for claim in (number.claim, *case.beside(number.claim)) for figure in claim.figures]
    all_of_them = [
        anchor(figure)
        for figure in beside
        if figure.unit is number.figure.unit and victim_class(figure, case.linking) == Victim.PEOPLE
    ]
    return max(all_of_them, default=None)
