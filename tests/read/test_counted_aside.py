"""Figures in the words of a happening that count nothing of it."""

from __future__ import annotations

import pytest

from testimonia.model.claim import Kind
from tests.read.telling import claims_of


def _counted(text: str) -> list[str]:
    return [f.counted for c in claims_of(text) if c.kind is Kind.EVENT for f in c.figures]


@pytest.mark.parametrize(
    "text",
    [
        "The gunmen stepped up their attacks in several provinces.",
        "Shells fell on Harran, and the army attacked the two villages.",
        "The militia threatens areas that the two sides hold.",
        "It was one of the worst clashes between the two groups.",
    ],
)
def test_where_and_between_whom_something_happens_is_no_count_of_it(text: str) -> None:
    assert _counted(text) == []


def test_what_is_taken_or_hit_is_counted() -> None:
    assert _counted("The army captured three villages near Harran.") == ["villages"]
    assert _counted("Shells hit two neighbourhoods of Harran.") == ["neighbourhoods"]


def test_things_told_of_before_are_no_figure() -> None:
    told = claims_of("The bridge at Harran links the two banks of the river.")
    assert [c for c in told if c.kind is Kind.FIGURE] == []


def test_the_views_of_a_page_are_no_figure() -> None:
    told = claims_of("The army shelled Harran on Monday.   ... 43   Topic Violence Spreads As Talks Stall")
    assert [c for c in told if c.kind is Kind.FIGURE] == []
