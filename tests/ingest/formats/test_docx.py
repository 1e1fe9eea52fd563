from __future__ import annotations

from pathlib import Path

from testimonia.codebook.codebook import Codebook
from testimonia.model.document import SectionKind
from tests.ingest.reading import document_of, words
from tests.ingest.texts import FIRST, SECOND


def test_paragraphs_tables_and_the_title_are_read_in_order(tmp_path: Path, river: Codebook) -> None:
    from docx import Document

    made = Document()
    made.add_heading("Guns at the bridge", 0)
    made.add_paragraph(FIRST)
    table = made.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Granary", "4 wounded"
    made.add_paragraph(SECOND)
    made.core_properties.author = "Jane Doe"
    made.save(str(tmp_path / "a.docx"))
    document = document_of(tmp_path / "a.docx", river)
    assert document.text == f"Guns at the bridge\n\n{FIRST}\n\nGranary | 4 wounded\n\n{SECOND}"
    assert words(document, SectionKind.HEADLINE) == "Guns at the bridge"
    assert document.accounts[0].author == "Jane Doe"
