"""What an account mainly tells of: who is said to have done the harm that it reports first and counts most.

What always holds: the answer is an actor mention of one of the claims given, and claims alone decide. Harm told early,
with a toll, and laid on a party counts more; of the same power (an army and its state) all claims count together.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence

from testimonia.codebook.codebook import Codebook
from testimonia.model.claim import ActorMention, Claim, Kind, Unit
from testimonia.model.source import ActorKind

# Weights by judgement, compared on the two halves of FA-KES (docs/evaluation/fakes.md): the very start of a text counts
# 1 and a place _LEAD characters on 1/e of it; nothing counts less than _ANYWHERE.
_LEAD, _ANYWHERE = 400.0, 0.1
_WITH_TOLL, _OF_PARTY, _IN_CLASH = 2.0, 3.0, 0.5
_PARTIES = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.MILITARY, ActorKind.GROUP, ActorKind.COALITION})
_CLASH = "Armed clash"


def perpetrator(claims: Sequence[Claim], codebook: Codebook) -> ActorMention | None:
    """Who is said to have done what the claims of one account mainly tell of; ``None`` where nobody is."""
    told = sorted((c for c in claims if c.kind is Kind.EVENT and c.type == "ASSAULT" and c.acled), key=_start)
    weights: dict[str, float] = defaultdict(float)
    first: dict[str, ActorMention] = {}
    for claim in told:
        weight = _ANYWHERE + math.exp(-claim.start / _LEAD)
        weight *= _WITH_TOLL if any(f.unit in (Unit.KILLED, Unit.INJURED) for f in claim.figures) else 1.0
        weight *= _IN_CLASH if claim.acled == _CLASH else 1.0
        for mention in claim.actors:
            entry = codebook.actors.get(mention.actor)
            power = next(iter(powers(mention.actor, codebook)))
            weights[power] += weight * (_OF_PARTY if entry and entry.kind in _PARTIES else 1.0)
            first.setdefault(power, mention)
    if not weights:
        return None
    return first[max(weights, key=lambda power: (weights[power], -first[power].start))]


def powers(actor: str, codebook: Codebook) -> Iterator[str]:
    """The power whose organ an actor is - the state of an army or a minister - else the actor itself."""
    entry = codebook.actors.get(actor)
    organ = entry is not None and entry.kind in (ActorKind.MILITARY, ActorKind.GOVERNMENT, ActorKind.PERSON)
    if entry is not None and organ and entry.country in codebook.actors:
        yield str(entry.country)
    yield actor


def _start(claim: Claim) -> int:
    return claim.start
