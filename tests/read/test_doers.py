"""Who did it, where the doer is neither the subject nor behind "by"."""

import pytest

from testimonia.model.claim import Claim
from tests.read.telling import claims_of


def harm(text: str, words: str) -> Claim:
    """The first claim of violence whose words hold ``words``."""
    return next(c for c in claims_of(text) if c.type == "ASSAULT" and words in c.text)


def doers(text: str, words: str) -> list[str]:
    return [mention.name for mention in harm(text, words).actors]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Nine rebels were killed in clashes with Hezbollah near Tyre.", "were killed", "Hezbollah"),
        ("Forty people were killed during an operation by Boko Haram.", "were killed", "Boko Haram"),
        ("Five policemen died in a suicide bombing claimed by Boko Haram.", "policemen died", "Boko Haram"),
        ("Boko Haram claimed responsibility for the bombing in Kano.", "bombing", "Boko Haram"),
        ("Boko Haram claimed the attack on Maiduguri.", "attack", "Boko Haram"),
        ("Twenty civilians died in air raids blamed on the Saudi-led coalition.", "died", "Saudi-led coalition"),
    ],
)
def test_those_behind_a_deed_are_found_by_what_is_joined_to_it(text: str, words: str, name: str) -> None:
    assert doers(text, words) == [name]


def test_two_states_before_one_army_both_act() -> None:
    assert "Rwanda" in doers("Rwandan and Congolese army shelling killed nine civilians.", "killed")


def test_those_before_the_fire_are_told_by_it() -> None:
    assert doers("Hezbollah rocket fire killed three people in Haifa.", "killed") == ["Hezbollah"]


def test_the_ground_of_a_bombing_does_not_kill() -> None:
    claim = harm("The bombing in Kabul, which killed 20 people, was long.", "killed")
    assert "Kabul" not in [mention.text for mention in claim.actors]


def test_those_who_were_hurt_are_not_the_other_side() -> None:
    assert doers("Nine Hezbollah fighters were killed in clashes near Tyre.", "were killed") == []


def test_civilians_before_a_noun_of_harm_do_not_do_it() -> None:
    assert doers("The Houthis condemned the civilian massacre in Taiz.", "massacre") == []


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Nine people were killed by rocket fire from Hezbollah.", "were killed", "Hezbollah"),
        ("A woman was killed in sniper fire of Hezbollah.", "was killed", "Hezbollah"),
        ("Three people were killed by Hezbollah sniper fire.", "were killed", "Hezbollah"),
        ("NATO-led air strikes hit the camp near Goma.", "strikes hit", "NATO"),
        ("The town, which Boko Haram had lost in March to Hezbollah, lay empty.", "lost", "Hezbollah"),
    ],
)
def test_those_who_fire_lead_or_win_ground_are_the_doers(text: str, words: str, name: str) -> None:
    assert doers(text, words) == [name]


def test_a_demonym_before_a_group_says_only_where_it_is_from() -> None:
    assert "Ukraine" not in doers("Eleven people were killed in Ukrainian rebel shelling of the town.", "were killed")


def test_fighter_jets_are_no_fighters() -> None:
    assert doers("Fighter jets struck the town, killing nine.", "struck") == []


def test_ground_under_other_hands_does_not_kill() -> None:
    assert doers("Eleven were killed in a Hezbollah-controlled area of Tyre.", "were killed") == []


def test_a_demonym_before_a_town_is_nobody() -> None:
    assert harm("The army bombed the Ukrainian town of Bucha.", "bombed").recipients == ()


def test_those_defeated_suffer_their_defeat() -> None:
    claim = next(c for c in claims_of("Boko Haram struck back after its defeats near Kano.") if "struck" not in c.text)
    assert (claim.actors, [m.name for m in claim.recipients]) == ((), ["Boko Haram"])


def test_who_defeats_another_does_not_suffer_it() -> None:
    text = "The defeat came late; Hezbollah's defeat of Boko Haram was told near Kano."
    assert doers(text, "Hezbollah's defeat") == ["Hezbollah"]


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("Villagers fled the advance of the Rwandan army towards Goma.", "advance", ["Rwanda Defence Force"]),
        ("The shelling between the Houthis and Hezbollah hit a market in Aden.", "shelling", ["Houthis", "Hezbollah"]),
        ("Hezbollah Foiled Houthi Attack in Eastern Aden Nine Killed.", "Attack", ["Houthis"]),
    ],
)
def test_whoever_makes_a_move_of_his_own_is_its_doer(text: str, words: str, names: list[str]) -> None:
    assert doers(text, words) == names


