"""What happened, and between whom: types, participants, and what is too little to be told."""

import pytest

from testimonia.model.claim import Kind
from tests.read.expecting import event, ids, triggered, where, words
from tests.read.telling import claims_of, names, only


@pytest.mark.parametrize(
    ("sentence", "event_type", "actors", "recipients"),
    [
        ("Russia and Ukraine signed an agreement in Istanbul.", "SUPPORT", ["russia", "ukraine"], []),
        ("The Red Cross delivered food to Sarajevo.", "AID", ["icrc"], []),
        ("The Security Council imposed sanctions on Serbia.", "SANCTION", ["un-security-council"], ["serbia"]),
        ("The United States accused Russia of war crimes.", "ACCUSE", ["united-states"], ["russia"]),
        ("Croatia blamed Serbia for the shelling of Dubrovnik.", "ACCUSE", ["croatia"], ["serbia"]),
        ("Russia mobilised 300,000 reservists.", "MOBILIZE", ["russia"], []),
        ("Serbia rejected the ultimatum.", "REJECT", ["serbia"], []),
        ("Turkey threatened to attack Syria.", "THREATEN", ["turkey"], []),
        ("The Houthis shot down a Saudi aircraft.", "ASSAULT", ["houthis"], ["saudi-arabia"]),
        ("Rwandan troops withdrew from Goma.", "RETREAT", ["rwanda-defence-force"], []),
    ],
)
def test_each_kind_of_happening_has_its_type_and_participants(
    sentence: str, event_type: str, actors: list[str], recipients: list[str]
) -> None:
    claim = event(sentence, event_type)
    assert ids(claim.actors) == actors
    assert [actor for actor in ids(claim.recipients) if actor in recipients] == recipients


def test_those_who_meet_act_on_each_other() -> None:
    claim = event("Iran and Turkey met in Geneva.", "CONSULT")
    assert (ids(claim.actors), ids(claim.recipients)) == (["iran"], ["turkey"])


def test_whoever_dies_undergoes_it_and_does_nothing() -> None:
    claim = event("Forty miners died in the shelling of Donetsk.")
    assert claim.actors == ()


def test_a_captured_town_is_a_place_and_its_loser_the_recipient() -> None:
    claim = event("The M23 rebels captured Goma from the Congolese army.")
    assert ids(claim.actors) == ["m23"]
    assert claim.recipients
    assert where(claim) == ["Goma"]


def test_victims_are_recipients_without_their_number() -> None:
    claim = event("Croatian shells killed nine farmers near Knin.")
    assert words(claim.recipients) == ["farmers"]


def test_a_killing_by_an_attack_told_just_before_is_of_whoever_attacked() -> None:
    claims = claims_of("Russian air strikes hit Kharkiv. The strikes killed 12 people.")
    assert ids(triggered(claims, "killed").actors) == ["russia"]


def test_the_owner_of_a_bombing_is_who_kills() -> None:
    claims = claims_of("Russia's bombing of Idlib killed 20 people.")
    assert ids(triggered(claims, "killed").actors) == ["russia"]


def test_an_accusation_tells_the_deed_on_the_accusers_word() -> None:
    deed = triggered(claims_of("The United States accused Russia of bombing Aleppo."), "bombing")
    assert ids(deed.actors) == ["russia"]
    assert deed.source.source == "united-states"


def test_a_second_verb_keeps_the_subject_of_the_first() -> None:
    claims = claims_of("Germany bombed Guernica and killed 200 people.")
    assert ids(triggered(claims, "killed").actors) == ["germany"]


def test_a_participle_keeps_the_subject_of_its_clause() -> None:
    claims = claims_of("Israel bombed a depot in Damascus, killing nine soldiers.")
    assert ids(triggered(claims, "killing").actors) == ["israel"]


def test_a_relative_clause_tells_of_its_noun() -> None:
    claims = claims_of("The Houthis, who shelled Aden on Monday, withdrew.")
    assert ids(triggered(claims, "shelled").actors) == ["houthis"]


