from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.link import copies
from tests.factories import Telling, of

PASSAGE = (
    "the ferry had left the eastern bank with some forty passengers when two shells fell beside it and a third struck "
    "the wheelhouse so that it drifted burning towards the old bridge where fishermen pulled the living out"
)


def _shared(first: Telling, second: Telling) -> tuple[copies.Copy, ...]:
    accounts, _, documents = of(first, second)
    return copies.find(accounts, documents)


def test_a_copied_passage_is_found_with_both_its_spans() -> None:
    one = Telling("Valley Post", f"On Monday night {PASSAGE}. The mayor has promised a new ferry.")
    two = Telling("Coast Daily", f"Shells on the river! As we hear, {PASSAGE.upper()}, say witnesses of the deed.")
    (copy,) = _shared(one, two)
    texts = {one.id: one.text, two.id: two.text}
    (passage,) = copy.passages
    left, right = texts[copy.left][slice(*passage.left_span)], texts[copy.right][slice(*passage.right_span)]
    assert left.casefold() == right.casefold() == PASSAGE.casefold()
    assert copy.words == len(PASSAGE.split())


def test_a_word_changed_within_does_not_cut_the_passage() -> None:
    one = Telling("Valley Post", f"{PASSAGE}.")
    two = Telling("Coast Daily", f"{PASSAGE.replace('old bridge', 'ruined bridge')}.")
    (copy,) = _shared(one, two)
    assert len(copy.passages) == 1


def test_a_shared_phrase_is_no_copy() -> None:
    one = Telling("Valley Post", "He said that the war in the valley had gone on for seven years too long.")
    two = Telling("Coast Daily", "She said that the war in the valley had gone on for seven years, and wept.")
    assert not _shared(one, two)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(["ash", "oak", "elm", "fir", "yew", "bay", "box", "fig", "pea", "rye"]),
        min_size=30,
        max_size=80,
    )
)
def test_the_words_of_both_spans_agree(words: list[str]) -> None:
    body = " ".join(words)
    one, two = Telling("Valley Post", f"Once, {body}"), Telling("Coast Daily", f"Then it was {body} again")
    texts = {one.id: one.text, two.id: two.text}
    for copy in _shared(one, two):
        for passage in copy.passages:
            left = texts[copy.left][slice(*passage.left_span)].split()
            right = texts[copy.right][slice(*passage.right_span)].split()
            assert left[0] == right[0]
            assert left[-1] == right[-1]
