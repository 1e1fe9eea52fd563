from __future__ import annotations

import pytest

from testimonia.web.matrix import letter


@pytest.mark.parametrize(("number", "written"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ")])
def test_answers_are_lettered_like_columns_of_a_sheet(number: int, written: str) -> None:
    assert letter(number) == written
