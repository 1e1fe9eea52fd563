"""Which formats a list can be written in. Other packages add theirs under the entry-point group ``testimonia.exports``.

What always holds: a built-in name means the built-in format; an unknown name is answered with the known ones.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.metadata import entry_points
from typing import TextIO, TypeAlias

from testimonia.export.listing import Listing
from testimonia.model.errors import InputError

Writer: TypeAlias = Callable[[Listing, TextIO], None]

GROUP = "testimonia.exports"
_BUILT_IN = {
    "table": "testimonia.export.as_table",
    "json": "testimonia.export.as_json",
    "jsonl": "testimonia.export.as_jsonl",
    "csv": "testimonia.export.as_csv",
}


def formats() -> tuple[str, ...]:
    """The names of all formats: the built-in ones, then those of other packages by name."""
    added = sorted({point.name for point in entry_points(group=GROUP)} - set(_BUILT_IN))
    return (*_BUILT_IN, *added)


def writer(name: str) -> Writer:
    """The function that writes a listing to a text stream. Raises ``InputError`` for a format nobody registered."""
    if name in _BUILT_IN:
        write: Writer = import_module(_BUILT_IN[name]).write
        return write
    for point in entry_points(group=GROUP, name=name):
        found: Writer = point.load()
        return found
    raise InputError(f"--format {name}: no such format; choose one of {', '.join(formats())}")
