from __future__ import annotations

from tests.compare.telling import compared, strike
from tests.factories import Telling


def visit(outlet: str, published: str) -> Telling:
    telling = Telling(outlet, "The mayor met elders in Darkush.", published)
    telling.claim("The mayor met elders in Darkush", "CONSULT", place="Darkush")
    return telling


def test_an_account_of_the_town_that_leaves_the_dead_out_is_silent() -> None:
    later = visit("Coast Daily", "2016-05-10")
    (silence,) = compared(strike("Valley Post", "Jets bombed the clinic", 14), later).silences
    assert silence.accounts == (later.id,)


def test_an_account_published_before_could_not_tell() -> None:
    assert not compared(
        strike("Valley Post", "Jets bombed the clinic", 14), visit("Coast Daily", "2016-04-20")
    ).silences
