"""Which denials of an account answer what is told of an event, though they stand in sentences of their own?

"The army denied using barrel bombs", "dismissed the accusations", "there is no truth to the reports". What always
holds: a denial is by somebody, and it is given to an event only where the same account tells of that event.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from testimonia.compare import doers
from testimonia.compare.case import Case
from testimonia.compare.words import begins_any
from testimonia.link.mentions import NEAR
from testimonia.model.claim import Claim
from testimonia.model.event import Event

DEED, REJECTION = "ASSAULT", "REJECT"
CERTAIN = 3
# How the rule of a claim begins that reads the use of a weapon.
USED = "authorship.used"
# Characters within which a claim that is rejected is the accusation told before it.
REACH = 400


def of_deed(event: Event, case: Case) -> Iterator[Claim]:
    """Denials of such a deed as ``event`` is: its doer is said not to use that weapon, or not to have done it."""
    ids = set(event.claims)
    for account in event.accounts:
        for denial in case.denials(account):
            stands_apart = denial.id not in ids and denial.factuality.certainty == CERTAIN
            if denial.type == DEED and stands_apart and _home(denial, case) == event.id:
                yield denial


def of_accusations(event: Event, case: Case) -> Iterator[Claim]:
    """Rejections of accusations near what an account tells of ``event``, whose actor is whoever rejects them."""
    for account in event.accounts:
        for denial in case.denials(account):
            rejects = denial.type == REJECTION and (
                begins_any(denial.text, case.words.accusations) or _answers_accusation(denial, case)
            )
            if rejects and denial.actors and _home(denial, case) == event.id:
                yield denial


def in_general(denial: Claim, case: Case) -> bool:
    """Whether a denial is of such deeds at large, or of earlier charges, and names no deed."""
    said = case.sentence(denial)
    if doers.placed(denial) or doers.dated(denial) or begins_any(said, case.words.one_deed):
        return False
    used = denial.rule.startswith(USED) or (
        denial.type == DEED and denial.trigger is not None and begins_any(denial.trigger.text, case.words.using)
    )
    return used or begins_any(said, case.words.general_denials)


def _answers_accusation(denial: Claim, case: Case) -> bool:
    """Whether an accusation stands in the ``REACH`` characters before a rejection of "the claim"."""
    return any(
        other.type in case.words.blame_types and 0 <= denial.start - other.start <= REACH
        for other in case.told_by(denial.account)
    )


def _home(denial: Claim, case: Case) -> str | None:
    """The id of the event that a denial answers: the one of which its account tells most that the denier did it.

    A denial that names a weapon answers deeds of that weapon, any other one those told near it. One that stands in an
    event of which its account also tells that it happened answers that event and no other.
    """
    own = case.event_of(denial)
    counts: dict[str, int] = defaultdict(int)
    vague = (None, *case.words.vague_kinds)
    for claim in case.told_by(denial.account):
        event = case.event_of(claim)
        if event is None or claim.type != DEED or claim.factuality.polarity < 0:
            continue
        if event is own:
            return event.id
        if not any(case.same_actor(d.actor, m.actor) for d in denial.actors for m in claim.actors):
            continue
        near = abs(claim.start - denial.start) <= NEAR
        alike = denial.acled not in vague and claim.acled == denial.acled
        if alike or near:
            counts[event.id] += 1 + 2 * alike + near
    return min(counts, key=lambda event: (-counts[event], event)) if counts else None


def of_reports(event: Event, claims: Sequence[Claim], case: Case) -> Iterator[Claim]:
    """Rejections of reports, where ``event`` is the gravest that its account tells near them."""
    for account in event.accounts:
        told = [claim for claim in claims if claim.account == account]
        for denial in case.denials(account):
            reports = denial.type == REJECTION and begins_any(case.sentence(denial), case.words.reports)
            if reports and case.told_about(denial) == event.id and told:
                yield denial