@pytest.mark.parametrize(
    ("sentence", "acled"),
    [
        ("Russian aircraft bombed Mariupol.", "Air/drone strike"),
        ("The Houthis shelled Aden.", "Shelling/artillery/missile attack"),
        ("The chlorine bombing of Saraqib by Syrian helicopters went on.", "Chemical weapon"),
    ],
)
def test_armed_violence_has_its_acled_sub_event(sentence: str, acled: str) -> None:
    assert event(sentence).acled == acled


@pytest.mark.parametrize(
    "sentence",
    [
        "An attack is a dangerous thing.",
        "The author attacked the problem at once.",
        "Her new novel hit the shelves.",
        "The heart attack came without warning.",
    ],
)
def test_a_word_of_war_alone_tells_nothing_of_anybody(sentence: str) -> None:
    assert not [c for c in claims_of(sentence) if c.kind is Kind.EVENT and (c.actors or c.recipients or c.places)]


def test_the_trigger_is_the_word_that_tells() -> None:
    trigger = event("Rwandan troops attacked Goma.").trigger
    assert trigger is not None
    assert trigger.text == "attacked"


def test_the_passive_is_named_in_the_rule() -> None:
    assert "passive" in event("Goma was attacked by Rwandan troops.").rule


def test_who_uses_a_thing_to_do_it_has_done_it() -> None:
    claim = only(claims_of("Rwanda used rocket artillery to hit the M23 camp."), Kind.EVENT, "ASSAULT")
    assert ids(claim.actors) == ["rwanda"]


def test_who_welcomes_a_plan_has_not_met_its_author() -> None:
    assert not [c for c in claims_of("Egypt welcomed Israel's plan.") if c.type == "CONSULT"]


def test_clashes_between_two_sides_have_both() -> None:
    claim = only(claims_of("Clashes erupted between Hezbollah and the Houthis."), Kind.EVENT, "ASSAULT")
    assert [m.actor for m in (*claim.actors, *claim.recipients)] == ["hezbollah", "houthis"]


def test_who_held_the_ground_that_is_taken_is_whom_it_is_taken_from() -> None:
    claim = only(claims_of("Rwandan troops retook areas once held by Hezbollah."), Kind.EVENT, "ASSAULT")
    assert ids(claim.recipients) == ["hezbollah"]


