"""When a happening took place, by the verbs over it: our own sentences."""

import pytest

from testimonia.codebook.codebook import load
from testimonia.model.claim import Kind
from testimonia.model.factuality import Tense
from testimonia.read import attribution, factuality
from testimonia.read.grammar import parse
from testimonia.read.transcript import plain
from tests.read.expecting import triggered
from tests.read.telling import claims_of


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
        ("Having taken the hills, the army is in Goma.", "taken", Tense.PAST),
        ("The rebels hold the hills after seizing Goma.", "seizing", Tense.PAST),
        ("The army is shelling Goma.", "shelling", Tense.PRESENT),
        ("The army will shell Goma.", "shell", Tense.FUTURE),
    ],
)
def test_the_verbs_over_a_happening_tell_when_it_took_place(text: str, trigger: str, expected: Tense) -> None:
    assert tense(text, trigger) is expected


def test_what_is_told_with_a_day_gone_by_is_past() -> None:
    claims = claims_of("Goma is the town where an attack by rebels on Friday is still felt.")
    assert triggered(claims, "attack").tense is Tense.PAST


def test_a_headline_keeps_its_present() -> None:
    claims = claims_of("Rebels shell the port of Goma on Sunday.")
    assert triggered(claims, "shell").tense is Tense.PRESENT


def test_a_count_of_dead_is_past_though_the_present_tells_it() -> None:
    claims = claims_of("There are at least 56 dead in Goma.")
    assert triggered(claims, "56", Kind.FIGURE).tense is Tense.PAST


def test_the_object_of_a_present_keeps_it() -> None:
    assert triggered(claims_of("A bomb kills nine people in Goma."), "people", Kind.FIGURE).tense is Tense.PRESENT


def test_how_things_stand_in_passing_is_told_in_the_tense_of_the_verb_over_it() -> None:
    now = "Hamlets next to the town are in areas controlled by rebels in Goma."
    then = "The army shelled areas controlled by rebels in Goma."
    found = [triggered(claims_of(text), "controlled", Kind.RELATION).tense for text in (now, then)]
    assert found == [Tense.PRESENT, Tense.PAST]


def test_a_participle_between_them_shows_no_tense() -> None:
    text = "Families live in camps run by clans in areas controlled by rebels in Goma."
    assert triggered(claims_of(text), "controlled", Kind.RELATION).tense is Tense.PRESENT


def test_what_appears_to_have_been_done_is_past() -> None:
    assert tense("The militia appears to have shelled Goma.", "shelled") is Tense.PAST


def test_what_is_answered_is_past() -> None:
    assert tense("The senate seeks backing for a strike in response to an attack on Goma.", "attack") is Tense.PAST


def test_a_count_of_who_is_among_the_dead_is_past() -> None:
    (found, *_) = [c for c in claims_of("The dead include nine nurses.") if c.kind is Kind.FIGURE]
    assert found.tense is Tense.PAST
