import pytest
from spacy.tokens import Token

from testimonia.read.frames import noun_frame, verb_frame
from tests.read.telling import parsed, word

ENABLING = frozenset({"allow", "help", "bring", "want"})
LIGHT = frozenset({"launch", "carry", "complete"})
INVERSE = frozenset({"come", "suffer"})


def texts(tokens: tuple[Token, ...]) -> list[str]:
    return [token.text for token in tokens]


@pytest.mark.parametrize(
    ("sentence", "verb", "agents", "patients"),
    [
        ("Serbian guns shelled the market.", "shelled", ["guns"], ["market"]),
        ("The market was shelled by Serbian guns.", "shelled", ["guns"], ["market"]),
        ("The market was shelled.", "shelled", [], ["market"]),
        (
            "Towns besieged and starved by the army and the militia wait for help.",
            "besieged",
            ["army", "militia"],
            ["Towns"],
        ),
        ("The militia, which attacked the convoy, withdrew.", "attacked", ["militia"], ["convoy"]),
        ("The convoy that the militia attacked was lost.", "attacked", ["militia"], ["convoy"]),
        ("Jets bombed the village, killing nine people.", "killing", ["Jets"], ["people"]),
        ("The army crossed the river and captured the bridge.", "captured", ["army"], ["bridge"]),
        ("The general promised to attack the port.", "attack", ["general"], ["port"]),
        ("They forced the rebels to leave the town.", "leave", ["rebels"], ["town"]),
        ("It was not the army who burned the mill.", "burned", ["army"], ["mill"]),
        ("Groups armed and funded by the Gulf states fought there.", "armed", ["states"], ["Groups"]),
    ],
)
def test_participants_are_found_by_grammar(sentence: str, verb: str, agents: list[str], patients: list[str]) -> None:
    frame = verb_frame(word(parsed(sentence), verb), ENABLING)
    assert texts(frame.agents) == agents
    assert texts(frame.patients) == patients


def test_whoever_makes_it_possible_is_told_apart() -> None:
    frame = verb_frame(word(parsed("Foreign jets allowed the army to cut the road."), "cut"), ENABLING)
    assert texts(frame.agents) == ["army"]
    assert texts(frame.enablers) == ["jets"]


@pytest.mark.parametrize(
    ("sentence", "noun", "agents", "patients"),
    [
        ("The bombing of Durango by German aircraft went on.", "bombing", ["aircraft"], ["Durango"]),
        ("The rebels launched an offensive against the garrison.", "offensive", ["rebels"], ["garrison"]),
        ("The garrison came under attack.", "attack", [], ["garrison"]),
        ("An offensive was launched by the rebels.", "offensive", ["rebels"], []),
        ("An attack carried out by the rebels failed.", "attack", ["rebels"], []),
    ],
)
def test_nouns_of_happenings_have_participants(
    sentence: str, noun: str, agents: list[str], patients: list[str]
) -> None:
    frame = noun_frame(word(parsed(sentence), noun), LIGHT, INVERSE, ENABLING)
    assert [t for t in texts(frame.agents) if t in agents] == agents
    assert texts(frame.patients) == patients


def test_who_is_said_to_be_something_bears_the_relation() -> None:
    doc = parsed("Moscow has been the main supplier of the regime.")
    frame = noun_frame(word(doc, "supplier"), LIGHT, INVERSE, ENABLING, copular=True)
    assert "Moscow" in texts(frame.agents)


def test_verbs_that_share_a_complement_behind_a_comma_have_it() -> None:
    sentence = "Norway is opposed to, and has long been opposed to, the Libyan war."
    second = [token for token in parsed(sentence) if token.text == "opposed"][1]
    assert texts(verb_frame(second, ENABLING).obliques["to"]) == ["war"]


def test_a_verb_that_the_parser_takes_for_a_participle_before_an_adjective_has_its_object() -> None:
    sentence = (
        "In an interview with Radio North this weekend, Republican presidential frontrunner, Donald Trump, issued "
        "bellicose threats against Iran, stating that “the facts raise serious issues about Iranian conduct in our "
        "region, in our seas.”"
    )
    frame = noun_frame(word(parsed(sentence), "threats"), LIGHT | {"issue"}, INVERSE, ENABLING)
    assert texts(frame.agents) == ["frontrunner"]


def test_the_first_of_verbs_that_share_a_complement_knows_its_preposition() -> None:
    sentence = "So let us call it what it is: Iran is opposed to, and has always been opposed to, the Libyan war."
    first = next(token for token in parsed(sentence) if token.text == "opposed")
    assert "to" in verb_frame(first, ENABLING).obliques


def test_a_fight_that_is_under_way_has_its_parties() -> None:
    doc = parsed("A tough battle is underway between the Rwandan army and the rebels.")
    assert texts(noun_frame(word(doc, "battle"), LIGHT, INVERSE, ENABLING).obliques["between"]) == ["army", "rebels"]


def test_whoever_is_to_blame_is_blamed() -> None:
    frame = verb_frame(
        word(parsed("The gunmen are to blame for the shelling."), "blame"), ENABLING, frozenset({"blame"})
    )
    assert (texts(frame.agents), texts(frame.patients)) == ([], ["gunmen"])


def test_whoever_is_accused_of_launching_an_attack_is_its_doer() -> None:
    doc = parsed("Activists accused government forces of launching a gas attack on the town.")
    frame = noun_frame(
        word(doc, "attack"), frozenset({"launch"}), frozenset(), frozenset(), blaming=frozenset({"accuse"})
    )
    assert word(doc, "forces") in frame.agents
    assert word(doc, "Activists") not in frame.agents


def test_the_second_deed_of_a_charge_is_the_accused_s() -> None:
    doc = parsed("Libya accuses Chad of funding and arming rebel groups.")
    assert texts(verb_frame(word(doc, "arming"), ENABLING, frozenset({"accuse"})).agents) == ["Chad"]
