"""Who did it, where another clause of the sentence says so."""

import pytest

from testimonia.model.claim import Claim, Kind
from tests.read.telling import claims_of


def harm(text: str, words: str) -> Claim:
    """The first claim of violence whose words hold ``words`` and begin nearest to them."""
    found = [c for c in claims_of(text) if c.type == "ASSAULT" and words in c.text]
    return min(found, key=lambda claim: claim.text.index(words))


def doers(text: str, words: str) -> list[str]:
    return [mention.name for mention in harm(text, words).actors]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nine guards were killed when Hezbollah struck their post near Tyre.", "guards were killed"),
        ("Hezbollah responded by launching raids on the camp killing three nurses and wounding many more.", "killing"),
        ("Ten farmers were killed and thirty were injured in Hezbollah attacks on the village.", "farmers were killed"),
        ("Hezbollah ambushed a column near Tyre which ended in the killing of nine men.", "the killing"),
    ],
)
def test_the_doer_of_the_clause_beside_a_harm_is_carried_to_it(text: str, words: str) -> None:
    assert doers(text, words) == ["Hezbollah"]


def test_a_counted_toll_behind_a_fight_is_the_work_of_those_who_fought() -> None:
    text = "The army unit clashed with Hezbollah killing and injuring a number of them."
    assert "Hezbollah" not in doers(text, "injuring")


def test_the_harm_of_a_shell_that_landed_is_the_work_of_those_who_fired_it() -> None:
    text = "Hezbollah fired a mortar round that landed near the market in the old quarter injuring three women."
    assert [m.name for c in claims_of(text) if c.text.startswith("injuring") for m in c.actors][:1] == ["Hezbollah"]


def test_an_open_question_of_who_did_it_is_carried_to_no_other_sentence() -> None:
    text = "It was unclear whether the raids were the work of Russian or Syrian jets. Nine people were killed in raids."
    assert doers(text, "people were killed") == []


def test_those_who_were_killed_as_they_attacked_did_not_kill_themselves() -> None:
    assert doers("Nine soldiers were killed when they attacked the town.", "soldiers were killed") == []


def test_those_who_shoot_back_at_shooting_have_not_done_it() -> None:
    claims = claims_of("Army units targeted the sources of the shelling and shooting in Goma.")
    assert not [c for c in claims if c.type == "ASSAULT" and c.text == "shooting" and c.actors]


@pytest.mark.parametrize(
    "text",
    [
        "Six children were among 19 civilians killed on Thursday in Hezbollah bombing of the town.",
        "Nine guards were killed when Hezbollah struck their post near Tyre.",
        "The council accused Hezbollah of killing over 100 civilians with rockets.",
    ],
)
def test_a_toll_told_alone_names_who_killed(text: str) -> None:
    tolls = [c for c in claims_of(text) if c.kind is Kind.FIGURE and c.type == "killed"]
    assert tolls
    assert {m.name for claim in tolls for m in claim.actors} == {"Hezbollah"}


def test_an_answer_with_an_act_of_war_is_the_doing_of_whoever_answers() -> None:
    text = "Two hundred villagers have been killed near Tyre after Hezbollah responded with air raids."
    assert doers(text, "have been killed") == doers(text, "raids") == ["Hezbollah"]


def test_who_was_killed_fighting_somebody_was_killed_by_him() -> None:
    assert doers("Three guards were killed fighting Hezbollah near Tyre.", "guards were killed") == ["Hezbollah"]


def test_who_thwarts_an_attack_kills_those_who_made_it() -> None:
    text = "Hezbollah has thwarted an attack by gunmen in the Tyre region killing two of their commanders."
    assert doers(text, "killing") == ["Hezbollah"]


def test_shells_that_claim_lives_are_of_whoever_fired_them() -> None:
    text = "Hezbollah fired a number of shells on Tyre with the shells landing in the market claiming two lives."
    assert doers(text, "claiming") == ["Hezbollah"]


def test_a_toll_behind_what_others_were_doing_then_is_of_the_main_verb() -> None:
    assert doers("Hezbollah struck a hall in Tyre as the guests were taking seats killing nine men.", "killing") == [
        "Hezbollah"
    ]
