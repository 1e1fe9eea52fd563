"""Bringing the comparison of a case up to date, told step by step and stopped when asked.

A large case is compared by a process of its own, so that pages go on answering. What always holds: stopping leaves the
case with what was found before; what is kept is kept whole.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from testimonia.model.errors import TestimoniaError

if TYPE_CHECKING:
    from testimonia.casefile.casefile import Casefile
    from testimonia.casefile.update import Step

# From so many claims on a process is worth its beginning (a second); fewer are compared in less (two cores).
LARGE = 3000


class StoppedError(TestimoniaError):
    """Somebody stopped the comparison."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a comparison has come: the step in hand, its number of how many, and the seconds since the beginning."""

    words: str
    number: int
    of: int
    seconds: int


class Comparing:
    """One comparison being made of the case at ``path``."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._begun = time.monotonic()
        self._step: Step | None = None
        self._stopped = False
        self._process: subprocess.Popen[str] | None = None

    @property
    def progress(self) -> Progress:
        """How far it has come."""
        from testimonia.casefile.update import Step

        order = list(Step)
        step = self._step or order[0]
        return Progress(step.value, order.index(step) + 1, len(order), int(time.monotonic() - self._begun))

    def stop(self) -> None:
        """Stops it: a process at once, else after the step in hand."""
        self._stopped = True
        if self._process is not None:
            self._process.terminate()

    def run(self, case: Casefile, *, apart: bool) -> None:
        """Compares until nothing is new, in a process of its own if ``apart``.

        Raises ``StoppedError`` after ``stop``, and ``TestimoniaError`` where it fails.
        """
        if apart:
            self._run_apart()
        else:
            up_to_date(case, self._tell)

    def _tell(self, step: Step) -> None:
        if self._stopped:
            raise StoppedError("comparing was stopped")
        self._step = step

    def _run_apart(self) -> None:
        from testimonia.casefile.update import Step

        command = [sys.executable, "-m", "testimonia.web.comparing", str(self.path)]
        said = ""
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
            self._process = process
            if self._stopped:
                process.terminate()
            assert process.stdout is not None
            for line in process.stdout:
                said = line.strip()
                self._step = Step[said] if said in Step.__members__ else self._step
        if self._stopped:
            raise StoppedError("comparing was stopped")
        if process.returncode:
            raise TestimoniaError(said if said not in Step.__members__ else "comparing ended before it was done")


def up_to_date(case: Casefile, tell: Callable[[Step], None]) -> None:
    """Compares the case until nothing is new."""
    from testimonia.casefile.knowledge import codebook_of
    from testimonia.casefile.update import bring_up_to_date

    while bring_up_to_date(case, codebook_of(case), tell=tell):
        pass


def main(path: Path) -> int:
    """The process apart: names each step on a line, and at last what went wrong."""
    from testimonia.casefile.casefile import Casefile

    try:
        with Casefile.open(path) as case:
            up_to_date(case, lambda step: print(step.name, flush=True))
    except TestimoniaError as error:
        print(error, flush=True)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
