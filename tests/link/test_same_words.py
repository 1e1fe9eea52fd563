"""Event words of several texts: one subject and one word, or one of its family, is one event."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.link.same_words import EventWord, kindred, subjects, together
from testimonia.link.words import linking_words
from tests.factories import BOOK

WORDS = linking_words(BOOK)
_TEXTS = {
    "valley-1": ["mine", "collapse", "shaft", "miner", "village", "rescue"],
    "valley-2": ["mine", "collapse", "shaft", "miner", "hospital", "rescue"],
    "coast-1": ["ferry", "sink", "harbour", "captain", "storm", "rescue"],
    "coast-2": ["ferry", "sink", "harbour", "captain", "trial", "rescue"],
}


def _word(text: str, word: str, *beside: str) -> EventWord:
    return EventWord(text, word, frozenset(beside))


def test_texts_that_share_their_rare_words_are_on_one_subject() -> None:
    found = subjects(_TEXTS)
    assert found["valley-1"] == found["valley-2"] != found["coast-1"] == found["coast-2"]


def test_one_word_in_texts_on_one_subject_is_one_event_and_on_two_subjects_two() -> None:
    spoken = [_word("valley-1", "rescue"), _word("valley-2", "rescue"), _word("coast-1", "rescue")]
    assert together(_TEXTS, spoken, WORDS) == ((0, 1), (2,))


def test_a_verb_and_its_noun_are_one_event() -> None:
    assert kindred("announce", "announcement")
    assert kindred("quake", "quakes")
    assert not kindred("shell", "shelter")
    assert together(_TEXTS, [_word("coast-1", "investigate"), _word("coast-2", "investigation")], WORDS) == ((0, 1),)


def test_words_that_say_little_are_one_event_only_with_what_stands_beside_them() -> None:
    bare = [_word("coast-1", "say"), _word("coast-2", "say")]
    assert together(_TEXTS, bare, WORDS) == ((0,), (1,))
    with_speaker = [_word("coast-1", "say", "captain", "judge"), _word("coast-2", "say", "captain", "judge")]
    assert together(_TEXTS, with_speaker, WORDS) == ((0, 1),)


@settings(max_examples=50, deadline=None)
@given(
    st.lists(
        st.builds(_word, st.sampled_from(sorted(_TEXTS)), st.sampled_from(["rescue", "rescuer", "say", "sink"])),
        max_size=12,
    )
)
def test_every_word_is_in_one_group_and_no_group_spans_two_subjects(spoken: list[EventWord]) -> None:
    found = together(_TEXTS, spoken, WORDS)
    assert sorted(index for group in found for index in group) == list(range(len(spoken)))
    number = subjects(_TEXTS)
    assert all(len({number[spoken[index].text] for index in group}) == 1 for group in found)
