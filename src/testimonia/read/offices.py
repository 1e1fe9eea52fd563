"""Who held an office on a day? The persons of a codebook by the title of their office and whom they served with it.

What always holds: whoever is named held the office on that day by the codebook, and nobody else did.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from testimonia.codebook.codebook import Codebook

_Term = tuple[str, date | None, date | None]


def holder(codebook: Codebook, title: str, actor: str, day: date | None) -> str | None:
    """The id of who held the office ``title`` (lower case) of ``actor`` on ``day``; ``None`` for nobody, or for two."""
    if day is None:
        return None
    terms = _terms(codebook).get((title, actor), ())
    held = {person for person, since, until in terms if (not since or since <= day) and (not until or day <= until)}
    return held.pop() if len(held) == 1 else None


@lru_cache(maxsize=8)
def _terms(codebook: Codebook) -> dict[tuple[str, str], list[_Term]]:
    """The terms of all persons, by the title of the office in lower case and the body it is an office of."""
    found: dict[tuple[str, str], list[_Term]] = {}
    for actor in codebook.actors.values():
        for office in actor.offices:
            found.setdefault((office.title.lower(), office.of), []).append((actor.id, office.since, office.until))
    return found
