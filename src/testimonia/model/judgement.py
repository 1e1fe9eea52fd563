"""A person's decision about something the machine proposed. Judgements are only ever added."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Verdict(StrEnum):
    """What a person decided."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    MERGE = "merge"
    SPLIT = "split"
    RATE = "rate"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Judgement:
    """Who decided what about which record, when and why; ``change`` is JSON for a correction or rating.

    ``undo`` takes back the last decision on the same subject that still stands; both stay in the case.
    """

    subject: str
    verdict: Verdict
    user: str
    created: datetime
    reason: str
    change: str = "{}"
