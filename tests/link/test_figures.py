from __future__ import annotations

from dataclasses import replace

import pytest

from testimonia.link.figures import anchor, interval_relation, is_part, reach, victim_class
from testimonia.link.words import linking_words
from testimonia.model.claim import Figure, Unit
from tests.factories import BOOK

WORDS = linking_words(BOOK)


def figure(low: float | None, high: float | None, counted: str = "people", *, approximate: bool = False,
           part_of: int | None = None, unit: Unit = Unit.KILLED) -> Figure:  # fmt: skip
    return Figure(low, high, approximate, unit, counted, "x", 0, 1, part_of)


@pytest.mark.parametrize(
    ("one", "two", "relation"),
    [
        ((14, 14), (14, 14), "equal"),
        ((14, None), (14, 14), "equal"),
        ((1, 1), (1, 1), "equal_small"),
        ((14, None), (27, 27), "compatible"),
        ((14, None), (90, 90), "near"),
        ((20, 20), (25, 25), "near"),
        ((14, 14), (27, 27), "clash"),
        ((10, 10), (400, 400), "far"),
    ],
)
def test_counts_stand_to_each_other(
    one: tuple[float, float | None], two: tuple[float, float | None], relation: str
) -> None:
    assert interval_relation(figure(*one), figure(*two)) == relation
    assert interval_relation(figure(*two), figure(*one)) == relation


def test_an_approximate_count_reaches_a_tenth_to_either_side() -> None:
    low, high = reach(figure(50, 50, approximate=True))
    assert low == 45.0
    assert high == pytest.approx(55.0)


def test_nearly_a_count_stands_near_it_and_up_to_a_count_anywhere_below() -> None:
    assert reach(figure(None, 80, approximate=True)) == pytest.approx((72, 88))
    assert reach(figure(None, 80)) == (0.0, 80)


def test_a_word_for_a_number_reaches_half_and_double() -> None:
    assert reach(figure(24, 99)) == (12.0, 198.0)


@pytest.mark.parametrize(
    ("counted", "victims"),
    [("people", "people"), ("", "people"), ("young children", "children"), ("rebel fighters", "fighters"),
     ("carpenters", "carpenters")],
)  # fmt: skip
def test_the_noun_tells_who_is_counted(counted: str, victims: str) -> None:
    assert victim_class(figure(3, 3, counted), WORDS) == victims


def test_others_killed_are_a_part_and_others_injured_are_all() -> None:
    assert is_part(figure(21, 21, "others"), WORDS)
    assert is_part(figure(3, 3, "children", part_of=4), WORDS)
    assert not is_part(figure(21, 21, "others", unit=Unit.INJURED), WORDS)


def test_so_many_of_them_are_a_part() -> None:
    assert is_part(replace(figure(3, 3, "children"), text="three of them"), WORDS)
    assert not is_part(replace(figure(3, 3, "children"), text="three of May"), WORDS)


def test_figures_are_ordered_by_their_middle_or_their_bound() -> None:
    assert [anchor(f) for f in (figure(10, 20), figure(10, None), figure(None, 20), figure(None, None))] == [
        15,
        10,
        20,
        0,
    ]


def test_the_same_number_of_many_dead_is_rarely_counted_twice_by_chance() -> None:
    assert interval_relation(figure(29, 29), figure(29, 29)) == "equal_rare"
    assert interval_relation(figure(30, 30), figure(30, 30)) == "equal"
