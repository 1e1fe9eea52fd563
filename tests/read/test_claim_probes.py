"""Every probe of tests/probes/claims.yaml: what must come out of a sentence comes out, what must never does not.

On negation, denial, report, condition, prevention and questions no probe may fail; of all three in a hundred may.
"""

from pathlib import Path

import pytest
import yaml

from tests.probes.expectation import describes, holds
from tests.read.telling import claims_of

_FILE = Path(__file__).parents[1] / "probes" / "claims.yaml"
_PROBES: dict[str, list[tuple[str, list[str], list[str]]]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
_FAULTLESS = ("negated", "denied", "reported", "conditional", "prevented", "questions")
_PASSING = 0.97


def faults(text: str, must: list[str], never: list[str]) -> list[str]:
    claims = claims_of(text)
    missing = [f"missing: {wanted}" for wanted in must if not holds(wanted, claims)]
    return missing + [f"must not come out: {barred}" for barred in never if holds(barred, claims)]


@pytest.mark.parametrize(
    ("text", "must", "never"),
    [pytest.param(*probe, id=f"{name}: {probe[0]}") for name in _FAULTLESS for probe in _PROBES[name]],
)
def test_no_probe_of_what_was_not_told_as_a_fact_fails(text: str, must: list[str], never: list[str]) -> None:
    assert not faults(text, must, never)


def test_ninety_seven_in_a_hundred_probes_pass() -> None:
    all_probes = [probe for probes in _PROBES.values() for probe in probes]
    failing = {probe[0]: found for probe in all_probes if (found := faults(*probe))}
    assert 1 - len(failing) / len(all_probes) >= _PASSING, failing


def test_the_suite_has_three_hundred_sentences_of_thirty_phenomena() -> None:
    assert len(_PROBES) >= 30
    assert sum(map(len, _PROBES.values())) >= 300
    sentences = [probe[0] for probes in _PROBES.values() for probe in probes]
    assert len(set(sentences)) == len(sentences)


def test_an_expectation_tells_a_wrong_field() -> None:
    claims = claims_of("Russia bombed the hospital in Idlib, killing 12.")
    assert holds("ASSAULT who:Russia at:Idlib is:CT+ by:-", claims)
    assert not holds("ASSAULT who:Turkey", claims)
    with pytest.raises(ValueError, match="wounded"):
        describes("* wounded:3-3", claims[0])
