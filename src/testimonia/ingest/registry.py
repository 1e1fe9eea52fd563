"""Which format is this? One registry of formats, asked in order; content decides before the name does.

What always holds: the first format that recognises a source reads it, and the last one (plain text) takes what is
text. Other packages add formats through the entry-point group ``testimonia.formats``; each entry point names an
object with the attributes of ``Format``, and theirs are asked before the built-in ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from importlib.metadata import entry_points
from typing import Protocol, cast

from testimonia.ingest.piece import Piece, Refusal, Source

GROUP = "testimonia.formats"

# In the order in which they are asked: those with a signature first, those told by their shape next, text last.
_BUILT_IN = ("pdf", "docx", "wacz", "warc", "html", "eml", "jsonl", "csv", "plain")


class Format(Protocol):
    """A format of files: ``name`` is versioned (``testimonia.pdf.1``), so that a case tells what read it."""

    @property
    def name(self) -> str:
        """The versioned name."""
        ...

    def recognises(self, source: Source) -> bool:
        """Whether the source is of this format, judged by its first bytes, then by its name."""
        ...

    def pieces(self, source: Source) -> Iterator[Piece | Refusal]:
        """The texts in the source. Raises ``InputError`` where all of it is unusable."""
        ...


@lru_cache(maxsize=1)
def formats() -> tuple[Format, ...]:
    """All formats in the order in which they are asked."""
    added = [cast(Format, point.load()) for point in sorted(entry_points(group=GROUP), key=lambda point: point.name)]
    built_in = [cast(Format, import_module(f"testimonia.ingest.formats.{name}").FORMAT) for name in _BUILT_IN]
    return (*added, *built_in)


def format_of(source: Source) -> Format:
    """The format that reads ``source``. Raises ``InputError`` where none does."""
    return next(one for one in formats() if one.recognises(source))
