"""Numbers that count those of two fates together."""

from __future__ import annotations

import pytest

from testimonia.model.claim import Unit
from testimonia.read import figures


def _units(text: str) -> list[Unit]:
    return [figure.unit for figure in figures.find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "About 30 villagers, most of them women, were killed and wounded in the shelling.",
        "Over 40 people were killed or injured.",
        "The barrage killed and wounded 20 people.",
        "15 killed, wounded in market blast",
        "Nine killed and injured in Harran",
        "A mine left 12 people dead or missing.",
    ],
)
def test_a_number_of_two_fates_together_counts_neither(text: str) -> None:
    assert _units(text) == [Unit.PEOPLE]


def test_fighters_of_two_fates_stay_fighters() -> None:
    assert _units("Some 50 fighters were killed or captured in the battle.") == [Unit.FIGHTERS]


@pytest.mark.parametrize(
    "text",
    [
        "20 people were killed and 30 wounded.",
        "20 people were killed and wounded 30 others.",
        "The raid killed nine and wounded 20 people.",
    ],
)
def test_two_numbers_have_a_fate_each(text: str) -> None:
    assert _units(text) == [Unit.KILLED, Unit.INJURED]


def test_those_hurt_without_a_number_leave_the_dead_counted() -> None:
    assert _units("12 people were killed and many wounded.") == [Unit.KILLED]
    assert _units("A child was killed and others injured.") == [Unit.KILLED]


def test_those_still_under_rubble_are_not_counted_as_dead() -> None:
    from tests.read.telling import claims_of

    claims = claims_of("One child was killed, six children still under rubble in Taiz.")
    told = [(f.low, f.unit.value) for claim in claims if claim.kind.value == "figure" for f in claim.figures]
    assert (6.0, "killed") not in told
    assert (1.0, "killed") in told
