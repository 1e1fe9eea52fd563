from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@contextmanager
def serving(*words: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A workbench that a user started, and the line that it printed."""
    command = [sys.executable, "-m", "testimonia", "serve", *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        try:
            yield running.stdout.readline(), running
        finally:
            running.terminate()  # and not Ctrl-C, which whoever was started in the background does not hear
            running.wait(20)


@pytest.mark.slow
def test_the_address_is_printed_and_answers(db: Path) -> None:
    with serving("--case", str(db), "--port", "0") as (line, _):
        address = re.search(r"http://127\.0\.0\.1:\d+/", line)
        assert address, line
        until = time.monotonic() + 20
        while time.monotonic() < until:
            try:
                with urllib.request.urlopen(address.group()) as answer:
                    assert b"Testimonia" in answer.read()
                    return
            except OSError:
                time.sleep(0.1)
        raise AssertionError("it did not answer")


@pytest.mark.slow
def test_for_other_computers_the_address_carries_a_token(db: Path) -> None:
    with serving("--case", str(db), "--host", "0.0.0.0", "--port", "0") as (line, _):
        assert re.search(r"\?token=[\w-]{20,}", line), line


def test_a_port_that_is_taken_is_told_in_one_line(run: Run, db: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = run("serve", "--case", db, "--port", taken.getsockname()[1])
    assert result.exit_code == 1
    assert "it is taken" in result.output
    assert "Traceback" not in result.output
