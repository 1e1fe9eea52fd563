"""What passes between a format and the rest of ingest: a source of bytes, the pieces found in it, refusals.

What always holds: a piece's ``content`` is what its document is named by, and marks lie within its ``text``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from testimonia.ingest.limits import DOCUMENT_BYTES, read_capped
from testimonia.model.document import Document, Evidence, SectionKind
from testimonia.model.errors import InputError

HEAD_BYTES = 65_536


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that could not be read: ``reason`` is one line that says why and what to do."""

    path: str
    reason: str

    def __str__(self) -> str:
        return f"{shown(self.path)}: {self.reason}"


def shown(path: str) -> str:
    """``path`` on one line, with what cannot be printed in it made visible, so that a name cannot steer a terminal."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in path)


@dataclass(frozen=True, slots=True)
class Received:
    """One document with the bytes it came from.

    ``content`` are the original bytes of which ``document.sha256`` is the digest: the file, the record of a web
    archive, or the canonical JSON of a table's row. ``path`` names where it lay (``file.csv#row=3``), ``format`` the
    versioned name of the format that read it.
    """

    document: Document
    content: bytes
    path: str
    url: str | None
    format: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a piece's text whose kind the format knows from its markup."""

    kind: SectionKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """One text as a format found it.

    ``stated`` are metadata that the container gives outside the text (tags, columns, mail headers), with the fields
    ``title``, ``author``, ``outlet`` and ``published``. ``suffix`` is added to the path, such as ``#row=3``.
    """

    content: bytes
    text: str
    media_type: str
    format: str
    suffix: str = ""
    url: str | None = None
    stated: tuple[Evidence, ...] = ()
    marks: tuple[Mark, ...] = ()
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes to be read: a file on disk or a payload inside another file.

    ``head`` holds the first bytes for telling the format; ``open`` gives a fresh stream from the start; ``columns``
    maps a field (``text``) to the user's name for it (``article``).
    """

    name: str
    head: bytes
    open: Callable[[], BinaryIO]
    size: int | None = None
    media_type: str | None = None
    url: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)

    @property
    def extension(self) -> str:
        """The end of the name in lower case, such as ``.txt``; empty where it has none."""
        return Path(self.name).suffix.lower()

    def content(self) -> bytes:
        """All of it. Raises ``InputError`` where it is empty or longer than one document may be."""
        if self.size is not None and self.size > DOCUMENT_BYTES:
            raise InputError(too_large(self.size))
        with self.open() as stream:
            content = read_capped(stream, DOCUMENT_BYTES)
        if not content.strip():
            raise InputError("is empty; nothing to read")
        return content


def too_large(size: int | None) -> str:
    """The line that refuses a document for its size."""
    found = f"is {size / 1e6:.0f} MB" if size else "is larger than that"
    limit = DOCUMENT_BYTES // 1_000_000
    return f"{found}, and one document may hold {limit} MB; split it, or give its articles as CSV or JSONL"


def of_path(path: Path, columns: Mapping[str, str] | None = None) -> Source:
    """The source that a file is. Raises ``OSError`` where it cannot be opened."""

    def opened() -> BinaryIO:
        return path.open("rb")

    with opened() as stream:
        head = stream.read(HEAD_BYTES)
    return Source(str(path), head, opened, path.stat().st_size, columns=columns or {})


def of_bytes(content: bytes, name: str, media_type: str | None = None, url: str | None = None) -> Source:
    """The source that a payload in memory is."""
    from io import BytesIO

    return Source(name, content[:HEAD_BYTES], lambda: BytesIO(content), len(content), media_type, url)
