from __future__ import annotations

from pathlib import Path

import pytest

from testimonia.cli.demo import corpus
from testimonia.model.errors import InputError
from tests.cli.conftest import Run


@pytest.mark.slow
def test_the_demonstration_reads_the_examples_and_compares_them(run: Run, tmp_path: Path) -> None:
    result = run("demo", "--folder", tmp_path / "kept")
    assert result.exit_code == 0, result.stderr
    assert "Disputes: " in result.output
    assert (tmp_path / "kept" / "demo.html").read_text().startswith("<!doctype html>")
    assert (tmp_path / "kept" / "demo.db").exists()


def test_an_example_that_was_not_installed_is_named() -> None:
    assert corpus("aleppo").is_dir()
    with pytest.raises(InputError, match="troy"):
        corpus("troy")


def test_a_folder_that_cannot_be_made_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    result = run("demo", "--folder", tmp_path / "file" / "inside")
    assert result.exit_code == 1
    assert "cannot be made" in result.stderr
