"""How directly do numbers clash? Two sources side by side in one account most, an outlet's own words or headline least.

What always holds: a number that its account makes a part of the other, or sets in another place, opposes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from testimonia.compare import clock
from testimonia.compare.case import Case
from testimonia.compare.given import Given, vague
from testimonia.compare.values import Range
from testimonia.compare.words import begins_any
from testimonia.link.figures import anchor
from testimonia.model.claim import SourceKind, Unit

# How directly numbers clash: named sources in one account, in two, or an outlet's own words; judgement.
SIDE_BY_SIDE, NAMED, AGAINST_OWN, OWN_WORDS = 1.4, 1.2, 0.9, 0.45
# Units of figures that may count dead, whatever word counts them.
COUNTING = (Unit.KILLED, Unit.PEOPLE, Unit.FIGHTERS, Unit.OTHER)
# Characters before a number in which "of the" makes it a whole with parts.
LEAD = 12
# Characters within which two numbers may be summands of a third.
NEAR = 300


def of(groups: Sequence[Range], numbers: Sequence[Given], case: Case) -> float:
    """How directly the two groups that are set against each other most directly are, by judgement."""
    pairs = [
        (left, right)
        for at, lesser in enumerate(groups)
        for greater in groups[at + 1 :]
        for left in (n for n in numbers if n.figure in lesser.figures)
        for right in (n for n in numbers if n.figure in greater.figures)
    ]
    return max((_opposition(left, right, case) for left, right in pairs), default=OWN_WORDS)


def _opposition(lesser: Given, greater: Given, case: Case) -> float:
    """Most for two sources in one account, less for two in two, least where an outlet's own words give a number.

    What an account counts in all, in its own words, and a source in part is no opposition; nor are numbers of which one
    is of what happened elsewhere.
    """
    known = clock.named(lesser, case) + clock.named(greater, case)
    if lesser.voice.id == greater.voice.id or _is_summand(lesser, greater, case):
        return OWN_WORDS
    if vague(lesser) or vague(greater) or _of_more_doers(lesser, greater, case) or _is_shared_out(greater, case):
        return OWN_WORDS
    if lesser.claim.account != greater.claim.account:
        return NAMED if known == 2 and not clock.same_source(lesser, greater, case) else OWN_WORDS
    told = [number.claim.source.kind is not SourceKind.ACCOUNT for number in (lesser, greater)]
    aside = [begins_any(case.sentence(number.claim), case.words.elsewhere) for number in (lesser, greater)]
    if aside[0] != aside[1] or not told[1]:
        return OWN_WORDS
    return (SIDE_BY_SIDE if known == 2 else NAMED) if told[0] else AGAINST_OWN


def _of_more_doers(lesser: Given, greater: Given, case: Case) -> bool:
    """Whether the greater number is laid on the lesser's doers and on others with them, and so may be of more deeds."""
    one, two = ({mention.actor for mention in number.claim.actors} for number in (lesser, greater))
    others = [actor for actor in two if not any(case.same_actor(actor, ours) for ours in one)]
    return bool(one) and len(others) > 0 and len(others) < len(two)


def _is_shared_out(number: Given, case: Case) -> bool:
    """Whether a number is a whole that its sentence shares out among places: "of the 45 dead most were in the east"."""
    return case.before(number.claim, number.figure.start, LEAD).casefold().endswith(case.words.shared_out)


def _is_summand(lesser: Given, greater: Given, case: Case) -> bool:
    """Whether an account makes the lesser number a part of the greater: "82, including 58", or 11 and 17 make 28."""
    least, most = anchor(lesser.figure), anchor(greater.figure)
    counted = [
        figure
        for claim in case.told_by(lesser.claim.account)
        for figure in claim.figures
        if figure.unit in COUNTING and figure.low is not None and figure.start != greater.figure.start
    ]
    inside = any(figure.part_of is not None and figure.low == lesser.figure.low for figure in counted)
    beside = [f for f in counted if 0 < abs(f.start - lesser.figure.start) <= NEAR and f.low != lesser.figure.low]
    return inside or any(least + anchor(figure) == most for figure in beside)
