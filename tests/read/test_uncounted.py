"""Tests for numbers that count nothing."""

from __future__ import annotations

import pytest

from testimonia.read import figures


def counts(text: str) -> list[tuple[float | None, float | None, str]]:
    """What is counted in a text: the least, the most and the unit."""
    return [(figure.low, figure.high, figure.unit.value) for figure in figures.find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Sat 24 Aug 2013 at 2354 Regional desk",
        "Mon 2 March 2020 114502",
        "Raid on Goma market (updated 1612 19.07.2016)",
        "Views 458     Related  Talks resume in Juba",
        "The council cited its resolutions 2118 and 2235 (2015).",
        "Three quarters of the town fled.",
        "About two-thirds of the valley is quiet.",
        "A number of shells fell.",
        "A monitor said so after the deaths.",
    ],
)
def test_times_furniture_names_and_shares_count_nothing(text: str) -> None:
    assert counts(text) == []


def test_a_share_of_a_million_is_a_count() -> None:
    assert counts("More than a quarter of a million people have been killed.") == [(250_000, None, "killed")]


def test_the_number_behind_a_time_of_day_is_still_a_count() -> None:
    assert counts("Sat Feb 28 2015 190703 35 dead in Maban") == [(35, 35, "killed")]
