from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from testimonia.casefile import Casefile
from testimonia.casefile.intake import take_in
from testimonia.casefile.knowledge import codebook_of
from testimonia.export.lists import claims as claims_listed
from testimonia.export.registry import writer
from testimonia.ingest import collect
from tests.samples import bombed
from tests.web.conftest import EXAMPLES, client_of


def first_blame(client: TestClient) -> tuple[dict[str, Any], dict[str, Any]]:
    """The dispute about who did it, and a claim in it that names a doer."""
    rows = [row for group in client.get("/disputes.json?kind=responsibility").json()["groups"] for row in group["rows"]]
    for row in rows:
        for answer in client.get(f"/disputes/{row['id']}.json").json()["answers"]:
            for quote in answer["quotes"]:
                claim = client.get(f"/review/claims/{quote['claim']}.json").json()
                if claim["actors"]:
                    return row, claim
    raise AssertionError("the example has no such claim")


def answers(client: TestClient) -> list[str]:
    shown = client.get("/disputes.json?kind=responsibility").json()["groups"]
    rows = [row for group in shown for row in group["rows"]]
    return [value["value"] for row in rows for value in row["answers"]]


def test_correcting_an_actor_changes_matrix_event_and_export_and_survives_a_new_reading(example_path: Path) -> None:
    with client_of(example_path) as client:
        _, claim = first_blame(client)
        identifier = claim["claim"]["quote"]["claim"]
        before = answers(client)
        answer = client.post(
            f"/review/claims/{identifier}/correct",
            data={
                "slot": "actors",
                "index": 0,
                "value": "the Southern Air Corps",
                "reason": "the next sentence says so",
            },
        )
        assert answer.status_code == 200, answer.text
        client.app.state.desk.compare_now()  # type: ignore[attr-defined]
        assert answers(client) != before
        assert any("Southern Air Corps" in value for value in answers(client))
        assert "Southern Air Corps" in client.get(f"/events/with/{identifier}").text
        log = client.get("/review/log.json").json()["lines"][0]["decision"]
        assert (log["verdict"], log["user"], log["reason"]) == ("correct", "tester", "the next sentence says so")
    with Casefile.open(example_path) as case:
        assert "Southern Air Corps" in exported(case)
        read_again(case, claim)
        assert "Southern Air Corps" in exported(case)
        assert [j.verdict.value for j in case.judgements()] == ["correct"]


def read_again(case: Casefile, claim: dict[str, Any]) -> None:
    """Reads the document of ``claim`` as though it had never been read."""
    from sqlalchemy import update

    from testimonia.casefile import tables

    account = claim["claim"]["quote"]["account"].partition(".")[0]
    path = Path(case.document(account).path or "").name
    with case.engine.begin() as connection:
        connection.execute(update(tables.DOCUMENTS).where(tables.DOCUMENTS.c.id == account).values(reader="older"))
    (outcome,) = take_in(case, collect([EXAMPLES / path]), codebook_of(case))
    assert outcome.state.value == "read", outcome


def exported(case: Casefile) -> str:
    import io

    stream = io.StringIO()
    writer("csv")(claims_listed(case, case.claims()), stream)
    return stream.getvalue()


def test_a_correction_can_be_undone_and_the_log_keeps_both(example: TestClient) -> None:
    _, claim = first_blame(example)
    identifier = claim["claim"]["quote"]["claim"]
    before = example.get(f"/claims/{identifier}.json").json()["claim"]["slots"]
    example.post(f"/review/claims/{identifier}/correct", data={"slot": "factuality", "value": "PS-"})
    assert example.get(f"/claims/{identifier}.json").json()["claim"]["quote"]["factuality"] == "PS-"
    example.post("/review/undo", data={"subject": identifier})
    assert example.get(f"/claims/{identifier}.json").json()["claim"]["slots"] == before
    lines = example.get("/review/log.json").json()["lines"]
    assert [line["decision"]["verdict"] for line in lines] == ["undo", "correct"]
    assert [line["stands"] for line in lines] == [True, False]


