"""What a deed answers and what talks are about are no scenes of the deed or of the talks."""

from __future__ import annotations

import pytest

from tests.read.expecting import triggered, where
from tests.read.telling import claims_of


@pytest.mark.parametrize("comma", [",", ""])
def test_the_place_of_the_deed_that_is_answered_is_none_of_the_answer(comma: str) -> None:
    text = f"Rebels shelled Goma on Monday{comma} in response to deadly air strikes on rebel-held Bunia."
    assert where(triggered(claims_of(text), "shelled")) == ["Goma"]


def test_an_answer_has_the_place_told_with_it() -> None:
    assert where(triggered(claims_of("The response in Goma killed two rebels."), "killed")) == ["Goma"]


def test_what_talks_are_about_is_not_where_they_are_held() -> None:
    claims = claims_of("The minister spoke with the envoy about Kenya.")
    assert where(triggered(claims, "spoke")) == []


def test_reports_that_are_looked_into_give_no_place_to_the_inquiry() -> None:
    claims = claims_of("The navy is investigating reports that nine farmers were killed in Goma.")
    assert where(triggered(claims, "investigating")) == []
    assert where(triggered(claims, "killed")) == ["Goma"]
