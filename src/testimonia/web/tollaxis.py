"""The tolls of one event on one axis: a bar from the least to the greatest number that each source gives.

What always holds: an open side is drawn as an arrow and said in words beside it; no number is chosen.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from testimonia.compare.comparison import Toll
from testimonia.export import wording
from testimonia.web import address
from testimonia.web.snapshot import Snapshot

# The drawing in its own units: the axis runs from LEFT to RIGHT, a source takes LINE.
LEFT, RIGHT, LINE, TOP = 220.0, 700.0, 26.0, 30.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One source's number; ``x1`` to ``x2`` on the axis, ``open_left``/``open_right`` where that side is open."""

    name: str
    words: str
    accounts: str
    y: float
    x1: float
    x2: float
    open_left: bool
    open_right: bool
    address: str


@dataclass(frozen=True, slots=True)
class Axis:
    """One kind of victim: bars over one axis with its ticks (position, number)."""

    title: str
    interval: str
    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, str], ...]
    height: float


def axes(held: Snapshot, event: str) -> tuple[Axis, ...]:
    """One axis for every unit and kind of victim that ``event`` has tolls of."""
    found = [toll for toll in held.comparison.tolls if toll.event == event]
    return tuple(_axis(held, toll) for toll in sorted(found, key=lambda t: (-len(t.sources), t.unit.value, t.victims)))


def _axis(held: Snapshot, toll: Toll) -> Axis:
    numbers = [n for source in toll.sources for n in (source.low, source.high) if n is not None]
    most = max(numbers, default=1.0) or 1.0
    step = _step(most)
    top = step * -(-most // step)

    def at(number: float) -> float:
        return round(LEFT + (RIGHT - LEFT) * min(number, top) / top, 1)

    bars = []
    for number, source in enumerate(toll.sources):
        low, high = source.low, source.high
        claim = next((held.claims[c] for c in source.claims if c in held.claims), None)
        bars.append(Bar(
            source.name, wording.interval(low, high), ", ".join(held.voices.named(source.accounts)),
            TOP + LINE * number, at(low if low is not None else 0.0), at(high if high is not None else top),
            low is None, high is None, address.claim(claim) if claim else "",
        ))  # fmt: skip
    victims = toll.unit.value if toll.victims in ("", toll.unit.value) else f"{toll.victims} {toll.unit.value}"
    ticks = tuple((at(step * n), wording.number(step * n)) for n in range(int(top // step) + 1))
    return Axis(victims, wording.interval(toll.low, toll.high), tuple(bars), ticks, TOP + LINE * len(bars) + 24)


def _step(most: float) -> float:
    """A round number that parts the axis in three to six."""
    step = 1.0
    for factor in _rounds():
        step = factor
        if most / step <= 6:
            break
    return step


def _rounds() -> Iterable[float]:
    for power in range(13):
        for part in (1.0, 2.0, 5.0):
            yield part * 10.0**power
