"""Which stretches of time "since" opens, and for which claims."""

from datetime import date

import pytest

from testimonia.model.claim import Kind
from tests.read.expecting import triggered
from tests.read.telling import claims_of


@pytest.mark.parametrize(
    "text",
    [
        "It was the deadliest attack to hit the port of Goma since the war began in 2012.",
        "Shells hit Goma on Friday, the first attack on the port since June.",
    ],
)
def test_what_is_the_worst_or_the_first_since_is_not_set_in_that_stretch(text: str) -> None:
    claim = triggered(claims_of(text), "attack")
    assert claim.period is None or claim.period.start == date(2016, 8, 5)


def test_what_came_of_a_long_campaign_keeps_its_open_stretch() -> None:
    text = "Jets have bombed towns under rebel control since last December killing several hundred people."
    claim = triggered(claims_of(text), "killing")
    assert claim.period is not None
    assert (claim.period.start, claim.period.end) == (date(2015, 12, 1), None)


def test_a_stretch_opens_where_words_stand_between_since_and_its_clause() -> None:
    claims = claims_of("The town of Goma has been held by rebels since shortly after the war began in March 2012.")
    held = triggered(claims, "held", Kind.RELATION)
    assert held.period is not None
    assert held.period.end is None


def test_what_stands_beside_a_since_clause_is_open_to_today() -> None:
    text = "Since the revolt began in March 2011 and two million people have been driven out, Goma has starved."
    claims = [c for c in claims_of(text) if c.period is not None and c.trigger and c.trigger.text == "driven"]
    assert all(claim.period is not None and claim.period.end is None for claim in claims)


def test_what_a_war_began_with_has_the_time_of_its_beginning() -> None:
    text = "Goma has been at war since early 2011 when the army cracked down on a march, and thousands were killed."
    claim = triggered(claims_of(text), "cracked")
    assert claim.period is not None
    assert claim.period.end is not None
    assert claim.period.end.year == 2011


def test_a_lasting_state_opens_with_the_clause_that_tells_since_when() -> None:
    claims = claims_of("Rebels have held the town of Goma since the army fled in early 2014.")
    held = triggered(claims, "held", Kind.RELATION)
    assert held.period is not None
    assert (held.period.start, held.period.end) == (date(2014, 1, 1), None)
