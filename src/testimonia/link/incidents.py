"""Which act of violence an account mainly tells of: the one that most of its claims are of, the early ones first.

What always holds: an account that tells of any act of violence has one main incident, one of its own events.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from testimonia.link.words import LinkingWords
from testimonia.model.claim import Claim
from testimonia.model.event import Event

# The family of ``linking.yaml`` whose happenings are incidents.
VIOLENCE = "violence"
# A claim that stands so many characters after the account's first one counts half: news tells the main thing first.
HALF = 300
# What spans more days is no incident but a sum of many, of which an account tells beside it.
LONGEST = 10
OF_A_SUM = 0.1


def main_incidents(events: Iterable[Event], claims: Iterable[Claim], words: LinkingWords) -> dict[str, str]:
    """For each account that tells of an act of violence the id of the event it mainly tells of."""
    by_id = {claim.id: claim for claim in claims}
    first: dict[str, int] = {}
    for claim in by_id.values():
        first[claim.account] = min(first.get(claim.account, claim.start), claim.start)
    told: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for event in events:
        if is_violent(event, words):
            share = OF_A_SUM if event.period and (event.period.days or 1) > LONGEST else 1.0
            for claim in (by_id[identifier] for identifier in event.claims if identifier in by_id):
                told[claim.account][event.id] += share / (1 + (claim.start - first[claim.account]) / HALF)
    return {
        account: min(weights, key=lambda event: (-weights[event], event)) for account, weights in sorted(told.items())
    }


def is_violent(event: Event, words: LinkingWords) -> bool:
    """Whether an event is an act of violence, or the count of those it hit."""
    return VIOLENCE in (words.family_of(event.type), words.family_of_unit(event.type))
