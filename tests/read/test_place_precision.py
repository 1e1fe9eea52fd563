from __future__ import annotations

from pathlib import Path

import pytest

from testimonia.codebook.codebook import Codebook
from testimonia.model.claim import PlacePrecision
from testimonia.read import places
from tests.read.places_codebook import small_codebook


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Codebook:
    folder: Path = tmp_path_factory.mktemp("book")
    return small_codebook(folder)


@pytest.mark.parametrize(
    ("text", "words", "precision"),
    [
        ("Guards fled the Homs refinery.", "Homs", PlacePrecision.EXACT),
        ("Tanks stood on the outskirts of Hama.", "Hama", PlacePrecision.VICINITY),
        ("They dug in north of Saraqib.", "Saraqib", PlacePrecision.VICINITY),
        ("Shops closed in the city of Homs.", "Homs", PlacePrecision.LOCALITY),
        ("A bus burned near the northern Syrian city of Hama.", "Hama", PlacePrecision.VICINITY),
        ("A bus burned west of the Syrian capital Damascus.", "Damascus", PlacePrecision.VICINITY),
        ("A bus burned near second city Hama.", "Hama", PlacePrecision.VICINITY),
        ("Around 30 gunmen entered the city of Hama.", "Hama", PlacePrecision.LOCALITY),
        ("A bomb went off near a school in Hama.", "Hama", PlacePrecision.LOCALITY),
        ("Rockets set fire to a besieged suburb of Hama.", "Hama", PlacePrecision.VICINITY),
        ("Rockets set fire to the suburb of Saraqib.", "Saraqib", PlacePrecision.LOCALITY),
        ("The province of Idlib is split.", "Idlib", PlacePrecision.REGION),
        ("Clashes shook the Hama countryside.", "Hama", PlacePrecision.REGION),
        ("Drought struck eastern Iraq.", "Iraq", PlacePrecision.REGION),
        ("Convoys crossed into Iraq.", "Iraq", PlacePrecision.COUNTRY),
    ],
)
def test_the_words_beside_a_name_say_how_fine_it_is(
    text: str, words: str, precision: PlacePrecision, book: Codebook
) -> None:
    assert [(mention.text, mention.precision) for mention in places.find(text, book)] == [(words, precision)]


def test_a_clinic_of_a_country_is_no_more_than_the_country(book: Codebook) -> None:
    assert places.find("Two died in an Iraq clinic.", book)[0].precision is PlacePrecision.COUNTRY


def test_a_name_that_goes_on_from_one_in_the_vicinity_is_no_closer(book: Codebook) -> None:
    found = places.find("Convoys were struck in the vicinity of Ghazni and Gardez in Afghanistan.", book)
    assert [place.precision for place in found[:2]] == [PlacePrecision.VICINITY, PlacePrecision.VICINITY]


def test_surroundings_reach_over_the_country_that_owns_a_city(book: Codebook) -> None:
    found = places.find("Guns fell silent around Syria's ravaged city of Hama.", book)
    assert [(m.text, m.precision) for m in found][-1] == ("Hama", PlacePrecision.VICINITY)


def test_suburbs_behind_the_name_of_their_city_are_the_places_themselves(book: Codebook) -> None:
    found = places.find("Rockets hit the Homs suburb of Saraqib.", book)
    assert [m.precision for m in found if m.text == "Saraqib"] == [PlacePrecision.LOCALITY]


@pytest.mark.parametrize(
    "text", ["A bus burned near Syria's second city Hama.", "A bus burned in north of Syria's Hama when mortars fell."]
)
def test_what_lies_near_a_town_does_so_where_its_land_owns_it(text: str, book: Codebook) -> None:
    assert places.find(text, book)[-1].precision is PlacePrecision.VICINITY


def test_an_area_of_a_great_city_lies_in_it() -> None:
    found = places.find(
        "A shell fell on a rebel-held area of Aleppo. Rebels hold most of Aleppo province while the city is split."
    )
    assert [place.precision for place in found] == [PlacePrecision.LOCALITY, PlacePrecision.REGION]
