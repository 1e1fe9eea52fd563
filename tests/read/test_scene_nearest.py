"""Of several places in a sentence, the nearest clause's."""

from tests.read.expecting import labels, triggered, where
from tests.read.telling import claims_of


def test_the_clause_above_comes_before_the_rest_of_the_sentence() -> None:
    text = "The coalition bombed convoys in Mali while an alliance took Bukavu after the militants retreated."
    assert where(triggered(claims_of(text), "retreated")) == ["Bukavu"]


def test_a_label_takes_the_place_of_its_own_clause() -> None:
    text = "Gunmen shelled Goma after terrorists killed nine farmers in Bunia."
    found = [label for label in labels(text) if label.text == "terrorists"]
    assert [where(label) for label in found] == [["Bunia"]]


def test_a_label_takes_no_place_from_another_clause() -> None:
    text = "The terrorists denied the charge after shells fell on Goma."
    assert [where(label) for label in labels(text) if "terrorists" in label.text] == [[]]


def test_a_label_within_the_phrase_of_a_place_takes_it() -> None:
    text = "Shells fell on terrorist-held districts of Goma while officials met in Nairobi."
    assert [where(label) for label in labels(text) if "terrorist" in label.text] == [["Goma"]]
