"""How near one another are the places that two mentions name."""

from __future__ import annotations

import pytest

from testimonia.link.whereabouts import Whereabouts, kilometres
from testimonia.link.words import linking_words
from testimonia.model.claim import PlaceMention, PlacePrecision
from tests.factories import BOOK

WORDS = linking_words(BOOK)
WHERE = Whereabouts(WORDS, BOOK, WORDS.weights["across"], frozenset())


def spot(name: str, precision: PlacePrecision, at: tuple[float, float] | None = None) -> PlaceMention:
    latitude, longitude = at or (None, None)
    return PlaceMention(f"test:{name}", name, latitude, longitude, precision, name, 0, len(name))


def test_kilometres_are_those_of_the_great_circle() -> None:
    darkush = spot("Darkush", PlacePrecision.LOCALITY, (35.99, 36.39))
    hama = spot("Hama", PlacePrecision.LOCALITY, (35.13, 36.76))
    assert kilometres(darkush, hama) == pytest.approx(101, abs=3)
    assert kilometres(darkush, spot("Nowhere", PlacePrecision.LOCALITY)) is None


def test_towns_far_apart_in_one_region_that_both_name_are_not_out_of_the_question() -> None:
    region = spot("Westshire", PlacePrecision.REGION, (35.5, 36.5))
    north, south = (
        spot(name, PlacePrecision.LOCALITY, at) for name, at in (("Ada", (36.0, 36.5)), ("Obu", (35.2, 36.5)))
    )
    assert WHERE.level((north,), (south,))[0] == "place_far"
    assert WHERE.level((north, region), (south, region))[0] == "place_off"


def test_a_place_counts_as_common_only_where_the_case_says_so() -> None:
    ada = spot("Ada", PlacePrecision.LOCALITY, (36.0, 36.5))
    common = Whereabouts(WORDS, BOOK, WORDS.weights["across"], frozenset({ada.place}))
    assert (WHERE.level((ada,), (ada,))[0], common.level((ada,), (ada,))[0]) == ("place_town", "place_common")
