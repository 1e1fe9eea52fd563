"""All disputes of a case, gravest and most directly opposed first.

What always holds: every dispute has two answers or more, or one answer and a denial of it; no two have one id, and no
two of one kind rest on the same words.
"""

from __future__ import annotations

from testimonia.compare import (
    blame,
    means,
    naming,
    occurrence,
    quantities,
    responsibility,
    status,
    supply,
    target,
    tolls,
    victims,
    whenwhere,
)
from testimonia.compare.case import Case
from testimonia.model.dispute import Dispute, DisputeKind

KINDS = (
    responsibility,
    occurrence,
    tolls,
    status,
    supply,
    blame,
    target,
    quantities,
    naming,
    whenwhere,
    victims,
    means,
)


def find(case: Case) -> tuple[Dispute, ...]:
    """The disputes of ``case`` in order of their stake."""
    found = {dispute.id: dispute for kind in KINDS for dispute in kind.find(case)}
    ordered = sorted(found.values(), key=lambda dispute: (-dispute.stake, dispute.id))
    kept: list[Dispute] = []
    for dispute in ordered:
        if not any(_same_words(dispute, other, case) for other in kept):
            kept.append(dispute)
    return tuple(kept)


def _same_words(dispute: Dispute, other: Dispute, case: Case) -> bool:
    """Whether all that a dispute rests on are words that another of its kind rests on: an act and its announcement."""
    if dispute.kind is not other.kind or dispute.kind is not DisputeKind.OCCURRENCE:
        return False
    held = [case.claims[claim] for claim in _claims(other)]
    return all(
        any(c.document == o.document and c.start < o.end and o.start < c.end for o in held)
        for c in (case.claims[claim] for claim in _claims(dispute))
    )


def _claims(dispute: Dispute) -> set[str]:
    return {claim for answer in dispute.answers for claim in (*answer.claims, *answer.denied_by)}
