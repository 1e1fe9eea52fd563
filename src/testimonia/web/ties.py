"""Who is tied to whom, and how: relations and deeds between two actors, as the accounts tell them.

What always holds: a tie keeps the claims that tell of it; one that an account denies is told apart from one that it
states.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from testimonia.model.claim import Claim, Kind
from testimonia.web.snapshot import Snapshot


class TieKind(StrEnum):
    """What binds or parts two actors, as the network draws it."""

    AGAINST = "fights"
    WITH = "sides with"
    HELPS = "arms or backs"
    BELONGS = "belongs to"
    ACCUSES = "accuses"
    TALKS = "talks with"


# Types of relations (docs/reference/data-model.md) and of PLOVER events, by the tie that they tell of.
KINDS = {
    "FIGHTS": TieKind.AGAINST, "OPPOSES": TieKind.AGAINST, "BESIEGES": TieKind.AGAINST, "ASSAULT": TieKind.AGAINST,
    "COERCE": TieKind.AGAINST, "SANCTION": TieKind.AGAINST, "FIGHTS_ALONGSIDE": TieKind.WITH,
    "AFFILIATED_WITH": TieKind.WITH, "SUPPORTS": TieKind.HELPS, "ARMS": TieKind.HELPS, "FUNDS": TieKind.HELPS,
    "SUPPLIES": TieKind.HELPS, "SUPPORT": TieKind.HELPS, "AID": TieKind.HELPS, "COOPERATE": TieKind.HELPS,
    "PART_OF": TieKind.BELONGS, "COMMANDS": TieKind.BELONGS, "BLAMES": TieKind.ACCUSES, "ACCUSE": TieKind.ACCUSES,
    "THREATEN": TieKind.ACCUSES, "REJECT": TieKind.ACCUSES, "CONSULT": TieKind.TALKS, "AGREE": TieKind.TALKS,
    "REQUEST": TieKind.TALKS,
}  # fmt: skip
TOGETHER = frozenset({TieKind.WITH, TieKind.HELPS, TieKind.BELONGS})


@dataclass(frozen=True, slots=True)
class Tie:
    """One actor's tie to another: the claims that state it, those that deny it, and the accounts of both."""

    actor: str
    recipient: str
    kind: TieKind
    claims: tuple[str, ...]
    denials: tuple[str, ...]
    accounts: tuple[str, ...]


def ties(held: Snapshot, wanted: Callable[[Claim], bool] = bool) -> tuple[Tie, ...]:
    """Every tie that a claim tells of for which ``wanted`` holds, those of most accounts first."""
    found: dict[tuple[str, str, TieKind], list[Claim]] = defaultdict(list)
    for claim in held.claims.values():
        kind = KINDS.get(claim.type) if claim.kind in (Kind.EVENT, Kind.RELATION) else None
        if kind is None or not claim.actors or not claim.recipients or not wanted(claim):
            continue
        for actor in {m.actor for m in claim.actors}:
            for recipient in {m.actor for m in claim.recipients} - {actor, ""}:
                if actor:
                    found[actor, recipient, kind].append(claim)
    made = [_tie(*key, claims) for key, claims in found.items()]
    return tuple(sorted(made, key=lambda t: (-len(t.accounts), -len(t.claims), t.actor, t.recipient, t.kind.value)))


def _tie(actor: str, recipient: str, kind: TieKind, claims: Iterable[Claim]) -> Tie:
    stated = [c for c in claims if c.factuality.polarity >= 0]
    denied = [c for c in claims if c.factuality.polarity < 0]
    accounts = tuple(sorted({c.account for c in (*stated, *denied)}))
    return Tie(actor, recipient, kind, tuple(c.id for c in stated), tuple(c.id for c in denied), accounts)
