"""A listing as one JSON array, for programs that read a whole file."""

from __future__ import annotations

import json
from typing import TextIO

from testimonia.export.listing import Listing


def write(listing: Listing, stream: TextIO) -> None:
    """Writes the rows as an indented array, in UTF-8 with no escapes but JSON's own."""
    json.dump(list(listing.rows), stream, ensure_ascii=False, indent=2)
    stream.write("\n")
