from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from testimonia.casefile import Casefile
from testimonia.casefile.search import CLOSE, OPEN, expression
from testimonia.casefile.writing import Arrival
from tests.samples import HERALD, bombed, died, gazette, herald


def test_documents_come_first_then_claims_with_the_hit_marked(case: Casefile) -> None:
    hits = case.search("clinic jets")
    assert [(hit.kind, hit.id) for hit in hits] == [("document", herald.id), ("claim", bombed.id)]
    assert f"{OPEN}clinic{CLOSE}" in hits[1].snippet


def test_words_in_quotation_marks_must_stand_together(case: Casefile) -> None:
    assert {hit.id for hit in case.search('"people died"')} == {gazette.id, died.id}
    assert case.search('"died people"') == ()


def test_a_star_matches_any_ending(case: Casefile) -> None:
    assert bombed.id in {hit.id for hit in case.search("bomb*")}


def test_accents_and_case_do_not_matter(case: Casefile) -> None:
    assert case.search("MÁRAT")


def test_a_new_reading_replaces_the_old_in_the_index(case: Casefile) -> None:
    case.add(Arrival(herald, HERALD.encode(), "0.2", "r2"), [])
    assert [hit.kind for hit in case.search("jets")] == ["document"]


@pytest.mark.parametrize("words", ["", " ", '"', "*", "( )"])
def test_nothing_is_found_where_nothing_can_be_searched(case: Casefile, words: str) -> None:
    assert expression(words) == ""
    assert case.search(words) == ()


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
def test_no_words_are_a_syntax_error(case: Casefile, words: str) -> None:
    case.search(words)
