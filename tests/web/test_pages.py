from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from tests.samples import COMPARISON, LINKED

DISPUTE = COMPARISON.disputes[0].id
EVENT = LINKED.events[0].id
ROOMS = ["/", "/disputes", "/events", "/documents", "/search?q=bridge", f"/disputes/{DISPUTE}", f"/events/{EVENT}"]


@pytest.mark.parametrize("path", ROOMS)
def test_every_room_answers_as_a_page_and_as_json(client: TestClient, path: str) -> None:
    page = client.get(path)
    assert page.status_code == 200, page.text
    assert page.headers["content-type"].startswith("text/html")
    assert page.text.count("<h1") == 1
    bare, _, query = path.partition("?")
    data = client.get(f"{bare if bare != '/' else '/index'}.json?{query}")
    assert data.status_code == 200, data.text
    assert data.json()["title"] in page.text.replace("&#39;", "'")


@pytest.mark.parametrize("path", ROOMS)
def test_no_page_holds_script_or_style_of_its_own(client: TestClient, path: str) -> None:
    text = client.get(path).text
    assert not re.search(r"<script(?![^>]*\bsrc=)", text)
    assert "<style" not in text
    assert not re.search(r"<[^>]+\sstyle=", text)
    assert not re.search(r"<[^>]+\son[a-z]+=", text)
    assert not re.search(r"(?:src|href)=\"(?:https?:)?//", text)


def test_htmx_gets_the_page_without_its_frame(client: TestClient) -> None:
    part = client.get("/disputes", headers={"hx-request": "true"}).text
    assert "<html" not in part
    assert "matrix" in part


def test_every_page_is_described(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    assert {
        "/index.json",
        "/disputes.json",
        "/events/{identifier}.json",
        "/documents/{identifier}.json",
    } <= paths.keys()


def test_a_page_is_not_kept_by_the_browser(client: TestClient) -> None:
    assert client.get("/").headers["cache-control"] == "no-store"
