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