def test_those_who_undergo_a_bombing_stand_behind_of() -> None:
    assert doers("The bombing of the Houthis in Aden went on.", "bombing") == []


def test_a_nurse_among_the_dead_hurts_nobody() -> None:
    text = "The blast took the lives of two nurses and two soldiers wounding several others in Goma."
    assert doers(text, "wounding") == []


def test_aircraft_do_their_bombing_and_are_not_bombed() -> None:
    assert doers("The bombing of the Turkish warplanes in Afrin went on.", "bombing") == ["Turkey"]
    assert doers("Turkey's shooting down of a Russian aircraft angered Moscow.", "shooting") == ["Turkey"]


def test_a_country_before_a_car_bomb_is_where_it_went_off() -> None:
    assert doers("At least 12 people were killed in a Somalia car bomb.", "killed") == []


def test_those_killed_in_strikes_are_not_who_struck() -> None:
    text = "At least 20 members of Hezbollah were killed in air strikes targeting a training base near Tyre."
    assert doers(text, "targeting") == []


def test_the_bombs_that_somebody_drops_are_his() -> None:
    text = "The raids involved rockets rather than the barrel bombs that Turkey has dropped on Afrin."
    assert doers(text, "barrel bombs") == ["Turkey"]


def test_guerrilla_attacks_are_those_of_whoever_carries_them_out() -> None:
    assert doers("Houthi men regularly carry out guerrilla attacks against Saudi posts.", "attacks") == ["Houthis"]


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("The town is under continued shelling by Hezbollah.", "shelling", ["Hezbollah"]),
        ("Nine fell ill after a terrorist attack by Boko Haram on the town of Baga.", "attack", ["Boko Haram"]),
        ("The toll may rise because of the number of people seriously wounded in Goma.", "wounded", []),
    ],
)
def test_whoever_stands_behind_by_is_the_doer_and_nobody_who_is_hurt(text: str, words: str, names: list[str]) -> None:
    assert doers(text, words) == names


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("At least 12 die in mortar attacks by Hezbollah gunners", "attacks", ["Hezbollah"]),
        ("Baidoa has faced a long Kenya-backed offensive by Al-Shabaab.", "offensive", ["Al-Shabaab"]),
        ("The envoy urged Russia to put an end to such attacks.", "attacks", []),
        ("No group has claimed responsibility for downing the helicopter.", "downing", []),
        ("The Houthis have been a key force battling the army in Taiz.", "battling", ["Houthis"]),
    ],
)
def test_neither_backers_nor_those_who_end_it_do_it_but_who_stands_behind_by(
    text: str, words: str, names: list[str]
) -> None:
    found = [c for c in claims_of(text) if c.type == "ASSAULT" and words in c.text]
    assert all([mention.name for mention in claim.actors] == names for claim in found)


def test_criticism_from_somebody_is_his() -> None:
    told = [c for c in claims_of("The toll has prompted criticism from Turkey and the Houthis.") if c.type == "ACCUSE"]
    assert [[m.name for m in claim.actors] for claim in told] == [["Turkey", "Houthis"]]


def test_those_allied_to_a_side_who_struck_are_told_from_those_killed() -> None:
    text = "More than 90 people have been killed as troops allied to the Houthis stepped up attacks on Taiz."
    assert doers(text, "attacks") == ["troops"]


def test_who_ends_unrest_is_not_who_riots() -> None:
    claims = claims_of("The army launched an operation to put an end to the violent unrest in Hama.")
    assert all(not c.actors for c in claims if c.type == "PROTEST")


def test_who_is_concerned_over_a_deed_has_not_done_it() -> None:
    claims = [c for c in claims_of("France concerned over shelling of Taiz.") if c.type == "ASSAULT"]
    assert claims
    assert all(not c.actors for c in claims)


def test_a_capital_before_a_bombing_only_says_where() -> None:
    claims = [c for c in claims_of("The Damascus bombing killed nine clerks.") if c.type == "ASSAULT"]
    assert claims
    assert all(not c.actors for c in claims)


def test_whose_what_is_hit_is_has_not_hit_it() -> None:
    claims = [c for c in claims_of("Nine killed in Yemen food convoy attack.") if c.type == "ASSAULT"]
    assert claims
    assert all(not c.actors for c in claims)


@pytest.mark.parametrize(
    "text",
    [
        "Two women died from lack of food in Goma on Wednesday.",
        "Nine farmers were killed in a road accident near Goma.",
    ],
)
def test_what_people_die_of_without_an_attack_is_none(text: str) -> None:
    assert not [c for c in claims_of(text) if c.type == "ASSAULT"]
    assert [c for c in claims_of(text) if c.type == "killed"]