def test_a_rejected_claim_leaves_every_room_but_its_own_page(example: TestClient) -> None:
    _, claim = first_blame(example)
    identifier = claim["claim"]["quote"]["claim"]
    assert example.post("/review/reject", data={"subject": identifier}).status_code == 200
    assert example.get(f"/claims/{identifier}").status_code == 404
    assert "Rejected" in example.get(f"/review/claims/{identifier}").text
    example.post("/review/undo", data={"subject": identifier})
    assert example.get(f"/claims/{identifier}").status_code == 200


@pytest.mark.parametrize("form", [
    {"slot": "factuality", "value": "certain"}, {"slot": "type", "value": "PARTY"}, {"slot": "nothing", "value": "x"},
    {"slot": "period", "start": "yesterday"}, {"slot": "period", "start": "2016-05-02", "end": "2016-05-01"},
    {"slot": "figures", "index": "40", "low": "3"}, {"slot": "figures", "low": "many"},
    {"slot": "actors", "index": "40", "value": "somebody"},
])  # fmt: skip
def test_a_correction_that_cannot_be_made_is_refused_and_not_kept(client: TestClient, form: dict[str, str]) -> None:
    answer = client.post(f"/review/claims/{bombed.id}/correct", data=form)
    assert answer.status_code == 422, answer.text
    assert client.get("/review/log.json").json()["lines"] == []


def test_an_event_is_split_and_put_together_again(example: TestClient) -> None:
    event = example.get("/events.json?kind=event").json()["rows"][0]["id"]
    claims = [quote["claim"] for quote in example.get(f"/events/{event}.json").json()["claims"]]
    answer = example.post(f"/events/{event}/split", data={"claim": claims[:2], "reason": "another day"})
    assert answer.status_code == 200
    example.app.state.desk.compare_now()  # type: ignore[attr-defined]
    rest = example.get(f"/events/with/{claims[-1]}", follow_redirects=False).headers["location"].rpartition("/")[2]
    now = example.get(f"/events/with/{claims[0]}", follow_redirects=False).headers["location"].rpartition("/")[2]
    assert rest != now
    joined = example.post(f"/events/{rest}/merge", data={"other": f"http://127.0.0.1/events/{now}"})
    assert joined.status_code == 200, joined.text
    example.app.state.desk.compare_now()  # type: ignore[attr-defined]
    one = example.get(f"/events/with/{claims[0]}", follow_redirects=False).headers["location"]
    assert one == example.get(f"/events/with/{claims[-1]}", follow_redirects=False).headers["location"]


def test_an_actor_joined_with_another_is_gone_from_the_list(example: TestClient) -> None:
    assert example.get("/actors/rebels").status_code == 200
    assert example.post("/actors/rebels/merge", data={"into": "Free Syrian Army"}).status_code == 200
    assert example.get("/actors/rebels").status_code == 404
    example.post("/review/undo", data={"subject": "rebels"})
    assert example.get("/actors/rebels").status_code == 200


def test_a_rating_is_kept_with_its_reason(example: TestClient) -> None:
    form = {"subject": "sohr", "admiralty": "B3", "reason": "cited by all sides", "back": "/sources/sohr"}
    assert example.post("/sources/rate", data=form).status_code == 200
    page = example.get("/sources/sohr.json").json()
    assert page["rating"] == "B3"
    assert page["decisions"][0]["reason"] == "cited by all sides"
    assert example.post("/sources/rate", data={"subject": "sohr", "admiralty": "Z9"}).status_code == 422


def test_what_was_decided_leaves_the_queue(example: TestClient) -> None:
    page = example.get("/review.json").json()
    example.post("/review/accept", data={"subject": page["focus"]["id"]})
    after = example.get("/review.json").json()
    assert after["waiting"] == page["waiting"] - 1
    assert after["focus"]["id"] == page["following"]


@pytest.mark.parametrize(
    "back", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", ""]
)
def test_no_form_leads_elsewhere(client: TestClient, back: str) -> None:
    answer = client.post("/settings/unveil", data={"back": back}, follow_redirects=False)
    assert answer.headers["location"] == "/"
