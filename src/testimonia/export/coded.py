"""Claims as coded events: who did what to whom in CAMEO's codes, one row a triple.

What always holds: a row rests on one claim and keeps its id, its firmness and its source; a claim without both parties
gives none, but where the text names no party, the state on whose ground it happened stands for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from testimonia.codebook.codebook import Codebook
from testimonia.export.cameo import Cameo, actor_code, cameo, event_code
from testimonia.export.coded_claims import Record, as_told
from testimonia.export.coded_states import grounds
from testimonia.model.claim import ActorMention, Claim

# Codes that CAMEO gives in both directions, and roots in which those who act together act on each other.
_BOTH_WAYS = ("040", "046")
_MUTUAL = ("03", "04", "05", "06", "12")


@dataclass(frozen=True, slots=True)
class Coded:
    """One coded event: ``source`` did ``code`` to ``target``, as ``claim`` says."""

    source: str
    code: str
    target: str
    claim: Claim


def coded(claims: Sequence[Claim], codebook: Codebook) -> list[Coded]:
    """The coded events of the claims of one sentence, in their order, each triple once."""
    words = cameo(codebook)
    found: dict[tuple[str, str, str], Coded] = {}
    for record in as_told(claims):
        code = event_code(record, claims, words)
        sources = _parties(record, record.claim.actors, claims, codebook, words)
        targets = _parties(record, record.claim.recipients, claims, codebook, words)
        if not targets and code[:2] in _MUTUAL:
            targets = sources  # "A and B restored ties": each with the other
        for source, target in product(sources, targets):
            if source == target:
                continue
            pairs = [(source, target), (target, source)] if code in _BOTH_WAYS else [(source, target)]
            for by, to in pairs:
                found.setdefault((by, code, to), Coded(by, code, to, record.claim))
    return list(found.values())


def _parties(
    record: Record, mentions: Sequence[ActorMention], claims: Sequence[Claim], codebook: Codebook, words: Cameo
) -> list[str]:
    named = [actor_code(mention, record.claim, claims, codebook, words) for mention in mentions]
    known = list(dict.fromkeys(code for code in named if code))
    several = record.claim.actors[1:] and not mentions  # who act on each other need no ground to act on
    return known or ([] if several else sorted(grounds(record.claim.places, codebook))[:1])
