"""Where the actors of a network stand: on a ring, allies next to each other, so that no two names overlap.

What always holds: the same ties give the same picture, whatever their order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, pi, sin

# The drawing in its own units: its middle, and half the width and height of the ring.
MIDDLE = (500.0, 330.0)
HALF = (285.0, 262.0)


@dataclass(frozen=True, slots=True)
class Spot:
    """One actor's place: its point, that of its name, and how the name is anchored there."""

    id: str
    x: float
    y: float
    name_x: float
    name_y: float
    anchor: str


def spots(actors: Iterable[str], near: Iterable[tuple[str, str, int]]) -> dict[str, Spot]:
    """A spot for each of ``actors``; ``near`` are pairs that should stand together, with how strongly."""
    ordered = _ordered(sorted(set(actors)), near)
    count = max(1, len(ordered))
    return {actor: _spot(actor, 2 * pi * number / count - pi / 2) for number, actor in enumerate(ordered)}


def curve(one: Spot, two: Spot) -> str:
    """The path of a tie from ``one`` to ``two``, bent towards the middle and ending short of the other's dot."""
    bend = 0.35
    x = MIDDLE[0] * (1 - bend) + (one.x + two.x) / 2 * bend
    y = MIDDLE[1] * (1 - bend) + (one.y + two.y) / 2 * bend
    end_x, end_y = two.x + (x - two.x) * 0.06, two.y + (y - two.y) * 0.06
    return f"M{one.x:.1f} {one.y:.1f} Q{x:.1f} {y:.1f} {end_x:.1f} {end_y:.1f}"


def _ordered(actors: list[str], near: Iterable[tuple[str, str, int]]) -> list[str]:
    """One after another the actor that is nearest to those just placed."""
    pull: dict[str, Counter[str]] = defaultdict(Counter)
    for one, two, weight in near:
        pull[one][two] += weight
        pull[two][one] += weight
    left = sorted(actors, key=lambda actor: (-pull[actor].total(), actor))
    placed: list[str] = []
    while left:
        recent = placed[-3:]
        chosen = max(left, key=lambda actor: (sum(pull[actor][other] for other in recent), -left.index(actor)))
        left.remove(chosen)
        placed.append(chosen)
    return placed


def _spot(actor: str, angle: float) -> Spot:
    x, y = MIDDLE[0] + HALF[0] * cos(angle), MIDDLE[1] + HALF[1] * sin(angle)
    out_x, out_y = MIDDLE[0] + (HALF[0] + 17) * cos(angle), MIDDLE[1] + (HALF[1] + 19) * sin(angle)
    anchor = "middle" if abs(cos(angle)) < 0.12 else "start" if cos(angle) > 0 else "end"
    return Spot(actor, round(x, 1), round(y, 1), round(out_x, 1), round(out_y + 4, 1), anchor)
