"""What one column itself says where an answer gathers what several say: its own number, its own names and labels.

What always holds: the words are those of the claims given, or the whole answer where they do not tell it apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from testimonia.compare.naming import label_words
from testimonia.compare.values import figure_words
from testimonia.link.figures import anchor
from testimonia.model.claim import Claim, Unit
from testimonia.model.dispute import Dispute, DisputeKind

SHOWN = 3  # values of one column in one cell
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def own_words(dispute: Dispute, value: str, claims: Sequence[Claim]) -> str:
    """The answer ``value`` to ``dispute`` as those of its ``claims`` that stand in one cell give it."""
    if dispute.kind is DisputeKind.TOLL:
        found = _numbers(value, claims)
    elif dispute.kind is DisputeKind.NAMING:
        found = [label_words(claim) for claim in claims]
    elif dispute.kind is DisputeKind.TARGET:
        parts = set(value.split(", "))
        found = [mention.name for claim in claims for mention in claim.recipients if mention.name in parts]
    else:
        found = []
    return ", ".join(_commonest(found)) or value


def _numbers(value: str, claims: Iterable[Claim]) -> list[str]:
    """The numbers of the claims that lie within those of ``value``, of the unit that most of them count."""
    bounds = [float(number.replace(",", "")) for number in _NUMBER.findall(value)]
    if not bounds:
        return []
    low, high = min(bounds), max(bounds)
    inside = [f for claim in claims for f in claim.figures
              if (f.low, f.high) != (None, None) and low <= anchor(f) <= high]  # fmt: skip
    units: Counter[Unit] = Counter(figure.unit for figure in inside)
    unit = min(units, key=lambda one: (-units[one], one.value), default=None)
    return [figure_words(figure) for figure in inside if figure.unit is unit]


def _commonest(found: list[str]) -> list[str]:
    counts = Counter(words for words in found if words)
    return sorted(counts, key=lambda words: (-counts[words], words))[:SHOWN]
