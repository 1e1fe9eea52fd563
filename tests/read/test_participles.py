"""Who does what a participle tells that hangs on the word before it."""

import pytest

from testimonia.model.claim import Kind
from tests.read.telling import claims_of


def doers(text: str, words: str) -> list[str]:
    """The doers of the first claim of violence that ``words`` open."""
    told = next(c for c in claims_of(text) if c.type == "ASSAULT" and c.text.startswith(words))
    return [mention.name for mention in told.actors]


@pytest.mark.parametrize(
    "text",
    [
        "Hezbollah encountered a rebel attack against a post in Tyre killing ten rebels.",
        "Hezbollah has thwarted an attack by rebels on the region of Tyre killing two commanders.",
        "Hezbollah backed by jets repelled an attack by rebels in Tyre killing nine.",
    ],
)
def test_who_foils_an_attack_does_what_follows(text: str) -> None:
    assert doers(text, "killing") == ["Hezbollah"]


def test_what_goes_on_behind_the_ground_of_a_deed_is_done_by_its_doer() -> None:
    text = "Hezbollah continued operations against rebels in several areas inflicting heavy losses upon them."
    told = [c for c in claims_of(text) if c.type == "ASSAULT"]
    assert all([m.name for m in claim.actors] == ["Hezbollah"] for claim in told)


def test_whose_craft_was_shot_down_has_not_killed_those_on_board() -> None:
    assert doers("A Turkish helicopter was shot down near Taiz, killing nine people on board.", "killing") == []


def test_those_killed_do_not_go_on_to_injure() -> None:
    text = "Hezbollah shelled the town, killing five rebels injuring nine."
    assert all("rebel" not in m.name for c in claims_of(text) if c.type == "ASSAULT" for m in c.actors)


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Clashes have spread and mortars fired by the junta killed at least 49 farmers over the weekend.", "farmers"),
        ("Junta air raids killed at least 15 farmers in the area of Kafra outside Mandalay city on Friday.", "farmers"),
        ("Nine nurses killed, four others wounded in a raid.", "nurses"),
    ],
)
def test_raids_that_killed_are_not_killed(text: str, whom: str) -> None:
    told = [c for c in claims_of(text) if c.kind is Kind.EVENT and c.trigger and c.trigger.text == "killed"]
    assert [m.text.split()[-1] for c in told for m in c.recipients] == [whom]


@pytest.mark.parametrize("comma", [",", ""])
def test_whoever_acts_against_others_across_a_land_harms_them(comma: str) -> None:
    text = (
        f"The Houthis continued their raids against guards in several towns across the land{comma} inflicting losses."
    )
    assert doers(text, "The Houthis continued their raids against guards in several towns across the land") == [
        "Houthis"
    ]
