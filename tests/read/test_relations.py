"""Who stands how to whom: arms, money, backing, command, sieges and control, by verb, noun, compound and office."""

import pytest

from testimonia.model.claim import Kind
from testimonia.model.factuality import Factuality, Tense
from testimonia.read.relations import find
from tests.read.expecting import ids, relation, where, words
from tests.read.telling import claims_of, reading_of


@pytest.mark.parametrize(
    ("sentence", "relation_type", "actor", "recipient"),
    [
        ("Rwanda arms the M23 rebels.", "ARMS", "rwanda", "m23"),
        ("Rwanda supplies weapons to the M23 rebels.", "ARMS", "rwanda", "m23"),
        ("The Houthis are armed by Iran.", "ARMS", "iran", "houthis"),
        ("Iran funds Hezbollah.", "FUNDS", "iran", "hezbollah"),
        ("Saudi Arabia finances Ahrar al-Sham.", "FUNDS", "saudi-arabia", "ahrar-al-sham"),
        ("Hezbollah is financed by Iran.", "FUNDS", "iran", "hezbollah"),
        ("Russia supports the Syrian government.", "SUPPORTS", "russia", "syria"),
        ("The M23 rebels are backed by Rwanda.", "SUPPORTS", "rwanda", "m23"),
        ("Iran backs the Houthis.", "SUPPORTS", "iran", "houthis"),
        ("Iran has sent missiles to the Houthis.", "ARMS", "iran", "houthis"),
        ("Weapons from Iran reached the Houthis.", "ARMS", "iran", "houthis"),
        ("Iran provides weapons and money to Hezbollah.", "ARMS", "iran", "hezbollah"),
        ("Eritrea is an ally of Ethiopia.", "SUPPORTS", "eritrea", "ethiopia"),
        (
            "The Wagner Group fights alongside the Malian army.",
            "FIGHTS_ALONGSIDE",
            "wagner-group",
            "malian-armed-forces",
        ),
        ("Croatia blamed Serbia for the shelling of Dubrovnik.", "BLAMES", "croatia", "serbia"),
    ],
)
def test_verbs_of_help_tell_a_relation(sentence: str, relation_type: str, actor: str, recipient: str) -> None:
    claim = relation(sentence, relation_type)
    assert ids(claim.actors) == [actor]
    assert recipient in ids(claim.recipients)


@pytest.mark.parametrize(
    ("sentence", "relation_type", "actor", "place"),
    [
        ("The Bosnian Serb army besieges Sarajevo.", "BESIEGES", "vrs", "Sarajevo"),
        ("The siege of Sarajevo by the Bosnian Serb army went on.", "BESIEGES", "vrs", "Sarajevo"),
        ("Aleppo was besieged by Hezbollah.", "BESIEGES", "hezbollah", "Aleppo"),
        ("Hezbollah controls the town of Qusayr.", "CONTROLS", "hezbollah", "Qusayr"),
        ("Fighters of the Islamic State held Palmyra.", "CONTROLS", "islamic-state", "Palmyra"),
        ("Mosul is controlled by the Islamic State.", "CONTROLS", "islamic-state", "Mosul"),
    ],
)
def test_sieges_and_control_are_told_of_a_place(sentence: str, relation_type: str, actor: str, place: str) -> None:
    claim = relation(sentence, relation_type)
    assert ids(claim.actors) == [actor]
    assert place in " ".join(where(claim))


@pytest.mark.parametrize(
    ("sentence", "relation_type", "actor"),
    [
        ("Rwandan-backed rebels attacked Goma.", "SUPPORTS", "rwanda"),
        ("US-backed militias attacked Raqqa.", "SUPPORTS", "united-states"),
        ("The Saudi-funded rebels fled.", "FUNDS", "saudi-arabia"),
        ("The Turkish-armed rebels fled.", "ARMS", "turkey"),
    ],
)
def test_a_compound_tells_who_stands_behind(sentence: str, relation_type: str, actor: str) -> None:
    claim = relation(sentence, relation_type)
    assert ids(claim.actors) == [actor]
    assert claim.recipients


def test_a_compound_spans_its_noun_phrase() -> None:
    assert relation("Rwandan-backed rebels attacked Goma.", "SUPPORTS").text == "Rwandan-backed rebels"


def test_a_compound_is_asserted_even_where_the_deed_is_denied() -> None:
    assert relation("The Rwandan-backed rebels did not attack Goma.", "SUPPORTS").factuality is Factuality.CERTAIN


def test_whoever_is_opposed_stands_after_the_prefix() -> None:
    claim = relation("Anti-Turkish rebels attacked the town of Afrin.", "OPPOSES")
    assert ids(claim.recipients) == ["turkey"]


def test_an_office_beside_a_name_tells_of_command() -> None:
    claim = relation("Ratko Mladic, the commander of the Bosnian Serb army, visited the town.", "COMMANDS")
    assert ["Mladic" in text for text in words(claim.actors)] == [True]
    assert claim.recipients


def test_a_copula_tells_of_command() -> None:
    claim = relation("Sultani Makenga is the commander of the M23 rebels.", "COMMANDS")
    assert "m23" in ids(claim.recipients)
    assert any("Makenga" in text for text in words(claim.actors))


def test_a_denied_relation_is_denied() -> None:
    assert relation("Rwanda does not arm the M23 rebels.", "ARMS").factuality is Factuality.CERTAINLY_NOT


def test_a_refusal_to_arm_is_no_arming() -> None:
    assert relation("Uganda refused to arm the militia.", "ARMS").factuality is Factuality.CERTAINLY_NOT