def test_wrongs_told_with_a_clause_of_their_own_have_their_victims() -> None:
    text = "Egypt condemned the atrocities that Hezbollah has perpetrated against the villagers."
    claim = only(claims_of(text), Kind.EVENT, "ASSAULT")
    assert ids(claim.actors) == ["hezbollah"]
    assert names(claim.recipients) == ["villagers"]


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("Norway expressed its readiness to host a peace conference on Mali.", "AGREE"),
        ("The Greek premier flew to Ankara for talks with his Turkish counterpart.", "CONSULT"),
        ("Ministers from six Gulf states gathered in Muscat.", "CONSULT"),
        ("Kuwait restored diplomatic relations with Jordan.", "SUPPORT"),
        ("Venezuela threw its weight behind Argentina's claim to the islands.", "SUPPORT"),
        ("Togo's president bowed to demands for a national conference.", "CONCEDE"),
        ("The junta in Burma lifted the ban on the opposition party.", "CONCEDE"),
        ("Thailand handed over two suspects to Cambodia for trial.", "COOPERATE"),
        ("Spain flew medicine and blankets to El Salvador.", "AID"),
        ("Malaysia took in 500 refugees from Bosnia.", "AID"),
        ("The rebels in Chad laid down their weapons.", "RETREAT"),
        ("Syria freed 40 Lebanese prisoners.", "RETREAT"),
        ("Bangladesh insisted that India share the river's water.", "REQUEST"),
        ("The opposition in Gabon wants the president to step down.", "REQUEST"),
        ("Austria lodged a complaint against Hungary over the dam.", "ACCUSE"),
        ("Chile opened an inquiry into the death of the Cuban envoy.", "ACCUSE"),
        ("Cyprus turned down a Turkish offer of talks.", "REJECT"),
        ("Cambodia ignored Thai appeals for restraint.", "REJECT"),
        ("Eritrea vowed to drive Ethiopian troops from the town.", "THREATEN"),
        ("Bus drivers in Harare walked off the job.", "PROTEST"),
        ("Farmers blocked the highway to Athens with tractors.", "PROTEST"),
        ("Greece put its armed forces on alert.", "MOBILIZE"),
        ("Algeria recalled its ambassador from Rabat.", "SANCTION"),
        ("Sudan threw out the French aid agency.", "SANCTION"),
        ("The junta in Thailand shut down four newspapers.", "COERCE"),
        ("Police in Nairobi fired tear gas at demonstrators.", "COERCE"),
        ("A roadside bomb tore through a bus in Quetta.", "ASSAULT"),
    ],
)
def test_less_common_words_for_a_kind_of_happening_are_known(sentence: str, event_type: str) -> None:
    assert event_type in [claim.type for claim in claims_of(sentence) if claim.kind is Kind.EVENT]


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("The minister conceded that the harvest had failed.", "CONCEDE"),
        ("The senator attacked the government's plan.", "ASSAULT"),
        ("The agency released a report on the drought.", "RETREAT"),
        ("The charity mobilised support for the orphanage.", "MOBILIZE"),
    ],
)
def test_a_word_in_another_sense_tells_of_nothing(sentence: str, event_type: str) -> None:
    assert event_type not in [claim.type for claim in claims_of(sentence)]


def test_what_a_demand_and_a_halt_speak_of_is_told_too() -> None:
    assert event("Lebanon demanded the release of its fishermen by Israel.", "RETREAT").factuality.value == "Uu"
    assert event("Armenia halted the shelling of the village.", "ASSAULT")


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("The army used gas to heat its barracks near Goma.", "ASSAULT"),
        ("The letter suggests the president might keep his rockets near Goma.", "REQUEST"),
        ("The government told Iran it would allow inspectors into Goma.", "REQUEST"),
        ("The army has hit back near Goma.", "ACCUSE"),
        ("Talks were held during the American occupation of Iraq.", "PROTEST"),
    ],
)
def test_a_word_is_not_taken_in_a_sense_that_its_sentence_rules_out(sentence: str, event_type: str) -> None:
    assert [c for c in claims_of(sentence) if c.type == event_type] == []


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("The army used chlorine to drive the rebels out of Goma.", "ASSAULT"),
        ("The president insisted that the army should leave Goma.", "REQUEST"),
        ("The army has hit back near Goma.", "ASSAULT"),
        ("The minister hit back at the opposition in Goma.", "ACCUSE"),
        ("The students ended their occupation of the university building in Lima.", "PROTEST"),
    ],
)
def test_the_same_word_keeps_the_sense_that_its_sentence_bears_out(sentence: str, event_type: str) -> None:
    assert [c for c in claims_of(sentence) if c.type == event_type]


def test_whoever_is_held_is_no_ground_under_control() -> None:
    assert [c for c in claims_of("The pilot was held at a base near Goma.") if c.type == "CONTROLS"] == []


