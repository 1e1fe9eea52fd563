"""Which dated happening of the codebook a claim speaks of, for the days that its account leaves to common knowledge.

What always holds: a happening counts only where the claim's own words and places show it, and if it is a few days
long.
"""

from __future__ import annotations

from collections import defaultdict
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
    by_account: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_account[claim.account].append(claim)
    found: dict[str, DatedHappening] = {}
    for told in by_account.values():
        # One call for an account: most happenings are ruled out by one look at all its words.
        sentences = [Sentence(" ".join((c.text, *(place.name for place in c.places))), at) for at, c in enumerate(told)]
        shown: dict[int, dict[str, DatedHappening]] = defaultdict(dict)
        for hit in recognise(sentences, codebook, dates):
            if _short(hit.happening):
                shown[hit.sentence.start][hit.happening.id] = hit.happening
        for at, happenings in shown.items():
            if len(happenings) == 1:
                found[told[at].id] = next(iter(happenings.values()))
    return found


def _short(happening: DatedHappening) -> bool:
    since, until = happening.since, happening.until
    return since is not None and until is not None and (until - since).days < LONGEST
