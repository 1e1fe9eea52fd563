"""Times a call and says how many of something it handled a second."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Speed:
    """``rate`` in ``unit`` ("words a second"), and the rate the project means to reach, if it named one."""

    part: str
    rate: float
    to_reach: float | None
    unit: str = "words a second, one core"


def rate(call: Callable[[], object], amount: int, rounds: int = 3) -> float:
    """``amount`` over the processor time of the fastest of ``rounds`` calls, after one call to warm up."""
    call()
    best = float("inf")
    for _ in range(rounds):
        began = time.process_time()
        call()
        best = min(best, time.process_time() - began)
    return amount / best
