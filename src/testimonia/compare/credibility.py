"""How credible is a claim? A suggestion from 1 to 6 that says how it came about, beside whatever a person decides.

The scale is that of the Admiralty system (NATO AJP-2.1: 1 confirmed, 2 probably true, 3 possibly true, 4 doubtfully
true, 5 improbable, 6 cannot be judged), the rules are our own and deliberately few: they count independent origins that
say alike or otherwise, and how firmly the claim is made. What always holds: a suggestion never stands in for a person's
rating, and it names every count it rests on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from testimonia.model.claim import Claim
from testimonia.model.dispute import Agreement, Dispute

# FactBank's certainty of a plain statement.
PLAIN = 3


class Credibility(IntEnum):
    """The Admiralty system's figures for what is reported."""

    CONFIRMED = 1
    PROBABLE = 2
    POSSIBLE = 3
    DOUBTFUL = 4
    IMPROBABLE = 5
    UNKNOWN = 6


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A suggested credibility of one claim with the reasons in words, and a person's own figure where there is one."""

    claim: str
    suggested: Credibility
    reasons: tuple[str, ...]
    given: int | None = None

    @property
    def shown(self) -> int:
        """The figure to show: the person's own, else the suggested one."""
        return self.given if self.given is not None else int(self.suggested)


def suggest(
    claim: Claim, disputes: Iterable[Dispute], agreements: Iterable[Agreement], given: int | None = None
) -> Suggestion:
    """What the comparison suggests of ``claim``; ``given`` is a person's figure, 1 to 6, kept beside it.

    Raises ``ValueError`` where ``given`` is no figure of the scale.
    """
    if given is not None and given not in list(Credibility):
        raise ValueError(f"a credibility is a figure from 1 to 6, not {given}")
    alike = _origins(agreement for agreement in agreements if claim.id in agreement.claims)
    for_it, against = _sides(claim, [dispute for dispute in disputes if _holds(claim, dispute)])
    alike = max(alike, for_it)
    reasons = [_count(alike, "says so", "say so")]
    if against:
        reasons.append(_count(against, "says otherwise or denies it", "say otherwise or deny it"))
    if not claim.factuality.polarity:
        return Suggestion(claim.id, Credibility.UNKNOWN, (*reasons, "its source commits to nothing"), given)
    hedged = claim.factuality.certainty < PLAIN
    if hedged:
        reasons.append("its source hedges")
    return Suggestion(claim.id, _figure(alike, against, hedged), tuple(reasons), given)


def _figure(alike: int, against: int, hedged: bool) -> Credibility:
    if against > alike:
        return Credibility.IMPROBABLE
    if against == alike and against:
        return Credibility.DOUBTFUL
    if against or hedged or alike < 2:
        return Credibility.POSSIBLE
    return Credibility.CONFIRMED if alike > 2 else Credibility.PROBABLE


def _origins(agreements: Iterable[Agreement]) -> int:
    return max((len(agreement.origins) for agreement in agreements), default=1)


def _holds(claim: Claim, dispute: Dispute) -> bool:
    return any(claim.id in answer.claims for answer in dispute.answers)


def _sides(claim: Claim, disputes: Sequence[Dispute]) -> tuple[int, int]:
    """The most independent origins that give the claim's own answer, and that give another one or deny it."""
    most_for, most_against = 1, 0
    for dispute in disputes:
        own = [answer for answer in dispute.answers if claim.id in answer.claims]
        other = {origin for answer in dispute.answers if answer not in own for origin in answer.origins}
        denied = sum(bool(answer.denied_by) for answer in own)
        most_for = max(most_for, *(len(answer.origins) for answer in own))
        most_against = max(most_against, len(other) + denied)
    return most_for, most_against


def _count(number: int, one: str, several: str) -> str:
    return f"1 independent origin {one}" if number == 1 else f"{number} independent origins {several}"
