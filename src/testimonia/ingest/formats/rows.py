"""Articles in the rows of a table: which column is which, and how a row becomes a piece. For CSV and JSONL alike.

What always holds: a row is named by the digest of its canonical JSON, so that the same row in another file or order
is the same document; a row that cannot be used is refused by its number and the rest goes on.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from testimonia.ingest.formats.html import extract
from testimonia.ingest.limits import DOCUMENT_BYTES, check_html
from testimonia.ingest.mojibake import repair
from testimonia.ingest.piece import Mark, Piece, Refusal, Source, too_large
from testimonia.model.document import Evidence, SectionKind
from testimonia.model.errors import InputError

# The names that exports of news databases give their columns, best first; the user may name others.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    field: tuple(names.split())
    for field, names in {
        "text": "text body content article article_content article_text full_text fulltext story maintext",
        "title": "title headline article_title subject heading",
        "published": "date published publication_date pub_date published_at date_publish article_date pubdate",
        "outlet": "outlet source publisher publication newspaper site site_name source_name media",
        "url": "url link source_url permalink",
        "author": "author authors byline by creator",
    }.items()
}


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """Which column holds which field; ``day_first`` is the order of its numeric dates, ``None`` while unknown."""

    columns: Mapping[str, str]
    day_first: bool | None = None


def column_map(found: Iterable[str], wanted: Mapping[str, str]) -> ColumnMap:
    """The map for a table with the columns ``found``; ``wanted`` are the user's. Raises ``InputError``.

    ``wanted`` maps a field to a column (``{"text": "article"}``); names are compared without regard to case.
    """
    names = [name for name in found if name]
    folded = {name.strip().casefold().replace(" ", "_").replace("-", "_"): name for name in reversed(names)}
    columns: dict[str, str] = {}
    for field, usual in COLUMNS.items():
        asked = wanted.get(field) or (wanted.get("date") if field == "published" else None)
        if asked:
            if (name := folded.get(asked.strip().casefold().replace(" ", "_").replace("-", "_"))) is None:
                raise InputError(f"has no column {asked!r} for {field}; it has {_listed(names)}")
            columns[field] = name
        elif name := next((folded[one] for one in usual if one in folded), None):
            columns[field] = name
    if "text" not in columns:
        raise InputError(f"has no text column (it has {_listed(names)}); name it with --column text=NAME")
    return ColumnMap(columns)


def row_piece(
    row: Mapping[str, Any], where: ColumnMap, number: int, source: Source, format_name: str, media_type: str
) -> Piece | Refusal:
    """The piece that a row is, or the refusal of it."""
    suffix = f"#row={number}"
    path = f"{source.name}{suffix}"
    content = json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )
    if len(content) > DOCUMENT_BYTES:
        return Refusal(path, f"row {number} {too_large(len(content))}")
    cells = {field: _cell(row.get(name)) for field, name in where.columns.items()}
    if not cells["text"]:
        return Refusal(path, f"row {number} has nothing in the column {where.columns['text']!r}; fill or delete it")
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return Refusal(path, f"row {number} is not UTF-8 like the rest of the file; save it again as UTF-8")
    try:
        body = _words(cells["text"])
    except InputError as error:
        return Refusal(path, f"row {number} {error}")
    mended = repair(body)
    title = " ".join(repair(cells.get("title", "")).text.split())
    text = mended.text if not title or mended.text.lstrip().startswith(title) else f"{title}\n\n{mended.text}"
    start = text.find(title) if title else 0
    marks = (Mark(SectionKind.HEADLINE, start, start + len(title)),) if title else ()
    return Piece(
        content,
        text,
        media_type,
        format_name,
        suffix,
        cells.get("url") or None,
        _stated(cells, where),
        marks,
        mended.notices,
    )


def _stated(cells: Mapping[str, str], where: ColumnMap) -> tuple[Evidence, ...]:
    found = []
    for field in ("title", "author", "outlet", "published"):
        if value := " ".join(cells.get(field, "").split()):
            written = _ordered(value, where.day_first) if field == "published" else value
            found.append(Evidence(field, written, f"the column {where.columns[field]!r}"))
    return tuple(found)


def _ordered(value: str, day_first: bool | None) -> str:
    """A numeric date in ISO order where the order of the column is known; else as it is."""
    parts = value.replace(".", "/").split("/")
    if len(parts) != 3 or not all(part.isdigit() for part in parts) or len(parts[2]) != 4:
        return value
    first, second = int(parts[0]), int(parts[1])
    if first > 12 or (day_first and second <= 12):
        first, second = second, first
    elif day_first is None and second <= 12 and first != second:
        return value
    return f"{parts[2]}-{first:02d}-{second:02d}"


def order_of_dates(values: Iterable[str]) -> bool | None:
    """Whether numeric dates of a column have the day first: told by a number above 12, ``None`` where none shows it."""
    for value in values:
        parts = value.replace(".", "/").split("/")
        if len(parts) == 3 and all(part.isdigit() for part in parts) and len(parts[2]) == 4:
            if int(parts[0]) > 12:
                return True
            if int(parts[1]) > 12:
                return False
    return None


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(_cell(one) for one in value if one)
    if isinstance(value, dict):
        return _cell(value.get("name") or value.get("title") or "")
    return str(value).strip()


def _words(cell: str) -> str:
    """The cell's text; markup in it is taken off."""
    if cell.count("</") < 2 or "<p" not in cell.lower():
        return cell
    check_html(cell.encode("utf-8", "replace"))
    return extract(f"<html><body><article>{cell}</article></body></html>").text


def _listed(names: list[str]) -> str:
    return ", ".join(names[:12]) + (", ..." if len(names) > 12 else "") if names else "no columns at all"
