"""Was he killed: somebody whom one voice counts among the dead and another says is alive.

What always holds: both speak of one person, known by name or by an office or tie that one person holds ("the groom"),
in accounts that tell of the same days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from testimonia.compare.case import VIOLENT, Case
from testimonia.compare.together import Together, groups
from testimonia.compare.words import begins_any
from testimonia.model.claim import Claim, Kind
from testimonia.model.dispute import Dispute, DisputeKind
from testimonia.model.source import ActorKind

# How the rules begin that read who is alive.
ALIVE = "survival.alive"
# Days that may lie between two accounts of one death.
SLACK = 21
# A word that is nobody's owner: "the groom", not "the groom's father".
_WORD = re.compile(r"[^\W\d_]+(?![\w'’])")


def find(case: Case) -> Iterator[Dispute]:
    """Disputes over whether somebody was killed."""
    told = [claim for claim in case.claims.values() if claim.kind is Kind.EVENT and claim.type in VIOLENT]
    alive = [claim for claim in told if case.voice(claim).polarity < 0 and _of_life(claim, case)]
    if not alive:
        return
    together = Together(case)
    dead = [claim for claim in told if case.voice(claim).polarity > 0 and _of_death(claim, case)]
    by_person: dict[str, list[tuple[Claim, Claim]]] = {}
    for no in alive:
        for yes in dead:
            person = _person(yes, no, together, case)
            if person is not None and case.voice(yes).id != case.voice(no).id:
                by_person.setdefault(person, []).append((yes, no))
    for person, pairs in sorted(by_person.items()):
        for killed, living in groups(pairs):
            yield _dispute(person, killed, living, case)


def _of_life(claim: Claim, case: Case) -> bool:
    """Whether a claim says that somebody lives, or denies a death."""
    if claim.rule.startswith(ALIVE):
        return True
    return _of_death(claim, case) and not claim.actors


def _of_death(claim: Claim, case: Case) -> bool:
    trigger = claim.trigger.text if claim.trigger else ""
    return begins_any(trigger, case.words.dying) and not any(figure.low for figure in claim.figures)


def _person(yes: Claim, no: Claim, together: Together, case: Case) -> str | None:
    """Whose death two claims are about, where they are about that of one person."""
    shared = {m.actor: m.name for m in yes.recipients} if _near_in_time(yes, no, case) else {}
    for mention in no.recipients:
        named = case.kinship.kind(mention.actor) is ActorKind.PERSON or not mention.text.islower()
        if mention.actor in shared and named and not case.kinship.nobody(mention.actor):
            return mention.name
    if not together.near(yes, no):
        return None
    common = _people(yes, case) & _people(no, case)
    return case.words.the.format(min(common)) if common else None


def _people(claim: Claim, case: Case) -> set[str]:
    """The words of a claim for somebody of whom there is one: "the groom", "the mayor"."""
    return {word for word in _WORD.findall(claim.text.casefold()) if word in case.words.sole_persons}


def _near_in_time(one: Claim, two: Claim, case: Case) -> bool:
    days = [published.end or published.start for c in (one, two) for published in (case.accounts[c.account].published,)]
    return days[0] is None or days[1] is None or abs((days[0] - days[1]).days) <= SLACK


def _dispute(person: str, yes: Sequence[Claim], no: Sequence[Claim], case: Case) -> Dispute:
    event = case.first_event(yes)
    question = case.words.question("fate", who=person)
    answers = [case.answer(case.words.fates["killed"], yes), case.answer(case.words.fates["alive"], no)]
    return case.dispute(DisputeKind.OCCURRENCE, question, event, answers, weight=0.9)
