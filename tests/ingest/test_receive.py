from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from testimonia.codebook.codebook import Codebook, load
from testimonia.ingest import Received, Refusal, receive
from tests.ingest.conftest import RIVER
from tests.ingest.reading import all_of, document_of, written
from tests.ingest.texts import BLOG, DIGEST, FIRST, GLUED, SECOND

NAMES = ("a.txt", "a.html", "a.csv", "a.jsonl", "a.json", "a.eml", "a.pdf", "a.docx", "a.wacz", "a.warc.gz", "a")
STARTS = (
    b"",
    b"%PDF-1.4\n",
    b"PK\x03\x04",
    b"\x1f\x8b\x08",
    b"WARC/1.0\r\n",
    b"<html>",
    b'{"text": ',
    b"From: a\nDate: b\n\n",
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(NAMES), start=st.sampled_from(STARTS), rest=st.binary(max_size=300))
def test_no_bytes_under_any_name_stop_the_reading(tmp_path: Path, name: str, start: bytes, rest: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(start + rest)
    for found in receive(path, load(RIVER, base=["english"])):
        assert isinstance(found, Received | Refusal)
        if isinstance(found, Refusal):
            assert "\n" not in str(found) and found.reason


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from([BLOG, DIGEST, GLUED, FIRST, SECOND, "\r\n", "é “x”", "By Jane Doe", "3 May 2021"]), min_size=1
    )
)
def test_the_text_is_the_file_and_every_span_of_evidence_holds(tmp_path: Path, parts: list[str]) -> None:
    text = "\n\n".join(parts)
    if not text.strip():
        return
    document = document_of(written(tmp_path, "a.txt", text), load(RIVER, base=["english"]))
    assert document.text == text
    accounts = {account.id for account in document.accounts}
    assert all(section.account is None or section.account in accounts for section in document.sections)
    for account in document.accounts:
        for one in account.evidence:
            assert one.span is None or text[one.span.start : one.span.end] == one.span.text


def test_the_same_bytes_under_two_names_are_one_document(tmp_path: Path, river: Codebook) -> None:
    one = document_of(written(tmp_path, "a.txt", DIGEST), river)
    other = document_of(written(tmp_path, "b.txt", DIGEST), river)
    assert one.id == other.id == one.sha256[:16]


def test_the_format_that_read_a_file_is_named_with_its_version(tmp_path: Path, river: Codebook) -> None:
    received, _ = all_of(written(tmp_path, "a.txt", DIGEST), river)
    assert received[0].format == "testimonia.plain.1"
    assert received[0].content == DIGEST.encode()


def test_reading_twice_gives_the_same_document(tmp_path: Path, river: Codebook) -> None:
    path = written(tmp_path, "a.txt", BLOG)
    assert document_of(path, river) == document_of(path, river)


def test_a_repost_in_another_language_keeps_its_own(tmp_path: Path, river: Codebook) -> None:
    french = (
        "L'armée a bombardé le pont pendant trois jours, et deux familles ont été sorties des caves du vieux grenier "
        "par des voisins qui avaient attendu la fin des tirs, selon les habitants de la rive orientale du fleuve. "
    )
    head = "Le Pont Que Personne N'a Sauvé\n\n4 May 2021"
    text = f"# Why we print this\n\n{FIRST}\n\nThe following article is by a friend.\n\n{head}\n\n{french * 3}"
    host, repost = document_of(written(tmp_path, "a.txt", text), river).accounts
    assert (host.language, repost.language) == ("en", "fr")


@pytest.mark.skipif(os.name != "posix", reason="names are bytes on POSIX only")
def test_a_file_name_in_an_old_encoding_is_kept_readable(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.write_text("Shells fell on the bridge at Marat on Monday.")
    (found,) = receive(path, load(base=("english",)))
    assert isinstance(found, Received)
    assert found.path.endswith("caf\N{REPLACEMENT CHARACTER}.txt")
