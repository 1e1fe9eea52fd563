"""The keys by which the senses of a word are looked up."""

from __future__ import annotations

from testimonia.read import predicate_keys
from tests.read.telling import reading_of


def test_a_verb_is_looked_up_with_its_particle_and_preposition() -> None:
    doc = reading_of("The town came under fire and the rebels cut off the road.").doc
    known = predicate_keys.heads(["come under fire", "cut off"])
    assert "come under fire" in predicate_keys.of_verb(doc[2], known)
    cut = next(token for token in doc if token.lemma_ == "cut")
    assert predicate_keys.of_verb(cut, known)[:2] == ["cut", "cut off"]


def test_a_noun_is_looked_up_with_its_compound_and_what_it_is_of() -> None:
    doc = reading_of("The air strike caused great loss of life.").doc
    known = predicate_keys.heads(["air strike", "loss of life"])
    keys = [key for token in doc if token.pos_ == "NOUN" for key in predicate_keys.of_noun(token, known)]
    assert "air strike" in keys
    assert "loss of life" in keys


def test_a_word_that_no_sense_may_begin_or_end_with_has_no_keys() -> None:
    doc = reading_of("The fishermen sang of the loss of life.").doc
    known = predicate_keys.heads(["loss of life", "cross-shell"])
    assert not predicate_keys.of_verb(next(t for t in doc if t.lemma_ == "sing"), known)
    assert predicate_keys.of_noun(next(t for t in doc if t.text == "loss"), known)
    assert "shell" in known
