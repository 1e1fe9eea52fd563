"""How far a reading has come: a bar on a terminal, nothing but the lines that matter anywhere else."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from testimonia.cli.failing import complain

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

Step = TypeVar("Step")


class Progress:
    """A bar over a known number of steps on stderr; use it in a ``with`` block."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._bar: Bar | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
            from rich.progress import Progress as Bar

            columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
            self._bar = Bar(*columns, console=Console(stderr=True), transient=True)
            self._bar.start()
            self._task = self._bar.add_task("reading", total=self._total)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._bar:
            self._bar.stop()

    def over(self, steps: Iterable[Step]) -> Iterator[Step]:
        """The steps, each counted once the next one is asked for."""
        for step in steps:
            if self._bar and self._task is not None:
                name = step.name if isinstance(step, Path) else str(step)
                self._bar.update(self._task, description=name[:40].replace("[", "("))
            yield step
            if self._bar and self._task is not None:
                self._bar.advance(self._task)

    def say(self, line: str) -> None:
        """One line on stderr, above the bar."""
        if self._bar:
            self._bar.console.print(line, markup=False, highlight=False, soft_wrap=True)
        else:
            complain(line)
