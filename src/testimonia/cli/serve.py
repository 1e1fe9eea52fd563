"""``testimonia serve``: the workbench in the browser, on this computer."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Annotated

import typer

from testimonia.cli import options
from testimonia.cli.failing import complain

HOST, PORT = "127.0.0.1", 8740


def run(
    case: options.Case,
    host: Annotated[str, typer.Option(help="Where to listen; anything but this computer needs a token.")] = HOST,
    port: Annotated[int, typer.Option(help="The port; 0 takes a free one.", min=0, max=65535)] = PORT,
    user: Annotated[str, typer.Option(help="Who decides, as judgements name them; by default who is logged in.")] = "",
) -> None:
    """Open the workbench: read, compare and decide in the browser."""
    open_workbench(case, host, port, user)


def open_workbench(case: Path, host: str, port: int, user: str = "", otherwise_any: bool = False) -> None:
    """Serves the workbench until it is stopped, after printing its address.

    With ``otherwise_any`` a free port is taken where ``port`` is not free. Raises ``InputError``.
    """
    import uvicorn

    from testimonia.web.access import Access, is_loopback, new_token
    from testimonia.web.app import create_app

    listening = _listening(host, port, otherwise_any)
    access = Access(host, listening.getsockname()[1], None if is_loopback(host) else new_token())
    app = create_app(case, access, user)
    typer.echo(f"The workbench is open at {access.address} (stop it with Ctrl-C)")
    if access.token:
        complain("Other computers can reach it: whoever has the whole address reads and changes the case.")
    config = uvicorn.Config(app, log_level="warning", server_header=False, timeout_graceful_shutdown=2)
    uvicorn.Server(config).run(sockets=[listening])


def _listening(host: str, port: int, otherwise_any: bool) -> socket.socket:
    from testimonia.model.errors import InputError

    try:
        return _bound(host, port)
    except OSError as error:
        if otherwise_any:
            return _bound(host, 0)
        told = f"--port {port}: it is taken, or {host} is no address of this computer; try --port 0"
        raise InputError(told) from error


def _bound(host: str, port: int) -> socket.socket:
    family, kind, protocol, _, where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    listening = socket.socket(family, kind, protocol)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(where)
        listening.listen(128)  # whoever opens the address as soon as it is printed waits, and is not turned away
    except OSError:
        listening.close()
        raise
    return listening
