"""``testimonia places add``: a gazetteer of one's own into a codebook of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from testimonia.cli.failing import PlainGroup, complain

app = typer.Typer(cls=PlainGroup, no_args_is_help=True, help="Places that the built-in gazetteer lacks.")


@app.callback()
def options() -> None:
    """Places that the built-in gazetteer lacks."""


@app.command("add")
def add(
    file: Annotated[Path, typer.Argument(help="CSV, GeoNames dump or Who's On First GeoJSON.", metavar="FILE")],
    codebook: Annotated[
        Path | None, typer.Option(help="The codebook to add to; without it, the one of this user.", metavar="FOLDER")
    ] = None,
) -> None:
    """Add the places in a file to a codebook, where every later reading finds them."""
    from testimonia.codebook.own import add_places, user_codebook

    folder = codebook or user_codebook()
    written, count = add_places(file, folder)
    complain(f"{written}: {count:,} place{'' if count == 1 else 's'} added")
    if codebook is not None:
        complain(f"read with them: testimonia read ... --codebook {folder}")
