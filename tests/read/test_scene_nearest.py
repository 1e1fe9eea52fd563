"""Of several places in a sentence, the nearest clause's."""

from tests.read.expecting import labels, triggered, where
from tests.read.telling import claims_of


def test_the_clause_above_comes_before_the_rest_of_the_sentence() -> None:
    text = "The coalition bombed convoys in Mali while an alliance took Bukavu after the militants retreated."
    assert where(triggered(claims_of(text), "retreated")) == ["Bukavu"]


def test_a_label_takes_no_place_from_another_clause() -> None:
    text = "The terrorists denied the charge after shells fell on Goma."
    assert [where(label) for label in labels(text) if "terrorists" in label.text] == [[]]


def test_what_is_done_in_words_takes_no_place_of_another_deed() -> None:
    claims = claims_of("Soldiers shelled a village near Goma as Belgium called for sanctions.")
    assert where(triggered(claims, "called")) == []


def test_a_deed_that_a_clause_lays_on_somebody_keeps_its_place() -> None:
    claims = claims_of("Nine farmers died in an attack in Goma, which was blamed on the rebels.")
    assert where(triggered(claims, "blamed")) == ["Goma"]
