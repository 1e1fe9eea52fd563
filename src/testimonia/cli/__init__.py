"""The command line: one module per command."""

from __future__ import annotations


def main() -> None:
    """Runs the command given on the command line."""
    from testimonia.cli.app import app

    app(prog_name="testimonia")
