"""The commands of ``testimonia``, gathered; nothing that reads language is imported until a command runs."""

from __future__ import annotations

from typing import Annotated

import typer

from testimonia.cli import (
    actors,
    claims,
    codebook,
    compare,
    demo,
    disputes,
    documents,
    events,
    export,
    places,
    read,
    search,
    serve,
    show,
    sources,
)
from testimonia.cli.failing import PlainGroup

app = typer.Typer(
    cls=PlainGroup,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Reads many accounts of one armed conflict and shows, with the sentence behind every word, what each claims"
    " and where they disagree. Nothing leaves this computer.",
    epilog="Begin with: testimonia demo",
)

for command in (read, compare, documents, claims, events, disputes, actors, sources, show, search, serve, demo, export):
    app.command(command.__name__.rpartition(".")[2])(command.run)
app.add_typer(codebook.app, name="codebook")
app.add_typer(places.app, name="places")


def _version(asked: bool) -> None:
    if asked:
        from testimonia import __version__

        typer.echo(f"testimonia {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and end.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """What stands before the command."""
