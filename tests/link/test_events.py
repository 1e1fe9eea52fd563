"""The days of an event, of those that its tellings state and take over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from testimonia.link import events
from testimonia.link.mentions import Mention, lay_out
from testimonia.link.words import linking_words
from tests.factories import BOOK, Telling, of


def _told(on: str, exact: bool) -> Mention:
    telling = Telling("Valley Post", "Jets bombed Darkush.", "2016-04-28")
    telling.claim("Jets bombed Darkush", place="Darkush", on=on, trigger="bombed", acled="Air/drone strike")
    accounts, claims, _ = of(telling)
    (mention,) = lay_out(claims, {account.id: account for account in accounts}, linking_words(BOOK))
    return replace(mention, exact=exact)


def test_of_two_days_stated_as_often_the_one_that_others_take_over_is_the_events() -> None:
    members = [_told("2016-04-24", True), _told("2016-04-26", True), _told("2016-04-26", False)]
    period = events._days(members)
    assert period is not None
    assert period.start == date(2016, 4, 26)


def test_the_day_stated_most_is_the_events_whatever_others_take_over() -> None:
    members = [_told("2016-04-24", True), _told("2016-04-24", True), *[_told("2016-04-26", False)] * 3]
    period = events._days(members)
    assert period is not None
    assert period.start == date(2016, 4, 24)
