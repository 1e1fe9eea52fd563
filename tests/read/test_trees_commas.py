"""What the parser hangs wrong around a comma is hung right, and proper sentences stay as they are."""

import pytest

from testimonia.model.claim import Kind
from testimonia.read import trees
from testimonia.read.grammar import pipeline
from tests.read.telling import claims_of, parsed, word


@pytest.mark.parametrize(
    ("text", "hangs", "head", "relation"),
    [
        ("Troops cut the lines between the held districts of the city and nearby Jordan, which backs militia forces.",
         "backs", "Jordan", "relcl"),
        ("The council condemned the raid in which 35 villagers, mostly pupils and teachers, were killed.",
         "killed", "raid", "relcl"),
        ("Nine men were killed and more than thirty others were hurt after a gas, believed to be sarin, was dropped"
         " by a jet.", "gas", "dropped", "nsubjpass"),
        ("Jets killed 12 people, most of them farmers, and hurt dozens more.", "farmers", "people", "appos"),
        ("Two shells hit the market, killing, according to medics, nine people.", "people", "killing", "dobj"),
        ("Kyiv said it is targeting the militia, but also the navy.", "navy", "militia", "conj"),
        ("Lebanese army, allies retake two villages in hills near Tripoli", "army", "retake", "nsubj"),
    ],
)  # fmt: skip
def test_what_a_comma_led_astray_hangs_right(text: str, hangs: str, head: str, relation: str) -> None:
    found = word(parsed(text), hangs)
    assert (found.head.text, found.dep_) == (head, relation)


@pytest.mark.parametrize(
    "text",
    [
        "TRIPOLI, Lebanon (AP) — A car bomb killed nine people, a medic said.",
        "TRIPOLI, May 1 (Wire Agency) - A double car bomb in the city of Homs has claimed the lives of nine people.",
    ],
)
def test_the_town_of_a_dateline_does_nothing(text: str) -> None:
    told = [claim for claim in claims_of(text) if claim.figures]
    assert told
    assert not [actor.name for claim in told for actor in claim.actors]


def test_a_verb_before_two_adjectives_is_none_of_their_noun() -> None:
    told = claims_of(
        "Rebels regularly fire crude, homemade rockets into the west of the city, often killing villagers."
    )
    assert {actor.name for claim in told for actor in claim.actors} == {"Rebels"}


def test_a_clause_that_an_aside_took_over_is_the_main_one_again() -> None:
    doc = parsed("Ten people were killed, three of them children, when a shell hit the bakery.")
    assert [sentence.root.text for sentence in doc.sents] == ["killed"]
    assert (word(doc, "children").head.text, word(doc, "hit").head.text) == ("people", "killed")


@pytest.mark.parametrize(
    "text",
    [
        "Troops took the camps, which were empty.",
        "He met the leaders of the group, who were in town.",
        "The raid killed nine people, but the army denied it.",
        "According to medics, nine people died.",
        "On Monday, rebels shelled the town.",
        "Ten people, most of them farmers, fled.",
        "Troops left after a truce, agreed in May, failed.",
    ],
)
def test_other_commas_move_nothing(text: str) -> None:
    doc = pipeline()(text)
    before = [(token.head.i, token.dep_) for token in doc]
    trees.mend(doc)
    assert [(token.head.i, token.dep_) for token in doc] == before


def test_whoever_drops_what_an_aside_describes_did_it() -> None:
    told = claims_of(
        "Two men died after a gas, believed to be sarin, was released by a helicopter belonging to the army."
    )
    death = next(c for c in told if c.trigger and c.trigger.text == "died")
    assert [a.name for a in death.actors] == ["army"]


def test_a_number_behind_a_comma_may_end_an_account() -> None:
    assert claims_of("Shells killed nine people in Goma on June 3, 2016")


@pytest.mark.parametrize("clause", ["A nurse, a baker and a child were killed", "A nurse, baker and child died"])
def test_those_told_one_by_one_are_all_harmed(clause: str) -> None:
    told = next(claim for claim in claims_of(f"{clause} in Harran.") if claim.kind is Kind.EVENT)
    assert [mention.name for mention in told.recipients] == ["nurse", "baker", "child"]


def test_what_somebody_was_besides_is_nobody_beside_him() -> None:
    told = next(c for c in claims_of("A nurse, a mother and cook, was killed in Harran.") if c.kind is Kind.EVENT)
    assert [mention.name for mention in told.recipients] == ["nurse"]
