from __future__ import annotations

from datetime import date

import pytest
from fastapi.testclient import TestClient

from testimonia.web.asked import asked, query


def test_fields_are_told_from_words() -> None:
    found = asked('who:"Islamic State" raids where:Aleppo  on hospitals time:now type:')
    assert found.fields == (("who", "Islamic State"), ("where", "Aleppo"))
    assert found.words == "raids    on hospitals time:now"


def claims(client: TestClient, q: str) -> list[str]:
    groups = client.get("/search.json", params={"q": q}).json()["groups"]
    return [hit["address"] for group in groups for hit in group["hits"] if group["kind"] == "claims"]


def test_fields_narrow_what_is_found(example: TestClient) -> None:
    every = claims(example, "kind:event")
    assaults = claims(example, "kind:event type:assault")
    by_russia = claims(example, "kind:event type:assault who:Russia")
    spring = claims(example, "type:assault who:Russia since:2016-04 until:2016-05")
    assert len(every) >= len(assaults) > len(by_russia) >= len(spring) > 0
    assert len(claims(example, "type:assault who:Russia hospital")) < len(by_russia)
    assert claims(example, "source:nobody-at-all") == []


def test_the_quick_box_takes_fields_too(example: TestClient) -> None:
    assert "claims" in example.get("/search/quick?q=who:Russia").text


def test_a_month_and_a_year_are_days_from_their_first_to_their_last(example: TestClient) -> None:
    desk = example.app.state.desk  # type: ignore[attr-defined]
    found = query(asked("since:2016 until:2016-02"), desk, None)
    assert (found.since, found.until) == (date(2016, 1, 1), date(2016, 2, 29))
    assert query(asked("until:2016-12"), desk, None).until == date(2016, 12, 31)


@pytest.mark.parametrize("q", ["since:yesterday", "until:2016-13", "kind:party"])
def test_a_field_that_means_nothing_is_told(client: TestClient, q: str) -> None:
    assert client.get("/search", params={"q": q}).status_code == 422
