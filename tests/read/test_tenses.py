"""When a happening took place, by the verbs over it: our own sentences."""

import pytest

from testimonia.codebook.codebook import load
from testimonia.model.factuality import Tense
from testimonia.read import attribution, factuality
from testimonia.read.grammar import parse
from testimonia.read.transcript import plain


def tense(text: str, trigger: str) -> Tense:
    codebook = load(base=("english",))
    doc = parse(plain(text))
    token = next(t for t in doc if t.text == trigger)
    return factuality.of(doc, token.i, attribution.find(doc, [(0, len(text))], codebook), codebook).tense


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The group claims responsibility for the bombings near Goma.", "bombings", Tense.PAST),
        ("The ministry blames the rebels for the attack.", "attack", Tense.PAST),
        ("The ministry condemns the siege of Goma.", "siege", Tense.PRESENT),
        ("The bombing is the latest in a series of attacks.", "bombing", Tense.PAST),
        ("The bombing is the deadliest attack on the port.", "attack", Tense.PAST),
        ("The siege is a crime.", "siege", Tense.PRESENT),
        ("The unrest comes in the wake of a raid.", "raid", Tense.PAST),
        ("The unrest follows the shelling of Goma.", "shelling", Tense.PAST),
        ("All nine farmers are believed to have died.", "farmers", Tense.PAST),
        ("It is the worst blast to hit the port.", "hit", Tense.PAST),
        ("The army is shelling Goma.", "shelling", Tense.PRESENT),
        ("The army will shell Goma.", "shell", Tense.FUTURE),
    ],
)
def test_the_verbs_over_a_happening_tell_when_it_took_place(text: str, trigger: str, expected: Tense) -> None:
    assert tense(text, trigger) is expected
