"""Hyphens behind initials part words as they do elsewhere, and texts keep their characters."""

from __future__ import annotations

from functools import lru_cache

from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from testimonia.read.word_breaks import part_initials
from tests.read.telling import claims_of


@lru_cache(maxsize=1)
def tokenizer() -> Language:
    import spacy

    return part_initials(spacy.blank("en"))


def test_initials_before_a_hyphen_part_from_the_word_behind() -> None:
    assert [t.text for t in tokenizer()("the U.S.-led raids")] == ["the", "U.S.", "-", "led", "raids"]


def test_initials_before_a_capital_stay_as_they_are() -> None:
    assert [t.text for t in tokenizer()("an U.S.-Kenyan patrol")] == ["an", "U.S.-Kenyan", "patrol"]


@given(st.text(alphabet="ABus.- led", max_size=30))
def test_no_character_is_lost(text: str) -> None:
    assert tokenizer()(text).text == text


def test_an_alliance_is_known_by_its_leaders_initials() -> None:
    (claim,) = [c for c in claims_of("A U.S.-led coalition drone struck a depot near Raqqa.") if c.type == "ASSAULT"]
    assert [m.actor for m in claim.actors] == ["us-led-coalition"]
