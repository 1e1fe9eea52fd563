"""JSON Lines of articles, or a JSON file with a list of them: one object, one document.

What always holds: JSON Lines are read as a stream; a line that is no object is refused by its number and the rest
goes on.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from testimonia.ingest.encoding import is_binary
from testimonia.ingest.formats.rows import ColumnMap, column_map, row_piece
from testimonia.ingest.limits import DOCUMENT_BYTES
from testimonia.ingest.piece import Piece, Refusal, Source, too_large
from testimonia.model.errors import InputError

_LINES = (".jsonl", ".ndjson", ".jsonlines")


@dataclass(frozen=True, slots=True)
class JsonLines:
    """Lines that are JSON objects."""

    name: str = "testimonia.jsonl.1"

    def recognises(self, source: Source) -> bool:
        """By name, or by a first line that is a JSON object."""
        if is_binary(source.head[:4096]):
            return False
        if source.extension in (*_LINES, ".json"):
            return True
        head = source.head.lstrip(b"\xef\xbb\xbf \t\r\n")
        if not head.startswith(b"{"):
            return False
        first = head.split(b"\n", 1)[0]
        if len(first) >= len(head) and len(source.head) >= 65_536:
            return head.startswith(b'{"')  # one line longer than what is looked at
        return isinstance(_parsed(first), dict)

    def pieces(self, source: Source) -> Iterator[Piece | Refusal]:
        """One piece or refusal for each object. Raises ``InputError`` where none has a text column."""
        if not source.head.strip():
            raise InputError("is empty; nothing to read")
        rows = _listed(source) if source.extension == ".json" else _streamed(source)
        number = 0
        for number, row in rows:
            path = f"{source.name}#row={number}"
            if isinstance(row, str):
                yield Refusal(path, f"row {number} {row}")
                continue
            try:
                # Objects of one file may differ in their fields; the text column alone must be there in each.
                where: ColumnMap = column_map(row, source.columns)
            except InputError as error:
                yield Refusal(path, f"row {number} {error}")
                continue
            yield row_piece(row, where, number, source, self.name, "application/x-ndjson")
        if not number:
            raise InputError("is empty; nothing to read")


def _streamed(source: Source) -> Iterator[tuple[int, dict[str, Any] | str]]:
    """Numbered objects, or in their place why there is none."""
    with source.open() as stream:
        number = 0
        while line := stream.readline(DOCUMENT_BYTES + 1):
            number += 1
            if len(line) > DOCUMENT_BYTES:
                while line and not line.endswith(b"\n"):
                    line = stream.readline(DOCUMENT_BYTES)
                yield number, too_large(None)
                continue
            if number == 1:
                line = line.removeprefix(b"\xef\xbb\xbf")
            if not line.strip():
                continue
            row = _parsed(line)
            yield number, row if isinstance(row, dict) else "is not a JSON object; mend or delete it"


def _listed(source: Source) -> Iterator[tuple[int, dict[str, Any] | str]]:
    whole = _parsed(source.content())
    if whole is None:
        yield from _streamed(source)
        return
    if isinstance(whole, dict):
        lists = [value for value in whole.values() if isinstance(value, list) and value and isinstance(value[0], dict)]
        whole = lists[0] if len(lists) == 1 else [whole]
    if not isinstance(whole, list):
        raise InputError("is JSON without articles; expected a list of objects, each with a text")
    for number, row in enumerate(whole, 1):
        yield number, row if isinstance(row, dict) else "is not a JSON object; mend or delete it"


def _parsed(content: bytes) -> Any:
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return None


FORMAT = JsonLines()
