from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from testimonia.codebook import load
from testimonia.model.claim import Claim
from testimonia.web import veil
from tests.factories import Telling
from tests.web.conftest import client_of
from tests.web.test_folding import shown
from tests.web.test_hostile import kept

BOOK = load(base=("english",))
HADDAD = veil.Names(["Salim Haddad"])
SALIM = "case:salim-haddad"


def killed(text: str, whom: str, name: str) -> Claim:
    told = Telling("Herald", text)
    return told.claim(text.rstrip("."), recipients=[(whom, name)])


def test_the_name_of_somebody_harmed_is_folded() -> None:
    claim = killed("Shelling killed Salim Haddad on Monday.", SALIM, "Salim Haddad")
    assert veil.harmed([claim], BOOK) == {SALIM}
    assert set(veil.names([claim], frozenset({SALIM}))) == {"Salim Haddad"}


@pytest.mark.parametrize("name", ["civilians", "Civil Defence Department", "Marat Central Hospital"])
def test_a_crowd_and_a_body_have_no_name_to_fold(name: str) -> None:
    assert not veil.harmed([killed(f"Shelling killed {name} on Monday.", "case:x", name)], BOOK)


def test_a_place_is_no_person() -> None:
    claim = killed("Shelling killed Tal Darkush on Monday.", "case:tal", "Tal Darkush")
    told = Telling("Herald", "They left Darkush.")
    where = replace(told.place("Darkush"), name="Tal Darkush")
    assert veil.harmed([claim], BOOK)
    assert not veil.harmed([replace(claim, places=(where,))], BOOK)


@pytest.mark.parametrize("text", [
    "Salim Haddad", "SALIM HADDAD", "Salim\nHaddad", "the case:salim-haddad", "Salim Haddad's", "Salim Had…",
])  # fmt: skip
def test_a_name_is_found_however_it_is_written(text: str) -> None:
    (span,) = HADDAD.spans(f"They buried {text}, and left.")
    assert span[1] - span[0] >= len("Salim Had")


@pytest.mark.parametrize("text", ["Salim Haddadin", "Anselim Haddad", "Salim and Haddad"])
def test_another_name_is_left(text: str) -> None:
    assert not HADDAD.within(text)


def test_one_word_of_a_name_is_folded_in_the_text_that_goes_on_with_it_only() -> None:
    claim = killed("Shelling killed Haddad on Monday.", SALIM, "Haddad")
    claim = replace(claim, recipients=(replace(claim.recipients[0], name="Salim Haddad"),))
    assert set(veil.names([claim], frozenset({SALIM}))) == {"Salim Haddad"}
    assert set(veil.names([claim], frozenset({SALIM}), alone=True)) == {"Salim Haddad", "Haddad"}


def test_a_quotation_keeps_a_name_whole_across_the_edge_of_its_mark() -> None:
    made = veil.pieces("They buried Salim ", "Haddad in Marat", ".", HADDAD)
    assert (made[1].text, made[1].kind) == ("Salim Haddad", "name")


@given(st.text("Salim Hd.", max_size=20), st.text("Salim Hd.", max_size=20), st.text("Salim Hd.", max_size=20))
def test_folding_loses_no_character(before: str, span: str, after: str) -> None:
    pieces = veil.pieces(f"{before} Salim Haddad", span, f"Salim Haddad {after}", HADDAD)
    assert "".join(piece.text for piece in pieces) == f"{before} Salim Haddad{span}Salim Haddad {after}"


def test_a_passage_about_bodies_is_graphic_and_one_about_talks_is_not() -> None:
    assert veil.graphic("Rescuers pulled charred bodies from the bus.", BOOK)
    assert not veil.graphic("The talks went on for a third day.", BOOK)


def rooms(client: TestClient, claim: Claim) -> list[str]:
    event = client.get("/events.json").json()["rows"][0]["address"]
    return [
        event, f"/documents/{claim.document}?claim={claim.id}", f"/documents/{claim.document}", "/actors", "/events",
        f"/claims/{claim.id}", f"/review/claims/{claim.id}", f"/actors/{SALIM}", "/review", f"/review?focus={claim.id}",
        "/review/log", "/timeline", "/timeline?by=actor", "/map", "/sources", "/", "/documents", "/disputes",
        "/search?q=shelling", "/search/quick?q=army", "/nowhere/salim-haddad",
    ]  # fmt: skip


def test_a_name_is_folded_in_every_room_until_asked_for(tmp_path: Path) -> None:
    text = "Shelling by the army killed Salim Haddad on Monday."
    told = [Telling(outlet, text) for outlet in ("Herald", "Gazette")]
    for one in told:
        one.claim(text.rstrip("."), actors=[("army", "the army")], recipients=[(SALIM, "Salim Haddad")])
    kept(tmp_path / "case.db", *((one.document, one.claims) for one in told))
    claim = told[0].claims[0]
    with client_of(tmp_path / "case.db") as client:
        client.post(f"/review/claims/{claim.id}/correct", data={"slot": "recipients", "index": 0, "value": SALIM})
        client.post("/actors/army/rename", data={"name": "The army that shelled Salim Haddad"})
        for path in rooms(client, claim):
            assert "salim" not in shown(client.get(path).text).casefold(), path
        client.post("/settings/unveil", data={"show": "true"})
        for path in (*rooms(client, claim)[:4], f"/actors/{SALIM}"):
            assert "Salim Haddad" in shown(client.get(path).text), path


def test_the_data_of_a_page_is_whole(tmp_path: Path) -> None:
    told = Telling("Herald", "Shelling by the army killed Salim Haddad on Monday.")
    told.claim(told.text.rstrip("."), recipients=[(SALIM, "Salim Haddad")])
    kept(tmp_path / "case.db", (told.document, told.claims))
    with client_of(tmp_path / "case.db") as client:
        assert client.get(f"/actors/{SALIM}.json").json()["title"] == "Salim Haddad"
        assert "Salim Haddad" in client.get("/actors.json").text
