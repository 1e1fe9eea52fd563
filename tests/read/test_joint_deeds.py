"""Who else does what a word of harm tells, or does it at all, by a word beside it."""

import pytest

from testimonia.model.claim import Claim, Kind
from tests.read.telling import claims_of


def harm(text: str, words: str) -> Claim:
    """The claim of violence whose trigger is ``words``."""
    return next(c for c in claims_of(text) if c.type == "ASSAULT" and c.trigger and c.trigger.text == words)


def doers(text: str, words: str) -> list[str]:
    return sorted(mention.name for mention in harm(text, words).actors)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Syrian regime and Russian airstrikes pounded the town of Homs on Monday.", "airstrikes"),
        ("Nine men were killed by Assad regime and Russian raids on Homs.", "killed"),
        ("Residents fled the shelling of the Syrian regime and Russian warplanes.", "shelling"),
    ],
)
def test_a_state_joined_to_another_before_their_strikes_shares_in_them(text: str, words: str) -> None:
    assert doers(text, words) == ["Russia", "Syria"]


def test_an_army_beside_the_strikes_of_a_state_does_not_fly_them() -> None:
    assert doers("The Lebanese army and Israeli airstrikes hit a village near Tyre.", "airstrikes") == ["Israel"]


def test_a_deed_that_is_blamed_on_somebody_is_his_and_not_done_to_him() -> None:
    claim = harm("The mayor spoke of nine dead, blaming the attack on Hezbollah.", "attack")
    assert [m.name for m in claim.actors] == ["Hezbollah"]
    assert claim.recipients == ()


def test_a_deed_is_blamed_on_whoever_stands_behind_what_was_hit() -> None:
    assert doers("The mayor blamed the attack on the hotel on Hezbollah.", "attack") == ["Hezbollah"]


@pytest.mark.parametrize("holding", ["which is held by", "held by"])
def test_who_holds_the_ground_that_is_hit_has_no_part_in_it(holding: str) -> None:
    assert doers(f"Nine men died in the air raids on Homs {holding} Hezbollah and its allies.", "raids") == []


def test_a_toll_behind_who_holds_the_ground_is_of_what_hit_it() -> None:
    text = "The Lebanese army hit a village held by Hezbollah killing nine men."
    assert doers(text, "killing") == ["Lebanese Armed Forces"]


def test_a_relative_clause_of_ground_tells_what_those_did_who_hit_it() -> None:
    text = "The Lebanese army shelled the base in the town which destroyed nine lorries."
    assert doers(text, "destroyed") == ["Lebanese Armed Forces"]


def test_what_was_done_a_day_before_has_other_doers() -> None:
    text = (
        "Six men were killed in Hezbollah rocket attacks on Thursday just a day after airstrikes on a clinic in Tyre"
        " left 35 people dead."
    )
    told = {c.figures[0].low: [m.name for m in c.actors] for c in claims_of(text) if c.kind is Kind.FIGURE}
    assert told[6] == ["Hezbollah"]
    assert told[35] == []


def test_who_backs_an_offensive_is_not_who_makes_it() -> None:
    text = "Russian jets are carrying out raids over Homs in support of a big offensive by regime forces."
    claim = next(c for c in claims_of(text) if c.type == "SUPPORTS")
    assert [m.name for m in claim.actors] == ["Russia"]
    assert [m.name for m in claim.recipients] == ["Syria"]


def test_the_subject_that_an_opening_phrase_swallows_acts() -> None:
    text = "In another context units of the Lebanese army on Monday shelled a village near Tyre."
    assert doers(text, "shelled") == ["Lebanese Armed Forces"]


def test_who_is_appealed_to_is_to_act() -> None:
    text = "The mayor appealed to the United Nations to exercise pressure on Hezbollah."
    claim = next(c for c in claims_of(text) if c.type == "COERCE")
    assert [m.name for m in claim.actors] == ["United Nations"]


def test_who_speaks_after_talks_has_held_them() -> None:
    claim = next(c for c in claims_of("Sergei Lavrov spoke after talks with John Kerry.") if c.type == "CONSULT")
    assert [m.name for m in claim.actors] == ["Sergei Lavrov"]


def test_those_whom_jets_killed_are_not_those_whom_rockets_did() -> None:
    text = "Hezbollah rockets killed 22 men in Tyre. In the south 22 men were killed in airstrikes on a school."
    told = [[m.name for m in c.actors] for c in claims_of(text) if c.kind is Kind.FIGURE]
    assert told == [["Hezbollah"], []]


def test_forces_loyal_to_one_are_none_of_the_rebels_beside_them() -> None:
    text = "Forces loyal to Bashar al-Assad and rebel groups met near Homs."
    claim = next(c for c in claims_of(text) if c.type == "AFFILIATED_WITH")
    assert [m.name for m in claim.actors] == ["Syria"]


@pytest.mark.parametrize("comma", [",", ""])
def test_a_list_without_its_comma_names_all_its_doers(comma: str) -> None:
    text = f"The assault on Tyre by the Assad regime{comma} Russia and the Iranian militias killed nine weavers."
    told = next(c for c in claims_of(text) if c.trigger and c.trigger.text == "assault")
    assert [mention.name for mention in told.actors] == ["Syria", "Russia", "Shia militias"]
