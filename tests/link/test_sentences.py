from __future__ import annotations

import pytest

from testimonia.link.sentences import sentence_of

TEXT = "The guns fell silent. Gen. B. Hart said “we wait.” Then, at 4 a.m., they began again!\n\nNobody slept"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("fell", "The guns fell silent."),
        ("wait", "Gen. B. Hart said “we wait.”"),
        ("again", "Then, at 4 a.m., they began again!"),
        ("slept", "Nobody slept"),
    ],
)
def test_the_sentence_that_holds_a_word(words: str, sentence: str) -> None:
    at = TEXT.index(words)
    start, end = sentence_of(TEXT, at, at + len(words))
    assert TEXT[start:end] == sentence
