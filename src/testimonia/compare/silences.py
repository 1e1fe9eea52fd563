"""What accounts could have told and do not: grave happenings of their place and days, told by others."""

from __future__ import annotations

from testimonia.compare.case import VIOLENT, WEEKS, Case
from testimonia.link.figures import anchor
from testimonia.model.claim import COARSE, Kind, Unit
from testimonia.model.dispute import Silence
from testimonia.model.event import Event

# Days beyond which what is told is a time, not an event that could be left out.
LONGEST = 3
# So many dead in the word of one account alone are grave enough to be missed in another; judgement.
MANY = 10
# Independent origins that must set an event beside a later deed before accounts of that deed can leave it out.
ENOUGH = 2


def find(case: Case) -> tuple[Silence, ...]:
    """Silences on happenings that two accounts tell, or that cost lives; those told by most first."""
    found = []
    for event in case.linked.events:
        if not _grave(event, case):
            continue
        silent = {*case.passing_over(event), *_leaving_out(event, case)}
        if silent:
            found.append(Silence(event.id, event.title, tuple(sorted(silent)), event.accounts))
    return tuple(sorted(found, key=lambda s: (-len(s.told_by), len(s.accounts), s.event)))


def _leaving_out(event: Event, case: Case) -> set[str]:
    """Accounts that tell a later deed of the surroundings, beside which all others who tell it also tell ``event``.

    They are published within ``WEEKS`` after the event; on one origin's word alone nothing is left out.
    """
    if len(event.origins) < ENOUGH or event.type not in VIOLENT or event.period is None or event.period.start is None:
        return set()
    found: set[str] = set()
    for deed in case.linked.events:
        if deed.type not in VIOLENT or not set(event.accounts) <= set(deed.accounts) or not case.close(event, deed):
            continue
        if deed.period is None or deed.period.start is None or deed.period.start <= event.period.start:
            continue
        for account in set(deed.accounts) - set(event.accounts):
            published = case.accounts[account].published
            day = published.start or published.end
            if day is not None and 0 <= (day - event.period.start).days <= WEEKS:
                found.add(account)
    return found


def _grave(event: Event, case: Case) -> bool:
    claims = case.told(event)
    if not any(claim.kind is Kind.EVENT and claim.factuality.polarity > 0 for claim in claims):
        return False
    if event.period is None or event.period.start is None:
        return False
    if event.period.days is None or event.period.days > LONGEST or not _placed(event):
        return False
    dead = max((anchor(f) for c in claims for f in c.figures if f.unit is Unit.KILLED), default=0.0)
    return dead >= MANY or (dead > 0 and len(event.accounts) > 1) or len(event.origins) > 1


def _placed(event: Event) -> bool:
    """Whether a town or site is known, so that an account of it could have told the event."""
    return any(p.precision not in COARSE for p in event.places)
