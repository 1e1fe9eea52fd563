"""Who published this, who wrote it, what is it called, and when? Each answer with the words or the tag that gave it.

What always holds: what the user gives comes before what the container states, and that before what the text shows;
an answer without evidence is ``None``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from testimonia.codebook.schema import WorkRow
from testimonia.ingest.blocks import Block, span_of
from testimonia.ingest.datelines import DateReader
from testimonia.ingest.furniture import Furniture, Reading, Role
from testimonia.ingest.sections import Layout, Placed
from testimonia.ingest.sidecar import Given
from testimonia.model.claim import Span
from testimonia.model.document import Evidence
from testimonia.model.ids import slug
from testimonia.model.period import Period, Precision

BY_USER = "given by the user"
_OPENING = 260  # characters in which a date that opens a text ends; archives put title and agency before it
_BEFORE_DATE = 3  # words that may stand before it in any case: "Date of publication"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of one account; ``published`` is ``None`` where no date is printed, stated or given."""

    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    published: Period | None = None
    republished_from: str | None = None
    language: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class _Found:
    field: str
    value: str
    evidence: Evidence
    period: Period | None = None


def describe(
    text: str,
    layout: Layout,
    number: int,
    furniture: Furniture,
    dates: DateReader,
    *,
    stated: Sequence[Evidence] = (),
    url: str | None = None,
    given: Sequence[Given] = (),
    works: Mapping[str, WorkRow] | None = None,
) -> Metadata:
    """The metadata of account ``number`` of a text; ``stated`` and ``url`` concern account 0 only.

    ``works`` are publications of the codebook by the slugs of their titles.
    """
    found: list[_Found] = []
    if number == 0:
        found += _stated(stated, url, furniture, dates)
    placed = _blocks_of(layout, number)
    found += [hit for one in placed for hit in _shown(text, one, furniture, dates)]
    if number == 0:
        found += _from_tail(text, layout, furniture)
    else:
        found += _from_announcement(text, layout, number, dates)
    found += _from_opening(text, layout, number, furniture, dates)
    found = _settle_outlets(found)
    title = next((hit.value for hit in found if hit.field == "title"), None)
    chosen = [*_given(given, number, title), *found, *_from_bibliography(title, works or {}, dates)]
    first = {field: next((hit for hit in chosen if hit.field == field), None) for field in _FIELDS}
    published = first["published"]
    values = {field: hit.value if hit else None for field, hit in first.items()}
    if values["author"] == values["outlet"]:
        values["author"] = None  # an organisation signs its own bulletin
    if values["republished_from"] == values["outlet"]:
        values["republished_from"] = None
    return Metadata(
        values["title"], values["author"], values["outlet"], published.period if published else None,
        values["republished_from"], values["language"],
        tuple(hit.evidence for field, hit in first.items() if hit and values[field] is not None),
    )  # fmt: skip


_FIELDS = ("title", "author", "outlet", "published", "republished_from", "language")


def _from_bibliography(title: str | None, works: Mapping[str, WorkRow], dates: DateReader) -> list[_Found]:
    """What the codebook knows of a publication with this title; it only fills what the text leaves open."""
    work = works.get(slug(title)) if title else None
    if work is None:
        return []
    reason = "the codebook lists a publication of this title"
    found = [_Found("outlet", work.outlet, Evidence("outlet", work.outlet, reason))]
    if work.author:
        found.append(_Found("author", work.author, Evidence("author", work.author, reason)))
    if work.published and (period := dates.read(work.published.isoformat())):
        found.append(_Found("published", _written(period), Evidence("published", _written(period), reason), period))
    return found


def _given(given: Sequence[Given], number: int, title: str | None) -> list[_Found]:
    found = []
    for entry in given:
        if not entry.concerns(number, title):
            continue
        for field in _FIELDS:
            value = getattr(entry, field)
            if value is None:
                continue
            period = value if isinstance(value, Period) else None
            words = _written(period) if period else str(value)
            found.append(_Found(field, words, Evidence(field, words, BY_USER), period))
    return found


def _stated(stated: Sequence[Evidence], url: str | None, furniture: Furniture, dates: DateReader) -> list[_Found]:
    """What the container states; an outlet known by its address goes before an unknown one of a tag or column."""
    at_address = _from_address(url, furniture)
    found = []
    for evidence in stated:
        if evidence.field == "outlet":
            known = furniture.outlets.named(evidence.value)
            name = known.name if known else evidence.value
            hit = _Found("outlet", name, Evidence("outlet", name, evidence.reason))
            found += [hit] if known else [*at_address, hit]
            continue
        period = dates.read(evidence.value) if evidence.field == "published" else None
        if evidence.field == "author" and furniture.is_paper(evidence.value):
            found.append(_Found("outlet", evidence.value, replace(evidence, field="outlet")))
        elif evidence.field != "published" or period:
            found.append(_Found(evidence.field, evidence.value, evidence, period))
    return [*found, *at_address]


def _blocks_of(layout: Layout, number: int) -> list[Placed]:
    """The blocks that speak of an account: its own, and credits that stand below the last of them."""
    mine = [placed for placed in layout.placed if placed.account == number and placed.reading]
    if number == len(layout.reposts):  # a credit below the text belongs to the article that ends there
        mine += [p for p in layout.placed if p.account is None and p.reading and p.reading.role is Role.CREDIT]
    return mine


