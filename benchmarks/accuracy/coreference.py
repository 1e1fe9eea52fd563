"""MUC, B3, CEAFe and CoNLL F1 of two partitions of the same mentions (Pradhan et al. 2014)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence

Partition = Sequence[Sequence[Hashable]]


def conll(gold: Partition, found: Partition) -> float:
    """Mean of the F1 of MUC, B3 and CEAFe, 0 to 1."""
    return (_mean(muc(gold, found)) + _mean(b3(gold, found)) + _mean(ceafe(gold, found))) / 3


def muc(gold: Partition, found: Partition) -> tuple[float, float]:
    """Precision and recall of links."""
    return _links(found, gold), _links(gold, found)


def b3(gold: Partition, found: Partition) -> tuple[float, float]:
    """Precision and recall of mentions."""
    return _shares(found, gold), _shares(gold, found)


def ceafe(gold: Partition, found: Partition) -> tuple[float, float]:
    """Precision and recall of clusters matched one to one by the Dice measure."""
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    likeness = np.zeros((len(gold), len(found)))
    home = {mention: number for number, cluster in enumerate(found) for mention in cluster}
    for row, cluster in enumerate(gold):
        for column, shared in Counter(home[mention] for mention in cluster if mention in home).items():
            likeness[row, column] = 2 * shared / (len(cluster) + len(found[column]))
    rows, columns = linear_sum_assignment(-likeness)
    total = float(likeness[rows, columns].sum())
    return (total / len(found) if found else 0.0), (total / len(gold) if gold else 0.0)


def _links(key: Partition, response: Partition) -> float:
    home = {mention: number for number, cluster in enumerate(response) for mention in cluster}
    several = [cluster for cluster in key if len(cluster) > 1]
    parts = [len({home.get(mention, ("alone", mention)) for mention in cluster}) for cluster in several]
    kept = sum(len(cluster) for cluster in several) - sum(parts)
    links = sum(len(cluster) - 1 for cluster in several)
    return kept / links if links else 0.0


def _shares(key: Partition, response: Partition) -> float:
    home = {mention: set(cluster) for cluster in response for mention in cluster}
    total = sum(len(cluster) for cluster in key)
    shares = sum(len(set(c) & home.get(mention, {mention})) / len(c) for c in key for mention in c)
    return shares / total if total else 0.0


def _mean(both: tuple[float, float]) -> float:
    precision, recall = both
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
