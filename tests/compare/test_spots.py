"""Where an event took place, in the words of a question."""

from __future__ import annotations

from testimonia.compare import spots
from tests.compare.telling import case_of, strike
from tests.factories import Telling


def _phrase(*tellings: Telling) -> str:
    case = case_of(*tellings)
    (event,) = [event for event in case.linked.events if len(event.accounts) == len(tellings)]
    return spots.phrase(event, case)


def _of(outlet: str, text: str, *claims: tuple[str, str]) -> Telling:
    telling = Telling(outlet, text)
    for words, place in claims:
        telling.claim(words, place=place, on="2016-04-26", trigger="bombed", acled="Air/drone strike")
    return telling


def test_the_town_that_all_accounts_name_is_the_place_of_the_event() -> None:
    one = _of("Valley Post", "Jets bombed Darkush on 26 April.", ("Jets bombed Darkush on 26 April", "Darkush"))
    two = strike("Coast Daily", "Jets bombed the clinic")
    assert _phrase(one, two) == " in Darkush"


def test_a_place_that_one_account_names_in_passing_is_not_the_place_of_the_event() -> None:
    text = "Jets bombed Darkush on 26 April. They had bombed it before those in Hama."
    one = _of(
        "Valley Post",
        text,
        ("Jets bombed Darkush on 26 April", "Darkush"),
        ("They had bombed it before those in Hama", "Hama"),
    )
    assert _phrase(one, strike("Coast Daily", "Jets bombed the clinic")) == " in Darkush"


def test_an_event_of_which_only_the_country_is_known_is_in_that_country() -> None:
    assert (
        _phrase(_of("Valley Post", "Jets bombed a camp in Syria.", ("Jets bombed a camp in Syria", "Syria")))
        == " in Syria"
    )


def test_an_event_without_a_place_is_nowhere() -> None:
    telling = Telling("Valley Post", "Jets bombed a camp on 26 April.")
    telling.claim("Jets bombed a camp on 26 April", on="2016-04-26", trigger="bombed", acled="Air/drone strike")
    assert _phrase(telling) == ""
