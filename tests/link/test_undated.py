"""What a telling whose day is not known says of it all the same."""

from __future__ import annotations

from datetime import date

import pytest

from testimonia.codebook import load
from testimonia.link.undated import compared, dates_of, weekdays_of
from testimonia.link.words import LinkingWords, linking_words

NONE: frozenset[int] = frozenset()
NO_DATES: frozenset[tuple[int, int]] = frozenset()


@pytest.fixture(scope="module")
def words() -> LinkingWords:
    return linking_words(load())


def test_days_of_the_week_are_counted_from_monday(words: LinkingWords) -> None:
    assert weekdays_of("Jets hit the mill on Tuesday and again on Sunday", words) == {1, 6}


@pytest.mark.parametrize("text", ["on December 3", "on Dec. 3", "on the 3rd December", "on 3 Dec"])
def test_a_date_is_known_by_month_and_day(text: str, words: LinkingWords) -> None:
    assert dates_of(text, words) == {(12, 3)}


def test_a_number_beside_a_month_that_is_no_day_is_none(words: LinkingWords) -> None:
    assert not dates_of("In March 2016 the mill burned down", words)


def test_a_known_day_stands_for_its_day_of_the_week() -> None:
    tuesday = date(2016, 8, 9)
    assert compared((frozenset({1}), NO_DATES, None), (NONE, NO_DATES, tuesday))[0] == "weekday_same"
    assert compared((frozenset({2}), NO_DATES, None), (NONE, NO_DATES, tuesday))[0] == "weekday_other"


def test_dates_tell_more_than_days_of_the_week() -> None:
    one, two = frozenset({(8, 9)}), frozenset({(8, 10)})
    assert compared((frozenset({1}), one, None), (frozenset({1}), two, None))[0] == "date_other"


def test_a_story_of_many_days_says_nothing_of_its_day() -> None:
    assert compared((frozenset({0, 1, 2}), NO_DATES, None), (frozenset({0}), NO_DATES, None)) == ("", "")
