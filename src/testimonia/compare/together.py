"""Which accounts tell of the same few days of violence, so that what stands in either may be of one happening?

For claims that are of one thing though linking has them in several events: a death and the news that it was none. What
always holds: two accounts are together only where both tell of one act of violence of at most ``SHORT`` days.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable

from testimonia.compare.case import VIOLENT, Case
from testimonia.link.clusters import root
from testimonia.model.claim import Claim

# Days that an act of violence may span and still be one that accounts tell together.
SHORT = 4
# Characters of one account within which two claims may be of one thing.
REACH = 3000


class Together:
    """Answers whether two claims may be of one happening, by the acts of violence that their accounts tell."""

    def __init__(self, case: Case) -> None:
        self._told: dict[str, set[str]] = defaultdict(set)
        for event in case.linked.events:
            short = event.period is not None and event.period.days is not None and event.period.days <= SHORT
            if event.type in VIOLENT and short and len(event.accounts) > 1:
                for account in event.accounts:
                    self._told[account].add(event.id)

    def near(self, one: Claim, two: Claim) -> bool:
        """Whether one account tells both within ``REACH``, or two accounts do that share an act of violence."""
        if one.account == two.account:
            return abs(one.start - two.start) <= REACH
        return bool(self._told.get(one.account, set()) & self._told.get(two.account, set()))


def groups(pairs: Iterable[tuple[Claim, Claim]]) -> list[tuple[list[Claim], list[Claim]]]:
    """Pairs of an affirming and a denying claim gathered where they share one; each side once and in order."""
    index: dict[Hashable, int] = {}
    parent: dict[int, int] = {}
    known = list(pairs)
    for pair in known:
        at = [index.setdefault(claim.id, len(index)) for claim in pair]
        for each in at:
            parent.setdefault(each, each)
        parent[root(parent, at[1])] = root(parent, at[0])
    gathered: dict[int, tuple[dict[str, Claim], dict[str, Claim]]] = {}
    for yes, no in known:
        sides = gathered.setdefault(root(parent, index[yes.id]), ({}, {}))
        sides[0][yes.id] = yes
        sides[1][no.id] = no
    ordered = [tuple(sorted(side.values(), key=_place) for side in sides) for _, sides in sorted(gathered.items())]
    return [(sides[0], sides[1]) for sides in ordered]


def _place(claim: Claim) -> tuple[str, int, int, str]:
    return claim.account, claim.start, claim.end, claim.id
