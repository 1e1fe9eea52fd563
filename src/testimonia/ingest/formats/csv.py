"""CSV and TSV of articles: one row, one document, read as a stream.

What always holds: memory holds one row at a time, rows are numbered as a spreadsheet shows them less the header, and
the text column is known before the first row is read.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, TextIO

from testimonia.ingest.encoding import guess, is_binary
from testimonia.ingest.formats.rows import column_map, order_of_dates, row_piece
from testimonia.ingest.limits import DOCUMENT_BYTES
from testimonia.ingest.piece import Piece, Refusal, Source
from testimonia.model.errors import InputError

_DELIMITERS = ",;\t|"
_LOOKED_AT = 2_000  # rows, for the order of numeric dates
_MEDIA = ("text/csv", "text/tab-separated-values")


@dataclass(frozen=True, slots=True)
class Csv:
    """Tables with a header line."""

    name: str = "testimonia.csv.1"

    def recognises(self, source: Source) -> bool:
        """By name or media type: any text with commas might be a table."""
        named = source.extension in (".csv", ".tsv", ".tab") or (source.media_type or "") in _MEDIA
        return named and not (is_binary(source.head) and not source.head.startswith((b"\xff\xfe", b"\xfe\xff")))

    def pieces(self, source: Source) -> Iterator[Piece | Refusal]:
        """One piece or refusal for each row. Raises ``InputError`` without a header or a text column."""
        if not source.head.strip():
            raise InputError("is empty; nothing to read")
        csv.field_size_limit(DOCUMENT_BYTES)
        encoding = _encoding(source)
        with _opened(source, encoding) as stream:
            dialect = _delimiter(source, encoding)
            header = next(csv.reader(stream, delimiter=dialect), None)
        where = column_map(header or [], source.columns)
        if day := where.columns.get("published"):
            with _opened(source, encoding) as stream:
                rows = csv.DictReader(stream, delimiter=dialect)
                where = replace(where, day_first=order_of_dates(_days(rows, day)))
        with _opened(source, encoding) as stream:
            yield from self._rows(csv.DictReader(stream, delimiter=dialect), where, source)

    def _rows(self, reader: Any, where: Any, source: Source) -> Iterator[Piece | Refusal]:
        number = 0
        while True:
            number += 1
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield Refusal(
                    f"{source.name}#row={number}", f"row {number} cannot be read ({error}); mend its quotation marks"
                )
                continue
            if None in row:
                yield Refusal(
                    f"{source.name}#row={number}",
                    f"row {number} has more cells than the header; put quotation marks around its text",
                )
                continue
            if not any(value and value.strip() for value in row.values() if isinstance(value, str)):
                continue
            yield row_piece(
                {k: v for k, v in row.items() if v is not None}, where, number, source, self.name, "text/csv"
            )


def _days(rows: Any, column: str) -> Iterator[str]:
    for _ in range(_LOOKED_AT):
        try:
            row = next(rows)
        except (csv.Error, StopIteration):
            return
        yield (row.get(column) or "").strip()


def _encoding(source: Source) -> str:
    if source.head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    with source.open() as stream:
        sample = stream.read(1_000_000)
    try:
        # A character cut in two at the end of the sample is no fault of the file's.
        sample[: max(sample.rfind(b"\n"), 0) or len(sample)].decode("utf-8")
    except UnicodeDecodeError:
        return guess(sample)
    return "utf-8-sig"


def _opened(source: Source, encoding: str) -> TextIO:
    # Bytes that do not fit are kept as surrogates, so that only the row they stand in is refused.
    return io.TextIOWrapper(source.open(), encoding=encoding, errors="surrogateescape", newline="")


def _delimiter(source: Source, encoding: str) -> str:
    with _opened(source, encoding) as stream:
        header = "".join(islice(stream, 1))
    return max(_DELIMITERS, key=lambda mark: (header.count(mark), -_DELIMITERS.index(mark)))


FORMAT = Csv()
