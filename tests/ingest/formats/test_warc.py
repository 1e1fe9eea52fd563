from __future__ import annotations

import zipfile
from gzip import compress
from pathlib import Path

from testimonia.codebook.codebook import Codebook
from testimonia.ingest.limits import DOCUMENT_BYTES
from tests.ingest.formats.test_html import PAGE
from tests.ingest.reading import all_of
from tests.ingest.texts import FIRST, SECOND


def archive(*pages: tuple[str, str, bytes], status: str = "200 OK", gzip: bool = True) -> bytes:
    """A WARC of responses, written by hand: warcio's writer leaves its temporary files open."""
    records = []
    for number, (url, kind, payload) in enumerate(pages):
        response = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + payload
        head = (
            f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number:08}-0000-0000-0000-000000000000>\r\n"
            f"WARC-Target-URI: {url}\r\nWARC-Date: 2021-06-01T00:00:00Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(response)}\r\n\r\n"
        )
        record = head.encode() + response + b"\r\n\r\n"
        records.append(compress(record) if gzip else record)
    return b"".join(records)


PAGES = (
    ("https://heraldpost.example/1", "text/html; charset=utf-8", PAGE.encode()),
    ("https://heraldpost.example/x.png", "image/png", b"\x89PNG\x00\x00"),
    ("https://riverdispatch.example/2", "text/plain", f"{FIRST}\n\n{SECOND}".encode()),
)


def test_each_page_fetched_is_a_document_and_pictures_are_passed_by(tmp_path: Path, river: Codebook) -> None:
    for zipped in (True, False):
        path = tmp_path / f"a{zipped}.warc"
        path.write_bytes(archive(*PAGES, gzip=zipped))
        received, refused = all_of(path, river)
        assert refused == []
        assert [r.path for r in received] == [f"{path}#record=1", f"{path}#record=3"]
        assert [r.document.accounts[0].outlet for r in received] == ["The Herald Post", "River Dispatch"]
        assert received[0].content == PAGE.encode()


def test_a_page_without_a_date_is_no_younger_than_its_fetching(tmp_path: Path, river: Codebook) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(archive(PAGES[2]))
    published = all_of(path, river)[0][0].document.accounts[0].published
    assert published.end is not None and published.end.isoformat() == "2021-06-01"


def test_the_pages_of_a_wacz_are_read(tmp_path: Path, river: Codebook) -> None:
    path = tmp_path / "a.wacz"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("datapackage.json", "{}")
        made.writestr("archive/data.warc.gz", archive(*PAGES))
    received, refused = all_of(path, river)
    assert refused == []
    assert [r.path for r in received] == [f"{path}#archive/data.warc.gz:record={n}" for n in (1, 3)]


def test_an_archive_that_is_cut_off_gives_what_came_before(tmp_path: Path, river: Codebook) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(archive(*PAGES)[:-40])
    received, refused = all_of(path, river)
    assert len(received) >= 1
    assert len(refused) == 1 and "\n" not in refused[0].reason


def test_a_page_beyond_the_limit_is_refused_and_the_rest_is_read(tmp_path: Path, river: Codebook) -> None:
    import random

    large = random.Random(1).randbytes(DOCUMENT_BYTES // 2).hex().encode() + b" more"
    path = tmp_path / "a.warc.gz"
    path.write_bytes(archive(("https://a.example/1", "text/plain", large), PAGES[2]))
    received, refused = all_of(path, river)
    assert len(received) == 1
    assert len(refused) == 1 and "20 MB" in refused[0].reason


def test_pages_not_found_are_no_documents(tmp_path: Path, river: Codebook) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(archive(PAGES[0], status="404 Not Found"))
    received, refused = all_of(path, river)
    assert received == [] and "without a page" in refused[0].reason
