from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from testimonia.read import places
from tests.read.telling import reading_of


def _unlisted(text: str) -> list[str]:
    return [p.text for p in reading_of(text).places if p.place.startswith("unlisted:")]


def test_the_village_of_a_name_is_a_place_that_no_gazetteer_has() -> None:
    assert _unlisted("Raiders burned the village of Qarnabuto at dawn.") == ["Qarnabuto"]


def test_a_name_before_its_noun_keeps_its_article() -> None:
    assert _unlisted("Shells fell on al-Zurqaniyeh neighborhood at noon.") == ["al-Zurqaniyeh"]


def test_a_quarter_is_named_before_its_noun_and_its_town_behind() -> None:
    assert _unlisted("Shells fell on the al-Zurqaniyeh neighborhood of Goma.") == ["al-Zurqaniyeh"]


def test_a_plural_noun_serves_every_name_of_its_row() -> None:
    assert _unlisted("Shells fell on the villages of Qarnabuto and Derwaxish.") == ["Qarnabuto", "Derwaxish"]


def test_the_area_of_a_movement_is_no_place() -> None:
    assert _unlisted("Aid did not reach Taliban areas.") == []


def test_who_lives_there_may_stand_between_a_name_and_its_noun() -> None:
    assert _unlisted("Rockets hit al-Zurqan and al-Barrada residential neighbourhoods.") == ["al-Zurqan", "al-Barrada"]


def test_a_gloss_may_stand_between_a_name_and_its_noun() -> None:
    assert _unlisted("Rockets hit al-Zurqan (harbour) neighbourhood on Friday.") == ["al-Zurqan"]


@given(st.text(alphabet="aAbBlLzZ -.,'of", max_size=60))
def test_every_name_stands_where_it_says(words: str) -> None:
    text = f"Guns fired near the village of {words} and Bakri town."
    assert all(text[p.start : p.end] == p.text for p in places.find(text))


def test_a_compound_of_which_nobody_lists_the_whole_is_one_name() -> None:
    assert _unlisted("Shells fell on the Goma al-Jadida neighborhood at noon.") == ["Goma al-Jadida"]
    assert _unlisted("Raiders burned the villages of Rasm al-Warqa and Derwaxish.") == ["Rasm al-Warqa", "Derwaxish"]
