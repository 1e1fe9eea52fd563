"""Rows of places that the parser broke off."""

import pytest

from testimonia.model.claim import Kind
from tests.read.expecting import triggered, where
from tests.read.telling import claims_of


def test_a_row_stands_together_though_its_last_place_runs_into_what_came_of_it() -> None:
    text = "Jets on Monday bombed the towns of Hayyan Anadan and Hreitan in rural Aleppo killing two farmers."
    assert where(triggered(claims_of(text), "killing")) == ["Hayyan", "Anadan", "Hreitan", "Aleppo"]


def test_a_row_goes_on_behind_the_words_of_its_claim() -> None:
    row = "New Aleppo Bab al-Zurqan al-Barrada and al-Nirab in Aleppo"
    text = f"Ten were injured on Monday due to attacks on the districts of {row}."
    assert where(triggered(claims_of(text), "attacks"))[:3] == ["New Aleppo", "Bab al-Zurqan", "al-Barrada"]


@pytest.mark.parametrize("rest", [". Homs and Hama were quiet.", " as Homs and Hama fell."])
def test_what_another_sentence_or_clause_names_is_of_no_row(rest: str) -> None:
    assert where(triggered(claims_of(f"Two died in Aleppo{rest}"), "died")) == ["Aleppo"]


def test_a_town_of_which_its_holder_is_told_is_what_is_held() -> None:
    text = "Shells fell on Manbij, a town held by the militia in Aleppo province, on Friday."
    assert where(triggered(claims_of(text), "held", Kind.RELATION)) == ["Manbij", "Aleppo"]
