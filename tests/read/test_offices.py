"""Who held an office on a day, by the codebook."""

from datetime import date

from testimonia.read.offices import holder
from tests.read.telling import book


def test_an_office_has_whoever_held_it_on_the_day() -> None:
    assert holder(book(), "president", "united-states", date(2015, 6, 1)) == "barack-obama"


def test_without_a_day_or_a_holder_nobody_is_named() -> None:
    assert holder(book(), "president", "united-states", None) is None
    assert holder(book(), "president", "no-such-state", date(2015, 6, 1)) is None
