"""Handing accounts over: files by drag or picker, or the example accounts, with progress and a way to stop.

What always holds: no name that a browser sends becomes a path; sizes and numbers are limited.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, File, Form, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse

from testimonia.web.pages import OnDesk, Words, answer, page
from testimonia.web.readings import ENDINGS, LARGEST, MOST_FILES, Line, Readings, Stage, Upload
from testimonia.web.refusals import RefusedError
from testimonia.web.settings import own_path

router = APIRouter()
_BLOCK = 1 << 20
Back = Annotated[str, Form(max_length=2000)]


def _readings(request: Request) -> Readings:
    held = request.app.state.readings
    assert isinstance(held, Readings)
    return held


Run = Annotated[Readings, Depends(_readings)]


@dataclass(frozen=True, slots=True)
class ReadingPage:
    """How far reading has come."""

    title: str
    stage: Stage
    busy: bool
    total: int
    done: int
    current: str
    lines: tuple[Line, ...]
    reason: str
    refused: int
    claims: int
    endings: str


@page(router, "/reading", "reading.html", "Overview")
def reading(readings: Run) -> ReadingPage:
    """The files being read, one line each."""
    now = readings.progress
    return ReadingPage(
        "Reading", now.stage, now.busy, now.total, now.done, now.current, tuple(reversed(now.lines[-200:])), now.reason,
        sum(line.state == "refused" for line in now.lines), sum(line.claims for line in now.lines),
        ",".join(sorted(ENDINGS)),
    )  # fmt: skip


@router.post("/documents", status_code=303, response_class=RedirectResponse, include_in_schema=False)
def take(readings: Run, files: Annotated[list[UploadFile], File()]) -> RedirectResponse:
    """Begins to read the files handed over."""
    if len(files) > MOST_FILES:
        raise RefusedError(f"{len(files)} files at once are too many; hand over {MOST_FILES} or fewer.")
    if readings.progress.busy:
        raise RefusedError("Files are being read already; wait until that is done, or stop it.")
    folder = readings.folder()
    uploads = [_keep(folder, number, file) for number, file in enumerate(files) if file.filename]
    if not uploads:
        folder.rmdir()
        raise RefusedError("No file was chosen.")
    readings.begin(uploads, folder)
    return RedirectResponse("/reading", 303)


@router.post("/reading/stop", status_code=303, response_class=RedirectResponse)
def stop(readings: Run) -> RedirectResponse:
    """Stops reading after the document in hand."""
    readings.stop()
    return RedirectResponse("/reading", 303)


@router.post("/reading/example", status_code=303, response_class=RedirectResponse, include_in_schema=False)
def example(readings: Run) -> RedirectResponse:
    """Reads the example accounts into the case."""
    files = sorted(path for path in examples().iterdir() if path.is_file() and path.suffix in ENDINGS)
    readings.begin([Upload(path.name, path) for path in files], None)
    return RedirectResponse("/reading", 303)


def examples() -> Path:
    """The folder of the example accounts, in the installed package or in the repository. Raises ``RefusedError``."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "examples", package.parents[1] / "examples"):
        if (folder / "aleppo").is_dir():
            return folder / "aleppo"
    raise RefusedError("The example accounts were not installed; install testimonia again.")


def _keep(folder: Path, number: int, file: UploadFile) -> Upload:
    name = called(file.filename or "")
    ending = Path(name).suffix.lower()
    target = folder / f"{number:04d}{ending if ending in ENDINGS else '.bin'}"
    taken = 0
    with target.open("wb") as stream:
        while block := file.file.read(_BLOCK):
            taken += len(block)
            if taken > LARGEST:
                break  # ingest refuses what is larger than this, in its own words
            stream.write(block)
    if taken > LARGEST:
        with target.open("ab") as stream:
            stream.truncate(LARGEST + 1)
    return Upload(name, target)


def called(filename: str) -> str:
    """What an upload is called in the case: the last part of its name, printable and not too long."""
    last = re.split(r"[/\\]", filename)[-1]
    plain = "".join(c for c in last if c.isprintable())[-120:].strip()
    return plain or "upload"


@dataclass(frozen=True, slots=True)
class WaitingPage:
    """What waits for a comparison, at the address ``back``."""

    title: str
    back: str


@router.get("/comparing", include_in_schema=False, response_class=HTMLResponse)
def comparing(request: Request, back: Words = "/") -> HTMLResponse:
    """What a page that waits for a comparison asks for: how far it is, or that there is something new to show."""
    return answer(request, "comparing.html", "", WaitingPage("Comparing", own_path(back)))


@router.post("/comparing/stop", status_code=303, response_class=RedirectResponse)
def stop_comparing(desk: OnDesk, back: Back = "/") -> RedirectResponse:
    """Stops the comparison that is being made; what was found before is kept."""
    desk.stop()
    return RedirectResponse(own_path(back), 303)


@router.post("/comparing/again", status_code=303, response_class=RedirectResponse)
def compare_again(desk: OnDesk, back: Back = "/") -> RedirectResponse:
    """Brings the comparison up to date after it was stopped or failed."""
    desk.try_again()
    desk.compare_soon()
    return RedirectResponse(own_path(back), 303)
