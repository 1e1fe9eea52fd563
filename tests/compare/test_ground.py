"""Did an attack gain ground."""

from __future__ import annotations

from testimonia.model.dispute import DisputeKind
from tests.compare.read_accounts import disputes_of

ADVANCE = "Rebels advanced into the outskirts of Aleppo on Monday, a monitor said."


def test_an_advance_that_another_says_never_came_is_disputed() -> None:
    (dispute,) = disputes_of(
        DisputeKind.OCCURRENCE,
        valley=ADVANCE,
        coast="The rebels have not advanced in Aleppo on Monday because of the bombardment, a resident said.",
    )
    assert "gain ground in Aleppo" in dispute.question


def test_an_attack_that_the_other_side_says_it_foiled_denies_the_advance() -> None:
    (dispute,) = disputes_of(
        DisputeKind.OCCURRENCE,
        valley=ADVANCE,
        coast="The Syrian army repelled an attack by rebels on Aleppo on Monday, the army said.",
    )
    assert len(dispute.answers) == 2


def test_an_attack_of_the_other_side_is_another_attack() -> None:
    assert not disputes_of(
        DisputeKind.OCCURRENCE,
        valley=ADVANCE,
        coast="Rebels repelled an attack by the Syrian army on Aleppo on Monday, their commander said.",
    )
