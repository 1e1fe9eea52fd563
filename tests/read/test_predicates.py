"""Which words tell of something, and of which type: conditions met, narrower senses first."""

import pytest

from testimonia.model.claim import Kind
from testimonia.read.predicates import Predicate, senses
from tests.read.telling import book, parsed


def told(text: str) -> list[tuple[str, str]]:
    """Each telling word with its type."""
    doc = parsed(text)
    return [(doc[p.i].text, p.sense.type) for p in senses(book()).find(doc)]


def found(text: str, word: str, kind: Kind = Kind.EVENT) -> Predicate:
    doc = parsed(text)
    return next(p for p in senses(book()).find(doc) if doc[p.i].text == word and p.sense.kind is kind)


@pytest.mark.parametrize(
    ("sentence", "word", "event_type"),
    [
        ("Jets bombed the port.", "bombed", "ASSAULT"),
        ("The bombing of the port went on.", "bombing", "ASSAULT"),
        ("Gunners shot down a helicopter.", "shot", "ASSAULT"),
        ("The shooting down of a helicopter was denied.", "shooting", "ASSAULT"),
        ("The envoy met with the rebels.", "met", "CONSULT"),
        ("The militia withdrew from the town.", "withdrew", "RETREAT"),
        ("The ministry accused the rebels of murder.", "accused", "ACCUSE"),
        ("The council imposed sanctions on the junta.", "sanctions", "SANCTION"),
        ("The crowd protested against the war.", "protested", "PROTEST"),
        ("The army deployed tanks to the border.", "deployed", "MOBILIZE"),
        ("The ministry threatened to bomb the port.", "threatened", "THREATEN"),
        ("The agency delivered food to the camp.", "delivered", "AID"),
    ],
)
def test_a_word_tells_a_happening_of_its_type(sentence: str, word: str, event_type: str) -> None:
    assert (word, event_type) in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "word", "relation_type"),
    [
        ("The ministry arms the militia.", "arms", "ARMS"),
        ("The ministry supplies weapons to the militia.", "supplies", "ARMS"),
        ("The ministry funds the militia.", "funds", "FUNDS"),
        ("The ministry backs the militia.", "backs", "SUPPORTS"),
        ("The general commands the brigade.", "commands", "COMMANDS"),
        ("The army besieges the town.", "besieges", "BESIEGES"),
        ("The army controls the town.", "controls", "CONTROLS"),
    ],
)
def test_a_word_tells_a_relation_of_its_type(sentence: str, word: str, relation_type: str) -> None:
    assert (word, relation_type) in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["The two sides struck a deal.", "The offer hit a nerve.", "The plan hit the headlines."],
)
def test_an_object_that_is_ruled_out_makes_no_assault(sentence: str) -> None:
    assert "ASSAULT" not in [event_type for _, event_type in told(sentence)]


def test_a_particle_makes_another_word() -> None:
    assert found("Gunners shot down a helicopter.", "shot").sense.id == "assault.shootdown"


def test_at_most_one_event_and_one_relation_come_of_a_word() -> None:
    doc = parsed("The army besieged the town, and the envoys signed an agreement with the rebels in the capital.")
    seen = [(p.i, p.sense.kind) for p in senses(book()).find(doc)]
    assert len(seen) == len(set(seen))


def test_predicates_come_in_the_order_of_the_words() -> None:
    doc = parsed("Jets bombed the port, tanks shelled the mill and the militia withdrew.")
    order = [p.i for p in senses(book()).find(doc)]
    assert order == sorted(order)
    assert len(order) == 3


def test_the_passive_is_told_with_its_patient() -> None:
    frame = found("The mill was shelled by tanks.", "shelled").frame
    assert frame.passive
    assert [t.text for t in frame.agents] == ["tanks"]
    assert [t.text for t in frame.patients] == ["mill"]


def test_whoever_dies_is_no_agent() -> None:
    frame = found("Nine farmers died in the raid.", "died").frame
    assert frame.agents == ()
    assert [t.text for t in frame.patients] == ["farmers"]


def test_the_words_that_decided_are_kept() -> None:
    assert "bomb" in found("Jets bombed the port.", "bombed").evidence


def test_a_word_of_no_sense_tells_nothing() -> None:
    assert told("The harvest was good and the river was high.") == []


def test_a_noun_may_be_asked_whether_it_names_violence() -> None:
    doc = parsed("The bombing and the harvest went on.")
    known = senses(book())
    assert [t.text for t in doc if known.names_happening(t)] == ["bombing"]


def test_every_sense_of_the_codebook_can_be_carried_by_some_word() -> None:
    for sense in senses(book()).book.senses:
        assert sense.verbs or sense.nouns or sense.adjectives, sense.id


def test_ids_of_senses_name_their_conditions_once() -> None:
    named = [(s.id, s.kind, s.type) for s in senses(book()).book.senses]
    assert all("." in identifier for identifier, _, _ in named)


def test_who_is_known_to_hold_an_office_travels_on_business() -> None:
    assert ("travel", "CONSULT") in told("Putin will travel to Kenya next week.")
    assert ("travel", "CONSULT") not in told("Brontewick will travel to Kenya next week.")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The war broke out in March.", "broke"),
        ("Foreign nationals entered Orland through the port.", "entered"),
        ("The treaty that guarantees the right to life was signed.", "guarantees"),
        ("A medic protected the face of a dead child.", "protected"),
        ("The envoy dismissed the government line.", "dismissed"),
        ("The war has been going on for five years.", "going"),
        ("The town hosts a Russian base.", "hosts"),
        ("Jets resumed their missions in Aleppo.", "resumed"),
        ("The ministry made no mention of any strikes.", "made"),
        ("France sought to seize the initiative.", "seize"),
        ("Vehicles equipped with guns were destroyed.", "equipped"),
        ("Many people were trapped under the rubble.", "trapped"),
        ("The Local Coordination Committees counted ten dead.", "Coordination"),
        ("Rescuers were able to pull two children out.", "pull"),
    ],
)
def test_a_word_in_another_sense_tells_of_nothing(text: str, word: str) -> None:
    assert word not in [each for each, _ in told(text)]


def test_rockets_that_slam_into_a_town_accuse_nobody() -> None:
    assert ("slammed", "ASSAULT") in told("Ten rockets slammed into the town.")
    assert ("slammed", "ACCUSE") in told("The mayor slammed the raid.")
