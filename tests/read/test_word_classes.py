"""What is remembered of the ruler's classes is what the ruler says."""

from typing import Any

import pytest
from spacy.tokens import Doc

from testimonia.read.grammar import pipeline
from testimonia.read.word_classes import Classes

TEXTS = [
    "There was a truce, and there's none now: the town was shelled twice, but then only the bridge.",
    "You said that they had had to leave. I saw it, it saw me; did they fight? They did.",
    "Let's go, he said, you've got to. It ain't over, y'all.",
    "The army  has been \n firing since dawn, which that officer that spoke denied to whom it concerned.",
    "",
]  # fmt: skip
LATER = ["attribute_ruler", "lemmatizer", "ner"]


def _ruler() -> Any:
    return pipeline().get_pipe("attribute_ruler")


def _told(doc: Doc) -> list[tuple[str, ...]]:
    return [(t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.text) for t in doc]


@pytest.mark.parametrize("text", TEXTS)
def test_words_get_the_classes_that_the_ruler_gives(text: str) -> None:
    classes = Classes(_ruler())
    shown, known, ruled = (pipeline()(text, disable=LATER) for _ in range(3))
    wanted = _told(_ruler()(ruled))
    assert _told(classes.give(shown)) == wanted
    assert _told(classes.give(known)) == wanted


def test_the_ruler_is_asked_once_for_words_of_one_kind() -> None:
    asked: list[Doc] = []

    class Counting:
        vocab, patterns = _ruler().vocab, _ruler().patterns

        def __call__(self, doc: Doc) -> Doc:
            asked.append(doc)
            ruled: Doc = _ruler()(doc)
            return ruled

    ruler: Any = Counting()
    classes = Classes(ruler)
    for text in ("Troops shelled the town.", "Rebels bombed the village."):
        classes.give(pipeline()(text, disable=LATER))
        before = len(asked)
    classes.give(pipeline()("Gunmen burned the market.", disable=LATER))
    assert len(asked) == before


def test_a_word_that_may_begin_a_pair_leaves_the_text_to_the_ruler() -> None:
    classes = Classes(_ruler())
    assert _told(classes.give(pipeline()("Let's stay.", disable=LATER)))[1][4] == "us"
