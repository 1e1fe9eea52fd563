"""Numbers that the clock explains, and numbers that it does not."""

from __future__ import annotations

from testimonia.model.dispute import DisputeKind
from tests.compare.telling import compared, of_kind, strike
from tests.factories import Telling


def _tolls(*tellings: Telling) -> int:
    return len(of_kind(compared(*tellings), DisputeKind.TOLL))


def test_what_the_same_outlet_counts_more_a_day_later_is_a_revision() -> None:
    comparison = compared(
        strike("Valley Post", "Jets bombed the clinic", 14, published="2016-04-26"),
        strike("Valley Post", "Warplanes bombed the clinic", 27, published="2016-04-28"),
    )
    assert not of_kind(comparison, DisputeKind.TOLL)
    assert [revision.statement for revision in comparison.revisions] == ["14, later 27"]


def test_a_number_of_the_day_itself_is_overtaken_by_a_greater_one_of_later_days() -> None:
    early = strike("Valley Post", "Jets bombed the clinic", 14, published="2016-04-26")
    late = strike("Coast Daily", "Warplanes bombed the clinic", 27, published="2016-04-29")
    assert _tolls(early, late) == 0


def test_a_lesser_number_of_later_days_is_no_update() -> None:
    early = strike("Valley Post", "Jets bombed the clinic", 27, published="2016-04-26")
    late = strike("Coast Daily", "Warplanes bombed the clinic", 14, published="2016-04-29")
    assert _tolls(early, late) == 1


def test_a_number_that_says_it_is_updated_replaces_that_of_another_outlet() -> None:
    early = strike("Valley Post", "Jets bombed the clinic", 14)
    late = strike("Coast Daily", "In an updated count jets bombed the clinic", 27)
    assert _tolls(early, late) == 0


def test_two_outlets_of_one_day_with_unlike_numbers_differ() -> None:
    one = strike("Valley Post", "Jets bombed the clinic", 14)
    assert _tolls(one, strike("Coast Daily", "Warplanes bombed the clinic", 27)) == 1
