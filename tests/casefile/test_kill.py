"""A reading killed at any moment loses at most the document in hand, and a second one goes on from there.

Most kills meet a reader that stands in for the real one, because the moments that matter are those of storing; a
last test kills the real reader once.
"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from testimonia.casefile import Casefile

DOCUMENTS = 200
KILLS = 20

# Two claims for every document, written in turn; the pause is about what the storing of one takes.
STAND_IN = """
import sys, time
from datetime import date
from pathlib import Path
from testimonia.casefile import Casefile
from testimonia.casefile.intake import take_in
from testimonia.codebook import load
from testimonia.ingest import Received
from testimonia.model.factuality import Factuality
from tests.samples import claim, document

def receive(file, wishes, codebook):
    text = file.read_text()
    made = document(text, "Herald", date(2031, 5, 1), str(file))
    yield Received(made, text.encode(), str(file), None, "plain.1")

def read(made, codebook):
    time.sleep(0.002)
    return [claim(made, words, factuality=Factuality.CERTAIN) for words in ("Shells fell", "on the bridge")]

print("ready", flush=True)
with Casefile.open(sys.argv[1], create=True) as case:
    files = sorted(Path(sys.argv[2]).iterdir())
    for outcome in take_in(case, files, load(base=("english",)), receive=receive, read=read):
        assert outcome.state != "refused", outcome.line
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("accounts")
    for number in range(DOCUMENTS):
        text = f"Day {number} in Marat\n\nShells fell on the bridge for {number} hours.\n"
        (made / f"{number:03}.txt").write_text(text)
    return made


def start(case: Path, folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", STAND_IN, str(case), str(folder)]
    program = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert program.stdout
    with program.stdout as said:
        assert said.readline() == "ready\n"
    return program


def test_twenty_kills_leave_the_case_of_an_undisturbed_run(folder: Path, tmp_path: Path) -> None:
    began = time.monotonic()
    assert start(tmp_path / "whole.db", folder).wait(timeout=120) == 0
    lasted = time.monotonic() - began
    moments = random.Random(1937)  # seeded, so that a failure can be met again
    killed = 0
    read_before = -1
    for attempt in range(400):
        program = start(tmp_path / "killed.db", folder)
        try:
            program.wait(timeout=moments.uniform(0.02, max(0.1, lasted / KILLS)))
        except subprocess.TimeoutExpired:
            program.send_signal(signal.SIGKILL)
            killed += 1
        program.wait(timeout=60)
        if (tmp_path / "killed.db").exists() and (tmp_path / "killed.db").stat().st_size:
            read_before = whole_documents(tmp_path / "killed.db", read_before)
        if killed == KILLS:
            break
        if program.returncode == 0:
            (tmp_path / "killed.db").unlink()
            read_before = -1
        assert attempt < 399
    assert killed == KILLS
    assert start(tmp_path / "killed.db", folder).wait(timeout=120) == 0
    assert fingerprint(tmp_path / "killed.db") == fingerprint(tmp_path / "whole.db")


def whole_documents(path: Path, at_least: int) -> int:
    """How many documents the case holds: each with both of its claims, and none lost that was there before."""
    with Casefile.open(path, create=True) as case:
        documents, claims = case.documents(), case.claims()
    assert len(claims) == 2 * len(documents)
    assert len(documents) >= at_least
    return len(documents)


def fingerprint(path: Path) -> str:
    with Casefile.open(path) as case:
        assert len(case.documents()) == DOCUMENTS
        return case.fingerprint()


def test_the_real_reading_goes_on_after_a_kill(tmp_path: Path) -> None:
    accounts = tmp_path / "accounts"
    accounts.mkdir()
    for number in range(12):
        said = f"Rebels shelled a market in Aleppo on {number + 1} May 2014, killing {number + 3} people."
        text = f"Day {number}\n\n{said}\n"
        (accounts / f"{number:02}.txt").write_text(text)
    command = [sys.executable, "-m", "testimonia", "read", str(accounts), "--case"]
    subprocess.run([*command, str(tmp_path / "whole.db")], check=True, capture_output=True)
    program = subprocess.Popen([*command, str(tmp_path / "killed.db")], stderr=subprocess.DEVNULL)
    while program.poll() is None and documents_in(tmp_path / "killed.db") < 2:
        time.sleep(0.01)
    program.kill()
    program.wait(timeout=60)
    subprocess.run([*command, str(tmp_path / "killed.db")], check=True, capture_output=True)
    with Casefile.open(tmp_path / "killed.db") as killed, Casefile.open(tmp_path / "whole.db") as whole:
        assert killed.claims()
        assert killed.fingerprint() == whole.fingerprint()


def documents_in(path: Path) -> int:
    if not path.exists() or not path.stat().st_size:
        return 0
    with Casefile.open(path, create=True) as case:
        return len(case.documents())
