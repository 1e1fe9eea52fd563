from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from testimonia.codebook.codebook import Codebook
from testimonia.model.claim import PlaceMention, PlacePrecision
from testimonia.read import places
from testimonia.read.places import Use
from tests.read.places_codebook import small_codebook
from tests.read.telling import reading_of


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Codebook:
    folder: Path = tmp_path_factory.mktemp("book")
    return small_codebook(folder)


def found(text: str, book: Codebook) -> dict[str, PlaceMention]:
    return {mention.text: mention for mention in places.find(text, book)}


def test_a_town_is_found_with_its_point(book: Codebook) -> None:
    mention = found("Shells fell on houses in Idlib during the night.", book)["Idlib"]
    assert mention.place == "geonames:169389"
    assert mention.precision is PlacePrecision.LOCALITY
    assert mention.latitude == pytest.approx(35.93, abs=0.05)


def test_a_state_has_the_id_of_the_codebook_by_whatever_name(book: Codebook) -> None:
    assert found("Refugees crossed into Türkiye.", book)["Türkiye"].place == "turkey"
    assert found("Refugees crossed into Turkey.", book)["Turkey"].precision is PlacePrecision.COUNTRY


@pytest.mark.parametrize("spelling", ["Hasakeh", "al-Hasakah", "Hassaka", "Hasaka"])
def test_spellings_of_a_romanised_name_are_one_place(spelling: str, book: Codebook) -> None:
    mention = places.find(f"Three died in {spelling}, a town in Syria.", book)[0]
    assert mention.place == "geonames:173811"


def test_the_supplement_comes_before_the_gazetteer(book: Codebook) -> None:
    assert found("Trucks reached Aleppo at dawn.", book)["Aleppo"].place == "aleppo"


def test_a_province_is_a_region_and_not_its_town(book: Codebook) -> None:
    mention = found("The army advanced in Idlib province.", book)["Idlib"]
    assert mention.precision is PlacePrecision.REGION
    assert mention.place != "geonames:169389"


def test_a_countryside_is_a_region(book: Codebook) -> None:
    mention = found("Fighting went on in the northern countryside of Hama.", book)["Hama"]
    assert mention.precision is PlacePrecision.REGION


def test_part_of_a_country_is_a_region(book: Codebook) -> None:
    assert found("Convoys left northern Syria.", book)["Syria"].precision is PlacePrecision.REGION


def test_near_a_town_is_its_vicinity(book: Codebook) -> None:
    assert found("A convoy was ambushed near Azaz.", book)["Azaz"].precision is PlacePrecision.VICINITY


def test_a_capital_that_speaks_is_a_government(book: Codebook) -> None:
    names = places.toponyms("Moscow refused to stop the raids.", book)
    assert [name.use for name in names] == [Use.METONYMIC]
    assert places.find("Moscow refused to stop the raids.", book) == []


def test_a_capital_one_can_be_in_is_a_city(book: Codebook) -> None:
    assert found("The envoys met in Moscow.", book)["Moscow"].precision is PlacePrecision.LOCALITY


def test_a_possessed_population_is_of_the_place(book: Codebook) -> None:
    assert "Damascus" in found("Damascus's population had doubled.", book)


def test_a_persons_name_is_no_place(book: Codebook) -> None:
    assert found("Mr. Lincoln and Jordan Bradwell spoke to Paris Whitcombe.", book) == {}


def test_organisations_give_no_places(book: Codebook) -> None:
    text = "The Washington Post wrote that Islamic State in Iraq and the Levant fought the Free Syrian Army."
    assert found(text, book) == {}
    assert {name.use for name in places.toponyms(text, book)} <= {Use.EMBEDDED}


@pytest.mark.parametrize("text", ["Of the wounded, most were children.", "In March the truce broke.", "Most fled."])
def test_everyday_words_are_no_villages(text: str, book: Codebook) -> None:
    assert found(text, book) == {}


def test_a_namesake_with_its_parent_is_the_one_there(book: Codebook) -> None:
    assert places.find("He grew up in Paris, Texas.", book)[0].place == "geonames:4717560"


def test_a_nearby_village_beats_a_distant_namesake(book: Codebook) -> None:
    text = "In Texas, crews drove from Sherman to Denison and on to Paris."
    paris = next(m for m in places.find(text, book) if m.text == "Paris")
    assert paris.place == "geonames:4717560"


def test_peoples_are_told_apart(book: Codebook) -> None:
    names = places.toponyms("Turkish jets flew over the border.", book)
    assert [(name.text, name.use) for name in names] == [("Turkish", Use.DEMONYM)]


