"""Which outlets a person counts together: camps, read from a table of the person's own; the program makes none.

What always holds: an outlet is in one camp at most, and one that the table does not name is in none.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

from testimonia.model.document import Account
from testimonia.model.errors import InputError

COLUMNS = ("outlet", "camp")


def read(path: Path) -> Mapping[str, str]:
    """Camps by outlet, from a CSV file with the columns ``outlet`` and ``camp``; case of letters does not matter.

    Raises ``InputError`` where the file cannot be read, lacks a column, or puts one outlet in two camps.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            rows = csv.DictReader(lines)
            missing = [name for name in COLUMNS if name not in (rows.fieldnames or ())]
            if missing:
                raise InputError(f"{path}: no column {missing[0]!r}; the first line should be {','.join(COLUMNS)}")
            return _camps(path, list(rows))
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read as a table of camps ({error})") from error


def _camps(path: Path, rows: Sequence[Mapping[str, str | None]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for number, row in enumerate(rows, start=2):
        outlet, camp = ((row[name] or "").strip() for name in COLUMNS)
        if not outlet or not camp:
            continue
        if found.setdefault(outlet.casefold(), camp) != camp:
            raise InputError(f"{path}, line {number}: {outlet} is in two camps, {found[outlet.casefold()]} and {camp}")
    return found


def camp_of(account: Account, camps: Mapping[str, str]) -> str:
    """The camp of the account's outlet, empty where it has none."""
    return camps.get((account.outlet or "").casefold(), "")


def tally(
    accounts: Sequence[str], known: Mapping[str, Account], camps: Mapping[str, str]
) -> tuple[tuple[str, int], ...]:
    """How many of ``accounts`` each camp has, the largest first; empty where no camps are given."""
    counts: dict[str, int] = {}
    for account in dict.fromkeys(accounts):
        camp = camp_of(known[account], camps) if account in known else ""
        if camp:
            counts[camp] = counts.get(camp, 0) + 1
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
