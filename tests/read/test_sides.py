"""Who stands beside whom and against whom where no verb of its own tells it."""

import pytest

from testimonia.model.claim import Claim
from tests.read.expecting import ids
from tests.read.telling import claims_of


def told(sentence: str, kind: str) -> list[Claim]:
    return [claim for claim in claims_of(sentence) if claim.type == kind and claim.rule.startswith("sides.")]


@pytest.mark.parametrize(
    ("sentence", "kind", "one", "two"),
    [
        ("With the support of Rwanda, the M23 took Goma.", "SUPPORTS", "rwanda", "m23"),
        ("With Rwandan support, the M23 took Goma.", "SUPPORTS", "rwanda", "m23"),
        ("The M23 took Goma with help from Rwanda.", "SUPPORTS", "rwanda", "m23"),
        ("Israel has been at war with Hezbollah for a month.", "FIGHTS", "israel", "hezbollah"),
        ("The M23 was under siege by Rwanda in Goma.", "BESIEGES", "rwanda", "m23"),
        ("Hezbollah fighters, alongside the Houthis, shelled the port.", "FIGHTS_ALONGSIDE", "hezbollah", "houthis"),
        ("The Israel-Hezbollah war emptied the border villages.", "FIGHTS", "israel", "hezbollah"),
        ("Rwanda joined the coalition against Hezbollah.", "FIGHTS", "rwanda", "hezbollah"),
        ("Israel is in contact with Egypt.", "CONSULT", "israel", "egypt"),
        ("Hezbollah units under the banner of the Houthis shelled the port.", "PART_OF", "hezbollah", "houthis"),
    ],
)
def test_words_before_a_party_say_how_whoever_acts_stands_to_it(sentence: str, kind: str, one: str, two: str) -> None:
    found = told(sentence, kind)
    assert found, [(c.type, c.text) for c in claims_of(sentence)]
    assert ids(found[0].actors) == [one]
    assert ids(found[0].recipients) == [two]


def test_allies_named_with_a_possessive_stand_beside_its_bearer() -> None:
    (claim,) = told("Rwanda and its Israeli allies shelled the town.", "FIGHTS_ALONGSIDE")
    assert ids(claim.actors) == ["rwanda"]
    assert ids(claim.recipients) == ["israel"]


def test_who_visits_a_school_beside_another_does_not_fight_beside_him() -> None:
    assert not told("Egypt opened a school together with Israel.", "FIGHTS_ALONGSIDE")


def test_a_relation_that_a_verb_tells_is_not_told_once_more() -> None:
    sentence = "Rwandan soldiers fought alongside the M23 in Goma."
    assert len([claim for claim in claims_of(sentence) if claim.type == "FIGHTS_ALONGSIDE"]) == 1


def test_one_party_alone_makes_no_relation() -> None:
    assert not told("The village was at war with hunger.", "FIGHTS")


def test_a_relation_spans_both_its_parties() -> None:
    (claim,) = told("With the support of Rwanda, the M23 took Goma.", "SUPPORTS")
    assert claim.text.startswith("With the support of Rwanda")
    assert claim.text.endswith("M23")


def test_whose_support_in_a_fight_it_is_takes_part_in_it() -> None:
    (claim,) = told("Egypt thanked Rwanda for its support in the fight against Hezbollah.", "FIGHTS")
    assert ids(claim.recipients) == ["hezbollah"]


def test_those_killed_together_do_not_fight_side_by_side() -> None:
    assert not told("A rebel was killed along with the soldiers.", "FIGHTS_ALONGSIDE")
