"""What the claims of several accounts speak of together: happenings, standing states, utterances, origins.

None of these overwrites a claim; each keeps the ids of all that it gathers, with the reasons.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from testimonia.model.claim import ActorMention, PlaceMention
from testimonia.model.period import Period


class EventKind(StrEnum):
    """A happening, a standing state, or one utterance in several wordings."""

    EVENT = "event"
    SITUATION = "situation"
    QUOTATION = "quotation"


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of evidence for joining two claims: what was compared, and its weight in bits (log2 odds)."""

    feature: str
    detail: str
    weight: float


@dataclass(frozen=True, slots=True)
class Bond:
    """Why two claims are held to be about the same thing; ``probability`` is between 0 and 1."""

    left: str
    right: str
    probability: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Claims of one or more accounts about one happening, state or utterance.

    ``accounts`` are account ids, ``origins`` ids of the independent origins behind them; ``period``, ``places``,
    ``actors`` and ``recipients`` gather what the claims say and settle nothing between them.
    """

    id: str
    kind: EventKind
    type: str
    title: str
    period: Period | None
    places: tuple[PlaceMention, ...]
    actors: tuple[ActorMention, ...]
    recipients: tuple[ActorMention, ...]
    claims: tuple[str, ...]
    accounts: tuple[str, ...]
    origins: tuple[str, ...]
    bonds: tuple[Bond, ...] = ()


class OriginEvidence(StrEnum):
    """What shows that two accounts rest on one report."""

    COPY = "copy"
    REPUBLICATION = "republication"
    CREDIT = "credit"
    SHARED_SOURCE = "shared_source"


@dataclass(frozen=True, slots=True)
class Dependence:
    """``taker`` took something from ``giver``; either may be an account id or an origin's id.

    Spans are code points into each one's document; ``None`` where the evidence has no passage of its own.
    """

    taker: str
    giver: str
    evidence: OriginEvidence
    detail: str
    taker_span: tuple[int, int] | None = None
    giver_span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """One report that one account or more rest on."""

    id: str
    name: str
    accounts: tuple[str, ...]
    dependences: tuple[Dependence, ...]
