"""Web archives (WARC, plain or gzipped): one page fetched, one document.

What always holds: one record is in memory at a time and never more than one document may hold; an archive that
unpacks beyond reason is refused where that shows; what is no page or text (pictures, scripts) is passed by.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, BinaryIO

from testimonia.ingest import registry
from testimonia.ingest.limits import DOCUMENT_BYTES, check_expansion, read_capped
from testimonia.ingest.piece import Piece, Refusal, Source, of_bytes
from testimonia.model.document import Evidence
from testimonia.model.errors import InputError

_GZIP = b"\x1f\x8b"
_READ = ("text/html", "application/xhtml", "text/plain", "text/markdown", "application/pdf", "message/rfc822")


@dataclass(frozen=True, slots=True)
class Warc:
    """Files of ISO 28500."""

    name: str = "testimonia.warc.1"

    def recognises(self, source: Source) -> bool:
        """By the version line that every record begins with, unpacked where need be."""
        head = source.head
        if head.startswith(_GZIP):
            try:
                head = zlib.decompressobj(wbits=31).decompress(head, 64)
            except zlib.error:
                return False
        return head.startswith(b"WARC/")

    def pieces(self, source: Source) -> Iterator[Piece | Refusal]:
        """One piece or refusal for each page. Raises ``InputError`` for a bomb and where no page is found."""
        with source.open() as stream:
            yield from pieces_of_archive(stream, source, self.name)


def pieces_of_archive(
    stream: BinaryIO, source: Source, format_name: str, within: str = ""
) -> Iterator[Piece | Refusal]:
    """The pages of the archive in ``stream``; ``within`` names the member of a larger archive that it is."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    number = found = expanded = 0
    counted = _Counted(stream)
    try:
        for record in ArchiveIterator(counted):
            number += 1
            kind = (record.http_headers.get_header("Content-Type") or "") if record.http_headers else ""
            if not _is_page(record, kind):
                continue
            found += 1
            suffix = f"#{within}record={number}"
            try:
                payload = read_capped(record.content_stream(), DOCUMENT_BYTES)
            except InputError as error:
                check_expansion(counted.count, expanded + DOCUMENT_BYTES * 3)
                yield Refusal(f"{source.name}{suffix}", str(error))
                continue
            if getattr(record.raw_stream, "limit", 0) > 0:
                yield Refusal(
                    f"{source.name}{suffix}", "is cut off in the middle of this page; fetch the archive again"
                )
                continue
            expanded += len(payload)
            check_expansion(counted.count, expanded)
            yield from _page(record, payload, kind, source, suffix, format_name)
    except (ArchiveLoadFailed, EOFError, zlib.error, gzip.BadGzipFile, OSError, ValueError) as error:
        if not found:
            raise InputError("is a damaged web archive; fetch it again") from error
        yield Refusal(source.name, f"is cut off or damaged after record {number}; what came before was read")
        return
    if not found:
        raise InputError("is a web archive without a page or text; nothing to read")


def _is_page(record: Any, kind: str) -> bool:
    if record.rec_type == "resource":
        kind = record.rec_headers.get_header("Content-Type") or ""
    elif record.rec_type != "response" or not _succeeded(record):
        return False
    return kind.lower().startswith(_READ)


def _succeeded(record: Any) -> bool:
    return bool(record.http_headers) and str(record.http_headers.get_statuscode()).startswith("2")


def _page(
    record: Any, payload: bytes, kind: str, source: Source, suffix: str, format_name: str
) -> Iterator[Piece | Refusal]:
    url = record.rec_headers.get_header("WARC-Target-URI")
    fetched = str(record.rec_headers.get_header("WARC-Date") or "")[:10]
    inner = of_bytes(payload, f"{source.name}{suffix}", kind.split(";", maxsplit=1)[0].strip().lower(), url)
    try:
        for piece in registry.format_of(inner).pieces(inner):
            if isinstance(piece, Refusal):
                yield piece
                continue
            seen = (Evidence("fetched", fetched, "the archive's record of when it was fetched"),) if fetched else ()
            yield replace(
                piece, suffix=suffix + piece.suffix, url=url or piece.url, stated=(*piece.stated, *seen),
                format=f"{format_name}+{piece.format}",
            )  # fmt: skip
    except InputError as error:
        yield Refusal(f"{source.name}{suffix}", str(error))


class _Counted:
    """A stream that counts what was read from it, for telling how far an archive expands."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.count = 0

    def read(self, size: int = -1) -> bytes:
        chunk = self._stream.read(size)
        self.count += len(chunk)
        return chunk

    def tell(self) -> int:
        return self.count

    def close(self) -> None:
        self._stream.close()


FORMAT = Warc()
