"""Where and when: of the clause, of the sentence, of the words before, and how far that was fetched."""

from datetime import date

import pytest

from tests.read.expecting import event, triggered, where
from tests.read.telling import claims_of


def test_the_place_of_the_clause_wins_over_that_of_the_sentence() -> None:
    claims = claims_of("Rwandan troops shelled Goma, and Ugandan troops attacked Bunia.")
    assert where(triggered(claims, "shelled")) == ["Goma"]
    assert where(triggered(claims, "attacked")) == ["Bunia"]


def test_a_clause_without_a_place_is_set_in_that_of_its_sentence() -> None:
    claim = triggered(claims_of("Germany bombed Guernica and killed 200 people."), "killed")
    assert where(claim) == ["Guernica"]


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("Russian missiles struck Odesa. The attack killed 12 people.", "killed", "Odesa"),
        ("Fighting went on in Sarajevo. Shells killed nine farmers.", "killed", "Sarajevo"),
        ("The M23 rebels entered Goma. Two nurses were killed.", "killed", "Goma"),
    ],
)
def test_a_place_is_inherited_from_the_sentence_before(text: str, trigger: str, place: str) -> None:
    claim = triggered(claims_of(text), trigger)
    assert where(claim) == [place]
    assert "place: before" in claim.rule


def test_a_place_is_not_inherited_over_a_paragraph() -> None:
    claim = triggered(claims_of("Fighting went on in Sarajevo.\n\nElsewhere shells killed nine farmers."), "killed")
    assert where(claim) == []


def test_a_place_is_not_inherited_over_three_sentences() -> None:
    text = "Fighting went on in Sarajevo. It was cold. The roads were closed. Shells killed nine farmers."
    assert where(triggered(claims_of(text), "killed")) == []


def test_a_country_named_before_is_too_wide_to_be_inherited() -> None:
    text = "The war in Spain went on. Shells killed nine farmers."
    assert "Spain" not in where(triggered(claims_of(text), "killed"))


def test_the_city_means_the_last_one_named() -> None:
    claim = triggered(claims_of("Fighting reached Bakhmut. Russian troops captured the city."), "captured")
    assert where(claim) == ["the city"] or where(claim) == ["city"]
    assert [place.name for place in claim.places] == ["Bakhmut"]
    assert "place: anaphor" in claim.rule


def test_whoever_acts_is_no_place_of_the_act() -> None:
    assert "Russia" not in where(event("Russia bombed Mariupol."))


def test_a_day_of_the_week_is_the_last_before_the_account() -> None:
    period = event("The Houthis shelled Aden on Sunday.").period  # told on Tuesday, 9 August 2016
    assert period is not None
    assert (period.start, period.end) == (date(2016, 8, 7), date(2016, 8, 7))


def test_each_clause_keeps_its_own_day() -> None:
    claims = claims_of("The Houthis shelled Aden on Sunday, and Saudi Arabia bombed Sanaa on Monday.")
    days = [triggered(claims, word).period for word in ("shelled", "bombed")]
    assert [period.start if period else None for period in days] == [date(2016, 8, 7), date(2016, 8, 8)]


def test_a_day_is_inherited_from_the_sentence_before() -> None:
    claim = triggered(claims_of("Fighting reached Bakhmut on 3 August 2016. Shells killed nine farmers."), "killed")
    assert claim.period is not None
    assert claim.period.start == date(2016, 8, 3)
    assert "period: before" in claim.rule


def test_a_happening_without_a_day_has_no_period() -> None:
    assert event("The Houthis shelled Aden.").period is None


def test_a_place_of_another_war_is_found_as_well() -> None:
    (place,) = event("German aircraft bombed Bilbao on Monday.").places
    assert place.latitude == pytest.approx(43.26, abs=0.2)
    assert place.longitude == pytest.approx(-2.93, abs=0.2)


def test_the_day_of_a_saying_is_not_the_day_of_what_is_said() -> None:
    said = triggered(claims_of("The governor said on Monday that gunmen had killed nine farmers in Goma."), "killed")
    assert said.period is None
    own = triggered(claims_of("Gunmen killed nine farmers in Goma on Sunday, the governor said on Monday."), "killed")
    assert own.period is not None
    assert own.period.start == date(2016, 8, 7)


def test_what_happened_since_a_month_is_left_open() -> None:
    claim = triggered(claims_of("Some 300 people have been killed in Mali since the start of May 2012."), "killed")
    assert claim.period is not None
    assert (claim.period.start, claim.period.end) == (date(2012, 5, 1), None)


def test_the_year_in_which_a_war_began_is_not_that_of_its_toll() -> None:
    claim = triggered(claims_of("The war in Darfur, which began in 2003, has killed 3,000 people."), "killed")
    assert claim.period is None


def test_what_is_still_to_come_takes_no_day_from_before() -> None:
    text = "Gunmen raided Goma on 3 August 2016. The army will attack their camps."
    assert triggered(claims_of(text), "attack").period is None


def test_a_part_of_a_sentence_is_set_where_its_verb_says_by_a_noun() -> None:
    claim = triggered(
        claims_of("The army shelled Goma. Jets dropped bombs on the town in 150 airstrikes."), "airstrikes"
    )
    assert [place.name for place in claim.places] == ["Goma"]


def test_what_is_told_of_a_whole_country_goes_on_from_no_town() -> None:
    text = "The army killed six fighters in Goma. It continued its operations in areas across the country."
    assert where(triggered(claims_of(text), "operations")) == []