@pytest.mark.parametrize(
    ("sentence", "types"),
    [
        ("The army destroyed the militia's weapons and vehicles near Homs.", {"ASSAULT"}),
        ("Terrorists detonated an explosive device near Qamishli.", {"ASSAULT"}),
        ("Barrel bombs were dropped by helicopters on Daraya.", {"ASSAULT"}),
        ("Rebels seized the eastern half of Aleppo.", {"ASSAULT"}),
        ("North Korea detonated a nuclear device.", {"MOBILIZE"}),
        ("A journalist in Aleppo saw rescue workers digging.", set()),
        ("Villagers fought to defend their homes in Goma.", set()),
        ("No aid has entered the town since May.", set()),
    ],
)
def test_words_of_peace_and_war_are_told_apart_by_what_they_are_of(sentence: str, types: set[str]) -> None:
    assert {claim.type for claim in claims_of(sentence) if claim.kind is Kind.EVENT} == types


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("Iran is seeking to consolidate its position in Yemen.", "REQUEST"),
        ("The continued presence of Hamas in Gaza worried Israel.", "MOBILIZE"),
        ("The raid followed the release of a film by the Houthis.", "RETREAT"),
        ("Weapons are falling into the wrong hands in Libya.", "SANCTION"),
        ("Opponents of the pact attacked army barriers in Homs.", "PROTEST"),
        ("Farmers near Homs have had to abandon their land.", "RETREAT"),
        ("The judge spoke of the conviction of his principles in Goma.", "SANCTION"),
        ("The troops drove across the Dnipro from the east.", "COERCE"),
    ],
)
def test_a_word_in_another_sense_tells_nothing_of_that_kind(sentence: str, event_type: str) -> None:
    assert event_type not in {claim.type for claim in claims_of(sentence)}


def test_the_area_around_a_building_is_not_under_siege() -> None:
    claims = claims_of("The rebels fired rockets on the area surrounding the palace in Homs.")
    assert "BESIEGES" not in {claim.type for claim in claims}


def test_whoever_is_to_take_steps_does_what_they_are_for() -> None:
    claim = next(c for c in claims_of("Russia took urgent steps to protect villagers in Goma.") if c.type == "AID")
    assert [mention.name for mention in claim.actors] == ["Russia"]


def test_who_forces_others_to_withdraw_does_not_withdraw() -> None:
    text = "Turkey attacked Hezbollah and forced the militant group to withdraw its men from Tyre."
    claim = next(c for c in claims_of(text) if c.type == "RETREAT")
    assert [mention.name for mention in claim.actors] == ["Hezbollah"]


def test_those_in_cooperation_with_others_act_together() -> None:
    text = "The Turkish army in cooperation with the Houthis surrounded the town of Tyre."
    claim = next(c for c in claims_of(text) if c.type == "COOPERATE")
    assert [mention.name for mention in claim.actors] == ["Turkish Armed Forces"]


def test_a_capital_talks_as_its_state() -> None:
    (claim,) = [
        c for c in claims_of("It took months of negotiations between Rwanda and Moscow.") if c.type == "CONSULT"
    ]
    assert [m.name for m in (*claim.actors, *claim.recipients)] == ["Rwanda", "Russia"]


def test_troops_that_have_not_advanced_gained_no_ground() -> None:
    (claim,) = [c for c in claims_of("The opposition has not advanced.") if c.type == "ASSAULT"]
    assert claim.factuality.polarity < 0


def test_a_plan_that_is_advanced_gains_no_ground() -> None:
    assert not [c for c in claims_of("The government has advanced a plan for talks.") if c.type == "ASSAULT"]


def test_targets_that_are_hit_are_a_harm_and_those_of_a_plan_are_none() -> None:
    assert ids(event("Russian jets struck 12 Houthi targets near Sanaa.", "ASSAULT").recipients) == ["houthis"]
    assert not [c for c in claims_of("The ministry hit its revenue targets.") if c.type == "ASSAULT"]


def test_the_country_or_name_of_the_ground_that_is_hit_is_no_victim() -> None:
    assert not event("The insurgents attacked several villages of Rwanda.", "ASSAULT").recipients
    assert not event("The rebels had seized the strategic Tal al-Dabas hill.", "ASSAULT").recipients


def test_who_speaks_to_the_press_or_visits_for_it_meets_nobody() -> None:
    text = "A medic speaking to AFP said a Courier correspondent visited the town and the mayor spoke to reporters."
    assert not [claim for claim in claims_of(text) if claim.type == "CONSULT"]


