"""Columns that several lists share, over rows in the data model's own fields."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from testimonia.export.listing import Column, Row
from testimonia.export.wording import short


def field(name: str) -> Column:
    """The column of one field, under its own name."""
    return Column(name, lambda row: row[name])


def fields(names: str) -> tuple[Column, ...]:
    """The columns of several fields, named in one string."""
    return tuple(field(name) for name in names.split())


def identifier() -> Column:
    """The first digits of the id."""
    return Column("id", lambda row: short(row["id"]))


def bounds() -> tuple[Column, Column]:
    """The first and the last day of the period, empty where it is open or not told."""
    return (
        Column("period_start", lambda row: (row["period"] or {}).get("start")),
        Column("period_end", lambda row: (row["period"] or {}).get("end")),
    )


def source_names() -> Column:
    """The names of the sources of a claim, outermost first."""
    return Column("sources", lambda row: [link["name"] or link["source"] for link in row["attribution"]])


def named(slot: str) -> Callable[[Row], list[str]]:
    """The names of the actors or places in a slot."""
    return each(slot, "name")


def each(slot: str, part: str) -> Callable[[Row], list[Any]]:
    """One part of every entry of a slot."""
    return lambda row: [entry[part] for entry in row[slot]]
