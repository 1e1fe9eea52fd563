"""A disk that fills while a case is read: a limit on the size of files stands in for the disk."""

from __future__ import annotations

import multiprocessing
import resource
import signal
from pathlib import Path

from testimonia.casefile import Casefile
from testimonia.casefile.intake import take_in
from testimonia.codebook import load
from testimonia.model.errors import CasefileError
from tests.casefile.test_kill import read, receive

LIMIT = 1_500_000  # bytes; an empty case takes about 250,000, and each document here 300,000
DOCUMENTS = 12


def read_on_a_small_disk(path: Path, folder: Path, told: Path) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT, LIMIT))
    try:
        with Casefile.open(path, create=True) as case:
            list(take_in(case, sorted(folder.iterdir()), load(base=("english",)), receive=receive, read=read))
    except CasefileError as error:
        told.write_text(str(error))


def test_a_disk_that_fills_halfway_gives_one_line_and_keeps_what_was_read(tmp_path: Path) -> None:
    folder, path, told = tmp_path / "accounts", tmp_path / "a.db", tmp_path / "told.txt"
    folder.mkdir()
    for number in range(DOCUMENTS):
        filler = f"Nothing else happened on day {number}. " * 2000
        (folder / f"{number:02}.txt").write_text(f"Day {number}\n\nShells fell on the bridge.\n\n{filler}\n")
    process = multiprocessing.get_context("fork").Process(target=read_on_a_small_disk, args=(path, folder, told))
    process.start()
    process.join()
    assert told.read_text().startswith(f"{path}: the disk ")
    assert "\n" not in told.read_text()
    with Casefile.open(path) as case:
        assert 0 < len(case.documents()) < DOCUMENTS
        assert len(case.claims()) == 2 * len(case.documents())
