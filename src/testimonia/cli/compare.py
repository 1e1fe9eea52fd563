"""``testimonia compare``: agreements, disputes and silences, in the terminal or as a page to send on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from testimonia.cli import options
from testimonia.cli.opening import compared


def run(
    case: options.Case,
    format_name: Annotated[
        str, typer.Option("--format", help="terminal, html or json.", metavar="FORMAT")
    ] = "terminal",
    output: options.Output = None,
    camps: Annotated[
        Path | None,
        typer.Option("--camps", help="A CSV file of your own with the columns outlet and camp.", metavar="FILE"),
    ] = None,
) -> None:
    """Show what the accounts agree on, what they dispute, and who is silent."""
    from testimonia.export.camps import read
    from testimonia.export.comparison_formats import writer

    write = writer(format_name)
    grouped = read(camps) if camps is not None else {}
    with compared(case) as (kept, _):
        from testimonia.export.comparison_build import view

        shown = view(kept, grouped)
    with options.output(output) as stream:
        write(shown, stream, f"Comparison: {kept.path.stem}")
