from __future__ import annotations

from pathlib import Path

import pytest

from testimonia.codebook.codebook import Codebook
from testimonia.read import places
from testimonia.read.place_focus import focus
from tests.read.places_codebook import small_codebook


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Codebook:
    folder: Path = tmp_path_factory.mktemp("book")
    return small_codebook(folder)


def test_a_report_is_where_the_harm_is_told_first(book: Codebook) -> None:
    text = "Raid kills nine in Saraqib. Residents of Damascus heard of it at night, and envoys met in Ankara."
    main = focus(text, places.find(text, book), book)
    assert main is not None
    assert main.text == "Saraqib"


def test_the_seat_of_a_monitor_is_not_where_it_happened(book: Codebook) -> None:
    text = "The Britain-based group counted nine killed. The raid hit Saraqib in Syria."
    main = focus(text, places.find(text, book), book)
    assert main is not None
    assert main.text == "Saraqib"


def test_a_text_without_places_has_no_focus(book: Codebook) -> None:
    assert focus("Nobody was hurt.", [], book) is None


def test_the_place_of_a_picture_is_not_where_it_happened(book: Codebook) -> None:
    text = "A man runs after a raid in Ankara (Reuters photo) Jets killed nine people in Saraqib on Monday."
    main = focus(text, places.find(text, book), book)
    assert main is not None
    assert main.text == "Saraqib"


def test_of_a_village_that_no_gazetteer_lists_the_town_it_lies_beside_is_the_answer() -> None:
    text = "Raids on Qambarin, east of Homs, killed ten. In Aleppo a school opened. In Aleppo it rained."
    found = focus(text, places.find(text))
    assert found is not None
    assert found.place == "homs"
