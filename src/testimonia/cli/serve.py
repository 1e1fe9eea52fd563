"""``testimonia serve``: the workbench in the browser, on this computer."""

from __future__ import annotations

from typing import Annotated

import typer

from testimonia.cli import options
from testimonia.cli.failing import complain

PORT = 8740


def run(
    case: options.Case,
    host: Annotated[str, typer.Option(help="Where to listen; anything but this computer needs a token.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port; 0 takes a free one.", min=0, max=65535)] = PORT,
    user: Annotated[str, typer.Option(help="Who decides, as judgements name them; by default who is logged in.")] = "",
) -> None:
    """Open the workbench: read, compare and decide in the browser."""
    import uvicorn

    from testimonia.model.errors import InputError
    from testimonia.web.access import Access, is_loopback, new_token
    from testimonia.web.app import create_app

    config = uvicorn.Config("", host=host, port=port, log_level="warning", server_header=False)
    try:
        listening = config.bind_socket()
    except (OSError, SystemExit) as error:
        told = f"--port {port}: it is taken, or {host} is no address of this computer; try --port 0"
        raise InputError(told) from error
    access = Access(host, listening.getsockname()[1], None if is_loopback(host) else new_token())
    config.app = create_app(case, access, user)
    typer.echo(f"{access.address}  (stop with Ctrl-C)")
    if access.token:
        complain("Other computers can reach this; whoever has the whole address reads and changes the case.")
    uvicorn.Server(config).run(sockets=[listening])
