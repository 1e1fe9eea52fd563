"""Every kind of bad input that concerns ingest: one line with the file and the reason, and the others are read."""

from __future__ import annotations

import os
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from testimonia.codebook.codebook import Codebook
from testimonia.ingest import Received, Refusal, collect, receive
from tests.ingest.formats.test_pdf import pdf
from tests.ingest.formats.test_warc import archive
from tests.ingest.reading import all_of, document_of, written
from tests.ingest.texts import FIRST, SECOND


def refusal_of(path: Path, codebook: Codebook) -> str:
    received, refused = all_of(path, codebook)
    assert received == []
    assert len(refused) == 1
    line = str(refused[0])
    assert "\n" not in line and line.startswith(str(path))
    return line


def made(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n", b"\xef\xbb\xbf \n"])
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.csv", "a.jsonl", "a.eml"])
def test_an_empty_file(tmp_path: Path, river: Codebook, name: str, content: bytes) -> None:
    line = refusal_of(made(tmp_path, name, content), river)
    assert "is empty" in line or "no text column" in line


def test_a_file_of_50_mb(tmp_path: Path, river: Codebook) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as stream:
        stream.write(b"The guns fired again. " * 100)
        stream.truncate(50_000_000)
    line = refusal_of(path, river)
    assert "is 50 MB, and one document may hold 20 MB" in line


def test_a_binary_file_renamed_to_txt(tmp_path: Path, river: Codebook) -> None:
    assert "is not text" in refusal_of(made(tmp_path, "a.txt", b"\x7fELF\x02\x01\x01\x00" + os.urandom(4000)), river)


def test_a_picture(tmp_path: Path, river: Codebook) -> None:
    assert "is not text" in refusal_of(
        made(tmp_path, "a.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(100)), river
    )


def test_a_truncated_pdf(tmp_path: Path, river: Codebook) -> None:
    whole = pdf([FIRST, SECOND], [FIRST], [SECOND])
    assert "PDF that is cut off" in refusal_of(made(tmp_path, "a.pdf", whole[: len(whole) // 2]), river)


def test_a_damaged_pdf(tmp_path: Path, river: Codebook) -> None:
    assert "damaged PDF" in refusal_of(made(tmp_path, "a.pdf", b"%PDF-1.7\nnonsense\n%%EOF\n"), river)


def test_an_encrypted_pdf(tmp_path: Path, river: Codebook) -> None:
    from reportlab.lib import pdfencrypt
    from reportlab.pdfgen.canvas import Canvas

    stream = BytesIO()
    canvas = Canvas(stream, encrypt=pdfencrypt.StandardEncryption("secret", canPrint=0))
    canvas.drawString(40, 500, FIRST[:60])
    canvas.save()
    assert "encrypted PDF; save it without its password" in refusal_of(
        made(tmp_path, "a.pdf", stream.getvalue()), river
    )


def test_a_pdf_of_pictures(tmp_path: Path, river: Codebook) -> None:
    from reportlab.pdfgen.canvas import Canvas

    stream = BytesIO()
    canvas = Canvas(stream)
    canvas.rect(10, 10, 300, 300, fill=1)
    canvas.save()
    assert "without a text layer" in refusal_of(made(tmp_path, "a.pdf", stream.getvalue()), river)


def test_a_text_named_pdf(tmp_path: Path, river: Codebook) -> None:
    assert "is named .pdf but holds no PDF" in refusal_of(written(tmp_path, "a.pdf", FIRST), river)


@pytest.mark.parametrize("bomb", ["<div>" * 100_000, "<b><i>" * 5_000 + "x", "<p>x</p>" * 300_000])
def test_an_html_bomb(tmp_path: Path, river: Codebook, bomb: str) -> None:
    line = refusal_of(written(tmp_path, "a.html", f"<html><body>{bomb}</body></html>"), river)
    assert "HTML" in line and "save the page as plain text" in line


def test_a_zip_bomb_in_a_wacz(tmp_path: Path, river: Codebook) -> None:
    path = tmp_path / "a.wacz"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made_zip,
        made_zip.open("archive/data.warc", "w") as member,
    ):
        for _ in range(100):
            member.write(bytes(1_000_000))
    assert "like a zip bomb; it was not unpacked" in refusal_of(path, river)


def test_a_bomb_in_the_gzip_of_a_wacz(tmp_path: Path, river: Codebook) -> None:
    packed = archive(("https://a.example/1", "text/html", b"<html>" + bytes(60_000_000)))
    path = tmp_path / "a.wacz"
    with zipfile.ZipFile(path, "w") as made_zip:
        made_zip.writestr("archive/data.warc.gz", packed)
    assert "like a zip bomb" in refusal_of(path, river)


def test_a_damaged_wacz(tmp_path: Path, river: Codebook) -> None:
    assert "damaged" in refusal_of(made(tmp_path, "a.wacz", b"PK\x03\x04" + bytes(200)), river)


def test_a_damaged_word_document(tmp_path: Path, river: Codebook) -> None:
    assert "damaged Word document" in refusal_of(made(tmp_path, "a.docx", b"PK\x03\x04" + bytes(200)), river)
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as made_zip:
        made_zip.writestr("word/document.xml", "<broken")
    assert "damaged Word document" in refusal_of(made(tmp_path, "b.docx", stream.getvalue()), river)


def test_a_csv_without_the_text_column(tmp_path: Path, river: Codebook) -> None:
    line = refusal_of(written(tmp_path, "a.csv", f"id,when,words\n1,2021-03-03,{FIRST.split(',')[0]}\n"), river)
    assert "has no text column (it has id, when, words); name it with --column text=NAME" in line


def test_a_csv_without_the_column_that_was_named(tmp_path: Path, river: Codebook) -> None:
    path = written(tmp_path, "a.csv", "id,words\n1,x\n")
    _, refused = all_of(path, river, columns={"text": "article"})
    assert "has no column 'article' for text; it has id, words" in str(refused[0])


def test_a_wrong_encoding_is_read_and_said_where_its_bytes_tell_it(tmp_path: Path, river: Codebook) -> None:
    path = made(tmp_path, "a.txt", f"“{FIRST}”".encode("cp1252"))
    document = document_of(path, river)
    assert document.text == f"“{FIRST}”"
    assert any("cp1252" in notice for notice in document.notices)


def test_a_mark_of_one_encoding_on_bytes_of_another(tmp_path: Path, river: Codebook) -> None:
    assert "save it again as UTF-8" in refusal_of(made(tmp_path, "a.txt", b"\xef\xbb\xbfcaf\xe9 \xff"), river)


def test_a_file_without_rights(tmp_path: Path, river: Codebook, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, "a.txt", FIRST)

    # Root may read anything, so the refusal of the system is played.
    def opened(self: Path, *_: object, **__: object) -> object:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", opened)
    assert "no permission to read it" in refusal_of(path, river)


def test_a_file_that_is_gone(tmp_path: Path, river: Codebook) -> None:
    assert "no such file" in refusal_of(tmp_path / "none.txt", river)


def test_a_folder_given_as_a_file(tmp_path: Path, river: Codebook) -> None:
    assert "is a folder" in refusal_of(tmp_path, river)


def test_a_text_in_another_language_is_kept_with_its_language_and_one_line(tmp_path: Path, river: Codebook) -> None:
    text = "L'armée a bombardé le pont pendant trois jours, et deux familles ont été sorties des caves du grenier."
    document = document_of(written(tmp_path, "a.txt", text), river)
    assert (document.text, document.language) == (text, "fr")
    assert document.notices == ("the text is in another language (fr): kept and searchable, not read",)


def test_the_good_among_the_bad_are_read(tmp_path: Path, river: Codebook) -> None:
    made(tmp_path, "a.pdf", b"%PDF-1.4 cut")
    written(tmp_path, "b.txt", f"{FIRST}\n\n{SECOND}")
    made(tmp_path, "c.txt", b"")
    found = [f for path in collect([tmp_path]) if isinstance(path, Path) for f in receive(path, river)]
    assert [type(f) for f in found] == [Refusal, Received, Refusal]
