from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from testimonia.casefile.casefile import Casefile
from testimonia.cli.app import app
from tests.casefile.conftest import fill
from tests.samples import COMPARISON, LINKED

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command as a user would, at 100 columns, with no codebook of the user's own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "100")
    return lambda *words: CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A case with the sample accounts, compared."""
    path = tmp_path / "case.db"
    with Casefile.open(path, create=True) as case:
        fill(case)
        case.store_comparison(LINKED, COMPARISON, case.state())
    return path
