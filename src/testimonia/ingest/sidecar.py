"""What does the user say about the files? A file ``testimonia.yaml`` or ``testimonia.csv`` beside them, or a named one.

Each entry names a file (a glob is allowed) and gives any of ``title``, ``author``, ``outlet``, ``published``,
``republished_from`` and ``language``; ``account: 1`` or ``heading: "its title"`` means the first, or that, article
republished inside the file. What always holds: what the user gives overrules what the text shows, and is kept with
the reason "given by the user".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator

from testimonia.codebook.files import read_mapping, read_table
from testimonia.codebook.schema import Entry
from testimonia.ingest.datelines import span_of_parts
from testimonia.model.errors import CodebookError, InputError
from testimonia.model.period import Period, Precision

SIDECAR_NAMES = ("testimonia.yaml", "testimonia.yml", "testimonia.csv")


def _period(value: Any) -> Any:
    if value is None or isinstance(value, Period):
        return value
    if isinstance(value, date):
        return Period(value, value)
    first, slash, last = str(value).partition("/")
    start, end = _days(first), _days(last) if slash else None
    if not slash:
        return start
    return Period(start.start if start else None, end.end if end else None, Precision.INTERVAL)


def _days(words: str) -> Period | None:
    if not words.strip() or words.strip() == "..":
        return None
    parts = [int(part) for part in words.strip().split("-") if part.isdigit()]
    if len(parts) == 1:
        return Period(date(parts[0], 1, 1), date(parts[0], 12, 31), Precision.YEAR)
    period = span_of_parts(parts[0], parts[1], parts[2] if len(parts) > 2 else None) if len(parts) in (2, 3) else None
    if period is None:
        raise ValueError("expected a date such as 2016, 2016-02, 2016-02-05 or 2016-02-05/2016-02-10")
    return period


class Given(Entry):
    """One entry: what the user says of one account."""

    path: str
    account: int | None = None
    heading: str | None = None
    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    published: Annotated[Period | None, BeforeValidator(_period)] = None
    republished_from: str | None = None
    language: str | None = None

    def concerns(self, number: int, title: str | None) -> bool:
        """Whether it speaks of account ``number`` of its file."""
        if self.heading is not None:
            return title is not None and _folded(self.heading) == _folded(title)
        return number == (self.account or 0)


class GivenFile(Entry):
    """``testimonia.yaml``."""

    documents: tuple[Given, ...] = ()


@dataclass(frozen=True, slots=True)
class Sidecar:
    """The entries of one file; paths in it are relative to ``folder``."""

    folder: Path
    entries: tuple[Given, ...]

    def about(self, path: Path, suffix: str = "") -> tuple[Given, ...]:
        """The entries for a file, or for the row or record of it that ``suffix`` names."""
        names = {path.name, str(path)}
        if path.resolve().is_relative_to(self.folder.resolve()):
            names.add(path.resolve().relative_to(self.folder.resolve()).as_posix())
        names |= {name + suffix for name in names}
        return tuple(entry for entry in self.entries if any(fnmatchcase(name, entry.path) for name in names))


def sidecar_for(path: Path, named: Path | None = None) -> Sidecar:
    """What the user says about ``path``: in the file ``named``, else in one beside it. Raises ``InputError``."""
    if named is not None:
        if not named.is_file():
            raise InputError(f"{named}: no such file; --meta expects a YAML or CSV file about the accounts")
        return _read(named, named.stat().st_mtime_ns)
    for name in SIDECAR_NAMES:
        beside = path.parent / name
        try:
            if beside.is_file():
                return _read(beside, beside.stat().st_mtime_ns)
        except PermissionError:
            break
    return Sidecar(path.parent, ())


@lru_cache(maxsize=16)
def _read(path: Path, changed: int) -> Sidecar:
    """``changed`` (the file's time in ns) is part of the key, so that an edited file is read again."""
    try:
        if path.suffix.lower() == ".csv":
            return Sidecar(path.parent, tuple(read_table(path, Given)))
        return Sidecar(path.parent, read_mapping(path, GivenFile).documents)
    except CodebookError as error:
        raise InputError(str(error)) from error


def _folded(words: str) -> str:
    return "".join(character for character in words.casefold() if character.isalnum())
