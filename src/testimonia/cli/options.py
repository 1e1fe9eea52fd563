"""The options that several commands share, and what they open."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from testimonia.model.errors import InputError

if TYPE_CHECKING:
    from testimonia.export.listing import Listing

Case = Annotated[Path, typer.Option("--case", help="The case file.", metavar="FILE")]
Format = Annotated[str, typer.Option("--format", help="table, json, jsonl or csv.", metavar="FORMAT")]
Codebooks = Annotated[
    list[Path] | None,
    typer.Option("--codebook", help="A codebook of your own, beside the built-in ones; may be given again.",
                 metavar="FOLDER"),
]  # fmt: skip
Output = Annotated[Path | None, typer.Option("--output", help="Write to this file.", metavar="FILE")]


@contextmanager
def output(path: Path | None) -> Iterator[TextIO]:
    """The file at ``path``, or standard output. Raises ``InputError`` where the file cannot be written."""
    if path is None:
        yield sys.stdout
        return
    try:
        with path.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror}); name another file with --output") from error


def show(listing: Listing, format_name: str, path: Path | None = None) -> None:
    """Writes a list in the format asked for."""
    from testimonia.export.registry import writer

    write = writer(format_name)
    with output(path) as stream:
        write(listing, stream)


def day(words: str | None, option: str, last: bool = False) -> date | None:
    """The day that an option names; a month or a year stands for its first or its last day. Raises ``InputError``."""
    if words is None:
        return None
    from pydantic import TypeAdapter, ValidationError

    from testimonia.codebook.schema import From, Until

    reading: TypeAdapter[date | None] = TypeAdapter(Until if last else From)
    try:
        return reading.validate_python(words)
    except ValidationError as error:
        raise InputError(f"{option} {words}: expected a date such as 2016-02-10, 2016-02 or 2016") from error
