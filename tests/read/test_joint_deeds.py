"""Who else does what a word of harm tells, or does it at all, by a word beside it."""

import pytest

from testimonia.model.claim import Claim
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
