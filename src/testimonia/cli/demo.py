"""``testimonia demo``: reads the example corpus into a fresh case and prints the comparison."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from testimonia.cli.failing import complain
from testimonia.cli.read import read_into


def run(
    folder: Annotated[
        Path | None, typer.Option(help="Keep the case and its page in this folder.", metavar="FOLDER")
    ] = None,
    serve: Annotated[
        bool | None,
        typer.Option("--serve/--no-serve", help="Open the workbench afterwards; by default on a terminal."),
    ] = None,
) -> None:
    """Read the example corpus into a fresh case, print the comparison, and open the workbench."""
    from tempfile import TemporaryDirectory

    opened = sys.stdout.isatty() if serve is None else serve
    if folder is not None:
        _demonstrate(_made(folder), kept=True)
        _open(folder, opened)
        return
    with TemporaryDirectory(prefix="testimonia-") as temporary:
        _demonstrate(Path(temporary))
        _open(Path(temporary), opened)


def _open(folder: Path, opened: bool) -> None:
    """Serves the case of ``folder``, or says how to."""
    from testimonia.cli.serve import HOST, PORT, open_workbench

    if opened:
        open_workbench(folder / "demo.db", HOST, PORT, otherwise_any=True)
    else:
        complain(f"To read and decide in the browser: testimonia demo --serve; it opens at http://{HOST}:{PORT}/")


def _demonstrate(folder: Path, kept: bool = False) -> None:
    from testimonia.casefile.casefile import Casefile
    from testimonia.casefile.intake import State, Wishes
    from testimonia.casefile.knowledge import codebook_of
    from testimonia.casefile.update import bring_up_to_date
    from testimonia.export.comparison_build import view
    from testimonia.export.comparison_formats import writer

    accounts = corpus("aleppo")
    complain(f"Reading the example accounts in {accounts}: written for this program, of invented outlets.")
    path = folder / "demo.db"
    for part in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
        part.unlink(missing_ok=True)
    with Casefile.open(path, create=True) as case:
        codebook = codebook_of(case)
        tally = read_into(case, [accounts], codebook, Wishes())
        bring_up_to_date(case, codebook)
        shown = view(case)
    writer("terminal")(shown, sys.stdout, "")
    if kept:
        with (folder / "demo.html").open("w", encoding="utf-8") as stream:
            writer("html")(shown, stream, "Example: accounts of the battle of Aleppo")
        complain(f"{path}: the case; {folder / 'demo.html'}: the same comparison as a page")
    if tally[State.REFUSED]:
        raise typer.Exit(1)


def corpus(name: str) -> Path:
    """The folder of an example corpus, in the installed package or in the repository. Raises ``InputError``."""
    from testimonia.model.errors import InputError

    package = Path(__file__).resolve().parents[1]
    for examples in (package / "examples", package.parents[1] / "examples"):
        if (examples / name).is_dir():
            return examples / name
    raise InputError(f"{name}: no example corpus of that name was installed; install testimonia again")


def _made(folder: Path) -> Path:
    from testimonia.model.errors import InputError

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{folder}: this folder cannot be made ({error.strerror}); name another") from error
    return folder
