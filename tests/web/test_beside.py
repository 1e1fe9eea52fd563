from __future__ import annotations

from fastapi.testclient import TestClient


def pair(client: TestClient) -> str:
    for row in client.get("/documents.json").json()["rows"]:
        others = client.get(f"/documents/{row['id']}.json").json()["others"]
        if others and others[0][2] > 2:
            return f"{row['address']}.json?beside={others[0][0]}"
    raise AssertionError("no two examples tell of three events")


def test_two_texts_begin_at_the_first_event_that_both_tell(example: TestClient) -> None:
    page = example.get(pair(example)).json()
    assert page["shared"]["at"] == 1
    assert page["text"]["focus"]["events"]
    mine = {event["id"] for event in page["text"]["focus"]["events"]}
    assert mine & {event["id"] for event in page["beside"]["focus"]["events"]}


def test_each_step_scrolls_both_texts_to_another_event(example: TestClient) -> None:
    page = example.get(pair(example)).json()
    seen = [page["shared"]["title"]]
    for number in range(2, page["shared"]["count"] + 1):
        address = page["shared"]["after"]
        page = example.get(address.replace("?", ".json?", 1)).json()
        assert page["shared"]["at"] == number
        seen.append(page["shared"]["event"])
    assert len(set(seen)) == len(seen)
    assert page["shared"]["after"] == ""
    assert page["shared"]["before"]


def test_a_claim_asked_for_brings_its_event_into_view_in_the_other_text(example: TestClient) -> None:
    page = example.get(pair(example)).json()
    claim = page["text"]["focus"]["quote"]["claim"]
    again = example.get(f"{pair(example)}&claim={claim}").json()
    assert again["beside"]["focus"] == page["beside"]["focus"]
