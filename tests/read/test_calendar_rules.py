"""Which days a unit of the calendar holds."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.read import calendar_rules as cal

UNITS = ["day", "week", "fortnight", "month", "quarter", "year", "decade", "century", "millennium"]


def test_a_week_runs_from_monday_to_sunday() -> None:
    assert cal.week(date(2016, 8, 9)) == (date(2016, 8, 8), date(2016, 8, 14))


def test_months_run_on_into_other_years() -> None:
    assert cal.month(2015, 14) == (date(2016, 2, 1), date(2016, 2, 29))
    assert cal.month(2015, 0) == (date(2014, 12, 1), date(2014, 12, 31))


def test_a_winter_belongs_to_the_year_in_which_it_begins() -> None:
    assert cal.season(2015, "winter") == (date(2015, 12, 1), date(2016, 2, 29))


def test_the_last_day_of_a_month_stays_the_last_when_moved() -> None:
    assert cal.move_months(date(2016, 3, 31), -1) == date(2016, 2, 29)


def test_a_day_the_calendar_lacks_is_none() -> None:
    assert cal.clamp(2015, 2, 29) is None


@pytest.mark.parametrize(
    ("which", "first", "last"),
    [
        ("early", date(2016, 2, 1), date(2016, 2, 10)),
        ("mid", date(2016, 2, 11), date(2016, 2, 20)),
        ("late", date(2016, 2, 21), date(2016, 2, 29)),
        ("first half", date(2016, 2, 1), date(2016, 2, 15)),
        ("second half", date(2016, 2, 16), date(2016, 2, 29)),
    ],
)
def test_a_month_has_three_parts_and_two_halves(which: str, first: date, last: date) -> None:
    assert cal.part(cal.month(2016, 2), which) == (first, last)


@given(st.dates(), st.sampled_from(UNITS))
def test_the_unit_around_a_day_holds_it(day: date, unit: str) -> None:
    first, last = cal.unit_around(day, unit)
    assert first <= day <= last


@given(st.dates(), st.dates(), st.sampled_from(["early", "mid", "late", "first half", "second half"]))
def test_a_part_lies_within_its_whole(one: date, other: date, which: str) -> None:
    whole = (min(one, other), max(one, other))
    first, last = cal.part(whole, which)
    assert whole[0] <= first <= last <= whole[1]


@given(st.dates(), st.sampled_from(UNITS), st.floats(-1e6, 1e6))
def test_any_shift_stays_within_the_calendar(day: date, unit: str, count: float) -> None:
    assert date.min <= cal.shift(day, unit, count) <= date.max
