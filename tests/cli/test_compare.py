from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_the_terminal_shows_disputes_agreements_and_silences(run: Run, db: Path) -> None:
    shown = run("compare", "--case", db).output
    for words in (
        "Accounts: 3 accounts, 3 independent origins",
        "1. Was the clinic in Marat bombed on 3 May 2031?",
        "Herald, citing Valley Monitor: as certain",
        "denied by",
        "could not have said: Daily",
        "silent: Daily",
        "told by: Herald, Gazette",
    ):
        assert words in shown
    assert max(len(line) for line in shown.splitlines()) <= 100


def test_the_page_is_written_to_the_file_named(run: Run, db: Path, tmp_path: Path) -> None:
    result = run("compare", "--case", db, "--format", "html", "--output", tmp_path / "report.html")
    assert result.exit_code == 0
    assert (tmp_path / "report.html").read_text().startswith("<!doctype html>")


def test_the_comparison_as_json_is_the_same_view(run: Run, db: Path) -> None:
    shown = json.loads(run("compare", "--case", db, "--format", "json").output)
    assert [dispute["kind"] for dispute in shown["disputes"]] == ["whether it happened", "how many"]


def test_another_format_is_refused_with_the_known_ones(run: Run, db: Path) -> None:
    result = run("compare", "--case", db, "--format", "pdf")
    assert result.exit_code == 1
    assert "terminal, html, json" in result.stderr


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_a_whole_case_is_exported_to_a_folder(run: Run, db: Path, tmp_path: Path, form: str) -> None:
    assert run("export", "--case", db, "--format", form, "--output", tmp_path / "out").exit_code == 0
    names = {path.name for path in (tmp_path / "out").iterdir()}
    lists = ("documents", "claims", "events", "disputes", "actors", "sources", "coded_events")
    assert names == {f"{name}.{form}" for name in lists}


def test_a_folder_that_cannot_be_made_is_named(run: Run, db: Path) -> None:
    result = run("export", "--case", db, "--output", db / "out")
    assert result.exit_code == 1
    assert "cannot be made" in result.stderr
