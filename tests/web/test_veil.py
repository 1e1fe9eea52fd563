from __future__ import annotations

from testimonia.codebook import load
from testimonia.model.claim import Claim
from testimonia.web import veil
from tests.factories import Telling

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
