from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from testimonia.ingest.sentences import sentences


def split(text: str) -> list[str]:
    return [text[start:end].strip() for start, end in sentences(text, 0, len(text))]


def test_a_full_stop_ends_a_sentence_and_that_of_an_abbreviation_does_not() -> None:
    assert split("Gen. Moor spoke to the U.S. envoy. The guns fired. “Stop!” he said.") == [
        "Gen. Moor spoke to the U.S. envoy.",
        "The guns fired.",
        "“Stop!” he said.",
    ]


@given(st.text(alphabet="aB .!?\n”", max_size=80))
def test_sentences_come_in_order_and_keep_every_word(text: str) -> None:
    found = list(sentences(text, 0, len(text)))
    assert "".join("".join(text[a:b].split()) for a, b in found) == "".join(text.split())
