from __future__ import annotations

from fastapi.testclient import TestClient


def event_of(client: TestClient, claim: str) -> str:
    location = client.get(f"/events/with/{claim}", follow_redirects=False).headers["location"]
    return str(location).rpartition("/")[2]


def first_event(client: TestClient) -> tuple[str, list[str]]:
    event = client.get("/events.json?kind=event").json()["rows"][0]["id"]
    return event, [quote["claim"] for quote in client.get(f"/events/{event}.json").json()["claims"]]


def decided(client: TestClient, path: str, **form: object) -> None:
    answer = client.post(path, data=form)
    assert answer.status_code == 200, answer.text
    client.app.state.desk.compare_now()  # type: ignore[attr-defined]


def test_an_address_of_an_event_that_was_split_says_what_became_of_it(example: TestClient) -> None:
    event, claims = first_event(example)
    decided(example, f"/events/{event}/split", claim=claims[:2])
    answer = example.get(f"/events/{event}")
    assert answer.status_code == 410
    assert event_of(example, claims[0]) in answer.text
    assert event_of(example, claims[-1]) in answer.text
    ways = example.get(f"/events/{event}.json").json()["ways"]
    assert sum(int(way["detail"].split()[0]) for way in ways) == len(claims)


def test_an_address_of_an_event_that_was_merged_leads_to_the_whole(example: TestClient) -> None:
    rows = example.get("/events.json?kind=event").json()["rows"]
    one, two = rows[0]["id"], rows[1]["id"]
    decided(example, f"/events/{one}/merge", other=two)
    for old in (one, two):
        answer = example.get(f"/events/{old}", follow_redirects=False)
        assert answer.status_code == 303
        page = example.get(answer.headers["location"])
        assert "You came by an older address" in page.text
        assert example.get(f"/events/{old}.json").json()["was"]["kept"] > 0


def test_an_event_that_was_merged_can_be_split_by_its_older_address(example: TestClient) -> None:
    rows = example.get("/events.json?kind=event").json()["rows"]
    one, two = rows[0]["id"], rows[1]["id"]
    claims = [[q["claim"] for q in example.get(f"/events/{event}.json").json()["claims"]] for event in (one, two)]
    decided(example, f"/events/{one}/merge", other=two)
    decided(example, f"/events/{one}/split", claim=claims[1])
    assert event_of(example, claims[0][0]) != event_of(example, claims[1][0])


def test_taking_a_decision_back_brings_the_older_address_back(example: TestClient) -> None:
    event, claims = first_event(example)
    decided(example, f"/events/{event}/split", claim=claims[:2])
    decided(example, "/review/undo", subject=event)
    assert example.get(f"/events/{event}", follow_redirects=False).status_code == 200


def test_an_address_of_a_dispute_leads_to_the_one_that_holds_its_claims(example: TestClient) -> None:
    rows = [row for group in example.get("/disputes.json").json()["groups"] for row in group["rows"]]
    for row in rows:
        page = example.get(f"/disputes/{row['id']}.json").json()
        quotes = [quote["claim"] for answer in page["answers"] for quote in answer["quotes"]]
        if any(len(answer["quotes"]) > 1 for answer in page["answers"]) and len(quotes) > 3:
            break
    decided(example, "/review/accept", subject=row["id"])
    several = next(answer["quotes"] for answer in page["answers"] if len(answer["quotes"]) > 1)
    decided(example, "/review/reject", subject=several[-1]["claim"])
    answer = example.get(f"/disputes/{row['id']}", follow_redirects=False)
    assert answer.status_code in (200, 303)
    if answer.status_code == 303:
        now = example.get(f"/disputes/{row['id']}.json").json()
        assert now["was"]["gained"] == 0
        assert now["reviewed"]


def test_an_address_that_never_was_is_wrong(example: TestClient) -> None:
    assert example.get("/events/event-000000000000").status_code == 404
    assert example.get("/disputes/dispute-000000000000").status_code == 404


def test_the_log_names_what_was_decided_under_an_older_address(example: TestClient) -> None:
    event, claims = first_event(example)
    title = example.get(f"/events/{event}.json").json()["title"]
    decided(example, f"/events/{event}/split", claim=claims[:2])
    assert example.get("/review/log.json").json()["lines"][0]["what"] == title
