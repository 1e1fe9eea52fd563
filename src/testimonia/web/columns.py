"""What the columns of the matrix are: accounts, outlets, camps that the user named, or sources.

What always holds: every claim that answers a question stands in exactly one column of each kind, or in none where
its account is in no camp.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from testimonia.model.claim import Claim, SourceKind
from testimonia.model.dispute import Dispute
from testimonia.web.snapshot import Snapshot


class By(StrEnum):
    """What a column of the matrix stands for."""

    ACCOUNT = "account"
    OUTLET = "outlet"
    CAMP = "camp"
    SOURCE = "source"


# From this many accounts on the matrix begins with outlets, because a column each would not fit on any screen.
MANY = 16


def first_choice(held: Snapshot) -> By:
    """The columns to begin with."""
    return By.ACCOUNT if len(held.accounts) <= MANY else By.OUTLET


@dataclass(frozen=True, slots=True)
class Said:
    """What one column says to one question: for each answer the claims that give it and those that deny it."""

    given: Mapping[int, tuple[str, ...]]
    denied: Mapping[int, tuple[str, ...]]


class Columns:
    """The columns of one kind over one case."""

    def __init__(self, held: Snapshot, by: By, camps: Mapping[str, str]) -> None:
        self.held = held
        self.by = by
        self._camps = camps
        self._key: Callable[[Claim], str] = {
            By.ACCOUNT: lambda claim: claim.account,
            By.OUTLET: lambda claim: held.outlet(claim.account),
            By.CAMP: lambda claim: camps.get(held.outlet(claim.account), ""),
            By.SOURCE: self._source,
        }[by]

    def _source(self, claim: Claim) -> str:
        inner = claim.source
        return claim.account if inner.kind is SourceKind.ACCOUNT else inner.source

    def of_account(self, account: str) -> str:
        """The column of an account's own voice."""
        if self.by in (By.ACCOUNT, By.SOURCE):
            return account
        outlet = self.held.outlet(account)
        return outlet if self.by is By.OUTLET else self._camps.get(outlet, "")

    def label(self, column: str) -> str:
        """What stands at the head of a column."""
        if self.by in (By.ACCOUNT, By.SOURCE) and column in self.held.labels:
            return self.held.labels[column]
        if self.by is By.SOURCE:
            known = self.held.known.get(column)
            return known.name if known else column
        return column

    def said(self, dispute: Dispute) -> dict[str, Said]:
        """What each column says to ``dispute``; columns that say nothing are absent."""
        given: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
        denied: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
        for number, answer in enumerate(dispute.answers):
            for side, claims in ((given, answer.claims), (denied, answer.denied_by)):
                for claim in self._claims(claims):
                    side[self._key(claim)][number].append(claim.id)
        return {
            column: Said(_fixed(given.get(column, {})), _fixed(denied.get(column, {})))
            for column in sorted({*given, *denied})
            if column
        }

    def keeping_silent(self, dispute: Dispute) -> set[str]:
        """The columns of the accounts that could have answered and do not."""
        return {self.of_account(account) for account in dispute.silent} - {""}

    def _claims(self, claims: Iterable[str]) -> Iterable[Claim]:
        return (self.held.claims[claim] for claim in claims if claim in self.held.claims)


def _fixed(numbered: Mapping[int, list[str]]) -> dict[int, tuple[str, ...]]:
    return {number: tuple(claims) for number, claims in sorted(numbered.items())}
