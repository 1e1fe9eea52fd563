"""Documents that mean harm: nothing of them runs, hides, or makes a page that a browser cannot hold."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from testimonia.casefile import Casefile
from testimonia.casefile.writing import Arrival
from testimonia.codebook import load
from testimonia.compare import compare
from testimonia.link import link
from testimonia.model.claim import ActorMention, Claim, Kind, Link, SourceKind, Span, SpeechForm
from testimonia.model.document import Account, Document, Section, SectionKind
from testimonia.model.factuality import Factuality
from testimonia.model.ids import digest
from testimonia.model.period import Basis, Period
from tests.web.conftest import client_of

SCRIPT = "<script>alert(1)</script>"
BREAKOUT = "\"'><img src=x onerror=alert(2)>{{ 7 * 7 }}{% raw %}"
OVERRIDE = "\u202egnp.elppela\u202c"


def document(text: str, outlet: str, title: str) -> Document:
    sha = hashlib.sha256((outlet + text[:2000]).encode()).hexdigest()
    account = Account(sha[:16], sha[:16], title, BREAKOUT, outlet, Period(None, None), Basis.UNKNOWN, "en")
    section = Section(SectionKind.BODY, 0, len(text), account.id)
    return Document(sha[:16], sha, "text/plain", text, f"../../{SCRIPT}.txt", None, (section,), (account,), "en")


def claims_of(held: Document, spans: list[tuple[int, int]], actor: str = SCRIPT) -> Iterator[Claim]:
    own = Link(held.id, held.accounts[0].label, SourceKind.ACCOUNT, SpeechForm.OWN, "", None, None, Factuality.CERTAIN)
    for start, end in spans:
        text = held.text[start:end]
        word = text[:4]
        who = ActorMention(f"case:{BREAKOUT}", actor, word, start, start + len(word))
        yield Claim(
            digest(held.id, start, end), held.id, held.id, "body", start, end, text, Kind.EVENT, "ASSAULT", SCRIPT, 0.5,
            Factuality.CERTAIN, (own,), actors=(who,), trigger=Span(start, start + len(word), word),
        )  # fmt: skip


def kept(path: Path, *documents: tuple[Document, list[Claim]]) -> None:
    with Casefile.open(path, create=True) as case:
        for held, claims in documents:
            case.add(Arrival(held, held.text[:100].encode(), "0", "r"), claims)
        accounts, found = case.accounts(), case.claims()
        if sum(len(held.text) for held, _ in documents) < 10_000:
            book = load()
            linked = link(accounts, found, {d.id: d for d in case.documents()}, book)
            case.store_comparison(linked, compare(linked, accounts, found, book), case.state())
        else:
            case.set("compared", case.state())  # what linking makes of it is not the question here


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[TestClient]:
    text = f"{SCRIPT} bombed the market. {BREAKOUT} {OVERRIDE} قصفت الطائرات السوق يوم الاثنين. Then they left."
    held = document(text, f"Herald {SCRIPT}", f"Title {SCRIPT} {OVERRIDE} {BREAKOUT}")
    kept(tmp_path / "hostile.db", (held, list(claims_of(held, [(0, 44), (10, 60), (30, 110)]))))
    with client_of(tmp_path / "hostile.db") as client:
        yield client


def pages(client: TestClient) -> list[str]:
    (row,) = client.get("/documents.json").json()["rows"]
    claims = client.get(f"/documents/{row['id']}.json").json()["text"]["claims"]
    events = [event["id"] for event in client.get("/events.json").json()["rows"]]
    return [
        "/", "/documents", row["address"], f"{row['address']}?claim={claims[0]['id']}", f"/claims/{claims[0]['id']}",
        "/events", *[f"/events/{event}" for event in events[:2]], "/actors", "/sources", "/timeline", "/map", "/review",
        "/disputes", "/search?q=market", f"/review/claims/{claims[0]['id']}",
        "/search?q=%3Cscript%3Ealert(1)%3C/script%3E",
        f"/nowhere/{SCRIPT}", f"/documents/{SCRIPT}",
    ]  # fmt: skip


def test_nothing_of_a_source_becomes_markup(hostile: TestClient) -> None:
    for path in pages(hostile):
        text = hostile.get(path).text
        assert "<script>alert" not in text, path
        assert "<img src=x" not in text, path
        assert "49" not in text.split("alert(2)")[-1][:3], path


def test_the_text_itself_is_shown_whole(hostile: TestClient) -> None:
    (row,) = hostile.get("/documents.json").json()["rows"]
    data = hostile.get(f"{row['address']}.json").json()["text"]
    shown = "".join(p["text"] for s in data["sections"] for runs in s["paragraphs"] for r in runs for p in r["pieces"])
    assert SCRIPT in shown
    assert OVERRIDE in shown
    assert "قصفت" in shown
    assert 'dir="auto"' in hostile.get(row["address"]).text


def test_the_name_of_an_upload_becomes_no_path_and_no_markup(hostile: TestClient) -> None:
    (row,) = hostile.get("/documents.json").json()["rows"]
    text = hostile.get(row["address"]).text
    assert "../../" in unescape(text)
    assert "<script>alert" not in text


def test_a_paragraph_of_ten_megabytes_is_shown_in_parts(tmp_path: Path) -> None:
    held = document("The shelling went on. " * (10 * 2**20 // 22), "Herald", "Endless")
    claims = list(claims_of(held, [(0, 21), (5_000_000, 5_000_021), (0, 9_000_000)], "army"))
    kept(tmp_path / "long.db", (held, claims))
    with client_of(tmp_path / "long.db") as client:
        client.get("/")
        begun = time.perf_counter()
        answer = client.get(f"/documents/{held.id}?claim={claims[1].id}")
        assert answer.status_code == 200
        assert time.perf_counter() - begun < 2
        assert len(answer.content) < 400_000
        assert 'id="focus"' in answer.text
        assert client.get(f"/documents/{held.id}?part=99999").status_code == 200


def test_five_thousand_claims_in_one_document_are_listed_in_parts(tmp_path: Path) -> None:
    text = "The army shelled it. " * 5_000
    held = document(text, "Herald", "Many")
    claims = list(claims_of(held, [(n * 21, n * 21 + 20) for n in range(5_000)], "army"))
    kept(tmp_path / "many.db", (held, [replace(c, actors=()) for c in claims]))
    with client_of(tmp_path / "many.db") as client:
        client.get("/")
        begun = time.perf_counter()
        answer = client.get(f"/documents/{held.id}")
        assert answer.status_code == 200
        assert time.perf_counter() - begun < 3
        assert answer.text.count("<li data-row") <= 300
        assert len(answer.content) < 900_000
        last = client.get(f"/documents/{held.id}?claim={claims[-1].id}")
        assert 'id="focus"' in last.text
        assert client.get("/review").status_code == 200
