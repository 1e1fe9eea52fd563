"""The command line: one module per command."""

from __future__ import annotations

import sys
from io import TextIOWrapper


def main() -> None:
    """Runs the command given on the command line."""
    from testimonia.cli.app import app

    _speak_unicode()
    app(prog_name="testimonia")


def _speak_unicode() -> None:
    """Files and pipes get UTF-8 whatever the locale; a terminal that lacks a character shows a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
