"""Which formats a comparison can be shown in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TextIO, TypeAlias

from testimonia.export.comparison_view import ComparisonView
from testimonia.model.errors import InputError

ComparisonWriter: TypeAlias = Callable[[ComparisonView, TextIO, str], None]


def writer(name: str) -> ComparisonWriter:
    """The function that writes a comparison with a title to a text stream. Raises ``InputError`` for another name."""
    known: dict[str, ComparisonWriter] = {"terminal": _terminal, "html": _html, "json": _json}
    if name not in known:
        raise InputError(f"--format {name}: no such format; choose one of {', '.join(known)}")
    return known[name]


def _terminal(view: ComparisonView, stream: TextIO, _title: str) -> None:
    from testimonia.export.comparison_terminal import render
    from testimonia.export.terminal import console

    render(view, console(stream))


def _html(view: ComparisonView, stream: TextIO, title: str) -> None:
    from testimonia.export.comparison_html import write

    write(view, stream, title)


def _json(view: ComparisonView, stream: TextIO, _title: str) -> None:
    import json

    from testimonia.casefile.records import as_plain

    json.dump(as_plain(view), stream, ensure_ascii=False, indent=2)
    stream.write("\n")
