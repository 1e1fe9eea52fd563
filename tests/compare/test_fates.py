"""Was he killed."""

from __future__ import annotations

from testimonia.model.dispute import DisputeKind
from tests.compare.read_accounts import disputes_of

BLAST = "A bomb killed nine people at a wedding in Darkush on Monday."


def test_somebody_counted_among_the_dead_and_said_to_be_safe_is_disputed() -> None:
    (dispute,) = disputes_of(
        DisputeKind.OCCURRENCE,
        valley=f"{BLAST} Medics said the groom was among the dead. A cousin said the groom was safe and well.",
    )
    assert dispute.question == "Was the groom killed?"
    assert {answer.value for answer in dispute.answers} == {"killed", "alive"}


def test_two_accounts_of_one_blast_are_set_against_each_other() -> None:
    (dispute,) = disputes_of(
        DisputeKind.OCCURRENCE,
        valley=f"{BLAST} Medics said the groom was among the dead.",
        coast=f"{BLAST} A cousin said the groom was alive.",
    )
    assert [len(answer.accounts) for answer in dispute.answers] == [1, 1]


def test_the_death_of_another_of_the_family_contradicts_nothing() -> None:
    assert not disputes_of(
        DisputeKind.OCCURRENCE,
        valley=f"{BLAST} A cousin said the groom was safe. Medics said the groom's father was among the dead.",
    )
