"""The console that tables and comparisons are printed on, and lines on it that no text of an account can steer."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from testimonia.export.wording import one_line

if TYPE_CHECKING:
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

PLAIN_WIDTH = 120  # columns where the output is a file or a pipe


def console(stream: TextIO) -> Console:
    """A console on ``stream``: the terminal's own width and colours there, plain text anywhere else."""
    from os import environ

    from rich.console import Console

    class Piped(Console):
        """Lets a reader that went away be known to the command, where Rich would end the program with status 1."""

        def on_broken_pipe(self) -> None:
            raise  # noqa: PLE0704 - called from the handler of the error

    width = None if stream.isatty() or "COLUMNS" in environ else PLAIN_WIDTH
    return Piped(file=stream, width=width, highlight=False, soft_wrap=False)


def line(*parts: tuple[str, str]) -> Text:
    """One line of parts, each a text and its style, safe to print whatever the texts hold."""
    from rich.text import Text

    return Text.assemble(*((kept(words), style) for words, style in parts))


def kept(words: str) -> str:
    """The words without control characters, with the spaces at either end that join them to the next part."""
    front, back = " " * words[:1].isspace(), " " * words[-1:].isspace()
    inner = one_line(words)
    return f"{front}{inner}{back}" if inner else front


def indented(columns: int, *parts: tuple[str, str]) -> Padding:
    """The same, all its rows set in by ``columns``."""
    from rich.padding import Padding

    return Padding(line(*parts), (0, 0, 0, columns))
