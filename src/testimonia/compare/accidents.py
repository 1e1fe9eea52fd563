"""Was it an attack or an accident: a plane that some say was shot down and others lost to a fault, a blast, a fire.

What always holds: one voice lays the disaster to an accident outright, another one tells of the attack, and both
speak of one kind of thing in accounts that tell of the same days.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from testimonia.compare import questions, spots
from testimonia.compare.case import VIOLENT, Case
from testimonia.compare.together import Together, groups
from testimonia.compare.words import Disaster, begins_any
from testimonia.model.claim import Claim, Kind
from testimonia.model.dispute import Dispute, DisputeKind

# How the rule begins that reads a disaster laid to an accident.
LAID = "mishap."


def find(case: Case) -> Iterator[Dispute]:
    """Disputes over whether a disaster was an attack."""
    told = [claim for claim in case.claims.values() if claim.kind is Kind.EVENT and claim.type in VIOLENT]
    laid = [claim for claim in told if claim.rule.startswith(LAID) and case.voice(claim).polarity < 0]
    if not laid:
        return
    together = Together(case)
    for kind in case.words.disasters:
        ours = [claim for claim in laid if begins_any(claim.text, kind.things) and _single(claim, case)]
        attacks = [claim for claim in told if ours and _is_attack(claim, kind, case)]
        pairs = ((yes, no) for no in ours for yes in attacks if together.near(yes, no) and _opposed(yes, no, case))
        for yes, no in groups(pairs):
            yield _dispute(kind, yes, no, case)


def _is_attack(claim: Claim, kind: Disaster, case: Case) -> bool:
    """Whether a claim says of a thing of that kind that it was attacked."""
    if claim.rule.startswith(LAID) or case.voice(claim).polarity <= 0 or not _single(claim, case):
        return False
    attacked = begins_any(claim.text, kind.attacked) or claim.acled in kind.attacks
    return attacked and begins_any(f"{claim.text} {case.sentence(claim)}", kind.things)


def _single(claim: Claim, case: Case) -> bool:
    """Whether a claim is of one disaster: "several aircraft have been shot down or crashed since" is of many."""
    sentence = case.sentence(claim)
    return not begins_any(sentence, (*case.words.long_sums, *case.words.habitual, *case.words.several))


def _opposed(yes: Claim, no: Claim, case: Case) -> bool:
    return case.voice(yes).id != case.voice(no).id


def _dispute(kind: Disaster, yes: Sequence[Claim], no: Sequence[Claim], case: Case) -> Dispute:
    event = case.first_event(yes)
    question = case.words.question(
        "accident",
        what=kind.asked,
        where=spots.phrase(event, case) if event else "",
        when=questions.when(event.period) if event else "",
    )
    answers = [case.answer(kind.attack, yes), case.answer(kind.accident, no)]
    return case.dispute(DisputeKind.OCCURRENCE, question, event, answers)
