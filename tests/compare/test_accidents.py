"""Was it an attack or an accident."""

from __future__ import annotations

from testimonia.model.dispute import DisputeKind
from tests.compare.read_accounts import disputes_of

SHOT = "Rebels shot down a helicopter near Saraqeb on Monday, their commander said."
FAULT = "The ministry said the helicopter had crashed near Saraqeb on Monday because of a technical fault."


def test_a_helicopter_shot_down_or_lost_to_a_fault_is_disputed() -> None:
    (dispute,) = disputes_of(DisputeKind.OCCURRENCE, valley=f"{SHOT} {FAULT}")
    assert dispute.question.startswith("Was the aircraft shot down or lost by accident")
    assert {answer.value for answer in dispute.answers} == {"shot down", "an accident"}


def test_a_fault_that_nobody_opposes_is_no_dispute() -> None:
    assert not disputes_of(DisputeKind.OCCURRENCE, valley=FAULT)


def test_many_losses_of_both_kinds_are_no_one_loss() -> None:
    many = "Several helicopters were shot down by rebels or crashed because of technical faults since the war began."
    assert not disputes_of(DisputeKind.OCCURRENCE, valley=f"{SHOT} {many}")
