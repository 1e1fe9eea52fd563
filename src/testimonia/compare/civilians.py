"""How many civilians one account counts in an incident: at least how many, and at most.

What always holds: both numbers were given by the account, follow from what it lists one by one in a sentence ("a woman
and two boys"), or are nought where it says that none died, or that all the dead were under arms.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from testimonia.compare.case import Case
from testimonia.compare.given import CIVILIANS, Given, vague
from testimonia.compare.victims import ARMED, hit
from testimonia.compare.words import begins_any
from testimonia.link.figures import Victim
from testimonia.model.claim import Claim, Kind, Unit

# Characters after an account's first number within which a greater one is still of the incident it opens with.
LEAD = 600


@dataclass(frozen=True, slots=True)
class Counted:
    """``low`` to ``high`` civilians; ``whole`` where they are all of them, not the children or women alone."""

    low: float
    high: float
    whole: bool = True


@dataclass(frozen=True, slots=True)
class _Said:
    """What one sentence counts, from ``start`` of the document on."""

    start: int
    counted: Counted


def counted(numbers: Sequence[tuple[str, Given]], told: Sequence[Claim], unit: Unit, case: Case) -> Counted | None:
    """What one account counts: ``numbers`` with the kinds of their victims, of the events that ``told`` tells of.

    ``None`` where it counts nobody. Words such as "dozens" count only where the account gives no number proper, and of
    several sentences the one with the most of those that open the account.
    """
    proper = [entry for entry in numbers if not vague(entry[1])] or list(numbers)
    by_sentence: dict[int, list[tuple[str, Given]]] = defaultdict(list)
    for victims, number in proper:
        by_sentence[case.sentence_at(number.claim)].append((victims, number))
    said = [
        _Said(min(number.figure.start for _, number in held), found)
        for _, held in sorted(by_sentence.items())
        if (found := _of_sentence(held, case)) is not None
    ]
    if not said:
        under_arms = any(victims == Victim.FIGHTERS for victims, _ in proper) or (
            unit is Unit.KILLED and any(_kills_fighters(claim, case) for claim in told)
        )
        return Counted(0.0, 0.0) if under_arms or any(_none(claim, unit) for claim in told) else None
    several = [one for one in said if one.counted.high > 1 and one.counted.whole] or said
    first = min(one.start for one in several)
    lead = [one.counted for one in several if one.start - first <= LEAD]
    return max(lead, key=lambda one: (one.high, -one.low))


def _of_sentence(numbers: Sequence[tuple[str, Given]], case: Case) -> Counted | None:
    """What one sentence counts; ``None`` where it counts people under arms only.

    The number of all stands for itself, with the civilians said to be among them as the least. What is listed without
    one ("six children and three women") is added up.
    """
    each = {number.figure.start: (victims, number) for victims, number in numbers if victims != Victim.FIGHTERS}
    if not each:
        return None
    among = [_most(n) for v, n in each.values() if v == CIVILIANS and n.figure.part_of is not None]
    listed = [(v, n) for v, n in each.values() if n.figure.part_of is None]
    if not listed:
        return Counted(max(among), max(among)) if among else None
    civilians = [_most(n) for v, n in listed if v == CIVILIANS]
    if civilians:
        return Counted(max(civilians), max(civilians))
    most = max(_most(n) for _, n in listed)
    all_of_them = max((_most(n) for v, n in listed if v == Victim.PEOPLE), default=0.0)
    total = sum(_most(n) for _, n in listed)
    if all_of_them > 1 and all_of_them >= total - all_of_them:
        further = max((_rank(n, case) for _, n in listed), default=0)
        return Counted(min(among, default=all_of_them), max(all_of_them, further))
    whole = len({v for v, _ in listed}) > 1 or most == 1 or all_of_them > 0
    return Counted(total, total, whole or all(n.figure.high is not None for _, n in listed))


def _most(number: Given) -> float:
    figure = number.figure
    return (figure.high if figure.low is None else figure.low) or 0.0


def _rank(number: Given, case: Case) -> int:
    """The place of a single victim among all, "a fourth person"; 0 where none is told."""
    if _most(number) != 1:
        return 0
    return max((case.ordinals.get(word, 0) for word in number.figure.text.casefold().split()), default=0)


def _kills_fighters(claim: Claim, case: Case) -> bool:
    """Whether a claim tells that people under arms were killed, without their number."""
    told = claim.kind is Kind.EVENT and claim.factuality.polarity > 0 and claim.trigger is not None
    deadly = told and claim.trigger is not None and begins_any(claim.trigger.text, case.words.deadly)
    return deadly and bool(claim.recipients) and hit(claim, case) == ARMED


def _none(claim: Claim, unit: Unit) -> bool:
    """Whether a claim says that nobody was killed, or injured."""
    return any(figure.unit is unit and figure.high == 0 for figure in claim.figures)
