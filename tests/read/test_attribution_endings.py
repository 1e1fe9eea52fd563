"""Sentences whose commas are missing still name who tells them."""

from testimonia.codebook.codebook import load
from testimonia.read import attribution
from testimonia.read.grammar import parse
from testimonia.read.transcript import plain


def sources(text: str) -> list[str]:
    transcript = plain(text)
    paragraphs = [(p.start, p.end) for p in transcript.paragraphs]
    found = attribution.find(parse(transcript), paragraphs, load(base=("english",)))
    return [text[a.source[0] : a.source[1]] for a in found if a.source and a.conveys]


def test_the_speaker_at_the_end_of_a_sentence_without_commas_is_found() -> None:
    assert sources("The men died on the road which troops cut on Thursday the Observatory said.") == ["the Observatory"]


def test_a_speaker_after_the_verb_is_found() -> None:
    text = "On Saturday mortar rounds struck near the embassy said the Observatory a Britain-based monitor."
    assert sources(text) == ["the Observatory"]


def test_a_saying_without_a_verb_before_it_is_left_alone() -> None:
    assert sources("The news the general announced.") == []
