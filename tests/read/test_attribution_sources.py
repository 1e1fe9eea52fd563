"""Who says what a verb of saying governs, also where a parser tied him elsewhere."""

import pytest

from testimonia.codebook.codebook import load
from testimonia.read.attribution_sources import source_of
from testimonia.read.reporting import reporting
from tests.read.telling import parsed, word


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("The mayor said the town was shelled.", "said", "mayor"),
        ("It was said by the mayor that the town was shelled.", "said", "mayor"),
        ("Activists said that the raid caused several houses to fall adding that two men died.", "adding", "Activists"),
        ("Prior to his death media watchdog Voices Without Borders said 23 men had been shot.", "said", "Voices"),
        ("The mayor left the hall adding that two men died.", "adding", "mayor"),
        (
            "The group said it was unclear what caused the blast at the crossing adding that men died.",
            "adding",
            "group",
        ),
        ("A source at Harbour police told the paper that two men died.", "told", "source"),
        ("The Orontes Center for Research a Brookford-based charity said two men died.", "said", "Center"),
        ("One activist who spoke to the Courier and witnessed the attack said that men died.", "said", "activist"),
    ],
)
def test_who_says_it(text: str, cue: str, source: str) -> None:
    token = word(parsed(text), cue)
    found = source_of(token, token.tag_ == "VBN", reporting(load(base=("english",))))
    assert found is not None and found.text == source


def test_what_seems_to_be_is_said_by_nobody() -> None:
    token = word(parsed("It seems that the town was shelled."), "seems")
    assert source_of(token, False, reporting(load(base=("english",)))) is None
