from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.codebook.codebook import built_in
from testimonia.codebook.files import read_mapping
from testimonia.read.toponym_fold import DeepFold, PlaceSpelling, fold


@pytest.fixture(scope="module")
def deep() -> DeepFold:
    return DeepFold(read_mapping(built_in("english") / "place_spelling.yaml", PlaceSpelling))


@pytest.mark.parametrize(
    ("written", "plain"),
    [("Ḩalab", "halab"), ("Deir ez-Zor", "deir ez zor"), ("Dar‘ā", "dara"), ("ÇAYKARA", "caykara"), ("Łódź", "lodz")],
)
def test_the_light_fold_drops_case_marks_and_hyphens(written: str, plain: str) -> None:
    assert fold(written) == plain


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ar-Raqqah", "Raqa"),
        ("Deir Ezzor", "Dayr az Zawr"),
        ("Kobane", "Kobani"),
        ("Ghouta", "al-Ghutah"),
        ("Maarat al-Numan", "Ma'arrat an-Nu'man"),
        ("Qamishli", "al-Qāmishlī"),
        ("Idleb", "Idlib"),
    ],
)
def test_the_deep_fold_joins_romanisations(one: str, other: str, deep: DeepFold) -> None:
    assert deep(one) == deep(other)


@pytest.mark.parametrize(("one", "other"), [("Homs", "Hama"), ("Azaz", "Izra"), ("Mosul", "Masyaf")])
def test_the_deep_fold_keeps_different_towns_apart(one: str, other: str, deep: DeepFold) -> None:
    assert deep(one) != deep(other)


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing_more(name: str) -> None:
    assert fold(fold(name)) == fold(name)
