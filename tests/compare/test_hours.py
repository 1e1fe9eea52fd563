"""At what time of the day an event was."""

from __future__ import annotations

import pytest

from testimonia.compare.hours import clock
from testimonia.compare.words import comparing_words
from testimonia.model.dispute import Dispute, DisputeKind
from tests.compare.telling import compared, of_kind
from tests.factories import BOOK, Telling


def _told(outlet: str, when: str, acled: str = "Air/drone strike") -> Telling:
    telling = Telling(outlet, f"Jets bombed the mill in Darkush {when} on 26 April.")
    telling.claim(f"Jets bombed the mill in Darkush {when}", place="Darkush", on="2016-04-26", trigger="bombed",
                  acled=acled)  # fmt: skip
    return telling


def _disputes(one: str, two: str, acled: str = "Air/drone strike") -> list[Dispute]:
    return of_kind(compared(_told("Valley Post", one), _told("Coast Daily", two, acled)), DisputeKind.TIME)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("around noon", "early in the morning"),
        ("around noon", "at 4 p.m."),
        ("at 6:30 am", "at about 1130 am"),
        ("at 09:15", "in the evening"),
    ],
)
def test_hours_that_exclude_each_other_are_disputed(one: str, two: str) -> None:
    [dispute] = _disputes(one, two)
    assert dispute.question.startswith("At what time of the day")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("around noon", "at 11:30 am"),
        ("at 4 p.m.", "at 16:30"),
        ("overnight", "before dawn"),
        ("around noon", "since 4 am"),
        ("around noon", "at 16:30 GMT"),
    ],
)
def test_hours_that_one_attack_can_have_are_not_disputed(one: str, two: str) -> None:
    assert not _disputes(one, two)


def test_a_time_by_the_clock_stands_under_the_part_of_the_day_that_others_give() -> None:
    told = [_told(*each) for each in (("A", "around noon"), ("B", "at 11:30 am"), ("C", "at dawn"))]
    [dispute] = of_kind(compared(*told), DisputeKind.TIME)
    assert {answer.value: len(answer.accounts) for answer in dispute.answers} == {
        "around noon": 2, "early in the morning": 1,
    }  # fmt: skip


def test_a_raid_and_a_shelling_of_one_day_have_each_their_hour() -> None:
    assert not _disputes("around noon", "at dawn", "Shelling/artillery/missile attack")


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("It fell at 1130 am (0830 GMT)", 11.5),
        ("It fell at 4:00 p.m. there", 16.0),
        ("It fell at 12.30 am", 0.5),
        ("It fell at 16:30", 16.5),
        ("It fell at 3:30", None),
        ("18:14 Jets at the mill", None),
        ("It went on since 4:30 am", None),
        ("It fell at 9 am or 3 pm", None),
        ("It killed 10 people", None),
    ],
)
def test_the_clock_is_read_in_twelve_and_in_twenty_four_hours(text: str, hour: float | None) -> None:
    assert clock(text, comparing_words(BOOK)) == hour
