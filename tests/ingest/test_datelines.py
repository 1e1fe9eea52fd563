from __future__ import annotations

from datetime import date

import pytest

from testimonia.codebook.codebook import Codebook
from testimonia.ingest.datelines import DateReader, date_reader
from testimonia.model.period import Precision


@pytest.fixture(scope="module")
def dates(river: Codebook) -> DateReader:
    return date_reader(river)


@pytest.mark.parametrize(
    "words",
    ["3 March 2021", "March 3, 2021", "MARCH 3, 2021", "3rd of March 2021", "Wednesday, 3 March 2021", "Mar. 3, 2021",
     "3 March، 2021", "Wednesday، March 3، 2021",
     "2021-03-03", "Wed, 03 Mar 2021 10:00:00 +0000", "Published 3 March 2021 at 10:00", "2021-03-03T08:00:00Z"],
)  # fmt: skip
def test_date_lines_of_every_style_give_the_day(dates: DateReader, words: str) -> None:
    period = dates.read(words)
    assert period is not None
    assert (period.start, period.end) == (date(2021, 3, 3), date(2021, 3, 3))


def test_a_month_gives_its_days_and_says_so(dates: DateReader) -> None:
    period = dates.read("February 2020")
    assert period is not None
    assert (period.start, period.end, period.precision) == (date(2020, 2, 1), date(2020, 2, 29), Precision.MONTH)


def test_a_numeric_date_that_can_be_read_two_ways_is_not_read(dates: DateReader) -> None:
    assert dates.read("3/4/2021") is None


def test_a_numeric_date_is_read_where_only_one_way_is_possible(dates: DateReader) -> None:
    period = dates.read("23/4/2021")
    assert period is not None and period.start == date(2021, 4, 23)


def test_a_numeric_date_follows_the_order_given(dates: DateReader) -> None:
    period = dates.read("3/4/2021", day_first=True)
    assert period is not None and period.start == date(2021, 4, 3)


@pytest.mark.parametrize("words", ["31 February 2021", "soon", "", "40 March 2021"])
def test_no_day_is_read_where_there_is_none(dates: DateReader, words: str) -> None:
    period = dates.read(words)
    assert period is None or period.precision is Precision.MONTH


def test_dates_without_a_year_are_found_with_their_offsets(dates: DateReader) -> None:
    text = "It began on the 30th of September; since mid-October little moved."
    found = dates.find(text)
    assert [(text[one.start : one.end], one.month, one.day, one.year) for one in found] == [
        ("30th of September", 9, 30, None),
        ("mid-October", 10, 11, None),
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("LIMA, 9 JAN 90 (AGENCY) -- [TEXT] THE TOWN WAS HIT.", "1990-01-09"),
        ("Lima, 9 Jan 08 — The town was hit.", "2008-01-09"),
    ],
)
def test_the_date_of_a_wire_report_has_a_year_of_two_digits(dates: DateReader, text: str, day: str) -> None:
    found = dates.of_wire(text, 0, len(text))
    period = found.period() if found else None
    assert period is not None and str(period.start) == day


def test_a_number_behind_a_month_is_no_year_where_no_dash_follows(dates: DateReader) -> None:
    text = "ON 9 JAN 40 HOUSES BURNED IN THE TOWN."
    assert dates.of_wire(text, 0, len(text)) is None
