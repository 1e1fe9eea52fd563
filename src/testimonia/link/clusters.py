"""Gathers what pairwise evidence joins, without chaining unlike things together.

Average linkage over log2 odds: two clusters are joined, best first, while the mean of all pairs between them is
above nothing and no pair forbids it. What always holds: the result is the same for any order of items and edges,
every item is in exactly one cluster, and no cluster holds a pair that was vetoed.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple


class Edge(NamedTuple):
    """The evidence between two items: log2 odds, and whether one feature alone forbids joining them."""

    bits: float
    veto: bool


class _Gathering:
    """Clusters under way: their members, and the summed evidence between neighbouring clusters."""

    def __init__(self, count: int, edges: Mapping[tuple[int, int], Edge], good: Sequence[tuple[int, int]]) -> None:
        self.members: dict[int, tuple[int, ...]] = {index: (index,) for index in range(count)}
        # neighbours[a][b] = (sum of bits, number of weighed pairs, vetoed)
        self.neighbours: dict[int, dict[int, tuple[float, int, bool]]] = defaultdict(dict)
        parent = {index: index for pair in good for index in pair}
        for left, right in good:
            parent[root(parent, left)] = root(parent, right)
        group = {index: root(parent, index) for index in parent}
        for (left, right), (bits, veto) in edges.items():
            # What no chain of good pairs connects never comes together: no mean is above the best of its pairs.
            if left in group and group[left] == group.get(right):
                self.neighbours[left][right] = self.neighbours[right][left] = (bits, 1, veto)

    def mean(self, left: int, right: int, missing: float) -> float:
        """Mean evidence over all pairs between two clusters; pairs that were not weighed count as ``missing``."""
        bits, weighed, _ = self.neighbours[left][right]
        pairs = len(self.members[left]) * len(self.members[right])
        return (bits + missing * (pairs - weighed)) / pairs

    def join(self, left: int, right: int) -> int:
        """Joins two clusters under the smaller label and returns it."""
        keep, drop = min(left, right), max(left, right)
        self.members[keep] = tuple(sorted(self.members[keep] + self.members.pop(drop)))
        for other, (bits, weighed, veto) in self.neighbours.pop(drop).items():
            del self.neighbours[other][drop]
            if other == keep:
                continue
            before = self.neighbours[keep].get(other, (0.0, 0, False))
            merged = (before[0] + bits, before[1] + weighed, before[2] or veto)
            self.neighbours[keep][other] = self.neighbours[other][keep] = merged
        return keep


def gather(
    count: int, edges: Mapping[tuple[int, int], Edge], *, join: float, missing: float
) -> tuple[tuple[int, ...], ...]:
    """Clusters of the items ``0 .. count-1``.

    ``edges`` maps ``(i, j)`` with ``i < j`` to evidence; ``join`` is the least mean in bits at which clusters are
    joined, ``missing`` the bits that a pair without an edge counts for, fewer than ``join``. Items should be in an
    order of their own (by id), for ties are broken by it.
    """
    good = [pair for pair, (bits, veto) in edges.items() if not veto and bits >= join]
    state = _Gathering(count, edges, good)
    heap: list[tuple[float, int, int, int, int]] = []

    def push(left: int, right: int) -> None:
        if state.neighbours[left][right][2]:
            return
        mean = state.mean(left, right, missing)
        if mean >= join:
            first, second = min(left, right), max(left, right)
            heapq.heappush(heap, (-mean, first, second, len(state.members[first]), len(state.members[second])))

    for left, right in good:
        push(left, right)
    while heap:
        _, left, right, size_left, size_right = heapq.heappop(heap)
        stale = (
            left not in state.members
            or right not in state.members
            or len(state.members[left]) != size_left
            or len(state.members[right]) != size_right
            or right not in state.neighbours[left]
        )
        if stale:
            continue
        kept = state.join(left, right)
        for other in state.neighbours[kept]:
            push(kept, other)
    return tuple(sorted(state.members.values()))


def spanning(
    cluster: Sequence[int], edges: Mapping[tuple[int, int], Edge], better: Callable[[Edge], float] = lambda e: e.bits
) -> tuple[tuple[int, int], ...]:
    """The strongest edges that tie a cluster together: a maximum spanning forest, in order."""
    inside = set(cluster)
    present = sorted(
        ((i, j) for i in cluster for j in cluster if i < j and (i, j) in edges and {i, j} <= inside),
        key=lambda pair: (-better(edges[pair]), pair),
    )
    parent = {index: index for index in cluster}
    kept = []
    for left, right in present:
        if root(parent, left) != root(parent, right):
            parent[root(parent, left)] = root(parent, right)
            kept.append((left, right))
    return tuple(sorted(kept))


def root(parent: dict[int, int], index: int) -> int:
    """Who stands for the group of ``index``; ``parent`` leads from each to another of its group, and is shortened."""
    while parent[index] != index:
        parent[index] = parent[parent[index]]
        index = parent[index]
    return index
