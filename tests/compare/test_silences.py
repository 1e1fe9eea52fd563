from __future__ import annotations

from tests.compare.telling import compared, strike
from tests.factories import Telling


def visit(outlet: str, published: str) -> Telling:
    telling = Telling(outlet, "The mayor met elders in Darkush.", published)
    telling.claim("The mayor met elders in Darkush", "CONSULT", place="Darkush")
    return telling


def test_an_account_of_the_town_that_leaves_the_dead_out_is_silent() -> None:
    later = visit("Coast Daily", "2016-04-28")
    (silence,) = compared(strike("Valley Post", "Jets bombed the clinic", 14), later).silences
    assert silence.accounts == (later.id,)


def test_an_account_of_the_town_in_later_days_is_not_silent() -> None:
    assert not compared(
        strike("Valley Post", "Jets bombed the clinic", 14), visit("Coast Daily", "2016-05-20")
    ).silences


def test_an_account_whose_telling_of_the_town_spans_the_day_is_silent() -> None:
    essay = Telling("Hill Review", "Elders met in Darkush on 2 April. Troops left Darkush on 20 May.", "2016-06-30")
    essay.claim("Elders met in Darkush on 2 April", "CONSULT", place="Darkush", on="2016-04-02")
    essay.claim("Troops left Darkush on 20 May", "RETREAT", place="Darkush", on="2016-05-20")
    (silence,) = compared(strike("Valley Post", "Jets bombed the clinic", 14), essay).silences
    assert silence.accounts == (essay.id,)


def test_a_few_dead_in_one_account_alone_are_no_silence_of_another() -> None:
    assert not compared(strike("Valley Post", "Jets bombed the clinic", 2), visit("Coast Daily", "2016-04-28")).silences


def test_an_account_published_before_could_not_tell() -> None:
    assert not compared(
        strike("Valley Post", "Jets bombed the clinic", 14), visit("Coast Daily", "2016-04-20")
    ).silences


def both_raids(outlet: str) -> Telling:
    telling = Telling(outlet, "Jets bombed Darkush on 26 April. Darkush was shelled on 31 March too.", "2016-04-28")
    telling.claim("Jets bombed Darkush on 26 April", place="Darkush", on="2016-04-26", acled="Air/drone strike")
    telling.claim(
        "Darkush was shelled on 31 March", place="Darkush", on="2016-03-31", acled="Shelling/artillery/missile attack"
    )
    return telling


def test_an_account_of_a_deed_is_silent_on_what_all_others_set_beside_it() -> None:
    comparison = compared(both_raids("Valley Post"), both_raids("Hill Review"), strike("Coast Daily", "Jets bombed"))
    told = {silence.statement: silence for silence in comparison.silences}
    (silence,) = [silence for statement, silence in told.items() if "31 March" in statement]
    assert len(silence.told_by) == 2
    assert len(silence.accounts) == 1


def test_what_one_account_alone_sets_beside_a_deed_is_left_out_by_nobody() -> None:
    assert not compared(both_raids("Valley Post"), strike("Coast Daily", "Jets bombed")).silences
