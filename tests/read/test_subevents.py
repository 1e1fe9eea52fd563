"""Tests of the sub-events that texts tell of: sentences written for the purpose, one for what each rule is about."""

import pytest

from testimonia.codebook import load
from testimonia.read import subevents
from tests.read.telling import book

_TOLD = (
    ("Two warplanes bombed the market of Orlu, killing nine people.", "Air/drone strike"),
    ("Mortar shells fell on the eastern quarters of Orlu all night.", "Shelling/artillery/missile attack"),
    ("A man blew himself up at the gate of the police academy.", "Suicide bomb"),
    ("A roadside bomb tore through a minibus near the village.", "Remote explosive/landmine/IED"),
    ("Unknown men lobbed a hand grenade into a cafe.", "Grenade"),
    ("Shells filled with mustard gas were fired at the trenches.", "Chemical weapon"),
    ("Rebels ambushed an army patrol and a gunfight followed.", "Armed clash"),
    ("Government troops recaptured the town of Orlu from the rebels.", "Government regains territory"),
    ("Rebels captured the town of Orlu and took control of its airfield.", "Non-state actor overtakes territory"),
    ("The militia handed the town back to the ministry without a fight.", "Non-violent transfer of territory"),
    ("Gunmen shot dead three villagers on their way to church.", "Attack"),
    ("Armed men kidnapped a priest and are holding him for ransom.", "Abduction/forced disappearance"),
    ("Soldiers raped several women of the camp, a nurse said.", "Sexual violence"),
    ("Thousands marched through the capital to demand elections.", "Peaceful protest"),
    ("Riot police dispersed a rally of teachers with tear gas.", "Protest with intervention"),
    ("Police opened fire on demonstrators and killed four of them.", "Excessive force against protesters"),
    ("Demonstrators hurled stones at officers and set fire to barricades.", "Violent demonstration"),
    ("A mob lynched a man whom it took for a thief.", "Mob violence"),
    ("The two sides signed a ceasefire in Geneva.", "Agreement"),
    ("Police arrested twelve members of the opposition.", "Arrests"),
    ("Two hundred fighters defected to the rival militia.", "Change to group/activity"),
    ("Sappers defused a mine, and police seized rifles and ammunition.", "Disrupted weapons use"),
    ("The army set up a new military base outside Orlu.", "Headquarters or base established"),
    ("Militiamen looted shops and burned houses in the village.", "Looting/property destruction"),
    ("Thousands have fled their homes in the valley.", "Other"),
)  # fmt: skip
_BEYOND = (
    ("A ferry capsized on the lake and forty passengers drowned.", "Accident"),
    ("An earthquake shook the coast and buried whole villages.", "Natural disaster"),
    ("Customs officers found cocaine worth two million, smuggled in a lorry.", "Organised crime"),
    ("The republic expelled three diplomats and closed its embassy.", "Diplomatic measure"),
    ("The group claimed responsibility for the raid.", "Attribution of responsibility"),
)


@pytest.mark.parametrize(("text", "name"), _TOLD)
def test_each_sub_event_of_acled_is_told_by_its_own_words_and_parties(text: str, name: str) -> None:
    found = subevents.main(text)
    assert found is not None and (found.name, found.acled) == (name, True)


@pytest.mark.parametrize(("text", "name"), _BEYOND)
def test_what_is_no_political_violence_is_not_taken_for_it(text: str, name: str) -> None:
    found = subevents.main(text)
    assert found is not None and (found.name, found.acled) == (name, False)


def test_who_takes_a_town_decides_between_regaining_and_overtaking() -> None:
    army, rebels = (subevents.main(f"{who} captured the village on Monday.") for who in ("The army", "The rebels"))
    assert army and rebels
    assert (army.name, rebels.name) == ("Government regains territory", "Non-state actor overtakes territory")


def test_what_only_sets_the_scene_tells_less_than_the_main_clause() -> None:
    found = subevents.main("Both sides signed a truce after warplanes had bombed the town.")
    assert found and found.name == "Agreement"


def test_an_act_that_did_not_happen_tells_little() -> None:
    told = subevents.ranked("Police did not arrest the students.")
    happened = subevents.ranked("Police arrested the students.")
    assert told[0].weight < happened[0].weight


def test_a_text_without_any_happening_has_no_sub_event() -> None:
    assert subevents.main("The library opens at nine.") is None
    assert subevents.main("") is None


def test_the_act_is_a_span_of_the_text_and_the_reason_names_its_words() -> None:
    text = "In  Orlu,\n warplanes   bombed the market."
    found = subevents.main(text)
    assert found and text[found.start : found.end] == "bombed" and "warplanes" in found.why


def test_every_rule_names_classes_and_kinds_that_exist() -> None:
    words = subevents.rules(load())
    for rule in words.rules:
        for names in (rule.all, rule.by, rule.to, rule.neither):
            assert {name for each in names for name in each.split("|")} <= words.classes.keys() | set(
                words.kinds.values()
            )
    assert words.beyond <= {rule.subevent for rule in words.rules}


def test_every_class_is_used_by_a_rule() -> None:
    words = subevents.rules(book())
    asked = [each for rule in words.rules for names in (rule.all, rule.by, rule.to, rule.neither) for each in names]
    used = {name for each in asked for name in each.split("|")}
    assert words.classes.keys() - used == set()
