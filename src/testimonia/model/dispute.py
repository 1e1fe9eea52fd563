"""A question on which accounts differ, its answers, and who does not answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DisputeKind(StrEnum):
    """What the accounts differ on."""

    OCCURRENCE = "occurrence"
    RESPONSIBILITY = "responsibility"
    TOLL = "toll"
    STATUS = "status"
    TIME = "time"
    PLACE = "place"
    BLAME = "blame"
    NAMING = "naming"
    TARGET = "target"
    WEAPON = "weapon"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: its value in words, the claims that give it, those that deny it, and the accounts of both."""

    value: str
    claims: tuple[str, ...]
    accounts: tuple[str, ...]
    origins: tuple[str, ...]
    denied_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dispute:
    """A question in words with its answers.

    ``silent`` are accounts that could have answered and do not, ``out_of_scope`` those that could not.
    ``stake`` ranks disputes within a case: higher is graver and more directly opposed; it has no unit.
    """

    id: str
    kind: DisputeKind
    question: str
    event: str | None
    answers: tuple[Answer, ...]
    silent: tuple[str, ...]
    out_of_scope: tuple[str, ...]
    stake: float


@dataclass(frozen=True, slots=True)
class Agreement:
    """What several accounts say alike, with the independent origins behind them."""

    id: str
    statement: str
    event: str
    claims: tuple[str, ...]
    accounts: tuple[str, ...]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Silence:
    """A happening that ``accounts`` could have told and do not; ``told_by`` are the accounts that do."""

    event: str
    statement: str
    accounts: tuple[str, ...]
    told_by: tuple[str, ...]
