import pytest

from testimonia.model.dispute import Answer, DisputeKind


def test_an_answer_nobody_denies_is_denied_by_none() -> None:
    assert Answer("forty", ("c1",), ("a1",), ("o1",)).denied_by == ()


@pytest.mark.parametrize("kind", ["occurrence", "responsibility", "toll", "status", "time", "place", "blame", "naming"])
def test_every_kind_of_dispute_of_the_data_model_is_there(kind: str) -> None:
    assert DisputeKind(kind).value == kind
