from __future__ import annotations

import time
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from testimonia.web.take import called
from tests.web.conftest import client_of

TEXT = b"Herald, 4 May 2031\n\nNorthern jets bombed the clinic in Marat on 3 May 2031, killing 14 people.\n"


def wait(client: TestClient) -> dict[str, object]:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        now: dict[str, object] = client.get("/reading.json").json()
        if not now["busy"]:
            return now
        time.sleep(0.1)
    raise AssertionError("reading did not end")


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    return tmp_path / "new.db"


def test_an_empty_case_says_what_to_do(empty: Path) -> None:
    with client_of(empty) as client:
        page = client.get("/").text
        assert "Read the example accounts" in page
        assert "Drop files here" in page
        for path in ("/disputes", "/events", "/documents", "/timeline", "/map", "/actors", "/sources", "/review"):
            assert client.get(path).status_code == 200, path


def test_files_are_read_and_called_as_their_user_calls_them(empty: Path) -> None:
    with client_of(empty) as client:
        files = [("files", ("../../etc/strike.txt", TEXT)), ("files", ("empty.txt", b""))]
        assert client.post("/documents", files=files).status_code == 200
        ended = wait(client)
        assert ended["stage"] == "done", ended
        states = {line["name"]: line["state"] for line in ended["lines"]}  # type: ignore[attr-defined]
        assert states["strike.txt"] == "read"
        assert states["empty.txt"] == "refused"
        (row,) = client.get("/documents.json").json()["rows"]
        assert "strike.txt" in client.get(row["address"]).text
        assert "testimonia-upload" not in client.get(row["address"]).text


def test_no_file_is_told(empty: Path) -> None:
    with client_of(empty) as client:
        answer = client.post("/documents", files=[("files", ("", b""))])
        assert answer.status_code == 422


def test_too_many_files_are_refused(empty: Path) -> None:
    with client_of(empty) as client:
        answer = client.post("/documents", files=[("files", (f"{n}.txt", b"x")) for n in range(201)])
        assert answer.status_code == 422
        assert "too many" in answer.text


def test_the_example_is_one_click_away_and_reading_can_be_stopped(empty: Path) -> None:
    with client_of(empty) as client:
        assert client.post("/reading/example").status_code == 200
        assert client.post("/reading/example").status_code == 422
        client.post("/reading/stop")
        ended = wait(client)
        assert ended["stage"] == "stopped"
        assert ended["done"] <= 7  # type: ignore[operator]


@pytest.mark.parametrize(("given", "kept"), [
    ("strike.txt", "strike.txt"), ("../../etc/passwd", "passwd"), ("C:\\notes\\a.pdf", "a.pdf"), ("", "upload"),
    ("a\x00b\u202e.txt", "ab.txt"), ("..", ".."),
])  # fmt: skip
def test_what_an_upload_is_called(given: str, kept: str) -> None:
    assert called(given) == kept
