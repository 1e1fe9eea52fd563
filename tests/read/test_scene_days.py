"""Days that are a claim's own, and those of the saying or of how a war began."""

from datetime import date

from tests.read.expecting import triggered
from tests.read.telling import claims_of


def test_a_day_before_the_word_that_says_is_that_of_what_happened() -> None:
    claim = triggered(claims_of("On Sunday the governor said that two farmers were killed in Goma."), "killed")
    assert claim.period is not None
    assert claim.period.start == date(2016, 8, 7)


def test_what_has_lasted_for_years_takes_no_day_from_before() -> None:
    text = "Gunmen raided Bukavu on 3 August 2016. The army has been shelling Goma for two years."
    assert triggered(claims_of(text), "shelling").period is None


def test_how_long_a_siege_lasted_does_not_keep_a_day_off() -> None:
    text = "Gunmen fled Bukavu on 3 August 2016. The army broke a two-year siege and shelled Goma."
    claim = triggered(claims_of(text), "shelled")
    assert claim.period is not None
    assert claim.period.start == date(2016, 8, 3)


def test_the_day_of_a_saying_is_kept_around_the_claim_for_linking() -> None:
    claim = triggered(claims_of("The governor said on Monday that gunmen had killed nine farmers in Goma."), "killed")
    assert claim.period is None
    assert claim.likely_period is not None
    assert claim.likely_period.start == date(2016, 8, 8)


def test_the_day_of_asking_about_a_charge_is_not_that_of_the_deed() -> None:
    text = "The envoy renewed on Friday his push to look into allegations that the army had bombed Goma."
    assert triggered(claims_of(text), "bombed").period is None
