"""A listing as CSV (RFC 4180) with a header line; several values of one cell are separated by ``|``."""

from __future__ import annotations

import csv
from typing import TextIO

from testimonia.export.listing import Listing


def write(listing: Listing, stream: TextIO) -> None:
    """Writes the columns of the listing's sheet. Texts stand as they are, also where they begin with a sign."""
    out = csv.writer(stream, lineterminator="\n")
    out.writerow([column.title for column in listing.sheet])
    for row in listing.rows:
        out.writerow([_said(column.cell(row)) for column in listing.sheet])


def _said(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return "|".join(str(_said(part)) for part in value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return str(value).lower() if isinstance(value, bool) else value
