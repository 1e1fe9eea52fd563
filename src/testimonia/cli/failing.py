"""How a command ends when it cannot go on: one line on stderr and an exit status, never a traceback.

What always holds: every ``TestimoniaError`` ends with status 1, an interruption with 130, and a reader of our
output that went away (``| head``) is no error, while a disk with no room for it is one.
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
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except TestimoniaError as error:
            complain(str(error))
            raise typer.Exit(1) from error
        except BrokenPipeError as error:
            _forget_output()
            raise typer.Exit(0) from error
        except OSError as error:
            _forget_output()
            named = f"{error.filename}: it cannot be used" if error.filename else "the output cannot be written"
            complain(f"{named} ({error.strerror or error}); check its disk and rights, or choose another place")
            raise typer.Exit(1) from error
        except KeyboardInterrupt as error:
            complain("stopped; what was read is kept, and the same command goes on from there")
            raise typer.Exit(130) from error


def _forget_output() -> None:
    """Lets what still waits to be written to standard output go nowhere, so that the end is quiet."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(line: str) -> None:
    """One line on stderr."""
    typer.echo(line, err=True)
