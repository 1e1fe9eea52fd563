from __future__ import annotations

from io import BytesIO
from pathlib import Path

from testimonia.codebook.codebook import Codebook
from testimonia.model.document import SectionKind
from tests.ingest.reading import document_of, words
from tests.ingest.texts import FIRST, SECOND, THIRD


def pdf(*pages: list[str], running: str = "", title: str = "") -> bytes:
    """A PDF with one list of paragraphs to a page, a running head and a page number."""
    from reportlab.lib.pagesizes import A5
    from reportlab.lib.utils import simpleSplit
    from reportlab.pdfgen.canvas import Canvas

    stream = BytesIO()
    canvas = Canvas(stream, pagesize=A5)
    if title:
        canvas.setTitle(title)
    for number, paragraphs in enumerate(pages, 1):
        y = 560.0
        canvas.setFont("Times-Roman", 11)
        if running:
            canvas.drawString(40, 580, running)
        for paragraph in paragraphs:
            for line in simpleSplit(paragraph, "Times-Roman", 11, 340):
                canvas.drawString(40, y, line)
                y -= 14
            y -= 12
        canvas.drawString(200, 20, str(number))
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def test_lines_become_paragraphs_again(tmp_path: Path, river: Codebook) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf([FIRST, SECOND]))
    document = document_of(path, river)
    assert document.media_type == "application/pdf"
    assert document.text.startswith(f"{FIRST}\n\n{SECOND}")


def test_running_heads_and_page_numbers_are_boilerplate(tmp_path: Path, river: Codebook) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf([FIRST], [SECOND], [THIRD], running="The River War, a report"))
    document = document_of(path, river)
    assert words(document, SectionKind.BOILERPLATE).split("\n").count("The River War, a report") == 3
    assert "The River War" not in words(document, SectionKind.BODY)
    assert THIRD in words(document, SectionKind.BODY)


def test_the_title_of_the_files_own_record_is_used(tmp_path: Path, river: Codebook) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf([FIRST, SECOND], title="Guns at the bridge"))
    account = document_of(path, river).accounts[0]
    assert account.title == "Guns at the bridge"
    assert any("own record" in one.reason for one in account.evidence)


def test_a_pdf_named_txt_is_read_as_a_pdf(tmp_path: Path, river: Codebook) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(pdf([FIRST, SECOND]))
    assert document_of(path, river).media_type == "application/pdf"
