"""Claims as an event coder would give them: who did what to whom, by country, one record for each thing told.

Event coders hold one table of what is said to have happened, without what is wished, denied or told in passing. Our
claims keep all of that, so this view chooses: what always holds is that a record rests on one event claim (or, where a
sentence tells of no event, on a standing relation), that its source counts it as a fact where the sentence tells any
fact, and that no record stands inside another's words. Promises and threats follow PLOVER's rule for the future tense.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from testimonia.model.claim import Claim, Kind
from testimonia.model.factuality import Factuality, Tense

HELD = frozenset({Factuality.CERTAIN, Factuality.PROBABLE})
_NEGATED = frozenset({Factuality.CERTAINLY_NOT, Factuality.PROBABLY_NOT, Factuality.POSSIBLY_NOT})
_COOPERATION = frozenset({"CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
_REFUSABLE = _COOPERATION | {"AGREE", "ARMS", "FUNDS", "SUPPLIES", "SUPPORTS"}
_CONFLICT = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
_NEAREST = {
    "ARMS": "AID", "FUNDS": "AID", "SUPPLIES": "AID", "SUPPORTS": "SUPPORT", "BLAMES": "ACCUSE", "OPPOSES": "REJECT",
    "BESIEGES": "COERCE", "FIGHTS": "ASSAULT", "FIGHTS_ALONGSIDE": "COOPERATE", "PARTY_TO": "AGREE",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Record:
    """One coded event: its PLOVER type and the claim it rests on."""

    type: str
    claim: Claim


def records(claims: Sequence[Claim]) -> list[Record]:
    """The records of one sentence's claims in PLOVER's types, the surest first."""
    return [
        Record(_coded(record.claim) if record.claim.kind is Kind.EVENT else record.type, record.claim)
        for record in as_told(claims)
    ]


def as_told(claims: Sequence[Claim]) -> list[Record]:
    """The records with the types of their claims; standing relations only where there is no event."""
    ordered = sorted(claims, key=lambda claim: (-claim.confidence, claim.start))
    events = [claim for claim in ordered if claim.kind is Kind.EVENT]
    if not events:
        near = [claim for claim in ordered if claim.kind is Kind.RELATION and claim.type in _NEAREST]
        return [
            Record("REJECT" if refused(claim) else _NEAREST[claim.type], claim)
            for claim in near
            if claim.factuality not in _NEGATED or refused(claim)
        ]
    told = [claim for claim in events if claim.factuality in HELD or refused(claim)]
    chosen = told or [claim for claim in events if claim.factuality not in _NEGATED]
    outer = [claim for claim in chosen if not any(inside(claim, other) for other in chosen)]
    return [Record(claim.type, claim) for claim in outer or chosen]


def inside(claim: Claim, other: Claim) -> bool:
    """Whether the words that tell of ``other`` hold those of ``claim`` and not the other way round."""
    within = other.start <= _point(claim) < other.end
    return within and not claim.start <= _point(other) < claim.end and claim is not other


def _point(claim: Claim) -> int:
    return claim.trigger.start if claim.trigger else claim.start


def refused(claim: Claim) -> bool:
    """Whether somebody says that he will not do what would be co-operation."""
    to_come = claim.tense is Tense.FUTURE and bool(claim.actors)
    return to_come and claim.factuality in _NEGATED and claim.type in _REFUSABLE


def _coded(claim: Claim) -> str:
    """PLOVER codes co-operation to come as AGREE, what will not come as REJECT, and conflict to come as THREATEN."""
    if refused(claim):
        return "REJECT"
    if claim.tense is Tense.FUTURE or claim.factuality not in HELD:
        if claim.type in _COOPERATION:
            return "AGREE"
        if claim.type in _CONFLICT:
            return "THREATEN"
    return claim.type
