from __future__ import annotations

from pathlib import Path

import pytest

from testimonia.codebook.codebook import Codebook
from testimonia.read import places
from testimonia.read.grammar import parse
from testimonia.read.places import Use
from testimonia.read.transcript import plain
from tests.read.places_codebook import small_codebook


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Codebook:
    folder: Path = tmp_path_factory.mktemp("book")
    return small_codebook(folder)


def uses(text: str, book: Codebook) -> dict[str, Use]:
    transcript = plain(text)
    return {name.text: name.use for name in places.toponyms(transcript.text, book, parse(transcript))}


def test_a_state_that_acts_is_its_government(book: Codebook) -> None:
    assert uses("Turkey and Russia condemned the raid.", book) == {"Turkey": Use.METONYMIC, "Russia": Use.METONYMIC}


def test_an_abbreviation_before_a_noun_is_an_adjective(book: Codebook) -> None:
    assert uses("The US delegation flew to Baghdad.", book) == {"US": Use.DEMONYM, "Baghdad": Use.LITERAL}


def test_what_a_state_owns_is_its_governments_and_what_lies_in_it_is_a_place(book: Codebook) -> None:
    assert uses("Russia's airstrikes went on for weeks.", book)["Russia"] is Use.METONYMIC
    assert uses("People fled across Syria's northern border.", book)["Syria"] is Use.LITERAL


def test_a_place_where_someone_is_stays_a_place_in_the_parse_too(book: Codebook) -> None:
    assert uses("He spoke to reporters in Moscow.", book) == {"Moscow": Use.LITERAL}


@pytest.mark.parametrize(
    "text", ["Jets made raids on Damascus.", "Troops marched on Damascus.", "The battle for Damascus began."]
)
def test_a_capital_that_is_fought_over_is_a_city(text: str, book: Codebook) -> None:
    assert uses(text, book)["Damascus"] is Use.LITERAL


def test_a_capital_that_is_pressed_is_a_government(book: Codebook) -> None:
    assert uses("The council put sanctions on Damascus.", book)["Damascus"] is Use.METONYMIC


@pytest.mark.parametrize("text", ["Shells hit a Turkish village on Monday.", "The raid killed ten in a Turkish town."])
def test_the_land_of_a_town_without_a_name_is_where_it_lies(text: str, book: Codebook) -> None:
    assert uses(text, book)["Turkish"] is Use.LITERAL


def test_the_land_of_a_town_with_a_name_only_describes_it(book: Codebook) -> None:
    assert uses("Shells hit the Turkish town of Ankara.", book)["Turkish"] is Use.DEMONYM
