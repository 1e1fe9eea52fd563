"""Files being read into the case: one run at a time, in the background, told step by step, stopped when asked.

What always holds: an upload is written under a name of our own, with an ending from a fixed list, in a folder that is
removed when its run ends; a document that was read is kept even if the run is stopped after it.
"""

from __future__ import annotations

import shutil
import tempfile
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from testimonia.web.desk import Desk
from testimonia.web.refusals import RefusedError

if TYPE_CHECKING:
    from testimonia.casefile.intake import Outcome, Wishes
    from testimonia.codebook.codebook import Codebook
    from testimonia.ingest.piece import Received, Refusal

# The endings that the formats of ingest go by; anything else is told to be plain text by its content or refused.
ENDINGS = frozenset({
    ".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".eml", ".warc", ".gz", ".wacz", ".csv", ".tsv", ".jsonl",
})  # fmt: skip
LARGEST = 20 * 1024 * 1024  # bytes of one file, as ingest has it too
MOST_FILES = 200


class Stage(StrEnum):
    """How far a run has come."""

    IDLE = "idle"
    READING = "reading"
    COMPARING = "comparing"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one file."""

    name: str
    state: str
    words: str
    claims: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the run has come: ``done`` of ``total`` files, the one in hand, and what became of the others."""

    stage: Stage = Stage.IDLE
    total: int = 0
    done: int = 0
    current: str = ""
    lines: tuple[Line, ...] = ()
    reason: str = ""

    @property
    def busy(self) -> bool:
        """Whether the run goes on."""
        return self.stage in (Stage.READING, Stage.COMPARING)


@dataclass(slots=True)
class Upload:
    """One file handed over: what it is called, and where its bytes were put."""

    name: str
    path: Path


@dataclass(slots=True)
class Readings:
    """The run of one desk."""

    desk: Desk
    progress: Progress = field(default_factory=Progress)
    _stop: threading.Event = field(default_factory=threading.Event)
    _busy: threading.Lock = field(default_factory=threading.Lock)

    def folder(self) -> Path:
        """A new folder for the files of a run."""
        return Path(tempfile.mkdtemp(prefix="testimonia-upload-"))

    def begin(self, uploads: Sequence[Upload], folder: Path | None) -> None:
        """Begins to read; ``folder`` is removed at the end. Raises ``RefusedError`` while another run goes on."""
        if not self._busy.acquire(blocking=False):
            if folder:
                shutil.rmtree(folder, ignore_errors=True)
            raise RefusedError("Files are being read already; wait until that is done, or stop it.")
        self._stop.clear()
        self.progress = Progress(Stage.READING, len(uploads), current=uploads[0].name if uploads else "")
        threading.Thread(target=self._run, args=(tuple(uploads), folder), name="read", daemon=True).start()

    def stop(self) -> None:
        """Stops after the document in hand, and comparing at once."""
        self._stop.set()
        if self.progress.stage is Stage.COMPARING:
            self.desk.stop()

    def _run(self, uploads: Sequence[Upload], folder: Path | None) -> None:
        from testimonia.model.errors import TestimoniaError

        try:
            self.desk.reading = True  # comparing waits until all is read
            self._read(uploads)
            self.desk.reading = False
            if not self._stop.is_set():
                self.progress = replace(self.progress, stage=Stage.COMPARING, current="")
                self.desk.try_again()
                self.desk.compare_now()
            ended = Stage.STOPPED if self._stop.is_set() else Stage.DONE
            self.progress = replace(self.progress, stage=ended, current="")
        except TestimoniaError as error:
            self.progress = replace(self.progress, stage=Stage.FAILED, reason=str(error))
        except Exception as error:  # the workbench goes on whatever a file holds
            self.progress = replace(self.progress, stage=Stage.FAILED, reason=f"{type(error).__name__}: {error}"[:300])
        finally:
            self.desk.reading = False
            if folder:
                shutil.rmtree(folder, ignore_errors=True)
            self._busy.release()

    def _read(self, uploads: Sequence[Upload]) -> None:
        from testimonia.casefile.intake import take_in

        names = {str(upload.path): upload.name for upload in uploads}
        case, codebook = self.desk.case, self.desk.codebook

        def receive(path: Path, wishes: Wishes, codebook: Codebook) -> Iterable[Received | Refusal]:
            return renamed(path, names.get(str(path), path.name), wishes, codebook)

        for outcome in take_in(case, self._files(uploads), codebook, receive=receive):
            self._note(outcome, names)
            if self._stop.is_set():
                return

    def _files(self, uploads: Sequence[Upload]) -> Iterator[Path]:
        for number, upload in enumerate(uploads):
            if self._stop.is_set():
                return
            self.progress = replace(self.progress, done=number, current=upload.name)
            yield upload.path
        self.progress = replace(self.progress, done=len(uploads), current="")

    def _note(self, outcome: Outcome, names: dict[str, str]) -> None:
        name, words = outcome.path, outcome.line
        for path, called in names.items():
            name, words = name.replace(path, called), words.replace(path, called)
        line = Line(name, outcome.state.value, words, outcome.claims)
        self.progress = replace(self.progress, lines=(*self.progress.lines[-499:], line))


def renamed(path: Path, name: str, wishes: Wishes, codebook: Codebook) -> Iterator[Received | Refusal]:
    """What ``path`` holds, called as its user calls it: the name in the case is that of the upload."""
    from testimonia.ingest import receive
    from testimonia.ingest.piece import Refusal

    for found in receive(path, codebook, date=wishes.published, columns=wishes.columns, meta=wishes.meta):
        if isinstance(found, Refusal):
            yield found
        else:
            shown = (found.document.path or name).replace(str(path), name)
            yield replace(found, path=found.path.replace(str(path), name), document=replace(found.document, path=shown))
