from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from testimonia.casefile import Casefile

# Two readers count claims while one writer adds documents; each is a process of its own, as two terminals would be.
WRITER = """
import sys, hashlib
from testimonia.casefile import Casefile
from testimonia.casefile.writing import Arrival
from tests.samples import document, claim
from testimonia.model.factuality import Factuality
from datetime import date
with Casefile.open(sys.argv[1], create=True) as case:
    for number in range(40):
        text = f"Day {number}\\n\\nShells fell on the bridge again.\\n"
        made = document(text, "Herald", date(2031, 5, 1), f"{number}.txt")
        found = [claim(made, words, factuality=Factuality.CERTAIN) for words in ("Shells fell", "the bridge")]
        case.add(Arrival(made, made.text.encode(), "0.1", "r1"), found)
"""
READER = """
import sys
from testimonia.casefile import Casefile
seen = [0]
while seen[-1] < 80:
    with Casefile.open(sys.argv[1]) as case:
        documents, claims = len(case.documents()), len(case.claims())
        assert claims % 2 == 0, claims
        assert claims >= 2 * documents, (documents, claims)
        seen.append(claims)
assert seen == sorted(seen)
"""


def test_two_readers_and_one_writer_work_at_once(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    Casefile.open(path, create=True).close()
    programs = [subprocess.Popen([sys.executable, "-c", code, str(path)]) for code in (READER, READER, WRITER)]
    assert [program.wait(timeout=120) for program in programs] == [0, 0, 0]


def test_two_writers_wait_for_each_other(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    programs = [subprocess.Popen([sys.executable, "-c", WRITER, str(path)]) for _ in range(2)]
    assert [program.wait(timeout=120) for program in programs] == [0, 0]
    with Casefile.open(path) as case:
        assert len(case.documents()) == 40
        assert len(case.claims()) == 80
