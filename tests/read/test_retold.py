"""A toll told twice is the doing of whoever one telling names, where number, kind and people are the same."""

import pytest

from testimonia.model.claim import Claim, Kind
from tests.read.telling import claims_of


def _doers(text: str, trigger: str) -> list[set[str]]:
    return [_names(c) for c in claims_of(text) if c.trigger and c.trigger.text == trigger and c.kind is not Kind.LABEL]


def _names(claim: Claim) -> set[str]:
    return {mention.text for mention in claim.actors}


LEAD = "Rwandan artillery killed at least 14 people in Goma on Monday, a hospital said."


def test_a_headlines_toll_has_the_doer_that_the_lead_gives_it() -> None:
    assert _doers(f"Fourteen villagers were killed in Goma. {LEAD}", "villagers") == [{"Rwandan artillery"}]


def test_the_killing_and_what_it_came_of_have_him_too() -> None:
    text = f"Fourteen people were killed in bombardment of Goma. {LEAD}"
    assert _doers(text, "killed")[0] == {"Rwandan artillery"}
    assert _doers(text, "bombardment") == [{"Rwandan artillery"}]


@pytest.mark.parametrize(
    "other",
    [
        "Fifteen people were killed in Goma.",
        "Fourteen people were injured in Goma.",
        "Fourteen others were killed in Goma.",
        "Separately, fourteen people were killed in Bukavu.",
        "Fourteen people were killed in clashes in Goma.",
    ],
)
def test_another_toll_has_no_doer_by_it(other: str) -> None:
    (toll, _) = [c for c in claims_of(f"{other} {LEAD}") if c.kind is Kind.FIGURE]
    assert not toll.actors


def test_counts_of_two_classes_of_people_are_two_tolls() -> None:
    (toll, _) = [
        c
        for c in claims_of("Nine soldiers were killed in Goma. Rebel shelling killed nine children in Goma.")
        if c.kind is Kind.FIGURE
    ]
    assert not toll.actors


def test_a_toll_laid_on_two_parties_is_carried_from_neither() -> None:
    text = "Rwandan guns killed 14 people in Goma. Rebel guns killed 14 people in Goma. Fourteen people died in Goma."
    assert _doers(text, "died") == [set()]


def test_a_word_for_many_is_no_number_to_know_a_toll_by() -> None:
    text = "Dozens of people were killed in Goma. Rwandan artillery killed dozens of people in Bukavu."
    (toll, _) = [c for c in claims_of(text) if c.kind is Kind.FIGURE]
    assert not toll.actors


def test_a_fight_that_was_underway_meanwhile_is_not_what_killed_them() -> None:
    text = f"Fourteen people were killed in Goma as intense fighting was underway nearby. {LEAD}"
    assert _doers(text, "killed")[0] == {"Rwandan artillery"}
