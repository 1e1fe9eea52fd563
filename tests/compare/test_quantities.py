from __future__ import annotations

from testimonia.model.claim import Kind, Unit
from testimonia.model.dispute import DisputeKind
from tests.compare.telling import compared, of_kind, only
from tests.factories import Telling


def town(outlet: str, words: str, number: str, count: float) -> Telling:
    telling = Telling(outlet, f"{words}.")
    figure = telling.figure(number, count, unit=Unit.PEOPLE)
    telling.claim(words, "people", kind=Kind.FIGURE, place="Darkush", figures=[figure])
    return telling


def test_two_populations_of_one_town_are_disputed() -> None:
    dispute = only(
        compared(
            town("Valley Post", "Darkush has a population of 60,000", "60,000", 60000),
            town("Coast Daily", "Some 9,000 people live in Darkush", "9,000", 9000),
        ),
        DisputeKind.TOLL,
    )
    assert dispute.question == "How many people live in Darkush?"


def test_those_who_fled_and_those_of_one_part_are_not_the_population() -> None:
    comparison = compared(
        town("Valley Post", "Darkush has a population of 60,000", "60,000", 60000),
        town("Coast Daily", "Some 9,000 people fled Darkush", "9,000", 9000),
        town("Hill News", "Some 9,000 people live in rebel-held parts of Darkush", "9,000", 9000),
    )
    assert not of_kind(comparison, DisputeKind.TOLL)


def test_two_numbers_for_the_contested_part_are_asked_of_that_part() -> None:
    dispute = only(
        compared(
            town("Valley Post", "Some 30,000 people live in rebel-held parts of Darkush", "30,000", 30000),
            town("Coast Daily", "Only 9,000 people live in rebel-held parts of Darkush", "9,000", 9000),
        ),
        DisputeKind.TOLL,
    )
    assert dispute.question == "How many people live in the divided or contested part of Darkush?"


def test_the_population_of_before_the_war_is_set_against_none_of_today() -> None:
    comparison = compared(
        town("Valley Post", "Darkush had a population of 60,000 before the war", "60,000", 60000),
        town("Coast Daily", "Some 9,000 people live in Darkush", "9,000", 9000),
    )
    assert not of_kind(comparison, DisputeKind.TOLL)
