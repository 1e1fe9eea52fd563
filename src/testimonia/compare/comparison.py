"""What comparing found: disputes, agreements, silences, tolls, framings, predictions and how sources are relied on.

Every number of accounts stands beside the independent origins behind them, and nothing is settled: an interval is
never narrowed to one figure, an answer never dropped for another.
"""

from __future__ import annotations

from dataclasses import dataclass

from testimonia.model.claim import Unit
from testimonia.model.dispute import Agreement, Dispute, Silence


@dataclass(frozen=True, slots=True)
class SourceToll:
    """The toll that one source gives for one event; ``low``/``high`` are ``None`` where that side is open."""

    source: str
    name: str
    low: float | None
    high: float | None
    claims: tuple[str, ...]
    accounts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Toll:
    """All tolls of one event for one unit and one kind of victim (``people``, ``children``, ``fighters`` ...).

    ``low`` is the least and ``high`` the greatest number that any source gives; both are kept, neither is chosen.
    """

    event: str
    unit: Unit
    victims: str
    low: float | None
    high: float | None
    sources: tuple[SourceToll, ...]


@dataclass(frozen=True, slots=True)
class LabelUse:
    """One label that an account uses for an actor, with the number of times in each voice."""

    words: str
    count: int
    own: int
    quoted: int
    scare_quotes: int
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Framing:
    """How one account presents one actor.

    ``does`` counts the claims in which it acts, ``suffers`` those in which it is acted on, ``agentless`` those of
    the latter that name no agent ("was bombed"). ``unnamed`` counts the acts of violence that other accounts lay on it
    and that this one tells without a doer.
    """

    actor: str
    name: str
    account: str
    labels: tuple[LabelUse, ...]
    does: int
    suffers: int
    agentless: int
    unnamed: int = 0


@dataclass(frozen=True, slots=True)
class Prediction:
    """What somebody said would come, and the claims of later accounts that tell what came, if any do."""

    claim: str
    source: str
    name: str
    account: str
    statement: str
    event: str | None
    came: tuple[str, ...]
    did_not_come: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceProfile:
    """What one source is relied on for: by which accounts, for what, and in how many disputes it is contradicted."""

    source: str
    name: str
    kind: str
    accounts: tuple[str, ...]
    origins: tuple[str, ...]
    claims: tuple[str, ...]
    subjects: tuple[tuple[str, int], ...]
    disputes: tuple[str, ...]
    contradicted: int


@dataclass(frozen=True, slots=True)
class Revision:
    """A later figure of the same outlet or source for the same event: an update, not a contradiction."""

    event: str
    source: str
    earlier: str
    later: str
    statement: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """The result of ``compare.compare``; ``disputes`` come gravest and most directly opposed first."""

    disputes: tuple[Dispute, ...]
    agreements: tuple[Agreement, ...]
    silences: tuple[Silence, ...]
    tolls: tuple[Toll, ...]
    framings: tuple[Framing, ...]
    predictions: tuple[Prediction, ...]
    sources: tuple[SourceProfile, ...]
    revisions: tuple[Revision, ...] = ()
