"""``testimonia compare``: agreements, disputes and silences, in the terminal or as a page to send on."""

from __future__ import annotations

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
) -> None:
    """Show what the accounts agree on, what they dispute, and who is silent."""
    from testimonia.export.comparison_formats import writer

    write = writer(format_name)
    with compared(case) as (kept, _):
        from testimonia.export.comparison_build import view

        shown = view(kept)
    with options.output(output) as stream:
        write(shown, stream, f"Comparison: {kept.path.stem}")
