from __future__ import annotations

from datetime import date

from testimonia.link.titles import day_name, title_of
from testimonia.model.period import Period
from tests.factories import Telling, day


def test_a_title_says_what_where_and_when() -> None:
    telling = Telling("Valley Post", "Jets bombed Darkush.")
    claim = telling.claim("Jets bombed Darkush", acled="Air/drone strike", place="Darkush")
    assert title_of([claim], claim.places, day("2016-04-26")) == "Air/drone strike, Darkush, 26 April 2016"


def test_a_happening_without_a_name_goes_by_its_trigger() -> None:
    telling = Telling("Valley Post", "They stormed it.")
    claim = telling.claim("They stormed it", acled="Other", trigger="stormed")
    assert title_of([claim], (), None) == "Stormed"


def test_open_periods_are_said_as_such() -> None:
    first = date(2016, 4, 26)
    assert day_name(Period(first, None)) == "since 26 April 2016"
    assert day_name(Period(None, first)) == "until 26 April 2016"
    assert day_name(Period(None, None)) == ""
