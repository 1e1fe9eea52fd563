from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from testimonia.web.differing import marked


def own(column: list[tuple[object, ...]]) -> list[str]:
    return [stretch.text for text in column for stretch in text if stretch.own]  # type: ignore[attr-defined]


def test_words_that_no_other_account_uses_are_marked() -> None:
    left, right = marked([["about 30 people killed"], ["27 people killed"]])
    assert own(left) == ["about 30"]  # type: ignore[arg-type]
    assert own(right) == ["27"]  # type: ignore[arg-type]


def test_nothing_is_marked_where_one_account_stands_alone() -> None:
    (alone, silent) = marked([["a market"], []])
    assert own(alone) == []  # type: ignore[arg-type]
    assert silent == []


@given(st.lists(st.lists(st.text(max_size=30), max_size=3), max_size=4))
def test_the_stretches_give_the_text_back(texts: list[list[str]]) -> None:
    for column, found in zip(texts, marked(texts), strict=True):
        assert ["".join(stretch.text for stretch in text) for text in found] == column
