from __future__ import annotations

from pathlib import Path

import pytest

from testimonia.casefile.casefile import Casefile
from testimonia.export.comparison_build import view as view_of
from testimonia.export.comparison_view import ComparisonView
from tests.casefile.conftest import fill
from tests.samples import COMPARISON, LINKED


@pytest.fixture
def view(tmp_path: Path) -> ComparisonView:
    """The sample comparison as people read it."""
    with Casefile.open(tmp_path / "case.db", create=True) as case:
        fill(case)
        case.store_comparison(LINKED, COMPARISON, case.state())
        return view_of(case)
