"""The count that two joined verbs share."""

from __future__ import annotations

from testimonia.model.claim import Kind, Unit
from tests.read.telling import claims_of


def _told(text: str) -> dict[str, list[tuple[float | None, Unit]]]:
    return {
        c.trigger.text: [(f.low, f.unit) for f in c.figures]
        for c in claims_of(text)
        if c.kind is Kind.EVENT and c.trigger is not None
    }


def test_those_counted_behind_two_joined_verbs_are_of_both() -> None:
    told = _told("The gunmen killed and crucified five villagers in Harran.")
    assert told["killed"] == told["crucified"] == [(5, Unit.KILLED)]


def test_dead_and_hurt_in_one_number_stand_with_both_verbs() -> None:
    told = _told("Dozens of shoppers were killed and injured in the market of Harran.")
    assert told["killed"] == told["injured"] == [(24, Unit.PEOPLE)]


def test_the_dead_are_not_those_whom_the_second_verb_counts() -> None:
    told = _told("The blast killed two guards and injured nine drivers.")
    assert told["injured"] == [(9, Unit.INJURED)]
    assert (9, Unit.INJURED) not in told["killed"]