def test_given_spans_are_resolved_in_their_order(book: Codebook) -> None:
    text = "From London, Kentucky, the road led on to Manchester."
    spans = [(text.index("Manchester"), text.index("Manchester") + 10), (5, 11)]
    answers = places.resolve(spans, text, book)
    assert [answer.text for answer in answers if answer] == ["Manchester", "London"]
    assert answers[1] is not None and answers[1].place == "geonames:4298960"


def test_an_unlisted_name_borrows_the_place_of_its_neighbour(book: Codebook) -> None:
    text = "A bomb went off on Quadrilla Terrace in Homs."
    start = text.index("Quadrilla")
    answers = places.resolve([(start, start + 17), (text.index("Homs"), text.index("Homs") + 4)], text, book)
    assert answers[0] is not None and answers[1] is not None
    assert answers[0].place == answers[1].place
    assert answers[0].precision is PlacePrecision.VICINITY


_PIECES = st.sampled_from(
    ["Aleppo", "al-Bab", "near", "northern", "Syria", "U.S.", "of", "Idlib province", ",", ".", "\n", "’s", "the",
     "Ḩalab", "Moscow", "said", "St. Petersburg", "(", ")", "–", "Turkish", "\u00a0", "😀", "Paris, Texas", "Ky.",
     "countryside of"]
)  # fmt: skip


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(_PIECES, max_size=25))
def test_spans_hold_their_text_and_do_not_overlap(pieces: list[str], book: Codebook) -> None:
    text = " ".join(pieces)
    end = 0
    for mention in places.find(text, book):
        assert text[mention.start : mention.end] == mention.text
        assert mention.start >= end
        end = mention.end


def test_the_acronym_of_an_agency_is_no_town(book: Codebook) -> None:
    assert set(found("Aleppo, HAMA – Two mills in Hama were shelled.", book)) == {"Aleppo", "Hama"}


def test_a_name_only_spelt_like_a_great_town_of_another_land_is_not_that_town() -> None:
    found = places.find("In Yemen shells fell on al-Qosour in Taiz and in Aden.")
    assert "Luxor" not in {place.name for place in found}


def test_a_village_far_from_the_quarter_of_its_name_is_not_that_quarter() -> None:
    village, province = reading_of("Two shepherds died in the village of Salihiyah in Deir ez-Zor province.").places
    assert (village.place, province.place) == ("unlisted:salihiyah", "deir-ez-zor-governorate")


def test_a_quarter_far_from_all_towns_of_its_text_is_not_its_namesake() -> None:
    found = {place.text: place.place for place in places.find("Shells hit the Toledo district of Mykolaiv in Ukraine.")}
    assert found.get("Toledo", "unlisted:toledo").startswith("unlisted:")


def test_a_land_that_lost_its_apostrophe_still_owns_its_town() -> None:
    assert [place.text for place in places.find("Drone strike kills three farmers in Sudans El Fasher")] == [
        "El Fasher"
    ]


def test_a_compound_name_is_found_however_it_is_romanised() -> None:
    (found,) = places.find("Raids hit Deir el-Zour, a city of Syria.")[:1]
    assert found.text == "Deir el-Zour"


def test_the_second_part_of_an_unlisted_compound_is_no_place_of_its_own() -> None:
    assert [p.text for p in places.find("Units of the Syrian army held the hill near al-Tloul al-Sud.")] == []


def test_the_first_part_of_a_compound_is_no_place_of_a_land_that_nothing_else_speaks_of() -> None:
    found = places.find("Jets hit the village of Tibet al-Imam near Homs in Syria.")
    assert "feature:tibet" not in [place.place for place in found]


def test_a_capital_to_which_threats_go_is_a_government() -> None:
    found = places.toponyms("The council issued serious threats to Damascus on Monday.")
    assert [(t.text, t.use) for t in found] == [("Damascus", Use.METONYMIC)]


def test_the_rebel_held_east_of_a_city_is_in_it_and_what_is_to_its_east_beside_it() -> None:
    found = places.find("Shells hit the rebel-held east of Aleppo city and farms to the east of Aleppo city in Syria.")
    assert [p.precision for p in found[:2]] == [PlacePrecision.LOCALITY, PlacePrecision.VICINITY]


def test_a_word_that_opens_a_sentence_is_no_part_of_the_name_behind_it() -> None:
    found = places.find("Troops left. In Tal Tamr two shells fell, Syria said.")
    assert not any(place.text.startswith("In") for place in found)


def test_the_old_part_of_a_town_is_one_name_with_its_owner() -> None:
    assert [p.place for p in places.find("Clashes raged in Aleppo's Old City.")] == ["old-city-of-aleppo"]


def test_a_monitor_behind_a_place_that_a_land_owns_is_none_of_its_name() -> None:
    text = "Air strikes kill ten farmers in Syria's Homs Monitor"
    assert [p.name for p in reading_of(text).places] == ["Syria", "Homs"]
