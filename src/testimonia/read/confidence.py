"""How likely is a claim right in kind, type and on whose word it is told? A number fitted on claims judged by hand.

What always holds: the number follows from a few plain features of the claim - what it is, who is its source, whether a
place was found for it - with the weights of ``confidence.yaml``, and lies between 0 and 1.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from testimonia.codebook.codebook import Codebook
from testimonia.codebook.schema import Entry
from testimonia.model.claim import Claim, Kind

# Words of a claim longer than this, in characters, run over several clauses.
LONG = 200


class Weights(Entry):
    """``confidence.yaml``: log-odds of being right, ``base`` and what each feature adds."""

    base: float
    features: dict[str, float]


def of(claim: Claim, codebook: Codebook) -> float:
    """The chance that ``claim`` is right in kind, type and attribution, to two places."""
    weights = codebook.lexicon("confidence", Weights)
    odds = weights.base + sum(weights.features.get(name, 0.0) for name in features(claim))
    return round(1 / (1 + math.exp(-odds)), 2)


def features(claim: Claim) -> frozenset[str]:
    """The features that a claim has, by name: its kind and type, its source, what it lacks, how long it is."""
    return frozenset(_features(claim))


def _features(claim: Claim) -> Iterator[str]:
    yield f"kind {claim.kind.value}"
    yield f"type {claim.type}"
    yield f"source {claim.source.kind.value}"
    if not claim.places:
        yield "no place"
    if not (claim.actors or claim.recipients):
        yield "nobody"
    if claim.kind is Kind.EVENT and not claim.recipients:
        yield "no recipient"
    if len(claim.attribution) > 2:
        yield "long chain"
    if claim.end - claim.start > LONG:
        yield "long words"
