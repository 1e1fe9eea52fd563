"""Documents made of a set's plain texts, read once per run, for the scorers of linking and comparing."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from testimonia import codebook
from testimonia.codebook import Codebook
from testimonia.compare import Comparison, compare
from testimonia.ingest.piece import Piece
from testimonia.ingest.receive import assemble
from testimonia.link import Linked, link
from testimonia.model.claim import Claim
from testimonia.model.document import Account, Document, Section, SectionKind
from testimonia.model.period import Basis, Period


@dataclass(frozen=True, slots=True)
class Corpus:
    """Accounts with their claims and documents; an account's id is its document's id, the id in the set."""

    accounts: tuple[Account, ...]
    claims: tuple[Claim, ...]
    documents: Mapping[str, Document]

    def linked(self) -> Linked:
        """What linking finds in the corpus."""
        return link(self.accounts, self.claims, self.documents, book())

    def compared(self, linked: Linked) -> Comparison:
        """What comparing finds in the corpus."""
        return compare(linked, self.accounts, self.claims, book())


def book() -> Codebook:
    """The built-in codebook."""
    return codebook.load()


def document(identifier: str, text: str, *, title: str | None = None, outlet: str | None = None,
             published: str | None = None) -> Document:  # fmt: skip
    """A document that is all body, published on the ISO day ``published`` if that is one."""
    try:
        day = date.fromisoformat(published) if published else None
    except ValueError:
        day = None
    account = Account(
        identifier, identifier, title, None, outlet, Period(day, day), Basis.STATED if day else Basis.UNKNOWN, "en"
    )
    sections = (Section(SectionKind.BODY, 0, len(text), identifier),)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Document(identifier, sha256, "text/plain", text, None, None, sections, (account,), "en")


def page(record: Mapping[str, Any]) -> Document:
    """The document of a web page (``id``, ``text``, ``outlet``, ``date``), with the day it prints if none is given."""
    made = document(record["id"], record["text"], outlet=record["outlet"], published=record["date"])
    if made.accounts[0].published.known:
        return made
    piece = Piece(record["text"].encode(), record["text"], made.media_type, "")
    printed = assemble(piece, made.sha256, made.id, book()).accounts[0]
    if printed.published_basis is not Basis.STATED:
        return made
    account = replace(made.accounts[0], published=printed.published, published_basis=Basis.STATED)
    return replace(made, accounts=(account,))


def of_fakes(record: Mapping[str, Any]) -> Document:
    """The document of a line of FA-KES, dated by its own text where that tells a day."""
    published = record["date_in_text"] or record["date_given"]
    return document(record["id"], record["text"], title=record["title"], outlet=record["outlet"], published=published)


def read(documents: Sequence[Document]) -> Corpus:
    """The corpus of ``documents`` with all claims read from them."""
    from testimonia.read import reader

    claims = tuple(claim for document in documents for claim in reader.read(document, book()))
    accounts = tuple(account for document in documents for account in document.accounts)
    return Corpus(accounts, claims, {document.id: document for document in documents})
