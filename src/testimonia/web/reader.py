"""The reader: a document with its claims marked in the text, and beside it the claim in focus or another document.

What always holds: a long text is shown in parts, so that no document makes a page that a browser cannot hold.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from fastapi import APIRouter

from testimonia.casefile.queries import folded
from testimonia.export import wording
from testimonia.model.claim import Claim
from testimonia.model.document import Document, Section, SectionKind
from testimonia.web import address, tables, veil
from testimonia.web import beside as both
from testimonia.web.claimview import ClaimView, claim_view
from testimonia.web.marks import Marks, Run, paragraphs
from testimonia.web.overview import AccountRow, account_row
from testimonia.web.pages import OnDesk, Page, Shown, Words, page
from testimonia.web.refusals import missing
from testimonia.web.snapshot import Snapshot
from testimonia.web.veil import Piece

router = APIRouter()
LISTED = 50
# Characters of text on one page, and claims listed beside it.
PART = 24_000
BESIDE = 300
FOLDED = (SectionKind.COMMENT, SectionKind.BOILERPLATE)


@dataclass(frozen=True, slots=True)
class DocumentsPage:
    """The accounts of the case."""

    title: str
    rows: tuple[AccountRow, ...]
    paging: tables.Paging
    q: str
    query: str


@page(router, "/documents", "documents.html", "Accounts")
def documents(held: Shown, q: Words = "", number: Page = 1) -> DocumentsPage:
    """The accounts of the case, in the order read; ``q`` is looked for in outlets, authors and titles."""
    words = folded(q).strip()
    found = [
        identifier
        for identifier, account in held.accounts.items()
        if words in folded(f"{account.outlet or ''} {account.author or ''} {account.title or ''}")
    ]
    paging = tables.paging(len(found), number, LISTED)
    rows = tuple(account_row(held, identifier) for identifier in found[paging.first : paging.last])
    return DocumentsPage("Accounts", rows, paging, q, address.with_query("", q=q).removeprefix("?"))


@dataclass(frozen=True, slots=True)
class SectionView:
    """A stretch of the text of one kind; ``label`` is whose words these are."""

    kind: str
    label: str
    folded: bool
    paragraphs: tuple[tuple[Run, ...], ...]


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One claim as the list beside the text shows it."""

    id: str
    kind: str
    type: str
    pieces: tuple[Piece, ...]
    graphic: bool
    source: str
    factuality: str
    disputed: bool
    focus: bool


@dataclass(frozen=True, slots=True)
class Text:
    """One document as it is read: a part of its text with the claims that stand in it."""

    id: str
    title: str
    label: str
    byline: str
    language: str
    sections: tuple[SectionView, ...]
    claims: tuple[ClaimLine, ...]
    more_claims: int
    part: int
    parts: int
    focus: ClaimView | None
    evidence: tuple[tuple[str, str, str], ...]
    where: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ReaderPage:
    """A document, and another beside it where one is asked for."""

    title: str
    text: Text
    beside: Text | None
    shared: both.Steps | None
    others: tuple[tuple[str, str, int], ...]
    claim: str


@page(router, "/documents/{identifier}", "reader.html", "Accounts")
def reader(
    held: Shown, desk: OnDesk, identifier: str, claim: Words = "", part: Page = 1, beside: Words = "", there: Words = ""
) -> ReaderPage:
    """A document with its claims; ``claim`` is in focus, ``beside`` another document with its claim ``there``."""
    document = _document(held, identifier)
    other = _document(held, beside) if beside else None
    if other is None:
        text = _text(held, desk, document, claim, part, ())
        return ReaderPage(text.title, text, None, None, _others(held, document), claim)
    found = both.steps(held, document, other)
    claim, there = both.chosen(held, found, claim, there)
    here, far = both.copied(held, document, other)
    text, second = _text(held, desk, document, claim, part, here), _text(held, desk, other, there, 1, far)
    steps = both.around(held, found, claim, there, len(here))
    return ReaderPage(text.title, text, second, steps, _others(held, document), claim)


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """One claim in full, at its own address."""

    title: str
    claim: ClaimView


@page(router, "/claims/{identifier}", "claim.html", "Accounts")
def claim_page(held: Shown, desk: OnDesk, identifier: str) -> ClaimPage:
    """One claim in full."""
    claim = held.claims.get(identifier) or missing("claim", identifier)
    return ClaimPage(
        f"{claim.type} in {held.labels[claim.account]}", claim_view(held, claim, desk.case.judgements(identifier))
    )


