from __future__ import annotations

import pytest

from testimonia.link.kinship import Kin, Kinship
from tests.factories import BOOK

KINSHIP = Kinship(BOOK)


@pytest.mark.parametrize(
    ("one", "two", "kin"),
    [
        ("northland", "northland", Kin.SAME),
        ("northern-air-force", "northland", Kin.PART),
        ("northern-air-force", "northern-navy", Kin.STATE),
        ("rebels", "valley-brigade", Kin.SIDE),
        ("northland", "eastland", Kin.UNLIKE),
        ("gunmen", "eastland", Kin.UNKNOWN),
        ("somebody-of-the-case", "eastland", Kin.UNKNOWN),
    ],
)
def test_actors_are_akin(one: str, two: str, kin: Kin) -> None:
    assert KINSHIP.kin(one, two) is kin
    assert KINSHIP.kin(two, one) is kin


def test_the_state_answers_for_its_arms() -> None:
    assert KINSHIP.root("northern-air-force") == "northland"
    assert KINSHIP.root("rebels") == "rebels"


def test_those_of_a_side_are_somebody() -> None:
    assert KINSHIP.nobody("gunmen")
    assert not KINSHIP.nobody("rebels")


def test_a_director_speaks_for_his_monitor_and_a_minister_for_herself() -> None:
    assert KINSHIP.speaks_for("monitor-director") == "valley-monitor"
    assert KINSHIP.speaks_for("ada-minister") == "ada-minister"
    assert KINSHIP.speaks_for("unheard-of") == "unheard-of"


def test_an_outlet_is_found_within_words() -> None:
    assert KINSHIP.outlet_in("a report in the Lake Eye") == "lake-eye"
    assert KINSHIP.outlet_in("some people") is None


def test_the_nearest_kin_of_two_lists() -> None:
    assert KINSHIP.nearest(["eastland", "northern-army"], ["northland"]) is Kin.PART
    assert KINSHIP.nearest([], ["northland"]) is None
