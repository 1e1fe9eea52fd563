from __future__ import annotations

import re
from pathlib import Path

from testimonia.codebook import load
from testimonia.model.claim import Claim
from testimonia.web import veil
from tests.factories import Telling
from tests.web.conftest import client_of
from tests.web.test_hostile import kept

BOOK = load(base=("english",))


def killed(text: str, whom: str, name: str) -> Claim:
    told = Telling("Herald", text)
    return told.claim(text.rstrip("."), recipients=[(whom, name)])


def test_the_name_of_somebody_harmed_is_folded() -> None:
    claim = killed("Shelling killed Salim Haddad on Monday.", "case:salim-haddad", "Salim Haddad")
    assert veil.names([claim], BOOK) == ("Salim Haddad",)


def test_a_crowd_is_no_name() -> None:
    claim = killed("Shelling killed civilians on Monday.", "civilians", "civilians")
    assert veil.names([claim], BOOK) == ()


def test_folding_loses_no_character() -> None:
    before, span, after = "Relatives of ", "Salim Haddad, killed on Monday", ", wept for Salim Haddad."
    pieces = veil.pieces(before, span, after, ("Salim Haddad",))
    assert "".join(piece.text for piece in pieces) == before + span + after
    assert [piece.text for piece in pieces if piece.kind == "name"] == ["Salim Haddad", "Salim Haddad"]


def test_a_passage_about_bodies_is_graphic_and_one_about_talks_is_not() -> None:
    assert veil.graphic("Rescuers pulled charred bodies from the bus.", BOOK)
    assert not veil.graphic("The talks went on for a third day.", BOOK)


def test_a_name_is_folded_in_every_room_until_asked_for(tmp_path: Path) -> None:
    text = "Shelling by the army killed Salim Haddad on Monday."
    told = [Telling(outlet, text) for outlet in ("Herald", "Gazette")]
    for one in told:
        one.claim(text.rstrip("."), actors=[("army", "the army")], recipients=[("case:salim-haddad", "Salim Haddad")])
    kept(tmp_path / "case.db", *((one.document, one.claims) for one in told))
    with client_of(tmp_path / "case.db") as client:
        event = client.get("/events.json").json()["rows"][0]["address"]
        claim = told[0].claims[0]
        rooms = [
            event,
            f"/documents/{told[0].id}?claim={claim.id}",
            "/actors",
            f"/claims/{claim.id}",
            "/search?q=shelling",
        ]
        for path in rooms:
            assert "Haddad" not in shown(client.get(path).text), path
        client.post("/settings/unveil", data={"show": "true"})
        for path in rooms[:4]:
            assert "Haddad" in shown(client.get(path).text), path


def shown(page: str) -> str:
    """What a page shows: without what is hidden, titles of drawings and addresses."""
    page = re.sub(r"<span hidden>.*?</span>", "", page, flags=re.DOTALL)
    return re.sub(r"<(?:title|option|svg)\b.*?</(?:title|option|svg)>|<[^>]*>", "", page, flags=re.DOTALL)
