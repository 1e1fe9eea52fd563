from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.model.claim import PlacePrecision
from tests.read.telling import reading_of


def _regions(text: str) -> list[tuple[str, str]]:
    told = reading_of(text).places
    return [(p.text, p.place) for p in told if p.precision is PlacePrecision.REGION]


@pytest.mark.parametrize(
    "text",
    [
        "Shells fell on Homs and its countryside at dawn.",
        "Shells fell on Homs city, and the surrounding countryside, at dawn.",
        "Guards left Homs at dawn. Shells fell on the city and its countryside.",
    ],
)
def test_the_land_around_a_town_is_told_with_it(text: str) -> None:
    assert _regions(text) == [("countryside", "homs-governorate")]


def test_a_province_may_be_told_behind_its_town() -> None:
    assert _regions("Roads are closed across Homs city and province.") == [("province", "homs-governorate")]


def test_the_land_of_another_name_is_none_of_the_town_before_it() -> None:
    assert _regions("Roads are closed in Homs and the countryside of Idlib.") == [("Idlib", "idlib-governorate")]


def test_no_land_is_told_where_no_town_is() -> None:
    assert _regions("Roads are closed in the city and its countryside.") == []


@settings(deadline=None)  # the first parse loads the model
@given(st.text(alphabet="ab ,.THoms", max_size=40))
def test_every_land_stands_where_it_says(words: str) -> None:
    text = f"Guns fired in Homs{words} and its countryside."
    reading = reading_of(text)
    assert all(reading.transcript.text[p.start : p.end] == p.text for p in reading.places)
