"""Spaced hyphens are parsed as dashes, unfamiliar words as ones that the parser knows; both are kept as written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.read.shown import shown
from tests.read.telling import claims_of, parsed, word


@given(st.text())
def test_a_dash_is_as_long_as_the_hyphen_it_replaces(text: str) -> None:
    assert len(shown(text)) == len(text)


@given(st.lists(st.sampled_from(["Airstrikes", "airstrike", "Rwandas", "AIRSTRIKES", "-", "hit", "Goma", "."])))
def test_a_word_shown_instead_is_as_long_as_the_one_written(words: list[str]) -> None:
    text = " ".join(words)
    assert len(shown(text)) == len(text)


def test_hyphens_inside_words_stay() -> None:
    assert shown("the US-backed rebels - all of them - left") == "the US-backed rebels – all of them – left"


@pytest.mark.parametrize(("written", "read"), [("airstrike", "explosion"), ("Airstrikes", "Explosions")])
def test_an_unfamiliar_word_is_shown_as_a_familiar_one_in_its_case(written: str, read: str) -> None:
    assert shown(f"{written} hit Goma") == f"{read} hit Goma"


def test_the_document_keeps_what_was_written() -> None:
    text = "The rebels - to the surprise of many - repelled the airstrikes on Goma."
    assert parsed(text).text.startswith(text)


def test_an_unfamiliar_word_keeps_its_own_lemma_and_is_a_noun() -> None:
    strikes = word(parsed("Doctors said nine men died in Rwandan airstrikes on Goma."), "airstrikes")
    assert (strikes.lemma_, strikes.pos_) == ("airstrike", "NOUN")


def test_a_subject_is_found_across_an_aside() -> None:
    (claim,) = [c for c in claims_of("The rebels - as in May - shelled Goma.") if c.type == "ASSAULT"]
    assert [mention.text for mention in claim.actors] == ["rebels"]


def test_a_name_in_capitals_is_no_common_word() -> None:
    doc = parsed("Witnesses said IS held the hills, and WHO warned of disease.")
    held, warned = word(doc, "held"), word(doc, "warned")
    assert [(t.text, t.pos_, t.lemma_) for t in (*held.lefts, *warned.lefts) if t.dep_ == "nsubj"] == [
        ("IS", "PROPN", "IS"),
        ("WHO", "PROPN", "WHO"),
    ]


@pytest.mark.parametrize("acronym", ["SANA", "SOHR", "DAESH", "MONUC"])
def test_an_acronym_is_a_name_whatever_its_letters(acronym: str) -> None:
    name = word(parsed(f"A source in Goma told {acronym} that nine men died."), acronym)
    assert (name.pos_, name.lemma_, name.dep_) == ("PROPN", acronym, "dobj")


@pytest.mark.parametrize("text", ["THIS IS THE END", "WHO IS IN GOMA", "who is there", "Is it over? It is."])
def test_a_common_word_among_capitals_is_shown_as_it_is(text: str) -> None:
    assert shown(text) == text


def test_a_land_that_has_lost_its_apostrophe_owns_what_follows() -> None:
    assert shown("Kenyas army left Rwandas hills, not the Koreas") == "Kenyan army left Rwandan hills, not the Koreas"
    doc = parsed("Militias shelled the hills on Sunday. Rwandas embattled army has bombed Goma.")
    assert [t.text for t in word(doc, "bombed").lefts if t.dep_ == "nsubj"] == ["army"]
