"""A listing as JSON Lines: one record a line, for programs that read a stream."""

from __future__ import annotations

import json
from typing import TextIO

from testimonia.export.listing import Listing


def write(listing: Listing, stream: TextIO) -> None:
    """Writes one row a line, in UTF-8 with no escapes but JSON's own."""
    for row in listing.rows:
        stream.write(json.dumps(row, ensure_ascii=False) + "\n")
