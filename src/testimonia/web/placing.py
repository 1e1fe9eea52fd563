"""Where the names on a map go, so that no two overlap: right of a mark, else left, above or below, else nowhere.

What always holds: names are placed in the order given, so that the first are the surest to be shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

# Width of a letter and height of a line at the size in which names are drawn.
LETTER, HIGH = 6.7, 15.0


@dataclass(frozen=True, slots=True)
class Label:
    """A name at its place."""

    x: float
    y: float
    anchor: str


def labels(marks: Iterable[tuple[str, float, float, float, str]], width: float, height: float) -> dict[str, Label]:
    """The places of names by id; ``marks`` are id, x, y, radius and name."""
    held = list(marks)
    taken = [(x - r, y - r, x + r, y + r) for _, x, y, r, _ in held]
    found: dict[str, Label] = {}
    for identifier, x, y, r, name in held:
        long = len(name) * LETTER
        ways = (
            (x + r + 4, y + 4.5, "start", (x + r + 3, y - 9, x + r + 4 + long, y + 7)),
            (x - r - 4, y + 4.5, "end", (x - r - 4 - long, y - 9, x - r - 3, y + 7)),
            (x, y - r - 5, "middle", (x - long / 2, y - r - 5 - HIGH, x + long / 2, y - r - 3)),
            (x, y + r + 14, "middle", (x - long / 2, y + r + 2, x + long / 2, y + r + 17)),
        )
        for at_x, at_y, anchor, box in ways:
            inside = box[0] >= 0 and box[1] >= 0 and box[2] <= width and box[3] <= height
            if inside and not any(_meet(box, other) for other in taken):
                found[identifier] = Label(round(at_x, 1), round(at_y, 1), anchor)
                taken.append(box)
                break
    return found


Box = tuple[float, float, float, float]


def _meet(one: Box, two: Box) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]
