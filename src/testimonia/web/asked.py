"""What stands in the search box beside plain words: ``who:``, ``where:``, ``source:``, ``type:``, ``kind:``, days.

What always holds: what is no such field is a word; a field that cannot be understood is told, never passed over.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from testimonia.casefile.queries import ClaimQuery
from testimonia.model.claim import Kind
from testimonia.web.refusals import RefusedError

if TYPE_CHECKING:
    from testimonia.web.desk import Desk

FIELDS: Mapping[str, str] = {
    "who": "whoever acts or is acted on", "source": "on whose word", "where": "a place and all within it",
    "type": "assault, controls, killed ...", "kind": "event, relation, figure or label",
    "since": "a day, 2016-04-27, or a month or year", "until": "likewise",
}  # fmt: skip
_FIELD = re.compile(r"(?<!\S)(" + "|".join(FIELDS) + r'):(?:"([^"]*)"|(\S*))', re.IGNORECASE)
_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed: the fields with their values, and the words beside them."""

    fields: tuple[tuple[str, str], ...]
    words: str


def asked(typed: str) -> Asked:
    """The fields and words of what was typed."""
    found = [(m.group(1).lower(), (m.group(2) or m.group(3) or "").strip()) for m in _FIELD.finditer(typed)]
    return Asked(tuple((name, value) for name, value in found if value), _FIELD.sub(" ", typed).strip())


def query(found: Asked, desk: Desk, limit: int | None) -> ClaimQuery:
    """The filters over claims that the fields stand for. Raises ``RefusedError`` for a value that means nothing."""
    from testimonia.casefile.knowledge import actor_named, place_named

    fields = dict(found.fields)
    codebook, own = desk.codebook, desk.case.actors() if {"who", "source"} & fields.keys() else ()
    kind = fields.get("kind", "").lower()
    if kind and kind not in set(Kind):
        raise RefusedError(f"kind:{kind} is none of {', '.join(Kind)}.")
    return ClaimQuery(
        about=actor_named(fields["who"], codebook, own) if "who" in fields else None,
        source=actor_named(fields["source"], codebook, own) if "source" in fields else None,
        place=place_named(fields["where"], codebook) if "where" in fields else None,
        type=fields.get("type"), kind=Kind(kind) if kind else None,
        since=_day(fields["since"], last=False) if "since" in fields else None,
        until=_day(fields["until"], last=True) if "until" in fields else None, limit=limit,
    )  # fmt: skip


def _day(words: str, *, last: bool) -> date:
    """A day, or the first or ``last`` one of a month or year."""
    match = _DAY.fullmatch(words)
    try:
        if match is None:
            raise ValueError(words)
        year, month, day = (int(part) if part else 0 for part in match.groups())
        if day:
            return date(year, month, day)
        if not last:
            return date(year, month or 1, 1)
        following = date(year + (month in (0, 12)), 1 if month in (0, 12) else month + 1, 1)
        return date.fromordinal(following.toordinal() - 1)
    except ValueError as error:
        raise RefusedError(f"{words!r} is no day; write 2016-04-27, 2016-04 or 2016.") from error
