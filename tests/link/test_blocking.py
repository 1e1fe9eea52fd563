"""Every pair whose days and places may meet is a candidate, once and in order; what is far apart is none."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.link.blocking import candidates
from testimonia.link.mentions import Mention, lay_out
from testimonia.link.words import linking_words
from testimonia.model.claim import PlaceMention, PlacePrecision
from tests.factories import BOOK, Telling


def _mention() -> Mention:
    telling = Telling("Valley Post", "Jets bombed the mill.")
    telling.claim("Jets bombed the mill", on="2016-04-26")
    return lay_out(telling.claims, {telling.id: telling.account}, linking_words(BOOK))[0]


_ONE = _mention()


def _told(number: int, day: int, spots: tuple[tuple[float, float], ...], last: int | None = None) -> Mention:
    """A mention of an account of its own, of the days ``day`` to ``last``, at points with names of their own."""
    places = tuple(
        PlaceMention(f"at:{row}:{column}", "Mill", row, column, PlacePrecision.EXACT, "mill", 0, 4)
        for row, column in spots
    )  # fmt: skip
    claim = replace(_ONE.claim, id=f"c{number:02d}", account=f"a{number:02d}", places=places)
    end = day if last is None else last
    return replace(
        _ONE, claim=claim, spots=places, words=frozenset(), borrowed=False, start=day, end=end, exact=True
    )  # fmt: skip


@pytest.mark.parametrize(
    ("days", "points", "meet"),
    [
        ((100, 100), ((35.0, 36.0), (35.1, 36.1)), True),
        ((100, 102), ((35.0, 36.0), (35.1, 36.1)), True),
        ((100, 103), ((35.0, 36.0), (35.1, 36.1)), False),
        ((100, 100), ((35.0, 36.0), (38.0, 36.0)), False),
    ],
)
def test_two_strikes_are_weighed_where_days_and_places_may_meet(
    days: tuple[int, int], points: tuple[tuple[float, float], tuple[float, float]], meet: bool
) -> None:
    mentions = [_told(at, day, (point,)) for at, (day, point) in enumerate(zip(days, points, strict=True))]
    assert list(candidates(mentions)) == ([(0, 1)] if meet else [])


_POINT = st.tuples(st.integers(-3, 3), st.integers(-3, 3)).map(lambda at: (34 + at[0] / 2.2, 36 + at[1] / 2.2))
_TOLD = st.tuples(st.integers(100, 110), st.integers(0, 4), st.lists(_POINT, min_size=1, max_size=2))


@settings(deadline=None, max_examples=60)
@given(st.lists(_TOLD, max_size=9))
def test_no_pair_that_is_near_in_days_and_places_is_left_out_and_none_comes_twice(
    told: list[tuple[int, int, list[tuple[float, float]]]],
) -> None:
    mentions = [_told(at, day, tuple(points), day + width) for at, (day, width, points) in enumerate(told)]
    found = list(candidates(mentions))
    assert found == sorted(set(found))
    for left, right in combinations(range(len(mentions)), 2):
        one, two = mentions[left], mentions[right]
        assert one.start and two.start and one.end and two.end
        days = one.start - two.end <= 2 and two.start - one.end <= 2
        near = any(
            abs((a.latitude or 0) - (b.latitude or 0)) <= 1 and abs((a.longitude or 0) - (b.longitude or 0)) <= 1
            for a in one.spots for b in two.spots
        )  # fmt: skip
        if days and near:
            assert (left, right) in found
        if not days:
            assert (left, right) not in found
