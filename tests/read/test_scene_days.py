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


def test_a_day_between_a_deed_and_what_it_did_is_that_of_the_deed() -> None:
    claims = claims_of("The governor condemned a raid on a mill in Goma on Sunday that killed two farmers.")
    assert day(triggered(claims, "raid")) == day(triggered(claims, "killed")) == date(2016, 8, 7)


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


def test_what_is_aimed_at_has_not_the_day_of_what_is_done_for_it() -> None:
    text = "The army began a push in May aimed at seizing Goma."
    assert triggered(claims_of(text), "seizing").period is None


def test_a_party_that_stands_by_another_does_so_on_no_day_of_a_battle() -> None:
    claims = claims_of("On Friday the army and its Kenyan ally shelled Goma.")
    assert all(claim.period is None for claim in claims if claim.kind is Kind.RELATION)
    assert day(triggered(claims, "shelled")) == date(2016, 8, 5)


def test_what_came_later_lends_no_year_to_what_was_before_it() -> None:
    text = "He met the rebels in Goma before returning to Kenya in 2011."
    assert triggered(claims_of(text), "met").period is None


def test_a_day_set_before_two_verbs_is_that_of_both() -> None:
    claim = triggered(claims_of("Last month alone ninety men were wounded and thirty have died in Goma."), "died")
    assert day(claim) == date(2016, 7, 1)


def test_the_day_of_a_statement_is_not_that_of_what_it_tells() -> None:
    text = "In a statement carried by the radio on Sunday the army said two farmers were killed in Goma."
    assert triggered(claims_of(text), "killed").period is None


@pytest.mark.parametrize(
    "text",
    [
        "Tanks shelled Goma on Monday, a day after gunmen killed eighty men there.",
        "Jets hit a clinic late Tuesday just days after dozens of nurses were killed.",
        "Dozens of men were killed in Goma two days before a truce was signed on Friday.",
        "A convoy was due to reach Goma on Thursday after nine men were killed.",
    ],
)
def test_what_was_days_before_or_after_has_not_that_day(text: str) -> None:
    assert triggered(claims_of(text), "killed").period is None


def test_what_was_hours_before_has_that_day() -> None:
    text = "Jets bombed Goma on Friday hours after gunmen killed nine men there."
    assert day(triggered(claims_of(text), "killed")) == date(2016, 8, 5)


def test_the_day_of_a_video_is_not_that_of_what_it_shows() -> None:
    text = "Video footage released by the rebels on Saturday showed a helicopter being shot down."
    assert triggered(claims_of(text), "shot").period is None


def test_a_day_deep_in_a_clause_on_a_place_is_not_that_of_what_happens_there() -> None:
    text = "The governor vowed to recapture Goma which has been divided since the war began in 2011."
    assert triggered(claims_of(text), "recapture").period is None


def test_what_is_held_is_not_held_on_the_one_day_on_which_something_befalls_it() -> None:
    text = "Nine people died in a raid on a village held by the Islamic State group in northern Syria on Wednesday."
    (held,) = [claim for claim in claims_of(text) if claim.type == "CONTROLS"]
    assert held.period is None
