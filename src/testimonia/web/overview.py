"""The first room: what the case holds, how much is disputed, what waits for review, and where to begin.

What always holds: an empty case says what to do.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from fastapi import APIRouter

from testimonia.export import wording
from testimonia.export.comparison_build import KINDS
from testimonia.model.claim import Kind
from testimonia.web import address, camps, former
from testimonia.web.columns import By, Columns
from testimonia.web.matrix import Row, row
from testimonia.web.pages import OnDesk, Shown, page

router = APIRouter()
FIRST = 6  # disputes shown here; the matrix shows them all


@dataclass(frozen=True, slots=True)
class Count:
    """A number, what it counts and where its things are listed."""

    number: int
    words: str
    detail: str
    address: str


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One account as listed."""

    id: str
    label: str
    title: str
    author: str
    published: str
    claims: int
    disputes: int
    origin: str
    address: str
    language: str


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """What the case holds."""

    title: str
    empty: bool
    compared: bool
    counts: tuple[Count, ...]
    kinds: tuple[tuple[str, str, int], ...]
    disputes: tuple[Row, ...]
    agreements: tuple[tuple[str, str, str], ...]
    accounts: tuple[AccountRow, ...]
    more_accounts: int
    independent: str
    waiting: int
    decided: int
    days: str


@page(router, "/", "overview.html", "Overview")
def overview(held: Shown, desk: OnDesk) -> OverviewPage:
    """What the case holds, how much is disputed and what waits for review."""
    found, standing = held.comparison, desk.case.standing()
    settled = former.settled(held, desk.case, camps.settled(desk.case))
    kinds = Counter(claim.kind for claim in held.claims.values())
    several = sum(len(event.accounts) > 1 for event in held.events.values())
    disputed = {claim for d in found.disputes for a in d.answers for claim in (*a.claims, *a.denied_by)}
    laid = Columns(held, By.ACCOUNT, {})
    share = f"{len(disputed) / len(held.claims):.0%} of the claims take part in one" if held.claims else ""
    counts = (
        Count(len(held.accounts), "accounts", f"{held.independent:,} independent origins", "/documents"),
        Count(len(held.claims), "claims", ", ".join(f"{kinds[k]:,} {k.value}s" for k in Kind if kinds[k]), "/search"),
        Count(len(held.events), "events and situations", f"{several:,} told by several", "/events"),
        Count(len(found.disputes), "disputes", share, "/disputes"),
        Count(len(found.agreements), "agreements", "told alike by several", "/events?shared=true"),
    )  # fmt: skip
    by_kind = Counter(dispute.kind for dispute in found.disputes)
    top = sorted(held.disputes.values(), key=lambda d: (d.id in settled, -d.stake))[:FIRST]
    return OverviewPage(
        "Overview", not held.documents, held.current, counts,
        tuple((kind.value, KINDS[kind], count) for kind, count in by_kind.most_common()),
        tuple(row(d, laid, ()) for d in top),
        tuple(
            (address.event(a.event), a.statement, wording.counted(a.accounts, a.origins)) for a in found.agreements[:6]
        ),
        tuple(account_row(held, account) for account in list(held.accounts)[:40]), max(0, len(held.accounts) - 40),
        f"{len(held.accounts):,} accounts, {held.independent:,} independent origins",
        len(held.disputes) - len(settled & set(held.disputes)),
        len(standing), _days(held),
    )  # fmt: skip


def account_row(held: Shown, identifier: str) -> AccountRow:
    """One account as it is listed."""
    account = held.accounts[identifier]
    disputes = {d for c in held.claims_of_document.get(account.document, ()) if c.account == identifier
                for d in held.disputes_of_claim.get(c.id, ())}  # fmt: skip
    origin = held.origins.get(held.origin_of_account.get(identifier, ""))
    shared = origin is not None and len(origin.accounts) > 1
    return AccountRow(
        identifier, held.labels[identifier], account.title or "", account.author or "", wording.published(account),
        held.claim_counts.get(identifier, 0), len(disputes), origin.name if origin and shared else "",
        address.document(identifier), account.language,
    )  # fmt: skip


def _days(held: Shown) -> str:
    days = [d for a in held.accounts.values() for d in (a.published.start, a.published.end) if d]
    return f"{wording.day(min(days))} to {wording.day(max(days))}" if days else ""
