"""All disputes of a case, gravest and most directly opposed first.

What always holds: every dispute has two answers or more, or one answer and a denial of it, and no two have one id.
"""

from __future__ import annotations

from testimonia.compare import (
    blame,
    naming,
    occurrence,
    quantities,
    responsibility,
    status,
    supply,
    target,
    tolls,
    whenwhere,
)
from testimonia.compare.case import Case
from testimonia.model.dispute import Dispute

KINDS = (responsibility, occurrence, tolls, status, supply, blame, target, quantities, naming, whenwhere)


def find(case: Case) -> tuple[Dispute, ...]:
    """The disputes of ``case`` in order of their stake."""
    found = {dispute.id: dispute for kind in KINDS for dispute in kind.find(case)}
    return tuple(sorted(found.values(), key=lambda dispute: (-dispute.stake, dispute.id)))
