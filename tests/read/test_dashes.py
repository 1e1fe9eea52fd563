"""Spaced hyphens are parsed as dashes and kept as they are written."""

from hypothesis import given
from hypothesis import strategies as st

from testimonia.read.dashes import dashed
from tests.read.telling import claims_of, parsed


@given(st.text())
def test_a_dash_is_as_long_as_the_hyphen_it_replaces(text: str) -> None:
    assert len(dashed(text)) == len(text)


def test_hyphens_inside_words_stay() -> None:
    assert dashed("the US-backed rebels - all of them - left") == "the US-backed rebels – all of them – left"


def test_the_document_keeps_what_was_written() -> None:
    text = "The rebels - to the surprise of many - repelled the assault on Goma."
    assert parsed(text).text.startswith(text)


def test_a_subject_is_found_across_an_aside() -> None:
    (claim,) = [c for c in claims_of("The rebels - as in May - shelled Goma.") if c.type == "ASSAULT"]
    assert [mention.text for mention in claim.actors] == ["rebels"]
