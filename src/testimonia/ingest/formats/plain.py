"""Plain text and Markdown: the text is the decoded file unchanged, so that offsets are the file's own.

What always holds: ``text`` differs from the bytes by their encoding alone, save a byte order mark.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from testimonia.ingest.encoding import decode
from testimonia.ingest.mojibake import inspect
from testimonia.ingest.piece import Piece, Refusal, Source
from testimonia.model.errors import InputError

_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")


@dataclass(frozen=True, slots=True)
class PlainText:
    """Whatever is text and nothing else."""

    name: str = "testimonia.plain.1"

    def recognises(self, source: Source) -> bool:
        """Always: it is asked last, and refuses what is no text."""
        return True

    def pieces(self, source: Source) -> Iterator[Piece | Refusal]:
        """The whole file as one piece. Raises ``InputError`` for what is no text."""
        if misnamed := _EXPECTED.get(source.extension):
            raise InputError(f"is named {source.extension} but holds no {misnamed}; it may be damaged: fetch it again")
        content = source.content()
        decoded = decode(content)
        if not decoded.text.strip():
            raise InputError("is empty; nothing to read")
        media_type = "text/markdown" if source.extension in _MARKDOWN else "text/plain"
        yield Piece(
            content, decoded.text, media_type, self.name, url=source.url,
            notices=(*decoded.notices, *inspect(decoded.text).notices),
        )  # fmt: skip


_EXPECTED = {
    ".pdf": "PDF",
    ".docx": "Word document",
    ".doc": "Word document of a kind that can be read (save it as DOCX)",
    ".warc": "web archive",
    ".gz": "web archive",
    ".wacz": "web archive",
    ".zip": "web archive (unpack it first)",
}

FORMAT = PlainText()
