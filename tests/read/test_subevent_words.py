"""Tests of finding classes of words in a sentence."""

from hypothesis import given
from hypothesis import strategies as st

from testimonia.read.subevent_words import Classes, Hit, classes_of
from tests.read.telling import parsed

_CLASSES = Classes({"guns": ["cannon", "machine gun"], "police": ["riot police", "police"], "jets": ["water cannon"]})


def _found(text: str) -> dict[str, list[str]]:
    doc = parsed(text)
    return {
        name: [doc[hit.start : hit.end].text for hit in hits] for name, hits in classes_of(doc[:], _CLASSES).items()
    }


def test_words_are_found_by_lemma_and_hyphens_part_them() -> None:
    assert _found("They fired two cannons and a machine-gun.") == {"guns": ["cannons", "machine-gun"]}


def test_a_part_of_a_longer_phrase_is_no_hit_of_its_own() -> None:
    assert _found("Riot police used water cannon.") == {"police": ["Riot police"], "jets": ["water cannon"]}


def test_a_phrase_is_headed_by_the_word_that_governs_it() -> None:
    doc = parsed("They saw the riot police.")
    hit = classes_of(doc[:], _CLASSES)["police"][0]
    assert doc[hit.head(doc)].text == "police"


@given(st.integers(0, 9), st.integers(1, 5), st.integers(0, 9), st.integers(1, 5))
def test_hits_that_share_a_token_are_at_no_distance(start: int, length: int, other: int, width: int) -> None:
    left, right = Hit("a", start, start + length), Hit("b", other, other + width)
    assert left.distance(right) == right.distance(left) >= 0
    assert not left.overlaps(right) or left.distance(right) == 0
    assert not left.within(right) or left.overlaps(right)
