from __future__ import annotations

from testimonia.read.place_parents import parents
from tests.read.telling import reading_of


def _home(name: str, text: str) -> str:
    return next(place.within for place in reading_of(text).places if place.text == name)


def test_an_unlisted_quarter_lies_in_the_town_of_its_sentence() -> None:
    text = "Shelling of Kharkiv went on. Rockets fell on the al-Zurqaniyeh neighborhood of Kherson at noon."
    (town,) = [place for place in reading_of(text).places if place.text == "Kherson"]
    assert _home("al-Zurqaniyeh", text) == town.place


def test_an_unlisted_quarter_lies_in_the_town_that_its_text_dwells_on() -> None:
    text = "Shells hit Goma at dawn. Goma was hit again at noon. Four people died in al-Zurqaniyeh neighborhood."
    (town, _) = [place for place in reading_of(text).places if place.text == "Goma"]
    assert _home("al-Zurqaniyeh", text) == town.place


def test_every_name_of_a_row_of_quarters_lies_in_the_town() -> None:
    text = "Rockets fell on al-Zurqaniyeh and al-Derwaxi neighborhoods in Goma."
    assert _home("al-Derwaxi", text) == next(p.place for p in reading_of(text).places if p.text == "Goma")


def test_an_unlisted_village_lies_in_the_region_and_not_in_the_town() -> None:
    text = "Raiders left Goma and burned the village of Qarnabuto in North Kivu."
    region = next(place for place in reading_of(text).places if place.text == "North Kivu")
    assert _home("Qarnabuto", text) == region.place


def test_a_listed_place_has_no_home_but_its_own() -> None:
    assert _home("Goma", "Shells hit Goma at dawn.") == ""


def test_what_lies_in_a_town_lies_in_all_that_the_town_lies_in() -> None:
    reading = reading_of("Rockets fell on the al-Zurqaniyeh neighborhood of Goma.")
    quarter, town = reading.places
    assert parents(quarter, reading.codebook) == (town.place, *parents(town, reading.codebook))
