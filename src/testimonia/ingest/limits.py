"""How much one input may cost: sizes, depths and ratios beyond which it is refused, and reading within them.

What always holds: nothing that goes through here takes more memory than ``DOCUMENT_BYTES`` for one document, and
an archive is refused before it is unpacked where its directory already gives it away.
"""

from __future__ import annotations

import re
import zipfile
from typing import IO

from testimonia.model.errors import InputError

DOCUMENT_BYTES = 20_000_000  # a 3,000-page book is about 6 MB of text
HTML_ELEMENTS = 200_000  # the longest live blogs seen have some 60,000
HTML_ATTRIBUTES = 5_000  # of one element; libxml2 compares each with all before it
HTML_DEPTH = 400  # news pages stay below 60; libxml2 itself stops at 256 without its option for huge trees
PDF_PAGES = 5_000
EXPANSION = 200  # times; English text compresses four- to tenfold, pages of repeated markup to about fiftyfold
EXPANDED_FREE = 50_000_000  # bytes that may be unpacked before the ratio is looked at

_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9:-]*+)[^<>]*?(/?)>")
_LONG_TAG = re.compile(rb"<[^<]{%d,}+" % (2 * HTML_ATTRIBUTES))
_QUOTED = re.compile(rb"\"[^\"]*\"|'[^']*'")
# Elements without an end tag, or whose end tag HTML lets one leave out: they do not nest by being left open.
_OPEN_ENDED = frozenset(
    b"area base br col embed hr img input link meta param source track wbr p li dt dd option tr td th tbody thead "
    b"tfoot colgroup rp rt optgroup".split()
)


def read_capped(stream: IO[bytes], limit: int) -> bytes:
    """Up to ``limit`` bytes of ``stream``. Raises ``InputError`` where there are more."""
    parts: list[bytes] = []
    held = 0
    while chunk := stream.read(min(1 << 20, limit + 1 - held)):
        parts.append(chunk)
        held += len(chunk)
        if held > limit:
            raise InputError(f"unpacks to more than {limit // 1_000_000} MB, the limit for one document; split it")
    return b"".join(parts)


def check_html(content: bytes) -> None:
    """Raises ``InputError`` for markup nested or repeated far beyond any page that people read."""
    depth = elements = 0
    for tag in _TAG.finditer(content):
        if tag[2].lower() in _OPEN_ENDED or tag[3]:
            elements += 1
        elif tag[1]:
            depth = max(0, depth - 1)
        else:
            depth += 1
            elements += 1
        if depth > HTML_DEPTH:
            raise InputError(f"nests its HTML more than {HTML_DEPTH} deep, like a bomb; save the page as plain text")
        if elements > HTML_ELEMENTS:
            raise InputError(f"holds more than {HTML_ELEMENTS:,} HTML elements; save the page as plain text")
    for tag in _LONG_TAG.finditer(content):
        if len(_QUOTED.sub(b"", tag[0]).partition(b">")[0].split()) > HTML_ATTRIBUTES:
            raise InputError(f"gives one HTML element more than {HTML_ATTRIBUTES:,} attributes, like a bomb;"
                             " save the page as plain text")  # fmt: skip


def check_zip(archive: zipfile.ZipFile) -> None:
    """Raises ``InputError`` where the directory of ``archive`` promises far more bytes than it takes."""
    packed = expanded = 0
    for member in archive.infolist():
        packed += member.compress_size
        expanded += member.file_size
        check_expansion(packed, expanded)


def check_expansion(packed: int, expanded: int) -> None:
    """Raises ``InputError`` where ``packed`` bytes have become so many that it must be a zip bomb."""
    if expanded > EXPANDED_FREE and expanded > EXPANSION * max(packed, 1):
        raise InputError(f"unpacks to more than {EXPANSION} times its size, like a zip bomb; it was not unpacked")
