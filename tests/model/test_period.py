from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.model.period import Period

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
OPEN_DAYS = st.none() | DAYS


def between(start: str | None, end: str | None) -> Period:
    return Period(date.fromisoformat(start) if start else None, date.fromisoformat(end) if end else None)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    start, end = draw(OPEN_DAYS), draw(OPEN_DAYS)
    if start and end and start > end:
        start, end = end, start
    return Period(start, end)


def test_a_period_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="cannot end"):
        Period(date(1937, 4, 27), date(1937, 4, 26))


def test_a_day_is_one_day_long() -> None:
    assert Period(date(1937, 4, 26), date(1937, 4, 26)).days == 1


def test_both_bounds_belong_to_the_period() -> None:
    assert Period(date(1995, 7, 11), date(1995, 7, 22)).days == 12


@pytest.mark.parametrize(("start", "end"), [(date(1992, 4, 5), None), (None, date(1996, 2, 29)), (None, None)])
def test_an_open_period_has_no_length(start: date | None, end: date | None) -> None:
    assert Period(start, end).days is None


@pytest.mark.parametrize(
    ("start", "end", "known"),
    [(date(1992, 4, 5), None, True), (None, date(1996, 2, 29), True), (None, None, False)],
)
def test_one_bound_is_enough_to_know_something(start: date | None, end: date | None, known: bool) -> None:
    assert Period(start, end).known is known


@pytest.mark.parametrize(
    ("left", "right", "overlap"),
    [
        (("2022-02-24", "2022-03-01"), ("2022-03-01", "2022-03-05"), True),
        (("2022-02-24", "2022-02-28"), ("2022-03-01", "2022-03-05"), False),
        (("2022-02-24", None), ("2023-01-01", "2023-01-02"), True),
        ((None, "2022-02-24"), ("2022-02-25", None), False),
        ((None, None), ("2022-02-25", "2022-02-25"), True),
    ],
)
def test_periods_overlap_where_some_day_may_be_of_both(
    left: tuple[str | None, str | None], right: tuple[str | None, str | None], overlap: bool
) -> None:
    assert between(*left).overlaps(between(*right)) is overlap


@given(periods(), periods())
def test_overlapping_is_mutual(left: Period, right: Period) -> None:
    assert left.overlaps(right) == right.overlaps(left)


@given(periods())
def test_a_period_overlaps_itself(period: Period) -> None:
    assert period.overlaps(period)


@given(DAYS, st.integers(0, 400))
def test_the_length_counts_every_day(start: date, more: int) -> None:
    end = date.fromordinal(start.toordinal() + more)
    assert Period(start, end).days == more + 1