def _shown(text: str, placed: Placed, furniture: Furniture, dates: DateReader) -> list[_Found]:
    block, reading = placed.block, placed.reading
    assert reading is not None
    found = []
    if reading.role is Role.TITLE:
        found.append(_hit(text, block, "title", block.shown, "the headline"))
    if reading.author:
        found.append(_hit(text, block, "author", reading.author, "the byline"))
    if reading.outlet:
        field = "republished_from" if reading.role is Role.CREDIT else "outlet"
        reason = {Role.CREDIT: "the credit to who published first", Role.BYLINE: "named in the byline"}
        known = furniture.outlets.named_at_start(reading.outlet)
        name = known.name if known else reading.outlet.strip(" .,")
        found.append(_hit(text, block, field, name, reason.get(reading.role, "named in the head"), reading.outlet))
    if reading.date and (period := dates.read(reading.date)):
        at = span_of(text, block, reading.date)
        period = Period(period.start, period.end, period.precision, at.text, at.start, at.end)
        reason_of_date = "the date first published" if reading.role is Role.CREDIT else "the date line"
        found.append(
            _Found("published", _written(period), Evidence("published", _written(period), reason_of_date, at), period)
        )
    return found


def _from_tail(text: str, layout: Layout, furniture: Furniture) -> list[_Found]:
    """What the lines below an article tell of its page: a title in the comment line, the host, the copyright."""
    found: list[_Found] = []
    for placed in layout.placed:
        reading, block = placed.reading, placed.block
        if placed.account is not None or reading is None:
            continue
        if reading.role is Role.COMMENTS and reading.title and len(reading.title.split()) > 1:
            found.append(_hit(text, block, "title", reading.title, "named in the line above the comments"))
        if reading.role in (Role.BIO, Role.BYLINE) and reading.author:
            found.append(_hit(text, block, "author", reading.author, "the note below the text"))
    for placed in layout.placed:
        if placed.account is None and placed.reading and placed.reading.role is not Role.CAPTION:
            found += _from_hosts(text, placed.block, placed.reading, furniture)
    return found


def _from_hosts(text: str, block: Block, reading: Reading, furniture: Furniture) -> list[_Found]:
    for host in (*block.hosts, *block.mail_hosts):
        if outlet := furniture.outlets.at(host):
            return [_hit(text, block, "outlet", outlet.name, f"the closing lines point to {host}, its site", host)]
        if reading.role is Role.CONTACT and host in block.hosts and not furniture.is_platform(host):
            return [_hit(text, block, "outlet", host, "the closing lines point to this site, unknown to the codebook")]
    return []


def _from_opening(text: str, layout: Layout, number: int, furniture: Furniture, dates: DateReader) -> list[_Found]:
    """A full date with which the words of an article begin, as agencies and archives run it in."""
    block = next((p.block for p in layout.of_account(number) if p.kind.read), None)
    if block is None:
        return []
    until = min(block.end, block.start + _OPENING)
    match = furniture.date.search(text, block.start, until)
    wire = None if match else dates.of_wire(text, block.start, until)
    if match is not None:
        start, end, period = match.start(), match.end(), dates.read(match[0])
    elif wire is not None:
        start, end, period = wire.start, wire.end, wire.period()
    else:
        return []
    before = text[block.start : start].split()
    if len(before) > _BEFORE_DATE and not before[-1][:1].isupper():
        return []  # a date within a sentence
    if period is None or period.precision is not Precision.DAY:
        return []
    at = Span(start, end, text[start:end])
    period = Period(period.start, period.end, period.precision, at.text, at.start, at.end)
    evidence = Evidence("published", _written(period), "the date with which the text begins", at)
    return [_Found("published", _written(period), evidence, period)]


def _from_address(url: str | None, furniture: Furniture) -> list[_Found]:
    outlet = furniture.outlets.at(url)
    if not outlet:
        return []
    return [_Found("outlet", outlet.name, Evidence("outlet", outlet.name, f"its address, {url}"))]


def _from_announcement(text: str, layout: Layout, number: int, dates: DateReader) -> list[_Found]:
    """What the host says of the article that it carries."""
    repost = layout.reposts[number - 1]
    if repost.source is None or repost.announced is None:
        return []
    block = layout.placed[repost.announced].block
    reason = "named where the article is announced"
    found = []
    if repost.source.outlet:
        found.append(_hit(text, block, "outlet", repost.source.outlet, reason))
    if repost.source.author:
        found.append(_hit(text, block, "author", repost.source.author, reason))
    if repost.source.date and (period := dates.read(repost.source.date)):
        at = span_of(text, block, repost.source.date)
        period = Period(period.start, period.end, period.precision, at.text, at.start, at.end)
        found.append(_Found("published", _written(period), Evidence("published", _written(period), reason, at), period))
    return found


def _settle_outlets(found: list[_Found]) -> list[_Found]:
    """Of two outlets in a head, the one that a credit names as the first publisher is not the page's own."""
    first = {hit.value for hit in found if hit.field == "republished_from"}
    if not first:
        return found
    own = [hit for hit in found if hit.field == "outlet" and hit.value not in first]
    return [hit for hit in found if hit.field != "outlet" or hit.value not in first] if own else found


def _hit(text: str, block: Block, field: str, value: str, reason: str, words: str | None = None) -> _Found:
    return _Found(field, value, Evidence(field, value, reason, span_of(text, block, words or value)))


def _written(period: Period) -> str:
    start, end = period.start, period.end
    if start == end and start:
        return start.isoformat()
    return f"{start.isoformat() if start else '..'}/{end.isoformat() if end else '..'}"
