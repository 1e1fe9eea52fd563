"""From one file to documents: format, text, sections, accounts, dates, language, in that order.

What always holds: nothing a file holds stops the reading of others - whatever cannot be used becomes a ``Refusal``
with one line - and the same bytes with the same codebook give the same document.
"""

from __future__ import annotations

import datetime
import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from testimonia.codebook.codebook import Codebook
from testimonia.ingest import language, piece, registry
from testimonia.ingest.bounds import Bound, Side
from testimonia.ingest.datelines import date_reader
from testimonia.ingest.dating import Dated, date_by_evidence
from testimonia.ingest.furniture import furniture_of
from testimonia.ingest.metadata import BY_USER, Metadata, describe
from testimonia.ingest.piece import Piece, Received, Refusal
from testimonia.ingest.sections import Layout, account_id, lay_out, sections
from testimonia.ingest.sidecar import Given, Sidecar, sidecar_for
from testimonia.model.document import Account, Document, Evidence
from testimonia.model.errors import InputError
from testimonia.model.period import Basis, Period


def receive(
    path: Path,
    codebook: Codebook,
    *,
    date: datetime.date | Period | None = None,
    columns: Mapping[str, str] | None = None,
    meta: Path | None = None,
) -> Iterator[Received | Refusal]:
    """The documents in the file at ``path``, one after the other, and a refusal for each that cannot be used.

    ``date`` is the day of publication of the document's own account, over whatever the text says. ``columns`` maps
    fields to columns of a table (``{"text": "article"}``). ``meta`` is a file about the accounts; without it, one
    named ``testimonia.yaml`` or ``testimonia.csv`` beside ``path`` is used. Raises ``InputError`` only for a faulty
    ``meta`` file.
    """
    sidecar = sidecar_for(path, meta)
    try:
        source = piece.of_path(path, columns)
        for found in registry.format_of(source).pieces(source):
            if isinstance(found, Refusal):
                yield found
            else:
                yield _received(found, path, codebook, date, sidecar)
    except InputError as error:
        yield Refusal(str(path), str(error))
    except PermissionError:
        yield Refusal(str(path), "no permission to read it; change its rights or run as its owner")
    except FileNotFoundError:
        yield Refusal(str(path), "no such file; check the name")
    except IsADirectoryError:
        yield Refusal(str(path), "is a folder, not a file; give it to `collect` to read what is in it")
    except OSError as error:
        yield Refusal(str(path), f"cannot be read ({error.strerror or error}); check the disk and try again")
    except (RecursionError, MemoryError):
        yield Refusal(str(path), "is nested or large beyond what can be read; save its words as plain text")


def _received(
    found: Piece, path: Path, codebook: Codebook, date: datetime.date | Period | None, sidecar: Sidecar
) -> Received:
    sha256 = hashlib.sha256(found.content).hexdigest()
    named = os.fsencode(path).decode("utf-8", "replace")  # a name in an old encoding is kept readable
    where = f"{named}{found.suffix}"
    given = sidecar.about(path, found.suffix)
    if date is not None:
        period = date if isinstance(date, Period) else Period(date, date)
        given = (Given(path=path.name, account=0, published=period), *given)
    document = assemble(found, sha256, where, codebook, given)
    return Received(document, found.content, where, found.url, found.format)


def assemble(found: Piece, sha256: str, where: str, codebook: Codebook, given: Sequence[Given] = ()) -> Document:
    """The document that a piece is: its sections, its accounts with metadata and dates, its language."""
    identifier = sha256[:16]
    furniture = furniture_of(codebook)
    dates = date_reader(codebook)
    layout = lay_out(found.text, furniture, found.marks)
    described = [
        describe(
            found.text, layout, number, furniture, dates, stated=found.stated if number == 0 else (),
            url=found.url if number == 0 else None, given=given, works=codebook.works,
        )
        for number in range(len(layout.reposts) + 1)
    ]  # fmt: skip
    accounts = []
    for number, metadata in enumerate(described):
        dated = _dated(found, layout, number, described, codebook)
        own = _words(found.text, layout, number)
        accounts.append(_account(identifier, number, metadata, dated, metadata.language or language.identify(own)))
    foreign = dict.fromkeys(account.language for account in accounts)
    notices = [*found.notices, *(line for code in foreign if (line := language.notice(code)))]
    return Document(
        identifier, sha256, found.media_type, found.text, where, found.url,
        sections(found.text, layout, identifier), tuple(accounts), accounts[0].language, tuple(notices),
    )  # fmt: skip


def _account(identifier: str, number: int, metadata: Metadata, dated: Dated, code: str) -> Account:
    return Account(
        account_id(identifier, number) or identifier, identifier, metadata.title, metadata.author, metadata.outlet,
        dated.period, dated.basis, code, metadata.republished_from, (*metadata.evidence, *dated.evidence),
    )  # fmt: skip


def _dated(found: Piece, layout: Layout, number: int, described: Sequence[Metadata], codebook: Codebook) -> Dated:
    """The printed or given date, else bounds by evidence."""
    printed = described[number].published
    if printed is not None and printed.known:
        by_user = any(e.field == "published" and e.reason == BY_USER for e in described[number].evidence)
        open_ended = by_user and (printed.start is None or printed.end is None)
        return Dated(printed, Basis.INFERRED if open_ended else Basis.STATED, ())
    blocks = [placed.block for placed in layout.of_account(number) if placed.kind.read]
    outside = _of_carried(described) if number == 0 else []
    outside += _of_fetching(found.stated)
    return date_by_evidence(found.text, blocks, codebook, outside)


def _of_carried(described: Sequence[Metadata]) -> list[Bound]:
    """A text is no older than an article that it carries."""
    bounds = []
    for metadata in described[1:]:
        day = metadata.published.start if metadata.published else None
        if day:
            span = next((e.span for e in metadata.evidence if e.field == "published"), None)
            bounds.append(Bound(Side.EARLIEST, day, f"it carries an article of {day.isoformat()}", span))
    return bounds


def _of_fetching(stated: Sequence[Evidence]) -> list[Bound]:
    """A page is no younger than the day on which it was fetched."""
    return [
        Bound(Side.LATEST, datetime.date.fromisoformat(one.value), f"it was fetched on {one.value}", None)
        for one in stated
        if one.field == "fetched"
    ]


def _words(text: str, layout: Layout, number: int) -> str:
    own = [placed.block for placed in layout.of_account(number) if placed.kind.read]
    return "\n\n".join(text[block.start : block.end] for block in own)
