"""The main incident of an account is what it tells first and most."""

from __future__ import annotations

from testimonia.link import link
from testimonia.link.incidents import is_violent, main_incidents
from testimonia.link.words import linking_words
from tests.factories import BOOK, Telling, of

WORDS = linking_words(BOOK)


def _report() -> Telling:
    telling = Telling(
        "Hill News",
        "Jets bombed the market of Darkush on 26 April and killed nine people. The mayor asked for help. Weeks "
        "before, on 2 April, shells had fallen on Hama.",
        "2016-04-27",
    )
    telling.claim(
        "Jets bombed the market of Darkush on 26 April and killed nine people", place="Darkush", on="2016-04-26",
        figures=[telling.figure("nine people", 9)], trigger="bombed",
    )  # fmt: skip
    telling.claim("The mayor asked for help", "REQUEST", trigger="asked")
    telling.claim("on 2 April, shells had fallen on Hama", place="Hama", on="2016-04-02", trigger="fallen")
    return telling


def test_what_a_report_opens_with_is_its_main_incident() -> None:
    accounts, claims, documents = of(_report())
    linked = link(accounts, claims, documents, BOOK)
    main = main_incidents(linked.events, claims, WORDS)
    event = next(event for event in linked.events if event.id == main[accounts[0].id])
    assert [place.name for place in event.places] == ["Darkush"]


def test_a_request_is_no_incident() -> None:
    linked = link(*of(_report()), BOOK)
    assert sorted(is_violent(event, WORDS) for event in linked.events) == [False, True, True]


def test_an_account_without_violence_has_none() -> None:
    telling = Telling("Hill News", "The mayor asked for help.", "2016-04-27")
    telling.claim("The mayor asked for help", "REQUEST", trigger="asked")
    accounts, claims, documents = of(telling)
    assert main_incidents(link(accounts, claims, documents, BOOK).events, claims, WORDS) == {}


def test_a_sum_over_a_year_is_not_what_an_account_mainly_tells_of() -> None:
    telling = Telling(
        "Hill News",
        "Since January shells on Hama have killed 90 people, a monitor said. A shell killed two people in Darkush.",
        "2016-04-27",
    )
    telling.claim(
        "Since January shells on Hama have killed 90 people", place="Hama", on="2016-01-01/2016-04-27",
        figures=[telling.figure("90 people", 90)], trigger="killed",
    )  # fmt: skip
    telling.claim(
        "A shell killed two people in Darkush", place="Darkush", on="2016-04-26",
        figures=[telling.figure("two people", 2)], trigger="killed",
    )  # fmt: skip
    accounts, claims, documents = of(telling)
    linked = link(accounts, claims, documents, BOOK)
    main = main_incidents(linked.events, claims, WORDS)
    event = next(event for event in linked.events if event.id == main[accounts[0].id])
    assert [place.name for place in event.places] == ["Darkush"]
