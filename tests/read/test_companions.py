"""Who does it together with whoever is named."""

import pytest

from testimonia.model.claim import Claim
from tests.read.telling import claims_of


def harm(text: str, words: str) -> Claim:
    """The claim of violence whose trigger is ``words``."""
    return next(c for c in claims_of(text) if c.type == "ASSAULT" and c.trigger and c.trigger.text == words)


def doers(text: str, words: str) -> list[str]:
    return [mention.name for mention in harm(text, words).actors]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Lebanese army alongside Hezbollah shelled a village near Tyre.", "shelled"),
        ("The Lebanese army together with Hezbollah shelled a village near Tyre.", "shelled"),
        ("The Lebanese army along with Hezbollah shelled a village near Tyre.", "shelled"),
        ("The Lebanese army in cooperation with Hezbollah carried out raids on a village near Tyre.", "raids"),
    ],
)
def test_who_acts_beside_the_doer_is_a_doer_too(text: str, words: str) -> None:
    assert doers(text, words) == ["Lebanese Armed Forces", "Hezbollah"]


def test_who_is_told_to_be_among_the_doers_is_named_beside_them() -> None:
    text = "Several gunmen including Hezbollah fighters shelled the barracks near Tyre."
    assert "Hezbollah" in doers(text, "shelled")


def test_who_was_killed_beside_others_killed_nobody() -> None:
    assert doers("The Lebanese army killed nine men alongside Hezbollah fighters near Tyre.", "killed") == [
        "Lebanese Armed Forces"
    ]
