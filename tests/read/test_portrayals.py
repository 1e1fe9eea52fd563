"""In what light an account puts people and matters."""

import pytest

from testimonia.read import portrayals
from tests.read.telling import reading_of


def shown(sentence: str) -> list[tuple[str, str, str]]:
    """The words, the frame and the bearer of each portrayal."""
    reading = reading_of(sentence)
    return [(reading.doc[p.start : p.end].text, p.frame, reading.doc[p.bearer].text) for p in portrayals.find(reading)]


@pytest.mark.parametrize(
    ("sentence", "frame", "bearer"),
    [
        ("Netanyahu bullied the ambassador.", "aggressor", "Netanyahu"),
        ("Netanyahu bullied Kagame.", "victim", "Kagame"),
        ("Kagame is a liar.", "no-trustworthiness", "Kagame"),
        ("Kagame was reckless.", "unreason", "Kagame"),
        ("The reckless Kagame flew home.", "unreason", "Kagame"),
        ("Macron praised Kagame.", "affection", "Kagame"),
        ("Kagame backed down.", "weakness", "Kagame"),
        ("Kagame's cowardice shocked the delegates.", "weakness", "Kagame"),
        ("Kagame showed optimism.", "confidence", "Kagame"),
        ("Egypt mocked the offer.", "aggressor", "Egypt"),
    ],
)
def test_words_put_somebody_in_a_light(sentence: str, frame: str, bearer: str) -> None:
    found = shown(sentence)
    assert (frame, bearer) in [(f, b) for _, f, b in found], found


def test_one_word_may_show_two_parties_in_two_lights() -> None:
    assert {(frame, bearer) for _, frame, bearer in shown("Egypt threatened Israel.")} == {
        ("aggressor", "Egypt"),
        ("victim", "Israel"),
    }


def test_a_passive_shows_who_did_it_and_who_suffered_it() -> None:
    found = {(frame, bearer) for _, frame, bearer in shown("Israel was threatened by Egypt.")}
    assert found == {("aggressor", "Egypt"), ("victim", "Israel")}


def test_a_word_joined_by_hyphens_is_one_word() -> None:
    assert ("thin-skinned", "unreason", "Kagame") in [(w, f, b) for w, f, b in shown("Kagame is thin-skinned.")]


def test_what_is_said_of_somebody_as_a_predicate_is_shown_though_no_list_has_it() -> None:
    assert ("other", "Kagame") in [(frame, bearer) for _, frame, bearer in shown("Kagame is tall.")]


def test_a_plain_report_shows_nobody_in_any_light() -> None:
    assert shown("Kagame said it on Monday.") == []


def test_a_matter_bears_a_portrayal_once_the_account_names_it_again() -> None:
    text = "The treaty was signed. The treaty has ten pages. The treaty is a disaster."
    assert ("poor-quality", "treaty") in [(frame, bearer) for _, frame, bearer in shown(text)]
    assert shown("The treaty is a disaster.") == []


def test_it_means_the_matter_named_before() -> None:
    text = "The treaty was signed. The treaty has ten pages. Many read the treaty. It is a disaster."
    assert ("poor-quality", "treaty") in [(frame, bearer) for _, frame, bearer in shown(text)]
