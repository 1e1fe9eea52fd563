"""Which part of a long list a page shows.

What always holds: a page that does not exist is answered with the last one that does.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paging:
    """The rows ``first`` to ``last`` (exclusive, from 0) of ``total``; ``number`` of ``pages``, from 1."""

    number: int
    pages: int
    total: int
    first: int
    last: int


def paging(total: int, number: int, size: int) -> Paging:
    """The page ``number`` of a list of ``total`` rows in pages of ``size``."""
    pages = max(1, -(-total // size))
    number = min(max(1, number), pages)
    first = (number - 1) * size
    return Paging(number, pages, total, first, min(total, first + size))
