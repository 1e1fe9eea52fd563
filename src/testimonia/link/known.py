"""Which dated happening of the codebook a claim speaks of, for the days that its account leaves to common knowledge.

What always holds: a happening counts only where the claim's own words and places show it, and if it is a few days
long.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import partial

from testimonia.codebook import Codebook
from testimonia.codebook.schema import DatedHappening
from testimonia.ingest.datelines import date_reader
from testimonia.ingest.recognition import Sentence, recognise
from testimonia.link.memory import Memory
from testimonia.model.claim import Claim

# Days beyond which a happening is a time, not an event.
LONGEST = 4


def known(claims: Iterable[Claim], codebook: Codebook, memory: Memory | None = None) -> dict[str, DatedHappening]:
    """By claim id the one dated happening that a claim's words show; claims that show none or several are left out."""
    by_account: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_account[claim.account].append(claim)
    memory = memory or Memory()
    found: dict[str, DatedHappening] = {}
    for account in sorted(by_account):
        told = by_account[account]
        shown = memory.ask("happenings", memory.key(account), partial(_shown, told, codebook))
        found.update((claim, codebook.happenings[happening]) for claim, happening in shown)
    return found


def _shown(told: Sequence[Claim], codebook: Codebook) -> list[list[str]]:
    """Claim and happening of one account's claims; most happenings are ruled out by one look at all their words."""
    sentences = [Sentence(" ".join((c.text, *(p.name for p in c.likely_places))), at) for at, c in enumerate(told)]
    shown: dict[int, set[str]] = defaultdict(set)
    for hit in recognise(sentences, codebook, date_reader(codebook)):
        if _short(hit.happening):
            shown[hit.sentence.start].add(hit.happening.id)
    return [[told[at].id, *happenings] for at, happenings in sorted(shown.items()) if len(happenings) == 1]


def _short(happening: DatedHappening) -> bool:
    since, until = happening.since, happening.until
    return since is not None and until is not None and (until - since).days < LONGEST
