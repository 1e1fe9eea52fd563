"""Prints the reference of the command line as Markdown, from the commands' own help: ``make docs`` keeps it current."""

from __future__ import annotations

from typer.main import get_group
from typer.testing import CliRunner

from testimonia.cli.app import app

HEAD = """# Command line

Made from the commands' own help by `make docs`; a test checks that it is current.

Every command ends with status 0, or with 1 and one line on stderr for each thing that could not be done.
"""


def reference() -> str:
    """The whole page."""
    parts = [HEAD, _page(["testimonia"])]
    for name, command in get_group(app).commands.items():
        parts.append(_page(["testimonia", name]))
        parts += [_page(["testimonia", name, inner]) for inner in getattr(command, "commands", {})]
    return "\n".join(parts)


def _page(words: list[str]) -> str:
    shown = CliRunner().invoke(app, [*words[1:], "--help"], prog_name="testimonia", env={"COLUMNS": "100"})
    return f"## {' '.join(words)}\n\n```\n{shown.output.strip()}\n```\n"


if __name__ == "__main__":
    print(reference(), end="")
