"""The case on the desk: opened once, shown as snapshots, read into and compared again in the background.

What always holds: one comparison at a time is made; a page never waits for it, but shows what was found last, with the
claims as they stand, and says what is being compared again.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from testimonia.web.comparing import LARGE, Comparing, Progress, StoppedError
from testimonia.web.snapshot import Snapshot

if TYPE_CHECKING:
    from testimonia.casefile.casefile import Casefile
    from testimonia.codebook.codebook import Codebook


class Desk:
    """One case for as long as the workbench runs."""

    def __init__(self, path: Path, user: str) -> None:
        self.path = path
        self.user = user
        self.failure = ""
        self.stopped = False
        self.reading = False
        self._case: Casefile | None = None
        self._snapshot: Snapshot | None = None
        self._now: Comparing | None = None
        self._opening = threading.Lock()
        self._laying_out = threading.Lock()
        self._comparing = threading.Lock()

    @property
    def case(self) -> Casefile:
        """The open case. Raises ``CasefileError`` where it cannot be opened."""
        from testimonia.casefile.casefile import Casefile

        with self._opening:
            if self._case is None:
                self._case = Casefile.open(self.path, create=True)
            return self._case

    @property
    def codebook(self) -> Codebook:
        """The codebooks that the case is read with. Raises ``CodebookError``."""
        from testimonia.casefile.knowledge import codebook_of

        return codebook_of(self.case)

    def snapshot(self) -> Snapshot:
        """The case as it stands. Raises ``CasefileError``, ``CodebookError``."""
        case = self.case
        key = (case.state(), case.compared())
        held = self._snapshot
        if held is None or held.key != key:
            with self._laying_out:
                held = self._snapshot
                if held is None or held.key != key:
                    held = self._snapshot = Snapshot(case, self.codebook, key, held)
        if not held.current and held.documents:
            self.compare_soon()
        return held

    @property
    def progress(self) -> Progress | None:
        """How far the comparison has come that is being made."""
        now = self._now
        return now.progress if now else None

    def compare_soon(self) -> None:
        """Brings the comparison up to date in the background, unless it is being done, was stopped or failed."""
        if self.failure or self.stopped or self.reading or not self._comparing.acquire(blocking=False):
            return
        threading.Thread(target=self._compare, name="compare", daemon=True).start()

    def compare_now(self) -> None:
        """Brings the comparison up to date and returns when that is done."""
        with self._comparing:
            self._bring_up_to_date()

    def _compare(self) -> None:
        try:
            self._bring_up_to_date()
        finally:
            self._comparing.release()

    def _bring_up_to_date(self) -> None:
        from testimonia.model.errors import TestimoniaError

        self._now = Comparing(self.path)
        try:
            self._now.run(self.case, apart=self.is_large())
            self.failure = ""
        except StoppedError:
            self.stopped = True
        except TestimoniaError as error:
            self.failure = str(error)
        except Exception as error:  # comparing must never take the workbench down with it
            self.failure = f"the accounts could not be compared ({type(error).__name__}: {error}); please report it"
        finally:
            self._now = None

    def is_large(self) -> bool:
        """Whether the case is compared by a process of its own, and a decision does not wait for it."""
        return sum(self.case.claim_counts().values()) > LARGE

    def settle(self, seconds: float) -> None:
        """Lets the comparison follow a change; waits for it at most so long, and in a large case not at all."""
        self.compare_soon()
        if not self.is_large() and self._comparing.acquire(timeout=seconds):
            self._comparing.release()

    def stop(self) -> None:
        """Stops the comparison that is being made; the case keeps what was found before."""
        self.stopped = True
        if now := self._now:
            now.stop()

    def try_again(self) -> None:
        """Forgets that comparing failed or was stopped."""
        self.failure = ""
        self.stopped = False

    def close(self) -> None:
        """Closes the case."""
        if now := self._now:
            now.stop()
        with self._opening:
            if self._case is not None:
                self._case.close()
                self._case = None
