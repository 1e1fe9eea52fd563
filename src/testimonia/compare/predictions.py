"""Who said what would come, and what later accounts of the case tell of it."""

from __future__ import annotations

from testimonia.compare.case import Case
from testimonia.compare.comparison import Prediction
from testimonia.model.claim import Claim, Kind
from testimonia.model.factuality import Tense


def find(case: Case) -> tuple[Prediction, ...]:
    """The predictions of the case, by account and position."""
    event_of = {claim: event for event in (*case.linked.events, *case.linked.situations) for claim in event.claims}
    found = []
    for claim in sorted(case.claims.values(), key=lambda c: (c.account, c.start, c.end, c.id)):
        if claim.tense is not Tense.FUTURE or claim.kind not in (Kind.EVENT, Kind.RELATION):
            continue
        event = event_of.get(claim.id)
        later = [other for other in case.told(event) if _later(claim, other, case)] if event else []
        voice = case.voice(claim)
        found.append(
            Prediction(
                claim.id,
                voice.id,
                voice.name,
                claim.account,
                " ".join(claim.text.split()),
                event.id if event else None,
                tuple(sorted(other.id for other in later if other.factuality.polarity > 0)),
                tuple(sorted(other.id for other in later if other.factuality.polarity < 0)),
            )
        )
    return tuple(found)


def _later(claim: Claim, other: Claim, case: Case) -> bool:
    """Whether ``other`` looks back from a later account on what ``claim`` looked forward to."""
    if other.tense is Tense.FUTURE or other.account == claim.account:
        return False
    one, two = case.accounts[claim.account].published, case.accounts[other.account].published
    return one.end is not None and two.start is not None and two.start > one.end