def _document(held: Snapshot, identifier: str) -> Document:
    return held.documents.get(identifier.partition(".")[0]) or missing("document", identifier)


def _text(
    held: Snapshot, desk: OnDesk, document: Document, claim: str, part: int, copied: tuple[tuple[int, int], ...]
) -> Text:
    claims = held.claims_of_document.get(document.id, ())
    focus = next((c for c in claims if c.id == claim), None)
    cuts = _parts(document.text)
    if focus:
        part = next(n for n, (_, end) in enumerate(cuts, 1) if focus.start < end or n == len(cuts))
    part = min(part, len(cuts))
    start, end = cuts[part - 1]
    here = [c for c in claims if c.start < end and c.end > start]
    marks = Marks(here, focus, copied, held.folded_in(document.id))
    account = held.accounts.get(focus.account if focus else document.id) or next(iter(document.accounts))
    decided = desk.case.judgements(focus.id) if focus else ()
    byline = " · ".join(words for words in (account.author, wording.published(account)) if words)
    return Text(
        document.id, account.title or held.labels.get(account.id, account.id), held.labels.get(account.id, account.id),
        byline, document.language,
        tuple(_section(held, document, s, start, end, marks) for s in _sections(document, start, end)),
        tuple(_line(held, c, focus, marks.names) for c in here[:BESIDE]), max(0, len(here) - BESIDE), part, len(cuts),
        claim_view(held, focus, decided) if focus else None,
        tuple((e.field, e.value, e.reason) for a in document.accounts for e in a.evidence),
        document.path or document.url or "", document.sha256,
    )  # fmt: skip


def _parts(text: str) -> list[tuple[int, int]]:
    """Where the text is parted: at a line's end where there is one in the last half of a part."""
    cuts, start = [], 0
    while len(text) - start > PART * 5 // 4:
        end = text.rfind("\n", start + PART // 2, start + PART) + 1 or start + PART
        cuts.append((start, end))
        start = end
    return [*cuts, (start, len(text))]


def _sections(document: Document, start: int, end: int) -> list[Section]:
    """The sections between ``start`` and ``end``, apart and in order, with what lies between them."""
    found: list[Section] = []
    at = start
    for section in sorted(document.sections, key=lambda s: (s.start, s.end)):
        first, last = max(at, section.start), min(end, section.end)
        if first >= last:
            continue
        if document.text[at:first].strip():
            found.append(Section(SectionKind.BOILERPLATE, at, first, None))
        found.append(Section(section.kind, first, last, section.account))
        at = last
    if at < end and document.text[at:end].strip():
        found.append(Section(SectionKind.BOILERPLATE, at, end, None))
    return found


def _section(held: Snapshot, document: Document, section: Section, start: int, end: int, marks: Marks) -> SectionView:
    label = held.labels.get(section.account or "", "")
    own = section.account in (None, document.id)
    shut = section.kind in FOLDED and not (marks.focus and section.start <= marks.focus.start < section.end)
    made = paragraphs(document.text, max(start, section.start), min(end, section.end), marks, held.codebook)
    return SectionView(section.kind.value, "" if own else label, shut, made)


def _line(held: Snapshot, claim: Claim, focus: Claim | None, names: veil.Names) -> ClaimLine:
    words = " ".join(claim.text.split())
    words = words if len(words) < 140 else f"{words[:139]}…"
    inner = claim.source
    source = "" if len(claim.attribution) == 1 else inner.name or "unnamed"
    return ClaimLine(
        claim.id, claim.kind.value, claim.type.replace("_", " ").lower(),
        veil.pieces(words, "", "", names), veil.graphic(words, held.codebook), source,
        claim.factuality.value, claim.id in held.disputes_of_claim, focus is not None and focus.id == claim.id,
    )  # fmt: skip


def _others(held: Snapshot, document: Document) -> tuple[tuple[str, str, int], ...]:
    """The other documents that tell of the same events, those that share most first: id, label, how many."""
    tally: Counter[str] = Counter()
    seen: set[str] = set()
    for claim in held.claims_of_document.get(document.id, ()):
        seen.update(held.events_of_claim.get(claim.id, ()))
    for event in seen:
        for account in held.events[event].accounts:
            tally[account.partition(".")[0]] += 1
    del tally[document.id]
    return tuple((other, held.labels.get(other, other), count) for other, count in tally.most_common(20))
