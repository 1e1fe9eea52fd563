"""Sets the accounts of a case against each other: disputes, agreements, silences, tolls, framings, sources.

What always holds: the result depends on what is given and not on its order.
"""

from __future__ import annotations

from collections.abc import Sequence

from testimonia.codebook import Codebook
from testimonia.compare import agreements, disputes, framings, predictions, silences, sources, tolls
from testimonia.compare.case import Case
from testimonia.compare.comparison import Comparison
from testimonia.link.linked import Linked
from testimonia.model.claim import Claim
from testimonia.model.document import Account


def compare(linked: Linked, accounts: Sequence[Account], claims: Sequence[Claim], codebook: Codebook) -> Comparison:
    """How the ``accounts`` stand to each other, given their ``claims`` and what ``link`` found in them."""
    case = Case(linked, accounts, claims, codebook)
    opposed = disputes.find(case)
    return Comparison(
        disputes=opposed,
        agreements=agreements.find(case),
        silences=silences.find(case),
        tolls=tolls.tolls(case),
        framings=framings.find(case),
        predictions=predictions.find(case),
        sources=sources.find(case, opposed),
        revisions=tolls.revisions(case),
    )
