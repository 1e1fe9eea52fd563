"""A listing as a table for a terminal, as wide as it is; 120 columns where the output is no terminal.

What always holds: no column is left out; where the terminal is too narrow for columns, each row is a few lines.
"""

from __future__ import annotations

from typing import TextIO

from testimonia.export.listing import Listing
from testimonia.export.wording import one_line

TABLE_WIDTH = 80  # columns of a terminal below which the accounts of a comparison are lines
WORDS = 10  # columns that one which wraps needs at least
NARROW = 24  # columns that one which does not wrap may take


def write(listing: Listing, stream: TextIO) -> None:
    """Writes the table, or one line that says that there is nothing to show."""
    from rich.table import Table
    from rich.text import Text

    from testimonia.export.terminal import console, indented

    out = console(stream)
    if not listing.rows:
        out.print(Text(f"No {listing.name} to show."))
        return
    if not _fits(listing, out.width):
        for row in listing.rows:
            for number, column in enumerate(listing.columns):
                if said := one_line(_said(column.cell(row))):
                    out.print(indented(0 if number == 0 else 2, (f"{column.title}: ", "bold"), (said, "")))
        return
    table = Table(box=None, pad_edge=False, header_style="bold", expand=any(c.wide for c in listing.columns))
    for column in listing.columns:
        table.add_column(
            column.title, overflow="fold" if column.wide else "ellipsis", no_wrap=not column.wide,
            max_width=None if column.wide else NARROW, ratio=column.wide or None,
        )  # fmt: skip
    for row in listing.rows:
        table.add_row(*(Text(one_line(_said(column.cell(row)))) for column in listing.columns))
    out.print(table)


def _fits(listing: Listing, width: int) -> bool:
    """Whether columns leave room for words where text is wrapped."""
    wraps = sum(1 for column in listing.columns if column.wide)
    taken = 2 * (len(listing.columns) - 1)
    for column in listing.columns:
        if not column.wide:
            cells = (column.title, *(one_line(_said(column.cell(row))) for row in listing.rows))
            taken += min(NARROW, max(len(cell) for cell in cells))
    return width - taken >= WORDS * wraps


def _said(value: object) -> str:
    if value is None:
        return ""
    return ", ".join(str(part) for part in value) if isinstance(value, (list, tuple)) else str(value)
