"""A reading killed at any moment loses at most the document in hand, and a second one goes on from there.

Most kills meet a reader that stands in for the real one, because the moments that matter are those of storing; a
last test kills the real reader once.
"""

from __future__ import annotations

import multiprocessing
import random
import time
from collections.abc import Callable, Iterator
from datetime import date
from multiprocessing.context import ForkProcess
from pathlib import Path

import pytest

from testimonia.casefile import Casefile
from testimonia.casefile.intake import State, Wishes, take_in
from testimonia.codebook import Codebook, load
from testimonia.ingest import Received, collect
from testimonia.model.claim import Claim
from testimonia.model.document import Document
from testimonia.model.factuality import Factuality
from tests.samples import claim, document

DOCUMENTS = 200
KILLS = 20


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("accounts")
    for number in range(DOCUMENTS):
        text = f"Day {number} in Marat\n\nShells fell on the bridge for {number} hours.\n"
        (made / f"{number:03}.txt").write_text(text)
    return made


def receive(file: Path, _wishes: Wishes, _codebook: Codebook) -> Iterator[Received]:
    text = file.read_text()
    yield Received(document(text, "Herald", date(2031, 5, 1), str(file)), text.encode(), str(file), None, "plain.1")


def read(made: Document, _codebook: Codebook) -> list[Claim]:
    return [claim(made, words, factuality=Factuality.CERTAIN) for words in ("Shells fell", "on the bridge")]


def read_all(path: Path, folder: Path) -> None:
    """What the killed process does. It is forked, so that it begins at once and most kills meet it at work."""
    with Casefile.open(path, create=True) as case:
        files = sorted(folder.iterdir())
        for outcome in take_in(case, files, load(base=("english",)), receive=receive, read=read):
            assert outcome.state is not State.REFUSED, outcome.line


def start(path: Path, folder: Path, target: Callable[[Path, Path], None] = read_all) -> ForkProcess:
    process = multiprocessing.get_context("fork").Process(target=target, args=(path, folder))
    process.start()
    return process


@pytest.mark.slow
def test_twenty_kills_leave_the_case_of_an_undisturbed_run(folder: Path, tmp_path: Path) -> None:
    whole, killed = tmp_path / "whole.db", tmp_path / "killed.db"
    began = time.monotonic()
    read_all(whole, folder)
    lasted = time.monotonic() - began
    moments = random.Random(1937)  # seeded, so that a failure can be met again
    kills = read_before = 0
    while kills < KILLS:
        process = start(killed, folder)
        process.join(timeout=moments.uniform(0.0, 2 * lasted / KILLS))
        process.kill()
        process.join()
        kills += process.exitcode == -9
        if killed.exists():
            read_before = whole_documents(killed, read_before)
        if process.exitcode == 0:  # it was done before the kill: begin another case for the kills that are left
            killed.unlink()
            read_before = 0
    read_all(killed, folder)
    assert fingerprint(killed) == fingerprint(whole)


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


def read_really(path: Path, folder: Path) -> None:
    with Casefile.open(path, create=True) as case:
        assert all(outcome.state is not State.REFUSED for outcome in take_in(case, collect([folder]), load()))


@pytest.mark.slow
def test_the_real_reading_goes_on_after_a_kill(tmp_path: Path) -> None:
    accounts = tmp_path / "accounts"
    accounts.mkdir()
    for number in range(12):
        said = f"Rebels shelled a market in Aleppo on {number + 1} May 2014, killing {number + 3} people."
        (accounts / f"{number:02}.txt").write_text(f"Day {number}\n\n{said}\n")
    whole, killed = tmp_path / "whole.db", tmp_path / "killed.db"
    read_really(whole, accounts)
    process = start(killed, accounts, read_really)
    while process.is_alive() and documents_in(killed) < 2:
        time.sleep(0.01)
    process.kill()
    process.join()
    read_really(killed, accounts)
    with Casefile.open(killed) as after, Casefile.open(whole) as undisturbed:
        assert after.claims()
        assert after.fingerprint() == undisturbed.fingerprint()


def documents_in(path: Path) -> int:
    if not path.exists() or not path.stat().st_size:
        return 0
    with Casefile.open(path, create=True) as case:
        return len(case.documents())
