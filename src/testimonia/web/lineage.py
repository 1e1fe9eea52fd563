"""The lineage of accounts as a drawing: givers on the left, takers on the right, one column for each step between.

What always holds: the drawing has no circle: a tie that would close one is drawn as going back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

# The drawing in its own units.
COLUMN, LINE, TOP, WIDTH = 330.0, 30.0, 26.0, 190.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where one account or report stands."""

    id: str
    column: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """Every place, by id, and the size of the whole."""

    places: Mapping[str, Place]
    width: float
    height: float


def drawn(ties: Sequence[tuple[str, str]]) -> Drawing:
    """The places of givers and takers; ``ties`` are pairs of taker and giver."""
    givers: dict[str, set[str]] = defaultdict(set)
    for taker, giver in ties:
        givers[taker].add(giver)
        givers.setdefault(giver, set())
    steps: dict[str, int] = {}

    def step(node: str, above: frozenset[str]) -> int:
        if node not in steps:
            before = [
                step(giver, above | {node}) for giver in sorted(givers[node]) if giver not in above and giver != node
            ]
            steps[node] = min(6, 1 + max(before, default=-1))
        return steps[node]

    for node in sorted(givers):
        step(node, frozenset())
    columns: dict[int, list[str]] = defaultdict(list)
    for node in sorted(givers, key=lambda n: (steps[n], n)):
        columns[steps[node]].append(node)
    places: dict[str, Place] = {}
    for column in sorted(columns):
        order = sorted(columns[column], key=lambda n: (_middle(n, givers, places), n))
        for number, node in enumerate(order):
            places[node] = Place(node, column, 10 + COLUMN * column, TOP + LINE * number)
    height = TOP + LINE * max((len(nodes) for nodes in columns.values()), default=0) + 6
    return Drawing(places, COLUMN * max(1, len(columns)) - (COLUMN - WIDTH) + 60, height)


def arrow(giver: Place, taker: Place) -> str:
    """The path of what ``taker`` took from ``giver``."""
    x1, x2 = giver.x + WIDTH, taker.x - 4
    if taker.column <= giver.column:
        return f"M{giver.x + WIDTH:.0f} {giver.y:.0f} c40 0 40 {taker.y - giver.y:.0f} 0 {taker.y - giver.y:.0f}"
    half = (x1 + x2) / 2
    return f"M{x1:.0f} {giver.y:.0f} C{half:.0f} {giver.y:.0f} {half:.0f} {taker.y:.0f} {x2:.0f} {taker.y:.0f}"


def _middle(node: str, givers: Mapping[str, set[str]], places: Mapping[str, Place]) -> float:
    known = [places[giver].y for giver in givers[node] if giver in places]
    return sum(known) / len(known) if known else 0.0
