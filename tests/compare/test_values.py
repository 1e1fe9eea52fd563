from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.compare.values import figure_words, in_words, ranges
from testimonia.model.claim import Figure, Unit


def figure(low: float | None, high: float | None, *, approximate: bool = False) -> Figure:
    return Figure(low, high, approximate, Unit.KILLED, "people", "some", 0, 4)


@pytest.mark.parametrize(
    ("given_figure", "words"),
    [
        (figure(14, 14), "14"),
        (figure(14, None), "at least 14"),
        (figure(None, 1400), "up to 1,400"),
        (figure(None, 1400, approximate=True), "nearly 1,400"),
        (figure(10, 12), "10 to 12"),
        (figure(50, 50, approximate=True), "about 50"),
        (figure(None, None), "some"),
        (figure(2.5, 2.5), "2.5"),
    ],
)
def test_a_figure_in_words(given_figure: Figure, words: str) -> None:
    assert figure_words(given_figure) == words


def test_an_open_figure_joins_the_nearest_it_can_be_true_with() -> None:
    groups = ranges([figure(14, None), figure(27, 27), figure(40, 40)])
    assert [in_words(group.figures) for group in groups] == ["14 to 27", "40"]


@pytest.mark.parametrize(
    ("group", "words"),
    [
        ([figure(27, 27), figure(27, None)], "27 or more"),
        ([figure(27, None), figure(27, 27, approximate=True)], "at least 27"),
        ([figure(27, 27), figure(None, 27)], "27"),
        ([figure(14, None), figure(27, 27), figure(30, 30, approximate=True)], "14 to 30"),
        ([figure(14, None), figure(30, None)], "14 to 30 or more"),
    ],
)
def test_a_group_of_figures_reads_as_one_range(group: list[Figure], words: str) -> None:
    assert in_words(group) == words


BOUNDS = st.one_of(st.none(), st.integers(0, 60).map(float))
FIGURES = st.lists(
    st.tuples(BOUNDS, BOUNDS)
    .filter(lambda pair: pair[0] is None or pair[1] is None or pair[0] <= pair[1])
    .map(lambda pair: figure(*pair)),
    max_size=8,
)


@given(FIGURES)
def test_every_figure_is_in_one_group_and_no_group_is_empty_of_common_counts(figures: list[Figure]) -> None:
    groups = ranges(figures)
    assert sorted(map(str, (f for group in groups for f in group.figures))) == sorted(map(str, figures))
    assert all(group.low <= group.high for group in groups)
