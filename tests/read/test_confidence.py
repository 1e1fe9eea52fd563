"""How likely a claim is right follows from what it is and on whose word it is told."""

import dataclasses

from testimonia.model.claim import Kind
from testimonia.read import confidence
from tests.read.telling import book, claims_of, only


def test_every_claim_says_how_likely_it_is_right() -> None:
    for claim in claims_of("SOHR said Russian warplanes bombed Aleppo, killing 12. The rebels are terrorists."):
        assert 0 < claim.confidence < 1
        assert claim.confidence == confidence.of(claim, book())


def test_a_named_organisation_is_read_more_surely_than_nobody_named() -> None:
    named = only(claims_of("SOHR said Russia bombed Idlib."), Kind.EVENT, "ASSAULT")
    unnamed = only(claims_of("Russia reportedly bombed Idlib."), Kind.EVENT, "ASSAULT")
    assert named.confidence > unnamed.confidence


def test_a_claim_without_a_place_is_less_sure() -> None:
    claim = only(claims_of("Russia bombed Idlib."), Kind.EVENT, "ASSAULT")
    assert confidence.of(dataclasses.replace(claim, places=()), book()) < claim.confidence


def test_features_are_those_that_the_weights_name() -> None:
    weights = book().lexicon("confidence", confidence.Weights)
    told = claims_of("SOHR said Russian warplanes bombed Aleppo, killing 12. The rebels are terrorists.")
    assert {name for claim in told for name in confidence.features(claim)} <= weights.features.keys()


def test_a_claim_whose_words_run_over_several_clauses_is_less_sure() -> None:
    claim = only(claims_of("Russia bombed Idlib."), Kind.EVENT, "ASSAULT")
    stretched = dataclasses.replace(claim, end=claim.start + confidence.LONG + 1)
    assert confidence.of(stretched, book()) < claim.confidence
