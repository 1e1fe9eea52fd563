"""``testimonia show``: one thing of a case, with every quotation behind it and why it was read so."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from testimonia.cli import options
from testimonia.cli.opening import compared


def run(
    identifier: Annotated[
        str, typer.Argument(help="The id of a claim, event, dispute or account; its first digits do.", metavar="ID")
    ],
    case: options.Case,
) -> None:
    """Show one claim, event, dispute or account with every quotation behind it."""
    from testimonia.export.one import render
    from testimonia.export.terminal import console

    with compared(case) as (kept, _):
        kind, whole = kept.find(identifier)
        render(kept, kind, whole, console(sys.stdout))
