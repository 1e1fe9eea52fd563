"""How a command ends when it cannot go on: one line on stderr and an exit status, never a traceback.

What always holds: every ``TestimoniaError`` ends with status 1, an interruption with 130, and a reader of our
output that went away (``| head``) is no error.
"""

from __future__ import annotations

import os
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from testimonia.model.errors import TestimoniaError


class PlainGroup(TyperGroup):
    """A group of commands whose failures are one line each."""

    def invoke(self, ctx: Any) -> Any:
        """Runs the command; turns the errors raised on purpose into a line and an exit status."""
        try:
            return super().invoke(ctx)
        except TestimoniaError as error:
            complain(str(error))
            raise typer.Exit(1) from error
        except BrokenPipeError as error:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from error
        except KeyboardInterrupt as error:
            complain("stopped; what was read is kept, and the same command goes on from there")
            raise typer.Exit(130) from error


def complain(line: str) -> None:
    """One line on stderr."""
    typer.echo(line, err=True)
