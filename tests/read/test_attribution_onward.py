"""A speaker at the head of a clause says what follows, though the parser saw no clause in it."""

import pytest

from tests.read.test_attribution_endings import sources


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "A source at the police command said in a statement to the Courier that rebels shelled the depot.",
            "A source at the police command",
        ),
        ("In a phone call with a Courier reporter local sources said that rebels shelled the depot.", "local sources"),
        (
            "The Russian military said two F-16 and two A-10 jets flew into the valley to carry out the strikes.",
            "The Russian military",
        ),
    ],
)
def test_the_speaker_before_the_verb_is_found(text: str, source: str) -> None:
    assert source in sources(text)


def test_what_a_centre_in_some_place_adds_follows_it() -> None:
    assert "The center" in sources("The center based in Hmeimim added that rebels shelled during the night the town.")
