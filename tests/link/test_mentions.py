from __future__ import annotations

from dataclasses import replace
from datetime import date

from testimonia.link.known import known
from testimonia.link.mentions import Mention, lay_out
from testimonia.link.words import linking_words
from testimonia.model.claim import Surroundings
from tests.factories import BOOK, Telling

WORDS = linking_words(BOOK)


def laid_out(telling: Telling) -> list[Mention]:
    return lay_out(telling.claims, {telling.id: telling.account}, WORDS, known(telling.claims, BOOK))


def day_of(ordinal: int | None) -> str:
    return str(date.fromordinal(ordinal)) if ordinal else ""


def test_a_claim_takes_the_place_and_day_of_its_neighbour_and_says_so() -> None:
    telling = Telling("Valley Post", "Jets bombed Darkush on 26 April. Four people died.")
    telling.claim("Jets bombed Darkush on 26 April", place="Darkush", on="2016-04-26")
    telling.claim("Four people died")
    _, taker = laid_out(telling)
    assert (taker.spots[0].name, taker.borrowed, taker.exact) == ("Darkush", True, False)
    assert day_of(taker.start) == day_of(taker.end) == "2016-04-26"


def test_a_report_without_a_day_tells_of_the_days_before_it() -> None:
    telling = Telling("Valley Post", "Jets bombed Darkush.", "2016-04-28")
    telling.claim("Jets bombed Darkush", place="Darkush")
    (mention,) = laid_out(telling)
    assert (day_of(mention.start), day_of(mention.end)) == ("2016-04-20", "2016-04-28")


def test_an_undated_report_leaves_its_days_open() -> None:
    telling = Telling("Valley Post", "Jets bombed Darkush.", None)
    telling.claim("Jets bombed Darkush", place="Darkush")
    (mention,) = laid_out(telling)
    assert (mention.start, mention.end, mention.width) == (None, None, None)


def test_a_deed_known_to_the_codebook_stands_on_its_day() -> None:
    telling = Telling("Valley Post", "The massacre of Hama is not forgotten.", "2016-04-28")
    telling.claim("The massacre of Hama", place="Hama")
    (mention,) = laid_out(telling)
    assert (day_of(mention.start), mention.exact) == ("2015-05-02", True)


def test_a_claim_without_place_and_day_is_matched_by_those_around_it() -> None:
    telling = Telling("Valley Post", "On 26 April Jets bombed Darkush.", "2016-04-28")
    claim = telling.claim("Jets bombed Darkush", place="Darkush", on="2016-04-26")
    telling.claims[:] = [replace(claim, places=(), period=None, around=Surroundings(claim.places, claim.period))]
    (mention,) = laid_out(telling)
    assert [spot.name for spot in mention.spots] == ["Darkush"]
    assert day_of(mention.end) == "2016-04-26"
