"""Days that an order between two clauses keeps from a claim."""

import pytest

from testimonia.model.claim import Claim
from tests.read.expecting import triggered
from tests.read.telling import claims_of


def told(text: str, word: str) -> str | None:
    claim: Claim = triggered(claims_of(text), word)
    return claim.period.text if claim.period else None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Gunmen surrounded the village of Kanda on June 17 after fierce clashes with the army.", "clashes"),
        ("Gunmen stormed Kanda on Friday after regrouping near a camp that they had shelled.", "shelled"),
        ("Elders ordered farmers to leave after gunmen entered Kanda on Monday.", "ordered"),
    ],
)
def test_what_was_over_before_another_deed_has_not_its_day_nor_lends_its_own(text: str, word: str) -> None:
    assert told(text, word) is None


def test_what_people_suffer_after_a_deed_they_suffer_on_its_day() -> None:
    text = "Nine farmers were killed in Goma on Friday after gunmen stormed the market."
    assert told(text, "killed") == told(text, "stormed") == "Friday"


def test_what_was_hours_before_has_that_day() -> None:
    text = "Jets bombed Goma on Friday hours after gunmen attacked nine men there."
    assert told(text, "attacked") == "Friday"


def test_what_tells_only_since_when_has_not_the_day_of_what_is_told() -> None:
    text = "A helicopter was shot down near Goma on Monday in the worst loss since the army began operations there."
    assert told(text, "shot") == "Monday"
    assert told(text, "operations") is None


def test_the_day_of_a_deed_only_named_is_its_alone() -> None:
    text = "The envoy arrived in Goma to investigate Wednesday's attack on the market."
    assert told(text, "arrived") is None
    assert told(text, "attack") == "Wednesday"
