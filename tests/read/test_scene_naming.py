"""A naming has the place that its own words give, and no day."""

from __future__ import annotations

import pytest

from testimonia.model.claim import Claim, Kind
from tests.read.telling import claims_of


def _labels(text: str) -> list[Claim]:
    return [claim for claim in claims_of(text) if claim.kind is Kind.LABEL]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The army bombed terrorists in Idlib on 3 May 2016.", {"Idlib"}),
        ("The terrorists of Idlib fled.", {"Idlib"}),
        ("The army bombed the terrorist group on a hill, and a market burnt in Idlib.", set()),
        ("Terrorists shelled a school, which stands in Homs.", set()),
    ],
)
def test_a_label_has_the_place_of_its_own_noun_phrase_alone(text: str, places: set[str]) -> None:
    assert {place.name for label in _labels(text) for place in label.places} == places


def test_a_label_has_no_day_and_keeps_that_of_its_sentence_beside_it() -> None:
    labels = _labels("On 3 May 2016 terrorists shelled Homs.")
    assert labels
    assert all(label.period is None for label in labels)
    assert all(label.around.period is not None for label in labels)
