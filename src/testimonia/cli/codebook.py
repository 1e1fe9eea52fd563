"""``testimonia codebook check``: whether a codebook of one's own can be used, and what it holds."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from testimonia.cli.failing import PlainGroup, complain

app = typer.Typer(cls=PlainGroup, no_args_is_help=True, help="Codebooks: what the reader knows, as files you can edit.")


@app.callback()
def options() -> None:
    """Codebooks: what the reader knows, as files you can edit."""


@app.command("check")
def check(
    path: Annotated[Path, typer.Argument(help="The folder of the codebook.", metavar="FOLDER")],
) -> None:
    """Say whether a codebook can be used, and every fault in it with file and line where it cannot."""
    from testimonia.codebook import load
    from testimonia.codebook.check import check as find_faults
    from testimonia.model.errors import CodebookError

    if not path.is_dir():
        raise CodebookError(f"{path}: expected a folder with a codebook's files; there is none")
    if not any(path.rglob("*.yaml")) and not any(path.rglob("*.csv")):
        raise CodebookError(f"{path}: this folder holds no YAML or CSV file, so it is no codebook")
    faults = find_faults(path)
    for fault in faults:
        complain(fault)
    if faults:
        raise typer.Exit(1)
    before, after = load(), load(path)
    counts = [
        (len(after.actors) - len(before.actors), "actors"), (len(after.places) - len(before.places), "places"),
        (len(after.happenings) - len(before.happenings), "dated happenings"),
    ]  # fmt: skip
    added = ", ".join(f"{count} {noun}" for count, noun in counts)
    typer.echo(f"{path}: can be used; it adds {added} to the built-in codebooks")
