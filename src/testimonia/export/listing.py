"""A list that a user asked for: its records as they are, and the columns in which people read them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

Row: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``cell`` gives its text of a row. ``wide`` is its share of the room that a terminal leaves."""

    title: str
    cell: Callable[[Row], object]
    wide: int = 0


@dataclass(frozen=True, slots=True)
class Listing:
    """``rows`` in JSON's values, with the fields of the data model.

    ``columns`` are those of a terminal's table; ``sheet`` those of a spreadsheet, where every field has its own.
    """

    name: str
    rows: Sequence[Row]
    columns: tuple[Column, ...]
    sheet: tuple[Column, ...]
