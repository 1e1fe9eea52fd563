from __future__ import annotations

from testimonia.model.claim import PlacePrecision
from testimonia.read.place_quarters import is_quarter
from tests.read.telling import reading_of


def _precisions(text: str) -> dict[str, PlacePrecision]:
    return {place.text: place.precision for place in reading_of(text).places}


def test_an_unlisted_quarter_is_exact_and_its_town_is_not() -> None:
    found = _precisions("Shelling killed three civilians in the al-Zurqaniyeh neighborhood of Goma.")
    assert found["al-Zurqaniyeh"] is PlacePrecision.EXACT
    assert found["Goma"] is PlacePrecision.LOCALITY


def test_every_name_of_a_row_of_quarters_is_exact() -> None:
    found = _precisions("Rockets fell on al-Zurqaniyeh and al-Derwaxi neighborhoods in Goma.")
    assert found["al-Zurqaniyeh"] is found["al-Derwaxi"] is PlacePrecision.EXACT


def test_a_name_once_called_a_quarter_is_one_throughout() -> None:
    text = "Two shells hit the al-Zurqaniyeh quarter. A third killed a man in al-Zurqaniyeh on Monday."
    found = [place.precision for place in reading_of(text).places if place.text == "al-Zurqaniyeh"]
    assert found == [PlacePrecision.EXACT] * 2


def test_a_listed_quarter_is_exact_without_a_noun() -> None:
    assert _precisions("Snipers killed a man in Baba Amr in Homs.")["Baba Amr"] is PlacePrecision.EXACT


def test_the_area_of_a_quarter_is_the_quarter() -> None:
    assert _precisions("Rockets hit the Baba Amr area of Homs.")["Baba Amr"] is PlacePrecision.EXACT


def test_what_lies_near_a_quarter_is_not_in_it() -> None:
    assert _precisions("A bomb went off near Baba Amr in Homs.")["Baba Amr"] is PlacePrecision.VICINITY


def test_an_unlisted_suburb_may_be_a_town() -> None:
    found = _precisions("Shelling killed three civilians in the suburb of Zarqabunto near Damascus.")
    assert found["Zarqabunto"] is PlacePrecision.LOCALITY


def test_a_listed_town_is_no_quarter_of_itself() -> None:
    assert _precisions("Clashes broke out in the besieged districts of Homs.")["Homs"] is PlacePrecision.LOCALITY


def test_a_building_is_no_quarter() -> None:
    reading = reading_of("A shell hit the al-Zurqani hospital and the al-Derwaxi neighborhood in Goma.")
    parts = [place.text for place in reading.places if is_quarter(place, reading.codebook)]
    assert parts == ["al-Derwaxi"]


def test_a_quarter_of_several_cities_is_that_of_the_city_told_of() -> None:
    assert "zahra-in-homs" in _ids("A mortar round fell on Zahraa, a neighbourhood of Homs.")
    assert "zahra" in _ids("Buses reached Zahraa and Nubl.")
    far = "Shells hit Aleppo and Azaz. A shell hit al-Zahraa neighborhood in the city of Homs, killing two."
    assert "zahra-in-homs" in _ids(far)


def test_a_listed_road_is_no_town() -> None:
    road = next(p for p in reading_of("Trucks drove along the Castello Road.").places if p.place == "castello-road")
    assert road.precision is PlacePrecision.EXACT


def _ids(text: str) -> set[str]:
    return {place.place for place in reading_of(text).places}


def test_every_name_of_a_long_row_of_quarters_is_exact() -> None:
    row = "al-Zurqaniyeh al-Derwaxi al-Qamarneh al-Sahirieh and al-Tubaneh"
    found = _precisions(f"Rockets fell on the neighborhoods of {row} in Goma.")
    assert found["al-Tubaneh"] is found["al-Zurqaniyeh"] is PlacePrecision.EXACT


def test_a_noun_of_a_quarter_counts_with_a_capital_too() -> None:
    assert _precisions("A depot blew up in al-Zurqaniyeh District in Goma.")["al-Zurqaniyeh"] is PlacePrecision.EXACT
