from __future__ import annotations

from fastapi.testclient import TestClient


def kinds(client: TestClient, q: str) -> set[str]:
    return {group["kind"] for group in client.get("/search.json", params={"q": q}).json()["groups"]}


def test_one_box_finds_texts_claims_disputes_and_events(client: TestClient) -> None:
    assert {"documents", "claims"} <= kinds(client, "clinic")


def test_a_beginning_is_enough_in_the_quick_box(client: TestClient) -> None:
    assert client.get("/search/quick.json", params={"q": "clin"}).json()["total"] > 0


def test_every_hit_leads_somewhere(client: TestClient) -> None:
    for group in client.get("/search.json", params={"q": "Marat"}).json()["groups"]:
        for hit in group["hits"]:
            assert client.get(hit["address"].partition("#")[0]).status_code == 200, hit


def test_what_looks_like_a_query_language_is_only_words(client: TestClient) -> None:
    for q in ('"', "NEAR(a b)", "a OR", "*", "title:x", "' OR 1=1 --", "\x00", "(" * 50):
        assert client.get("/search.json", params={"q": q}).status_code == 200, q


def test_nothing_found_says_what_to_try(client: TestClient) -> None:
    assert "Nothing holds these words" in client.get("/search", params={"q": "zebra"}).text
