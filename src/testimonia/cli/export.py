"""``testimonia export``: the lists of a case as files in a folder, for the programs that a researcher already uses."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from testimonia.cli import options
from testimonia.cli.failing import complain
from testimonia.cli.opening import compared

if TYPE_CHECKING:
    from testimonia.casefile.casefile import Casefile
    from testimonia.codebook.codebook import Codebook
    from testimonia.export.listing import Listing


def run(
    case: options.Case,
    output: Annotated[Path, typer.Option("--output", help="The folder to write to.", metavar="FOLDER")],
    format_name: Annotated[str, typer.Option("--format", help="csv, jsonl or json.", metavar="FORMAT")] = "csv",
) -> None:
    """Write every list of a case to a folder: documents, claims, events, disputes, actors, sources, coded events."""
    from testimonia.export.registry import writer
    from testimonia.model.errors import InputError

    writer(format_name)
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{output}: this folder cannot be made ({error.strerror}); name another") from error
    with compared(case) as (kept, codebook):
        for listing in _lists(kept, codebook):
            path = output / f"{listing.name}.{format_name if format_name != 'table' else 'txt'}"
            options.show(listing, format_name, path)
            complain(f"{path}: {len(listing.rows):,} {listing.name}")


def _lists(case: Casefile, codebook: Codebook) -> list[Listing]:
    from testimonia.export import coded, found, lists

    return [
        lists.documents(case), lists.claims(case, case.claims()), found.events(case, case.events()),
        found.disputes(case, case.disputes()), lists.actors(case, codebook), found.sources(case),
        coded.listing(case, codebook),
    ]  # fmt: skip
