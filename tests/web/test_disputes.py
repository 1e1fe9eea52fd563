from __future__ import annotations

from fastapi.testclient import TestClient

from tests.samples import COMPARISON, DOCUMENTS

DISPUTE = COMPARISON.disputes[0]


def test_a_cell_says_how_its_account_stands_to_the_others(client: TestClient) -> None:
    data = client.get("/disputes.json").json()
    row = next(row for group in data["groups"] for row in group["rows"] if row["id"] == DISPUTE.id)
    assert len(row["cells"]) == len(data["columns"])
    assert {cell["sign"] for cell in row["cells"]} <= set("=≠±¬○·")
    spoken = [cell for cell in row["cells"] if cell["address"]]
    assert spoken
    assert client.get(spoken[0]["address"]).status_code == 200


def test_a_cell_opens_the_quotation_behind_it(client: TestClient) -> None:
    column = DOCUMENTS[0].id
    data = client.get(f"/disputes/{DISPUTE.id}/cell.json", params={"column": column, "by": "account"}).json()
    quotes = [quote for answer in data["answers"] for quote in (*answer["quotes"], *answer["denials"])]
    assert quotes
    for quote in quotes:
        text = "".join(piece["text"] for piece in quote["pieces"])
        assert text.strip("…") in " ".join(DOCUMENTS[0].text.split()) or text.strip("…") in DOCUMENTS[0].text


def test_filters_stand_in_the_address_and_narrow(client: TestClient) -> None:
    everything = client.get("/disputes.json").json()
    none = client.get("/disputes.json", params={"q": "nobody says this"}).json()
    assert everything["total"] > 0
    assert none["total"] == 0
    assert "Show all" in client.get("/disputes", params={"q": "nobody says this"}).text


def test_columns_may_be_outlets_camps_or_sources(client: TestClient) -> None:
    for by in ("account", "outlet", "source"):
        assert client.get("/disputes.json", params={"by": by}).json()["columns"], by
    assert client.get("/disputes.json", params={"by": "camp"}).json()["columns"] == []
    answer = client.post("/sources/rate", data={"subject": "outlet:Herald", "field": "camp", "camp": "north"})
    assert answer.status_code == 200
    heads = client.get("/disputes.json", params={"by": "camp"}).json()["columns"]
    assert [head["label"] for head in heads] in (["north"], [])


def test_comparing_with_one_column_puts_it_first(client: TestClient) -> None:
    columns = client.get("/disputes.json").json()["columns"]
    last = columns[-1]["id"]
    data = client.get("/disputes.json", params={"against": last}).json()
    assert data["columns"][0] == {"id": last, "label": columns[-1]["label"], "against": True}


def test_a_dispute_shows_every_answer_and_who_is_silent(client: TestClient) -> None:
    data = client.get(f"/disputes/{DISPUTE.id}.json").json()
    assert [answer["value"] for answer in data["answers"]] == [answer.value for answer in DISPUTE.answers]
    assert len(data["silent"]) == len(DISPUTE.silent)


def test_the_matrix_is_a_sheet_too(client: TestClient) -> None:
    answer = client.get("/disputes.csv")
    assert answer.headers["content-type"].startswith("text/csv")
    assert answer.text.splitlines()[0].startswith("id,kind,question,counted")
    assert not any(cell.startswith(("=", "+", "@")) for line in answer.text.splitlines() for cell in line.split(","))