def test_those_who_shelter_are_not_helped() -> None:
    assert not claims_of("Civilians were sheltering in the cellar.")


def test_whoever_is_on_a_visit_makes_it() -> None:
    claim = next(c for c in claims_of("Vladimir Putin arrived on a visit to Israel and Rwanda.") if c.recipients)
    assert (ids(claim.actors), ids(claim.recipients)) == (["vladimir-putin"], ["israel", "rwanda"])


def test_those_who_fight_together_fight_whom_they_mean_to_drive_out() -> None:
    text = "Government troops and Kurdish forces were fighting to drive the Houthis out of the port."
    (claim,) = [c for c in claims_of(text) if c.type == "FIGHTS"]
    assert ids(claim.recipients) == ["houthis"]


def test_a_country_to_which_jets_are_sent_is_no_party_to_it() -> None:
    claims = [c for c in claims_of("Russia deployed warplanes to Libya on Monday.") if c.type == "MOBILIZE"]
    assert [[m.name for m in c.recipients] for c in claims] == [[]]


def test_an_attempt_is_that_of_whoever_stands_behind_by() -> None:
    text = "Hezbollah repelled attempts by Boko Haram to overrun the town, activists added."
    told = [c for c in claims_of(text) if c.text.startswith("to overrun")]
    assert [[m.name for m in c.actors] for c in told] == [["Boko Haram"]]


def test_an_attempt_in_which_means_are_used_is_that_of_their_user() -> None:
    text = "A monitor said Hezbollah used gas during an attempt to regain the town."
    told = [c for c in claims_of(text) if c.text.startswith("to regain")]
    assert [[m.name for m in c.actors] for c in told] == [["Hezbollah"]]


def test_a_defeat_for_somebody_is_his() -> None:
    claim = event("It was the biggest strategic defeat for the Houthis since July.", "ASSAULT")
    assert (ids(claim.actors), ids(claim.recipients)) == ([], ["houthis"])


@pytest.mark.parametrize(
    ("sentence", "trigger"),
    [
        ("Iran keeps its hold on Lebanon through the deployment of foreign fighters in Tyre.", "deployment"),
        ("Nine farmers were shot dead in the village of Kafra by Iran.", "shot"),
        ("Iran has been waging an attack in order to capture the town of Tyre.", "capture"),
        ("Iran is chasing down the guards in a bid to capture the town of Tyre.", "capture"),
        ("Russia helps the guards in Iran's efforts to capture the town of Tyre.", "capture"),
        ("The guards repelled attempts by Iran to capture the town of Tyre.", "capture"),
    ],
)
def test_the_doer_stands_farther_off_than_the_words_beside_the_deed(sentence: str, trigger: str) -> None:
    claim = next(c for c in claims_of(sentence) if c.trigger and c.trigger.text == trigger)
    assert ids(claim.actors) == ["iran"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The regime unleashed a massive crackdown against protesters in Goma.", "COERCE"),
        ("The council agreed to give inspectors access to a site in Goma.", "RETREAT"),
    ],
)
def test_repression_is_coercion_and_access_a_retreat(text: str, kind: str) -> None:
    assert kind in {claim.type for claim in claims_of(text)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A convoy has yet to cross into Kenya from Goma.", "ASSAULT"),
        ("The envoy asked the rebels to lend an ear to the calls of the army.", "AID"),
        ("The failure to act had emboldened the president.", "SUPPORTS"),
        ("The victory boosted the confidence of the army in Kenya.", "SUPPORTS"),
        ("The army and the rebels broke the cessation of hostilities in Goma.", "ASSAULT"),
    ],
)
def test_a_turn_of_phrase_tells_of_no_deed(text: str, kind: str) -> None:
    assert kind not in {claim.type for claim in claims_of(text)}
