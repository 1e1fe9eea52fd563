"""Did an attack gain ground: one voice tells of an advance, another that it was beaten back or never came about.

What always holds: both speak of one side's attack, near one place and within ``SLACK`` days, and whoever is said to
have beaten it back is not of that side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from testimonia.compare import questions, spots
from testimonia.compare.case import VIOLENT, Case
from testimonia.compare.together import groups
from testimonia.compare.words import begins_any
from testimonia.link.whereabouts import kilometres
from testimonia.model.claim import COARSE, Claim, Kind
from testimonia.model.dispute import Dispute, DisputeKind

# Days that may lie between an advance and its denial.
SLACK = 2
# Days that an advance may take.
WEEK = 7
# Kilometres between two places of one front.
FRONT = 15.0
# Characters before a claim's trigger in which it is said to have been beaten back.
LEADING = 60


def find(case: Case) -> Iterator[Dispute]:
    """Disputes over whether an attack gained ground."""
    told = [claim for claim in case.claims.values() if claim.kind is Kind.EVENT and claim.type in VIOLENT]
    won = [claim for claim in told if case.voice(claim).polarity > 0 and _named(claim, case) and _advance(claim, case)]
    stalled = [claim for claim in told if _stalled(claim, case)]
    pairs = ((yes, no) for no in stalled for yes in won if _of_one_attack(yes, no, case))
    for yes, no in groups(pairs):
        yield _dispute(yes, no, case)


def _advance(claim: Claim, case: Case) -> bool:
    """Whether a claim tells of ground gained."""
    trigger = claim.trigger.text if claim.trigger else ""
    return begins_any(trigger, case.words.advancing)


def _stalled(claim: Claim, case: Case) -> bool:
    """Whether a claim tells of an attack that gained nothing: denied, or beaten back."""
    if claim.trigger is None:
        return False
    if case.voice(claim).polarity < 0 and _advance(claim, case):
        return True
    if case.voice(claim).polarity > 0:
        return begins_any(claim.trigger.text, case.words.beaten_back)
    return begins_any(case.before(claim, claim.trigger.start, LEADING), case.words.beaten_back)


def _of_one_attack(yes: Claim, no: Claim, case: Case) -> bool:
    if case.voice(yes).id == case.voice(no).id or not _near(yes, no) or not _same_days(yes, no, case):
        return False
    attackers, named = _named(yes, case), _named(no, case)
    if case.voice(no).polarity <= 0 and named:  # whose attack failed, or who did not advance
        return any(case.same_actor(one, two) for one in attackers for two in named)
    voice = case.voice(no).id
    of_a_side = case.kinship.state(voice) is not None or case.kinship.sides(voice)
    defenders = named or ({voice} if of_a_side else set())
    return bool(defenders) and not any(_may_be(one, two, case) for one in attackers for two in defenders)


def _named(claim: Claim, case: Case) -> set[str]:
    """The actors of a claim that its words name; whom "their attack" means is too uncertain where sides fight."""
    return {mention.actor for mention in claim.actors if mention.text.casefold() not in case.words.pronouns}


def _may_be(one: str, two: str, case: Case) -> bool:
    """Whether two actors may be of one side; whom the codebook does not know may be anyone."""
    known = case.codebook.actors
    return one not in known or two not in known or case.kinship.nobody(two) or case.same_actor(one, two)


def _near(one: Claim, two: Claim) -> bool:
    """Whether some place of one claim, or of what surrounds it, is on one front with one of the other."""
    spots = [[place for place in claim.likely_places if place.precision not in COARSE] for claim in (one, two)]
    return any(
        left.place == right.place or ((away := kilometres(left, right)) is not None and away <= FRONT)
        for left in spots[0]
        for right in spots[1]
    )


def _same_days(one: Claim, two: Claim, case: Case) -> bool:
    days = []
    for claim in (one, two):
        period = claim.likely_period
        published = case.accounts[claim.account].published
        if period is not None and period.start is not None and (period.days is None or period.days > WEEK):
            return False  # of the years before
        stated = period is not None and period.start is not None and period.start == period.end
        days.append(period.start if stated and period is not None else published.end or published.start)
    return days[0] is not None and days[1] is not None and abs((days[0] - days[1]).days) <= SLACK


def _dispute(yes: Sequence[Claim], no: Sequence[Claim], case: Case) -> Dispute:
    event = case.first_event(yes)
    actor = yes[0].actors[0]
    question = case.words.question(
        "ground",
        who=case.words.named(case.kinship.name(actor.actor) or actor.name),
        where=spots.phrase(event, case) if event else "",
        when=questions.when(event.period) if event else "",
    )
    answers = [case.answer(case.words.ground["won"], yes), case.answer(case.words.ground["stalled"], no)]
    return case.dispute(DisputeKind.OCCURRENCE, question, event, answers, weight=0.8)
