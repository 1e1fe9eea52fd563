"""Is it contested who did it? Several accounts of one incident, or those they quote, name doers that are not one side.

What always holds: doers whom one sentence tells to have acted together, and arms of one state or side, contest nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from testimonia.compare.case import Case
from testimonia.compare.comparison import Comparison
from testimonia.compare.words import begins_any
from testimonia.link.figures import Victim, victim_class
from testimonia.model.claim import Claim, Unit
from testimonia.model.dispute import DisputeKind
from testimonia.model.event import Event

_KINDS = (DisputeKind.RESPONSIBILITY, DisputeKind.OCCURRENCE)


def contested(events: Sequence[Event], doers: Sequence[str], comparison: Comparison, case: Case) -> bool:
    """Whether accounts dispute who did it, name ``doers`` of several sides, or leave open which side's fire it was."""
    ids = {event.id for event in events}
    if any(dispute.event in ids and dispute.kind in _KINDS for dispute in comparison.disputes):
        return True
    told = [claim for event in events for claim in case.told(event)]
    return _of_several_sides(doers, told, case) or any(_in_crossfire(claim, case) for claim in told)


def _of_several_sides(doers: Sequence[str], told: Sequence[Claim], case: Case) -> bool:
    """Whether two of ``doers`` are not of one side, each named by an account that does not name the other.

    Whom one sentence names as doers of one deed acted together.
    """
    accounts = {
        doer: {c.account for c in told if c.factuality.polarity > 0 and doer in _doers_of((c,), case)} for doer in doers
    }
    together = [_doers_of((claim, *case.beside(claim)), case) for claim in told if claim.actors]
    return any(
        not case.same_actor(one, two)
        and accounts[one] - accounts[two]
        and accounts[two] - accounts[one]
        and not any(one in named and two in named for named in together)
        for at, one in enumerate(doers)
        for two in doers[at + 1 :]
    )


def _doers_of(claims: Iterable[Claim], case: Case) -> set[str]:
    return {
        case.kinship.root(mention.actor)
        for claim in claims
        if claim.factuality.polarity > 0
        for mention in claim.actors
    }


def _in_crossfire(claim: Claim, case: Case) -> bool:
    """Whether a claim counts dead other than fighters and lays them to a fight of two sides, not to either."""
    dead = [f for f in claim.figures if f.unit is Unit.KILLED and f.high != 0 and f.part_of is None]
    others = any(victim_class(figure, case.linking) != Victim.FIGHTERS for figure in dead)
    return others and begins_any(case.sentence(claim), case.words.crossfire)