def test_an_office_is_told_once() -> None:
    text = "Ratko Mladic, the commander of the Bosnian Serb army, visited the town."
    assert len([claim for claim in claims_of(text) if claim.type == "COMMANDS"]) == 1


def test_a_relation_on_anothers_word_is_anothers() -> None:
    claim = relation("The United Nations said that Rwanda arms the M23 rebels.", "ARMS")
    assert [link.name for link in claim.attribution[1:]] == ["United Nations"]


@pytest.mark.parametrize(
    ("sentence", "relation_type"),
    [
        ("The militia, backed by Uganda, captured Bunia.", "SUPPORTS"),
        ("The militia armed by Uganda captured Bunia.", "ARMS"),
    ],
)
def test_a_participle_beside_a_group_tells_who_stands_behind_it(sentence: str, relation_type: str) -> None:
    claim = relation(sentence, relation_type)
    assert ids(claim.actors) == ["uganda"]
    assert words(claim.recipients)[0].endswith("militia")


def test_what_is_held_by_somebody_is_under_their_control() -> None:
    claim = relation("Houthi-held Sanaa was bombed by Saudi Arabia.", "CONTROLS")
    assert ids(claim.actors) == ["houthis"]


def test_several_backers_are_all_told() -> None:
    assert ids(relation("Hezbollah is backed by Iran and Syria.", "SUPPORTS").actors) == ["iran", "syria"]


@pytest.mark.parametrize(
    "sentence", ["The chairman backed the car into the garage.", "He holds a degree in law.", "A well-armed man left."]
)
def test_a_word_without_its_parties_is_no_relation(sentence: str) -> None:
    assert not [claim for claim in claims_of(sentence) if claim.kind is Kind.RELATION]


def test_relations_of_phrases_come_in_the_order_of_the_words() -> None:
    triggers = [d.trigger for d in find(reading_of("Iran-backed fighters and Saudi-funded rebels fled from the town."))]
    assert triggers == sorted(triggers)
    assert triggers


@pytest.mark.parametrize(
    ("sentence", "relation_type"),
    [
        ("The army wants to storm the rebel-held town of Azaz.", "CONTROLS"),
        ("Would Hezbollah leader Hassan Nasrallah leave Beirut?", "COMMANDS"),
        ("If the Iran-backed Houthis leave Sanaa, the raids will stop.", "SUPPORTS"),
    ],
)
def test_what_a_phrase_takes_for_granted_holds_whatever_the_clause_awaits(sentence: str, relation_type: str) -> None:
    claim = relation(sentence, relation_type)
    assert claim.factuality is Factuality.CERTAIN
    assert claim.tense is not Tense.FUTURE


def test_the_opposition_in_a_country_is_not_opposed_by_it() -> None:
    claims = claims_of("The raid drew condemnation from Syria's opposition.")
    assert "OPPOSES" not in {claim.type for claim in claims}


def test_all_who_are_accused_of_two_things_do_the_second() -> None:
    claim = relation("Damascus accuses Iran, Turkey and Qatar of funding and arming the rebels.", "ARMS")
    assert ids(claim.actors) == ["iran", "turkey", "qatar"]


def test_members_listed_without_commas_are_all_members() -> None:
    claim = relation("NATO members France Italy and Turkey called for a truce.", "PART_OF")
    assert ids(claim.actors) == ["france", "italy", "turkey"]


def test_whose_decision_it_is_to_arm_somebody_arms_them() -> None:
    assert ids(relation("Obama announced his decision to arm the Houthis.", "ARMS").actors) == ["barack-obama"]


def test_an_envoy_to_a_body_is_the_state_s_that_sent_him() -> None:
    assert ids(relation("Russia's UN envoy Vitaly Churkin left.", "PART_OF").recipients) == ["russia"]


def test_a_state_run_agency_controls_nothing_by_its_name() -> None:
    claims = claims_of("The state-run Anadolu Agency reported the raid on Goma.")
    assert "CONTROLS" not in {claim.type for claim in claims}


def test_nobody_commands_the_staff_of_a_chief_of_staff() -> None:
    told = relation("The former M23 deputy chief of staff Ahmad Saleh left Goma.", "COMMANDS")
    assert ids(told.recipients) == ["m23"]


def test_somebody_is_excluded_from_what_is_nobody() -> None:
    told = relation("The Nusra Front was expressly excluded from the truce.", "EXCLUDED_FROM")
    assert ids(told.actors) == ["hayat-tahrir-al-sham"]


def test_forces_loyal_to_somebody_with_a_title_are_of_the_power_he_heads() -> None:
    told = relation("The monitor blamed the attack on forces loyal to the Syrian dictator Bashar al-Assad.", "BLAMES")
    assert ids(told.recipients) == ["syria"]


def test_what_is_said_of_allies_somebody_has_does_not_touch_the_alliance() -> None:
    claims = claims_of("Kenya has denied that its Ugandan allies were involved.")
    (claim,) = (c for c in claims if c.kind is Kind.RELATION)
    assert claim.factuality is Factuality.CERTAIN


def test_members_of_a_family_are_part_of_no_body() -> None:
    assert "PART_OF" not in {claim.type for claim in claims_of("The monks said they were all members of one family.")}


def test_a_coalition_is_led_once() -> None:
    told = relation("US-led coalition airpower hit the port of Goma.", "COMMANDS")
    assert ids(told.recipients) == ["us-led-coalition"]
