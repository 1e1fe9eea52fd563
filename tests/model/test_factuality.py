import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.model.factuality import Factuality

VALUES = st.sampled_from(list(Factuality))


@pytest.mark.parametrize(
    ("value", "certainty", "polarity"),
    [("CT+", 3, 1), ("PR+", 2, 1), ("PS+", 1, 1), ("Uu", 0, 0), ("PS-", 1, -1), ("PR-", 2, -1), ("CT-", 3, -1)],
)
def test_each_value_has_its_certainty_and_polarity(value: str, certainty: int, polarity: int) -> None:
    factuality = Factuality(value)
    assert (factuality.certainty, factuality.polarity) == (certainty, polarity)


@given(VALUES)
def test_negating_twice_is_no_change(value: Factuality) -> None:
    assert value.negated().negated() is value


@given(VALUES)
def test_negation_turns_polarity_and_keeps_certainty(value: Factuality) -> None:
    assert value.negated().polarity == -value.polarity
    assert value.negated().certainty == value.certainty


@given(VALUES, st.integers(0, 3))
def test_lowering_never_raises_certainty(value: Factuality, ceiling: int) -> None:
    lowered = value.at_most(ceiling)
    assert lowered.certainty == min(value.certainty, ceiling)
    assert lowered.polarity == (value.polarity if lowered.certainty else 0)


def test_a_certain_denial_at_most_probable_is_a_probable_denial() -> None:
    assert Factuality.CERTAINLY_NOT.at_most(2) is Factuality.PROBABLY_NOT


def test_nothing_certain_is_left_at_zero() -> None:
    assert Factuality.CERTAIN.at_most(0) is Factuality.UNCOMMITTED
