"""Which dated happening of the codebook a claim speaks of, for the days that its account leaves to common knowledge.

What always holds: a happening counts only where the claim's own words and places show it, and if it is a few days
long.
"""

from __future__ import annotations

from collections.abc import Iterable

from testimonia.codebook import Codebook
from testimonia.codebook.schema import DatedHappening
from testimonia.ingest.datelines import date_reader
from testimonia.ingest.recognition import Sentence, recognise
from testimonia.model.claim import Claim

# Days beyond which a happening is a time, not an event.
LONGEST = 4


def known(claims: Iterable[Claim], codebook: Codebook) -> dict[str, DatedHappening]:
    """By claim id the one dated happening that a claim's words show; claims that show none or several are left out."""
    dates = date_reader(codebook)
    found: dict[str, DatedHappening] = {}
    for claim in claims:
        told = " ".join((claim.text, *(place.name for place in claim.places)))
        shown = {hit.happening.id: hit.happening for hit in recognise([Sentence(told, 0)], codebook, dates)}
        happenings = [happening for happening in shown.values() if _short(happening)]
        if len(happenings) == 1:
            found[claim.id] = happenings[0]
    return found


def _short(happening: DatedHappening) -> bool:
    since, until = happening.since, happening.until
    return since is not None and until is not None and (until - since).days < LONGEST
