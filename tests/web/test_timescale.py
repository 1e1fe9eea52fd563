from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from testimonia.web.timescale import Scale

days = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@given(days, st.integers(1, 40_000), st.integers(-50, 40_050))
def test_every_day_falls_within_the_drawing(first: date, length: int, offset: int) -> None:
    scale = Scale(first, first + timedelta(length), 100, 900)
    assert 100 <= scale.at(first + timedelta(offset)) <= 900


@given(days, st.integers(1, 40_000))
def test_marks_are_few_and_in_order(first: date, length: int) -> None:
    marks = Scale(first, first + timedelta(length), 0, 1000).marks()
    assert len(marks) <= 15
    assert [x for x, _ in marks] == sorted(x for x, _ in marks)
