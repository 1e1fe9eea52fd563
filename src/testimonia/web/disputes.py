"""The room of disputes: the matrix of questions and columns, one cell's quotations, and one dispute whole.

What always holds: every filter stands in the address, so that what one sees can be sent to somebody else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Query

from testimonia.casefile.queries import folded
from testimonia.export.comparison_build import KINDS
from testimonia.model.dispute import Dispute, DisputeKind
from testimonia.web import address, camps, former, tables
from testimonia.web.columns import By, Columns, first_choice
from testimonia.web.matrix import Row, Value, letter, row
from testimonia.web.pages import OnDesk, Page, Shown, Words, page
from testimonia.web.quotes import Quote, quotes
from testimonia.web.refusals import missing
from testimonia.web.snapshot import Snapshot

router = APIRouter()
# Rows and columns on one page: what a laptop shows without losing the heads.
ROWS = 30
COLUMNS = 14


class Sort(StrEnum):
    """In which order the rows stand."""

    STAKE = "stake"
    ACCOUNTS = "accounts"
    DATE = "date"
    QUESTION = "question"


class Group(StrEnum):
    """What the rows are gathered by."""

    NONE = "none"
    KIND = "kind"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that a filter may take, with how many rows have it."""

    value: str
    words: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Gathered:
    """Rows under one heading, which is empty where rows are not gathered."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """The head of one column."""

    id: str
    label: str
    against: bool


@dataclass(frozen=True, slots=True)
class DisputesPage:
    """The matrix as it is shown, with the filters that led to it."""

    title: str
    by: By
    columns: tuple[Head, ...]
    hidden_columns: int
    first_column: int
    groups: tuple[Gathered, ...]
    total: int
    all: int
    kinds: tuple[Choice, ...]
    kind: str
    q: str
    sort: Sort
    group: Group
    against: str
    only: str
    bys: tuple[Choice, ...]
    paging: tables.Paging
    query: str


def _sheet(shown: DisputesPage) -> Iterator[tuple[object, ...]]:
    yield ("id", "kind", "question", "counted", *(head.label for head in shown.columns))
    for group in shown.groups:
        for made in group.rows:
            cells = (" ".join((c.sign.value, *(v.own for v in c.values))) for c in made.cells)
            yield (made.id, made.kind, made.question, made.counted, *cells)


@page(router, "/disputes", "disputes.html", "Disputes", _sheet)
def disputes(
    held: Shown,
    desk: OnDesk,
    q: Words = "",
    kind: Annotated[DisputeKind | None, Query()] = None,
    by: Annotated[By | None, Query()] = None,
    sort: Sort = Sort.STAKE,
    group: Group = Group.NONE,
    against: Words = "",
    only: Words = "",
    columns: Annotated[int, Query(ge=0, le=100_000)] = 0,
    number: Page = 1,
) -> DisputesPage:
    """The matrix. ``only`` keeps the rows in which that column speaks, ``against`` compares with that column."""
    chosen = by or first_choice(held)
    laid = Columns(held, chosen, camps.of(desk.case))
    words = folded(q).strip()
    found = [d for d in held.disputes.values() if not words or words in folded(_words(d))]
    counts = Counter(d.kind for d in found)
    found = [d for d in found if kind in (None, d.kind) and (not only or only in laid.said(d))]
    found = _sorted(found, held, sort, group)
    paging = tables.paging(len(found), number, ROWS)
    rows = found[paging.first : paging.last]
    heads = _heads(laid, found if len(found) <= 400 else rows, against)
    seen = heads[columns : columns + COLUMNS]
    reviewed = former.settled(held, desk.case, camps.settled(desk.case))
    made = [row(d, laid, [head.id for head in seen], against, d.id in reviewed) for d in rows]
    asked = {"q": q, "kind": kind.value if kind else "", "by": by.value if by else "", "sort": sort.value,
             "group": group.value, "against": against, "only": only}  # fmt: skip
    return DisputesPage(
        "Disputes", chosen, tuple(seen), len(heads) - len(seen), columns, _gathered(made, group), len(found),
        len(held.disputes),
        tuple(Choice(k.value, KINDS[k], counts[k], k is kind) for k in DisputeKind if counts[k] or k is kind),
        kind.value if kind else "", q, sort, group, against, only,
        tuple(Choice(b.value, f"{b.value}s", 0, b is chosen) for b in By), paging,
        address.with_query("", **asked).removeprefix("?"),
    )  # fmt: skip


def _words(dispute: Dispute) -> str:
    return " ".join((dispute.question, *(answer.value for answer in dispute.answers)))


def _sorted(found: list[Dispute], held: Snapshot, sort: Sort, group: Group) -> list[Dispute]:
    def accounts(dispute: Dispute) -> int:
        return -len({account for answer in dispute.answers for account in answer.accounts})

    def day(dispute: Dispute) -> str:
        event = held.events.get(dispute.event or "")
        first = event.period.start or event.period.end if event and event.period else None
        return first.isoformat() if first else "9999"

    keys: dict[Sort, Callable[[Dispute], tuple[object, ...]]] = {
        Sort.STAKE: lambda d: (-d.stake, d.id), Sort.ACCOUNTS: lambda d: (accounts(d), -d.stake, d.id),
        Sort.DATE: lambda d: (day(d), -d.stake, d.id), Sort.QUESTION: lambda d: (d.question, d.id),
    }  # fmt: skip
    found = sorted(found, key=keys[sort])
    if group is Group.NONE:
        return found

    def name(dispute: Dispute) -> str:
        return dispute.kind.value if group is Group.KIND else dispute.event or "~"

    place: dict[str, int] = {}
    for dispute in found:
        place.setdefault(name(dispute), len(place))
    return sorted(found, key=lambda dispute: place[name(dispute)])


def _heads(laid: Columns, found: list[Dispute], against: str) -> list[Head]:
    """The columns that speak to the questions, those that speak to most first; silent ones after them."""
    speaks: Counter[str] = Counter()
    for dispute in found:
        for column in laid.said(dispute):
            speaks[column] += 1
        for column in laid.keeping_silent(dispute):
            speaks[column] += 0
    ordered = sorted(speaks, key=lambda column: (column != against, -speaks[column], laid.label(column)))
    return [Head(column, laid.label(column), column == against) for column in ordered]


def _gathered(rows: list[Row], group: Group) -> tuple[Gathered, ...]:
    gathered: dict[str, list[Row]] = {}
    for made in rows:
        title = {Group.NONE: "", Group.KIND: made.kind_words, Group.EVENT: made.event_title or "of no single event"}
        gathered.setdefault(title[group], []).append(made)
    return tuple(Gathered(title, tuple(held)) for title, held in gathered.items())


@dataclass(frozen=True, slots=True)
class Spoken:
    """One answer with the quotations that give it and those that deny it."""

    letter: str
    value: str
    quotes: tuple[Quote, ...]
    denials: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class CellPage:
    """What one column says to one question."""

    title: str
    dispute: str
    question: str
    column: str
    label: str
    answers: tuple[Spoken, ...]
    address: str
    back: str


@page(router, "/disputes/{identifier}/cell", "cell.html", "Disputes")
def cell(held: Shown, desk: OnDesk, identifier: str, column: Words, by: By = By.ACCOUNT) -> CellPage:
    """The quotations behind one cell of the matrix."""
    dispute = held.disputes.get(identifier) or missing("dispute", identifier)
    laid = Columns(held, by, camps.of(desk.case))
    said = laid.said(dispute).get(column) or missing("answer of that column to the dispute", identifier)
    answers = tuple(
        Spoken(letter(n), answer.value, quotes(held, said.given.get(n, ())), quotes(held, said.denied.get(n, ())))
        for n, answer in enumerate(dispute.answers)
        if n in said.given or n in said.denied
    )
    return CellPage(
        f"{laid.label(column)}: {dispute.question}", identifier, dispute.question, column, laid.label(column), answers,
        address.dispute(identifier), address.with_query("/disputes", by=by.value),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class DisputePage:
    """One dispute whole."""

    title: str
    id: str
    row: Row
    answers: tuple[Spoken, ...]
    counts: tuple[Value, ...]
    silent: tuple[tuple[str, str], ...]
    out_of_scope: tuple[tuple[str, str], ...]
    event: str | None
    event_title: str
    reviewed: bool
    before: str
    after: str
    was: former.Was | None


@page(router, "/disputes/{identifier}", "dispute.html", "Disputes")
def dispute_page(held: Shown, desk: OnDesk, identifier: str, was: Words = "") -> DisputePage:
    """One dispute with every quotation, and who is silent; ``was`` is the older id one came by."""
    dispute = held.disputes.get(identifier) or former.follow(held, desk.case, identifier, "dispute")
    order = list(held.disputes)
    at = order.index(identifier)
    event = held.events.get(dispute.event or "")
    settled = identifier in former.settled(held, desk.case, camps.settled(desk.case))
    claims = tuple(claim for answer in dispute.answers for claim in (*answer.claims, *answer.denied_by))
    laid = row(dispute, Columns(held, By.ACCOUNT, {}), (), reviewed=settled)
    answers = tuple(
        Spoken(letter(n), answer.value, quotes(held, answer.claims), quotes(held, answer.denied_by))
        for n, answer in enumerate(dispute.answers)
    )
    return DisputePage(
        dispute.question, identifier, laid, answers, laid.answers, _named(held, dispute.silent),
        _named(held, dispute.out_of_scope[:60]), dispute.event, event.title if event else "", settled,
        address.dispute(order[at - 1]) if at else "", address.dispute(order[at + 1]) if at + 1 < len(order) else "",
        former.was(held, desk.case, was, claims),
    )  # fmt: skip


def _named(held: Snapshot, accounts: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((address.document(account), held.labels.get(account, account)) for account in accounts)
