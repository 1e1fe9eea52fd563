"""Groups values that can be true together: ranges that meet, actors that are one another's part.

What always holds: every value is in exactly one group, and two values that clash never share one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from testimonia.link.figures import anchor, reach
from testimonia.model.claim import Figure


@dataclass(frozen=True, slots=True)
class Range:
    """Counts from ``low`` to ``high`` that one group of figures allows together."""

    low: float
    high: float
    figures: tuple[Figure, ...]

    def meets(self, figure: Figure) -> bool:
        """Whether ``figure`` can be true together with all figures of the group."""
        low, high = reach(figure)
        return low <= self.high and self.low <= high

    def with_figure(self, figure: Figure) -> Range:
        """The group with one more figure."""
        low, high = reach(figure)
        return Range(max(self.low, low), min(self.high, high), (*self.figures, figure))


def closed(figure: Figure) -> bool:
    """Whether a figure is given on both sides."""
    return figure.low is not None and figure.high is not None


def ranges(figures: Sequence[Figure]) -> list[Range]:
    """Figures in groups of which all can be true together; exact figures found groups, open ones join the nearest.

    An open figure ("at least 14") joins the group nearest to its bound among those it meets.
    """
    ordered = sorted(figures, key=lambda figure: (anchor(figure), figure.start, figure.end, figure.text))
    groups: list[Range] = []
    for figure in (*(f for f in ordered if closed(f)), *(f for f in ordered if not closed(f))):
        fitting = [group for group in groups if group.meets(figure)]
        if not fitting:
            low, high = reach(figure)
            groups.append(Range(low, high, (figure,)))
            continue
        nearest = min(fitting, key=lambda group: (abs(anchor(group.figures[0]) - anchor(figure)), group.low))
        groups[groups.index(nearest)] = nearest.with_figure(figure)
    return sorted(groups, key=lambda group: (group.low, group.high))


def in_words(figures: Sequence[Figure]) -> str:
    """A group of figures as one reading: "27", "at least 14", "14 to 30", "14 to 30 or more".

    One number said in several ways keeps the plainest of them ("27" and "up to 27" are 27, "27" and "at least 27" are
    27 or more); several numbers are the range from the least to the greatest, and how each was said is left to the
    quotations.
    """
    wordings = {figure_words(figure) for figure in figures}
    if len(wordings) == 1:
        return wordings.pop()
    bounds = [bound for figure in figures for bound in (figure.low, figure.high) if bound is not None]
    if not bounds:
        return ", ".join(sorted(wordings))
    low, high = min(bounds), max(bounds)
    more = any(figure.high is None and figure.low == high for figure in figures)
    if low < high:
        return f"{_number(low)} to {_number(high)}{' or more' if more else ''}"
    exact = any(figure.low == figure.high and not figure.approximate for figure in figures)
    if more:
        return f"{_number(low)} or more" if exact else f"at least {_number(low)}"
    return _number(low) if exact else f"about {_number(low)}"


def figure_words(figure: Figure) -> str:
    """One figure in words: "14", "about 14", "at least 14", "up to 14", "10 to 12"."""
    low, high = figure.low, figure.high
    if low is None and high is None:
        return figure.text
    if low is None:
        return f"{'nearly' if figure.approximate else 'up to'} {_number(high)}"
    if high is None:
        return f"at least {_number(low)}"
    if low == high:
        return f"about {_number(low)}" if figure.approximate else _number(low)
    return f"{_number(low)} to {_number(high)}"


def _number(value: float | None) -> str:
    assert value is not None
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"
