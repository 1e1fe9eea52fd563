"""How a cell of the matrix stands to the others, as a sign that needs no colour.

What always holds: every sign has words that a screen reader speaks and that stand in the legend.
"""

from __future__ import annotations

from enum import StrEnum


class Sign(StrEnum):
    """How one column stands to the question of one row."""

    AGREES = "="
    DIFFERS = "≠"
    SEVERAL = "±"
    DENIES = "¬"
    SILENT = "○"
    OUTSIDE = "·"


WORDS = {
    Sign.AGREES: "agrees with another",
    Sign.DIFFERS: "differs from all others",
    Sign.SEVERAL: "gives several answers",
    Sign.DENIES: "denies",
    Sign.SILENT: "silent, though it could have told",
    Sign.OUTSIDE: "out of its scope",
}
