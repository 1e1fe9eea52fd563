"""What was received: a document, its sections, and the accounts it carries.

A document's text is extracted once and never changes. An article republished inside another is an account of
its own, so a document carries one account or more; sections that are nobody's claims belong to none.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from testimonia.model.claim import Span
from testimonia.model.period import Basis, Period


class SectionKind(StrEnum):
    """What a stretch of a document is; only headline, body and repost are read for claims."""

    HEADLINE = "headline"
    BYLINE = "byline"
    BODY = "body"
    REPOST = "repost"
    COMMENT = "comment"
    BOILERPLATE = "boilerplate"

    @property
    def read(self) -> bool:
        """Whether an account's claims are read from such a section."""
        return self in (SectionKind.HEADLINE, SectionKind.BODY, SectionKind.REPOST)


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a document of one kind; ``account`` is the id of whose words these are, or ``None``."""

    kind: SectionKind
    start: int
    end: int
    account: str | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a field of the metadata has its value: the words or the tag, and the reasoning in a few words."""

    field: str
    value: str
    reason: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """One voice: an article as its outlet and author published it.

    ``id`` is the document's id for the document's own account, and that id with ``.1``, ``.2`` for reposts.
    ``republished_from`` names the outlet that published first, where the text says so.
    """

    id: str
    document: str
    title: str | None
    author: str | None
    outlet: str | None
    published: Period
    published_basis: Basis
    language: str
    republished_from: str | None = None
    evidence: tuple[Evidence, ...] = ()

    @property
    def label(self) -> str:
        """A short name for tables: outlet, else author, else title, else the id."""
        return self.outlet or self.author or self.title or self.id


@dataclass(frozen=True, slots=True)
class Document:
    """One received text with where it came from.

    ``id`` is the first 16 hex digits of ``sha256``, the digest of the original bytes. ``text`` holds no
    offsets of the original unless ``media_type`` is plain text, where it is the decoded file unchanged.
    """

    id: str
    sha256: str
    media_type: str
    text: str
    path: str | None
    url: str | None
    sections: tuple[Section, ...]
    accounts: tuple[Account, ...]
    language: str
    notices: tuple[str, ...] = field(default=())

    def account(self, identifier: str) -> Account:
        """The account with that id. Raises ``KeyError`` where the document has none such."""
        for account in self.accounts:
            if account.id == identifier:
                return account
        raise KeyError(identifier)
