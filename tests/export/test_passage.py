from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from testimonia.export.passage import around, shortened

TEXT = "The town slept. Then Mr. Hale's guns fired on the bridge at dawn! Nobody knew why.\n\nA new day began"


def passage(words: str) -> str:
    start = TEXT.index(words)
    return around(TEXT, start, start + len(words)).text


def test_a_span_stands_in_its_sentence() -> None:
    assert passage("fired on") == "Then Mr. Hale's guns fired on the bridge at dawn!"


def test_a_span_over_two_sentences_keeps_both() -> None:
    assert passage("dawn! Nobody") == "Then Mr. Hale's guns fired on the bridge at dawn! Nobody knew why."


def test_a_paragraph_ends_a_sentence() -> None:
    assert passage("new day") == "A new day began"


def test_a_long_sentence_is_cut_with_a_mark() -> None:
    text = "word " * 400
    cut = around(text, 1000, 1004, reach=20)
    assert cut.before.startswith("…")
    assert cut.after.endswith("…")
    assert cut.span == "word"


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 40))
def test_a_passage_is_always_a_stretch_of_the_text(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    found = around(text, start, min(len(text), start + length))
    assert found.text in text
    assert text[found.start : found.start + len(found.span)] == found.span


@given(st.text("ab .", max_size=300), st.integers(0, 300), st.integers(1, 300), st.integers(20, 90))
def test_a_shortened_passage_is_short_and_begins_its_span_alike(text: str, at: int, length: int, limit: int) -> None:
    at = min(at, len(text))
    whole = around(text, at, min(len(text), at + length))
    short = shortened(whole, limit)
    assert len(short.text) <= max(limit + 4, 0) or short == whole
    assert whole.span.startswith(short.span.removesuffix("…").rstrip()) or short.span == whole.span
