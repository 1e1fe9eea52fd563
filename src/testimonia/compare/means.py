"""By what means an attack was made: weapons that exclude one another, in accounts that each name their own.

What always holds: nobody who names both takes part on one side, and a more exact name of the same means (an ambulance
is a car) is no other answer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from testimonia.compare import questions, spots
from testimonia.compare.case import VIOLENT, Case
from testimonia.compare.given import of_event
from testimonia.compare.words import begins_any
from testimonia.model.claim import Claim, Kind
from testimonia.model.dispute import Dispute, DisputeKind
from testimonia.model.event import Event


def find(case: Case) -> Iterator[Dispute]:
    """Disputes over the weapon of an attack that two accounts or more tell."""
    for event in case.linked.events:
        if event.type not in VIOLENT or len(event.accounts) < 2:
            continue
        claims = [c for c in case.told(event) if c.kind is Kind.EVENT and c.factuality.polarity > 0]
        claims = [c for c in claims if of_event(c, event)]
        if any(c.acled in case.words.two_sided for c in claims):
            continue  # a battle has many weapons
        for means in case.words.means:
            dispute = _dispute(event, claims, means, case)
            if dispute is not None:
                yield dispute
                break


def _dispute(event: Event, claims: Sequence[Claim], means: Mapping[str, tuple[str, ...]], case: Case) -> Dispute | None:
    named: dict[str, set[str]] = defaultdict(set)
    held: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        for name, words in means.items():
            if begins_any(claim.text.replace("-", " "), words):
                named[claim.account].add(name)
                held[claim.account].append(claim)
    groups: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for account in sorted(named):
        groups[tuple(sorted(named[account]))] += held[account]
    apart = [(one, two) for one in groups for two in groups if one < two and not set(one) & set(two)]
    if not apart:
        return None
    chosen = max(apart, key=lambda pair: (len(groups[pair[0]]) + len(groups[pair[1]]), pair))
    accounts = [{claim.account for claim in groups[names]} for names in chosen]
    outlets = [{case.accounts[account].outlet or account for account in side} for side in accounts]
    if not (outlets[0] - outlets[1] and outlets[1] - outlets[0]):
        return None
    answers = [case.answer(case.words.together.join(names), groups[names]) for names in chosen]
    question = case.words.question(
        "means",
        what=questions.what(claims, case.words),
        where=spots.phrase(event, case),
        when=questions.when(event.period),
    )
    return case.dispute(DisputeKind.WEAPON, question, event, answers)
