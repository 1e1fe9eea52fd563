"""Word documents: paragraphs and table rows in their order, the title by its style.

What always holds: nothing is unpacked before the archive's directory has shown it to be of a sane size.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from testimonia.ingest.formats.words import format_words
from testimonia.ingest.limits import check_zip
from testimonia.ingest.mojibake import repair
from testimonia.ingest.piece import Mark, Piece, Refusal, Source
from testimonia.model.document import Evidence, SectionKind
from testimonia.model.errors import InputError


@dataclass(frozen=True, slots=True)
class Docx:
    """Zip archives that hold ``word/document.xml``."""

    name: str = "testimonia.docx.1"

    def recognises(self, source: Source) -> bool:
        """By the archive's directory; a broken one by its name."""
        if not source.head.startswith(b"PK\x03\x04"):
            return False
        try:
            with source.open() as stream, zipfile.ZipFile(stream) as archive:
                return "word/document.xml" in archive.namelist()
        except (zipfile.BadZipFile, OSError, ValueError):
            return source.extension == ".docx"

    def pieces(self, source: Source) -> Iterator[Piece | Refusal]:
        """The whole file as one piece. Raises ``InputError`` where it is damaged or empty."""
        content = source.content()
        try:
            with zipfile.ZipFile(BytesIO(content)) as archive:
                check_zip(archive)
            document = _opened(content)
        except (zipfile.BadZipFile, KeyError, ValueError) as error:
            raise InputError("is a damaged Word document; open and save it again") from error
        lines = list(_lines(document))
        text = "\n\n".join(line for line, _ in lines)
        if not text.strip():
            raise InputError("is a Word document without text; nothing to read")
        mended = repair(text)
        marks = _title_mark(lines) if len(mended.text) == len(text) else ()
        yield Piece(
            content, mended.text, _MEDIA_TYPE, self.name, url=source.url, stated=_stated(document), marks=marks,
            notices=mended.notices,
        )  # fmt: skip


_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _opened(content: bytes) -> Any:
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import XMLSyntaxError

    try:
        return Document(BytesIO(content))
    except (PackageNotFoundError, XMLSyntaxError) as error:
        raise InputError("is a damaged Word document; open and save it again") from error


def _lines(document: Any) -> Iterator[tuple[str, str]]:
    """Each paragraph or table row that has words, with the name of its style in lower case."""
    from docx.table import Table

    for element in document.iter_inner_content():
        if isinstance(element, Table):
            for row in element.rows:
                cells = dict.fromkeys(cell.text.strip() for cell in row.cells)
                if words := " | ".join(cell.replace("\n", " ") for cell in cells if cell):
                    yield words, "table"
        elif words := element.text.strip():
            yield words, (element.style.name or "").lower() if element.style else ""


def _title_mark(lines: list[tuple[str, str]]) -> tuple[Mark, ...]:
    at = 0
    for words, style in lines[:10]:
        if style in format_words().title_styles and "\n" not in words:
            return (Mark(SectionKind.HEADLINE, at, at + len(words)),)
        at += len(words) + 2
    return ()


def _stated(document: Any) -> tuple[Evidence, ...]:
    about = document.core_properties
    found = []
    for field, value in (("title", about.title), ("author", about.author)):
        if value and value.strip() and value.strip().lower() not in format_words().unstated_word:
            found.append(Evidence(field, value.strip(), "the document's own properties"))
    return tuple(found)


FORMAT = Docx()
