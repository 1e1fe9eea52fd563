from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import client_of


@pytest.mark.parametrize("path", [
    "/nowhere", "/disputes/none", "/events/none", "/documents/none", "/actors/none", "/claims/none", "/sources/none",
    "/review/claims/none", "/events/with/none",
])  # fmt: skip
def test_a_wrong_address_gives_a_page_that_helps(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "Nothing stands here" in answer.text
    assert 'href="/"' in answer.text


def test_a_wrong_address_of_json_gives_json(client: TestClient) -> None:
    answer = client.get("/disputes/none.json")
    assert answer.status_code == 404
    assert answer.json()["status"] == 404


@pytest.mark.parametrize(
    "path", ["/disputes?kind=nonsense", "/disputes?number=0", "/map?scale=-1", "/timeline?since=then"]
)
def test_a_parameter_that_cannot_be_used_is_named(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 422
    assert "This cannot be used" in answer.text


def test_a_broken_case_gives_a_page_that_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("Shelling went on all night. " * 50)
    with client_of(tmp_path / "notes.db") as client:
        answer = client.get("/")
        assert answer.status_code == 503
        assert "no SQLite file" in answer.text
        assert (tmp_path / "notes.db").read_text().startswith("Shelling")


def test_an_unforeseen_failure_shows_no_traceback(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    from testimonia.web.snapshot import Snapshot

    monkeypatch.setattr(Snapshot, "claim_counts", property(lambda _: 1 / 0))
    answer = client.get("/")
    assert answer.status_code == 500
    assert "Traceback" not in answer.text
    assert "nobody foresaw" in answer.text
