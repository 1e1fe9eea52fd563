from __future__ import annotations

from tests.read.telling import reading_of


def _unlisted(text: str) -> list[str]:
    return [p.text for p in reading_of(text).places if p.place.startswith("unlisted:")]


def test_an_article_makes_an_everyday_word_a_name() -> None:
    assert _unlisted("Shells fell on the al-Meadow neighborhood at noon.") == ["al-Meadow"]


def test_an_article_needs_no_hyphen() -> None:
    assert _unlisted("Troops captured the Rajm al Zurqan region on Friday.") == ["Rajm al Zurqan"]


def test_a_people_does_not_name_a_quarter() -> None:
    assert _unlisted("Shells fell on an Alawite district and a Druze village.") == []


def test_a_reporter_with_an_article_in_the_surname_is_no_place() -> None:
    assert _unlisted("Hassan al Zurqan told reporters that shells fell.") == []
