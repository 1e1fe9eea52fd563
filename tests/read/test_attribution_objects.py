"""Objects, predicates and charges that stand under a word of saying."""

import pytest

from testimonia.codebook.codebook import load
from testimonia.read.attribution_objects import accusation, bidden, predicate_of
from testimonia.read.reporting import reporting
from tests.read.telling import parsed, word

WORDS = reporting(load(base=("english",)))


@pytest.mark.parametrize(
    ("text", "cue", "charge"),
    [
        ("The mayor accused the rebels of killing two men.", "accused", "of"),
        ("Residents blamed the army for the strikes.", "blamed", "for"),
        ("Residents left the town.", "left", None),
    ],
)
def test_what_somebody_is_charged_with_stands_behind_him(text: str, cue: str, charge: str | None) -> None:
    found = accusation(word(parsed(text), cue), WORDS)
    assert (found.text if found is not None else None) == charge


def test_who_is_told_to_think_something_does_not_say_it() -> None:
    doc = parsed("The army warned the rebels to expect reprisals. The rebels expect reprisals.")
    assert bidden(word(doc, "expect"), WORDS)
    assert not bidden([token for token in doc if token.text == "expect"][1], WORDS)


def test_what_something_is_called_is_its_predicate() -> None:
    found = predicate_of(word(parsed("The mayor described the raid as a massacre."), "described"))
    assert found is not None and found.text == "as"
