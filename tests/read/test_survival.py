"""Who is said to be among the dead, or to have come through alive."""

from __future__ import annotations

import pytest

from testimonia.model.claim import Claim
from testimonia.model.factuality import Factuality
from tests.read.telling import claims_of


def _fates(text: str) -> list[Claim]:
    return [claim for claim in claims_of(text) if claim.rule.startswith("survival.")]


@pytest.mark.parametrize(
    "text",
    [
        "The bride was safe and well, a relative said.",
        "The commander survived the strike.",
        "The caliph is still alive, the group said.",
        "The pilot was unhurt.",
        "The general escaped an assassination attempt.",
    ],
)
def test_whoever_came_through_alive_was_not_harmed(text: str) -> None:
    (claim,) = _fates(text)
    assert (claim.type, claim.factuality) == ("ASSAULT", Factuality.CERTAINLY_NOT)


@pytest.mark.parametrize("text", ["The mayor was among the dead.", "The groom was killed.", "The caliph is dead."])
def test_whoever_is_among_the_dead_was_killed(text: str) -> None:
    (claim,) = _fates(text)
    assert claim.factuality is Factuality.CERTAIN


def test_a_denied_death_is_denied() -> None:
    (claim,) = _fates("State media denied that the general was dead.")
    assert claim.factuality.polarity < 0


def test_a_place_that_is_safe_is_nobody() -> None:
    assert not _fates("The city is safe for returning families.")


def test_a_number_of_people_has_no_fate_of_its_own_here() -> None:
    assert not _fates("Three pilots were unhurt.")
