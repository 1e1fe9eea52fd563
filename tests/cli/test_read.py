from __future__ import annotations

import io
from pathlib import Path

import pytest

from testimonia.casefile.casefile import Casefile
from testimonia.cli.progress import Progress
from tests.cli.conftest import Run

TEXT = "Shells hit Marat\n\nRebels shelled a market in Aleppo on 3 May 2014, killing {} people.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "accounts"
    made.mkdir()
    for number in (4, 9):
        (made / f"{number}.txt").write_text(TEXT.format(number))
    return made


def test_files_are_read_and_a_second_run_goes_on(run: Run, folder: Path, tmp_path: Path) -> None:
    first = run("read", folder, "--case", tmp_path / "a.db")
    assert first.exit_code == 0
    assert "2 read; " in first.stderr
    (folder / "7.txt").write_text(TEXT.format(7))
    again = run("read", folder, "--case", tmp_path / "a.db")
    assert "1 read, 2 read before; " in again.stderr


def test_a_refused_file_is_one_line_and_the_others_are_read(run: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "empty.txt").touch()
    result = run("read", folder, tmp_path / "gone.txt", "--case", tmp_path / "a.db")
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert sum("empty.txt" in line for line in lines) == 1
    assert sum("gone.txt" in line for line in lines) == 1
    assert "2 read, 2 refused" in lines[-1]


def test_a_date_given_overrides_what_the_text_says(run: Run, folder: Path, tmp_path: Path) -> None:
    run("read", folder, "--case", tmp_path / "a.db", "--date", "2014-06-01")
    with Casefile.open(tmp_path / "a.db") as case:
        starts = {str(account.published.start) for account in case.accounts()}
    assert starts == {"2014-06-01"}


def test_reading_again_with_another_date_replaces_the_first(run: Run, folder: Path, tmp_path: Path) -> None:
    for day in ("2014-06-01", "2014-07-01"):
        assert "2 read; " in run("read", folder, "--case", tmp_path / "a.db", "--date", day).stderr


def test_a_text_in_another_language_is_kept_and_said_not_to_be_read(run: Run, tmp_path: Path) -> None:
    text = "Les avions ont frappé le marché de la ville pendant la nuit, et trois personnes sont mortes. " * 4
    (tmp_path / "fr.txt").write_text(f"Frappe sur le marché\n\n{text}\n")
    result = run("read", tmp_path / "fr.txt", "--case", tmp_path / "a.db")
    assert "1 kept but not read (not in English)" in result.stderr
    with Casefile.open(tmp_path / "a.db") as case:
        assert case.search("marché")
        assert case.claims() == ()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--column", "text"], "expected a field and the name of its column"),
        (["--date", "yesterday"], "expected a date such as"),
        (["--codebook", "/nowhere"], "expected a folder with a codebook's files"),
    ],
)
def test_a_wrong_option_is_told_before_a_case_is_made(
    run: Run, folder: Path, tmp_path: Path, words: list[str], told: str
) -> None:
    result = run("read", folder, "--case", tmp_path / "a.db", *words)
    assert result.exit_code == 1
    assert told in result.stderr
    assert not (tmp_path / "a.db").exists()


def test_a_file_that_is_no_case_is_not_written_to(run: Run, folder: Path) -> None:
    result = run("read", folder, "--case", folder / "4.txt")
    assert result.exit_code == 1
    assert "no SQLite file" in result.stderr


def test_the_columns_of_a_table_can_be_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(
        'headline,words\nShells,"Rebels shelled a market in Aleppo, killing nine people."\n'
    )
    refused = run("read", tmp_path / "t.csv", "--case", tmp_path / "a.db")
    assert refused.exit_code == 1
    read = run("read", tmp_path / "t.csv", "--case", tmp_path / "a.db", "--column", "text=words")
    assert read.exit_code == 0, read.output


def test_a_terminal_sees_how_far_a_reading_has_come(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = io.StringIO()
    monkeypatch.setattr(shown, "isatty", lambda: True)
    monkeypatch.setattr("sys.stderr", shown)
    with Progress(2) as progress:
        for step in progress.over([Path("herald.txt"), Path("gazette.txt")]):
            progress.say(f"{step}: is empty [nothing] to read")
    assert "herald.txt: is empty [nothing] to read" in shown.getvalue()
