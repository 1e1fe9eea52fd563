from dataclasses import FrozenInstanceError, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.model.claim import (
    Claim,
    Kind,
    Link,
    PlaceMention,
    PlacePrecision,
    SourceKind,
    Span,
    SpeechForm,
    Surroundings,
)
from testimonia.model.factuality import Factuality

ACCOUNT = Link(
    "d1", "The Drina Post", SourceKind.ACCOUNT, SpeechForm.OWN, "", None, None, Factuality.UNCOMMITTED
)  # fmt: skip
MAYOR = Link("mayor", "mayor", SourceKind.UNNAMED, SpeechForm.INDIRECT, "say", 0, 9, Factuality.CERTAIN)


def claim(*links: Link, confidence: float = 0.8) -> Claim:
    return Claim(
        id="c1", document="d1", account="d1", section="body", start=15, end=37, text="shells hit the market.",
        kind=Kind.EVENT, type="ASSAULT", rule="test", confidence=confidence, factuality=Factuality.CERTAIN,
        attribution=links,
    )  # fmt: skip


def test_a_claim_begins_with_the_account_itself() -> None:
    with pytest.raises(ValueError, match="account itself"):
        claim(MAYOR)


def test_a_claim_without_any_voice_is_refused() -> None:
    with pytest.raises(ValueError, match="account itself"):
        claim()


def test_the_source_is_whoever_is_said_to_know() -> None:
    assert claim(ACCOUNT, MAYOR).source is MAYOR


def test_in_its_own_voice_the_account_is_the_source() -> None:
    assert claim(ACCOUNT).source is ACCOUNT


@pytest.mark.parametrize("confidence", [-0.01, 1.01])
def test_confidence_outside_its_range_is_refused(confidence: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        claim(ACCOUNT, confidence=confidence)


@pytest.mark.parametrize("confidence", [0.0, 1.0])
def test_the_ends_of_the_range_are_allowed(confidence: float) -> None:
    assert claim(ACCOUNT, confidence=confidence).confidence == confidence


def test_a_claim_does_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        claim(ACCOUNT).type = "AID"  # type: ignore[misc]


def test_a_corrected_claim_is_checked_again() -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        replace(claim(ACCOUNT), confidence=2.0)


@given(st.text(max_size=40), st.data())
def test_any_stretch_of_a_text_is_a_span(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = Span(start, end, text[start:end])
    assert text[span.start : span.end] == span.text


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (5, 1)])
def test_a_span_runs_forward_from_the_start_or_later(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="run forward"):
        Span(start, end, "mill")


def test_a_span_is_as_long_as_its_words() -> None:
    with pytest.raises(ValueError, match="does not hold 4 characters"):
        Span(0, 3, "mill")


def test_where_it_likely_was_is_its_own_place_or_else_one_around_it() -> None:
    market = PlaceMention("market", "Market", None, None, PlacePrecision.EXACT, "market", 30, 36)
    town = replace(market, place="town", name="Town")
    bare = replace(claim(ACCOUNT), around=Surroundings((town,)))
    assert bare.likely_places == (town,)
    assert replace(bare, places=(market,)).likely_places == (market,)
