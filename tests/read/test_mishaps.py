"""Which disasters are laid to an accident."""

from __future__ import annotations

import pytest

from testimonia.model.claim import Claim
from testimonia.model.factuality import Factuality
from tests.read.telling import claims_of


def _mishaps(text: str) -> list[Claim]:
    return [claim for claim in claims_of(text) if claim.rule.startswith("mishap.")]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said the crash was due to a technical fault.",
        "The helicopter crashed because of engine failure.",
        "An electrical fault caused the blast.",
        "The cause of the explosion was a gas leak.",
        "The army said the depot blew up by accident.",
    ],
)
def test_a_disaster_laid_to_a_fault_is_an_attack_that_did_not_happen(text: str) -> None:
    (claim,) = _mishaps(text)
    assert (claim.type, claim.factuality) == ("ASSAULT", Factuality.CERTAINLY_NOT)


def test_whoever_lays_it_to_a_fault_is_the_source() -> None:
    (claim,) = _mishaps("The ministry said the crash was due to a technical fault.")
    assert claim.source.name == "ministry"


def test_what_is_laid_to_an_accident_is_told_as_no_attack_beside_it() -> None:
    (claim,) = [c for c in claims_of("The army said the depot blew up by accident.") if c.type == "ASSAULT"]
    assert claim.factuality.polarity < 0


def test_what_was_no_accident_is_no_mishap() -> None:
    assert not _mishaps("The crash was no accident.")


def test_a_fault_beside_a_deed_explains_nothing() -> None:
    assert not _mishaps("The army shelled the town despite technical problems.")
