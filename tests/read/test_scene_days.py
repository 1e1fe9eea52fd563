"""Days that are a claim's own, and those of the saying, of another deed or of how a war began."""

from datetime import date

import pytest

from testimonia.model.claim import Claim, Kind
from tests.read.expecting import triggered
from tests.read.telling import claims_of


def day(claim: Claim) -> date | None:
    return claim.period.start if claim.period else None


@pytest.mark.parametrize(
    "text",
    [
        "On Sunday the governor said that two farmers were killed in Goma.",
        "The governor said on Sunday that two farmers were killed in Goma.",
        "The governor on Sunday condemned a raid in which two farmers were killed in Goma.",
    ],
)
def test_the_day_of_saying_or_answering_is_not_that_of_the_deed(text: str) -> None:
    claim = triggered(claims_of(text), "killed")
    assert claim.period is None
    assert claim.likely_period is not None
    assert claim.likely_period.start == date(2016, 8, 7)


@pytest.mark.parametrize("told", ["a source told reporters late on Sunday", "the group said Sunday"])
def test_the_day_behind_a_saying_is_its_own_where_commas_are_lost(told: str) -> None:
    assert triggered(claims_of(f"Two farmers were killed and nine hurt in Goma {told}."), "killed").period is None


def test_a_day_before_a_source_that_is_named_last_is_that_of_the_deed() -> None:
    claim = triggered(claims_of("Two farmers were killed in Goma on Sunday, the governor said."), "killed")
    assert day(claim) == date(2016, 8, 7)


def test_the_day_of_asking_about_a_charge_is_not_that_of_the_deed() -> None:
    text = "The envoy renewed on Friday his push to look into allegations that the army had bombed Goma."
    assert triggered(claims_of(text), "bombed").period is None


def test_a_charge_has_not_the_day_of_the_deed_charged() -> None:
    claim = triggered(claims_of("The ministry condemned Sunday's bombing of Goma."), "condemned")
    assert claim.period is None


def test_a_day_told_aside_of_a_place_is_not_that_of_what_happens_there() -> None:
    text = "Shells hit the harbour of Goma, which the rebels seized in May."
    assert triggered(claims_of(text), "hit").period is None
    assert day(triggered(claims_of(text), "seized")) == date(2016, 5, 1)


def test_a_day_told_of_the_attack_itself_is_that_of_the_deaths() -> None:
    text = "Two farmers were killed in an attack that took place on Sunday."
    assert day(triggered(claims_of(text), "killed")) == date(2016, 8, 7)


def test_how_things_stand_has_not_the_day_of_what_happens_there() -> None:
    text = "Shells killed five farmers in a village held by the rebels on Sunday."
    claims = claims_of("Jets bombed a rebel-held village near Goma on Sunday.")
    assert all(claim.period is None for claim in claims if claim.kind is Kind.RELATION)
    assert day(triggered(claims_of(text), "killed")) == date(2016, 8, 7)


def test_what_goes_on_now_has_not_the_day_of_another_clause() -> None:
    text = "A truce was signed on Sunday, while the army is shelling Goma."
    assert triggered(claims_of(text), "shelling").period is None


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
