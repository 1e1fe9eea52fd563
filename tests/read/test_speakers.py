"""Whoever goes on speaking as "it", "he" or "the source" is whoever spoke last."""

import pytest

from tests.read.telling import claims_of


def tellers(text: str) -> list[str]:
    return [
        claim.attribution[-1].name for claim in claims_of(text) if claim.trigger and claim.trigger.text == "shelled"
    ]


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        ("The Turkish military said two men were killed. It said rebels shelled the depot.", "Turkish Armed Forces"),
        (
            "The Syrian Observatory for Human Rights said men were killed. The group said the army shelled Saraqeb.",
            "Syrian Observatory for Human Rights",
        ),
        (
            "A source at the Harbour Command said two men died. The source added that rebels shelled the depot.",
            "A source at the Harbour Command",
        ),
        (
            "The Orontes Army said that captured soldiers recovered. They added that rebels shelled the depot.",
            "Orontes Army",
        ),
        ("A witness named Omar said two men died. He said the army shelled the clinic.", "A witness named Omar"),
    ],
)
def test_who_points_back_is_the_speaker_before(text: str, teller: str) -> None:
    assert tellers(text) == [teller]


def test_a_pronoun_far_from_any_speaker_stays_as_it_is() -> None:
    text = "The mayor said two men died. It rained. It snowed. The road was shut. The lamps went out. "
    assert tellers(text + "He said the army shelled the clinic.") == ["He"]


def test_a_person_is_not_it() -> None:
    assert tellers("The mayor said two men died. It said the army shelled the clinic.") == ["It"]
