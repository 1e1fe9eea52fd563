"""What the words of a phrase that may name an actor are."""

from testimonia.read.actor_phrases import counts, lemma_of, tells
from testimonia.read.grammar import parse
from testimonia.read.transcript import plain


def test_a_plural_that_a_headline_writes_as_a_name_has_its_singular() -> None:
    doc = parse(plain("Two Rebels fled Homs."))
    assert lemma_of(doc[1]) == "rebel"


def test_words_that_only_count_are_known() -> None:
    doc = parse(plain("At least six soldiers fled."))
    assert counts(doc[2])
    assert not counts(doc[3])


def test_a_stretch_with_a_verb_in_it_is_no_name() -> None:
    doc = parse(plain("The Front killed nine soldiers."))
    assert tells(doc[0:5])
    assert not tells(doc[0:2])
