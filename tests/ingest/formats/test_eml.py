from __future__ import annotations

from datetime import date
from email.message import EmailMessage
from pathlib import Path

from testimonia.codebook.codebook import Codebook
from testimonia.model.document import SectionKind
from tests.ingest.reading import day, document_of, words
from tests.ingest.texts import FIRST, SECOND


def message(*, html: bool = False, attach: bool = False) -> bytes:
    mail = EmailMessage()
    mail["Subject"] = "Guns at the bridge"
    mail["From"] = "Jane Doe <jane@heraldpost.example>"
    mail["Date"] = "Wed, 03 Mar 2021 10:00:00 +0000"
    mail["Message-ID"] = "<1@heraldpost.example>"
    body = (
        f"<html><body><article><p>{FIRST}</p><p>{SECOND}</p></article></body></html>"
        if html
        else f"{FIRST}\n\n{SECOND}"
    )
    mail.set_content(body, subtype="html" if html else "plain")
    if attach:
        mail.add_attachment(b"PK", maintype="application", subtype="zip", filename="pictures.zip")
    return mail.as_bytes()


def test_a_mail_gives_subject_sender_day_and_words(tmp_path: Path, river: Codebook) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(message())
    document = document_of(path, river)
    account = document.accounts[0]
    assert (account.title, account.author) == ("Guns at the bridge", "Jane Doe")
    assert day(account.published) == date(2021, 3, 3)
    assert words(document, SectionKind.HEADLINE) == "Guns at the bridge"
    assert " ".join(SECOND.split()) in " ".join(words(document, SectionKind.BODY).split())


def test_attachments_are_left_and_said(tmp_path: Path, river: Codebook) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(message(attach=True))
    assert any("1 attachment not read" in notice for notice in document_of(path, river).notices)


def test_a_mail_in_html_is_read_and_told_without_its_extension(tmp_path: Path, river: Codebook) -> None:
    path = tmp_path / "letter"
    path.write_bytes(message(html=True))
    document = document_of(path, river)
    assert document.media_type == "message/rfc822"
    assert FIRST in document.text
