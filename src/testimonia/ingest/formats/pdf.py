"""PDF: the text layer of its pages, lines joined to paragraphs by the white space between them.

What always holds: pages come in order, two blank-line paragraphs never share a line, and a file that is encrypted,
cut off or only pictures is refused with a line that says which.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

from testimonia.ingest.formats.words import format_words
from testimonia.ingest.limits import PDF_PAGES
from testimonia.ingest.mojibake import repair
from testimonia.ingest.piece import Mark, Piece, Refusal, Source
from testimonia.model.document import Evidence, SectionKind
from testimonia.model.errors import InputError

_GAP = 1.45  # times the usual distance of lines: more is the space between paragraphs; set on single-spaced reports
_HYPHEN = "\ufffe"  # what PDFium writes for a hyphen at the end of a line
_PASSWORD_ERROR = 4  # FPDF_ERR_PASSWORD


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Pdf:
    """Files that begin with ``%PDF-``, within their first kilobyte."""

    name: str = "testimonia.pdf.1"

    def recognises(self, source: Source) -> bool:
        """By signature."""
        return b"%PDF-" in source.head[:1024]

    def pieces(self, source: Source) -> Iterator[Piece | Refusal]:
        """The whole file as one piece. Raises ``InputError`` where it cannot be opened or has no text."""
        content = source.content()
        if b"%%EOF" not in content[-4096:]:
            raise InputError("is a PDF that is cut off (its end is missing); fetch it again")
        document = _opened(content)
        try:
            if len(document) > PDF_PAGES:
                raise InputError(f"has {len(document)} pages, more than {PDF_PAGES}; split it")
            pages = [_lines(document[number]) for number in range(len(document))]
            about = document.get_metadata_dict()
        finally:
            document.close()
        text, furniture = _joined(pages)
        if len(text.split()) < 3:
            raise InputError("is a PDF without a text layer (pictures of pages); run text recognition on it first")
        mended = repair(text)
        if len(mended.text) != len(text):
            furniture = ()  # its offsets would no longer hold
        yield Piece(
            content, mended.text, "application/pdf", self.name, url=source.url, stated=_stated(about),
            marks=furniture, notices=mended.notices,
        )  # fmt: skip


def _opened(content: bytes) -> Any:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD_ERROR or "password" in str(error).lower():
            raise InputError("is an encrypted PDF; save it without its password and give it again") from error
        raise InputError("is a damaged PDF that cannot be opened; fetch it again") from error


def _lines(page: Any) -> list[_Line]:
    """The lines of a page from its text layer with their heights on the page, in points."""
    layer = page.get_textpage()
    try:
        text = layer.get_text_range()
        lines = []
        for match in re.finditer(r"[^\r\n]+", text):
            words = match[0].strip()
            if not words:
                continue
            first = match.start() + len(match[0]) - len(match[0].lstrip())
            _, bottom, _, top = (
                layer.get_charbox(first, loose=True) if len(text) == layer.count_chars() else (0, 0, 0, 0)
            )
            lines.append(_Line(words, top, bottom))
        return lines
    finally:
        layer.close()
        page.close()


def _joined(pages: list[list[_Line]]) -> tuple[str, tuple[Mark, ...]]:
    """One text of all pages, a blank line between paragraphs and pages, with running heads and numbers marked."""
    running = _running_heads(pages)
    parts: list[str] = []
    marks: list[Mark] = []
    length = 0
    for lines in pages:
        usual = _usual_distance(lines)
        for number, line in enumerate(lines):
            edge = number in (0, 1, len(lines) - 1, len(lines) - 2)
            furniture = edge and (line.text in running or _page_number().fullmatch(line.text) is not None)
            before = lines[number - 1] if number else None
            glue = _glue(parts, before, line, usual) if parts else ""
            if furniture or (marks and marks[-1].end == length):
                glue = "\n\n" if parts else ""
            if glue == _HYPHEN:
                parts[-1] = parts[-1][:-1]
                length -= 1
                glue = ""
            words = line.text
            start = length + len(glue)
            parts += [glue, words] if glue else [words]
            length = start + len(words)
            if furniture:
                marks.append(Mark(SectionKind.BOILERPLATE, start, length))
    text = "".join(parts).replace(_HYPHEN, "-")
    return text, tuple(marks)


def _glue(parts: list[str], before: _Line | None, line: _Line, usual: float) -> str:
    """What to put between a line and the one before it."""
    if before is None:
        return "\n\n"
    if before.text.endswith(_HYPHEN):
        return _HYPHEN
    distance = before.top - line.top
    size = abs((before.top - before.bottom) - (line.top - line.bottom))
    if usual and (distance > _GAP * usual or distance < 0 or size > 1.5):
        return "\n\n"
    return " "


def _usual_distance(lines: list[_Line]) -> float:
    distances = [a.top - b.top for a, b in pairwise(lines) if a.top > b.top]
    return sorted(distances)[len(distances) // 3] if distances else 0.0


@lru_cache(maxsize=1)
def _page_number() -> re.Pattern[str]:
    """A line that only numbers its page: "Page 3 of 12", "- 3 -"."""
    page, of = ("|".join(map(re.escape, words)) for words in (format_words().page, format_words().page_of))
    return re.compile(rf"(?:(?:{page})\s+)?[-–—|\s]*\d{{1,4}}[-–—|\s]*(?:(?:{of}|/)\s*\d{{1,4}})?", re.IGNORECASE)


def _running_heads(pages: list[list[_Line]]) -> frozenset[str]:
    """Lines that stand at the top or foot of three pages or more."""
    if len(pages) < 3:
        return frozenset()
    edges = Counter(text for lines in pages for text in {line.text for line in [*lines[:2], *lines[-2:]]})
    return frozenset(text for text, number in edges.items() if number >= 3)


def _stated(about: dict[str, str]) -> tuple[Evidence, ...]:
    """Title and author of the PDF's own record; its date is that of the file, not of publication, so it is left."""
    found = []
    for key, field in (("Title", "title"), ("Author", "author")):
        value = " ".join(about.get(key, "").split())
        if value and value.lower() not in format_words().unstated and " " in value:
            found.append(Evidence(field, value, f"the PDF's own record ({key})"))
    return tuple(found)


FORMAT = Pdf()
