from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.read import places
from tests.read.telling import reading_of


def _unlisted(text: str) -> list[str]:
    return [p.text for p in reading_of(text).places if p.place.startswith("unlisted:")]


def test_a_name_whose_first_part_only_places_bear_is_a_place() -> None:
    assert _unlisted("The capture of Tel Qarnabut was announced by the militia.") == ["Tel Qarnabut"]


def test_a_name_with_an_article_behind_a_preposition_of_place_is_a_place() -> None:
    assert _unlisted("Ten fighters were killed in al-Zurqaniyeh on Friday.") == ["al-Zurqaniyeh"]


def test_a_movement_with_an_article_is_no_place() -> None:
    assert _unlisted("Ten fighters were killed in al-Qaeda ranks on Friday.") == []


def test_a_row_that_ends_with_a_listed_town_makes_its_other_names_places() -> None:
    assert _unlisted("The army took villages including Qarnabut and Rastan.") == ["Qarnabut"]


def test_a_row_without_a_listed_town_tells_of_no_place() -> None:
    assert _unlisted("The report spoke of Qarnabut and Zurqan.") == []


def test_those_who_speak_behind_a_town_are_no_places() -> None:
    assert _unlisted("Troops struck houses in Aleppo, Hassan and Zurqan said.") == []


def test_a_name_with_an_article_inside_may_keep_another_before_it() -> None:
    assert _unlisted("A car bomb blew up behind al-Qasr al-Zurqani on Friday.") == ["al-Qasr al-Zurqani"]


def test_a_row_behind_the_noun_that_it_is_told_of_is_one_of_places() -> None:
    assert _unlisted("Jets struck two villages Rastan and Qarnabut on Friday.") == ["Qarnabut"]


def test_a_site_without_a_name_does_not_end_a_row() -> None:
    told = "Gunners fired on Tell Zurqan the military academy Rastan and al-Qarnabut."
    assert _unlisted(told) == ["Tell Zurqan", "al-Qarnabut"]


@given(st.text(alphabet="aAbBlLzZ -,'", max_size=60))
def test_every_name_stands_where_it_says(words: str) -> None:
    text = f"Guns fired in {words}, Tel Bakri and Aleppo."
    assert all(text[p.start : p.end] == p.text for p in places.find(text))


@pytest.mark.parametrize("comma", [",", ""])
def test_a_first_part_that_persons_bear_too_opens_a_place_behind_one_in_its_row(comma: str) -> None:
    assert "Jub al-Qarnab" in _unlisted(f"Raids were carried out in Rastan{comma} Jub al-Qarnab and Talbiseh.")


def test_a_name_that_only_a_place_bears_makes_places_of_the_row_that_it_opens() -> None:
    assert _unlisted("Raids hit villages in Kafr Sala and Jub Qarna on Monday.") == ["Kafr Sala", "Jub Qarna"]
