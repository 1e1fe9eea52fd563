"""Actors and sources as the case knows them: one record for whoever acts or asserts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ActorKind(StrEnum):
    """What sort of thing an actor is."""

    STATE = "state"
    GOVERNMENT = "government"
    MILITARY = "military"
    GROUP = "group"
    COALITION = "coalition"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    PERSON = "person"
    PEOPLE = "people"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Actor:
    """Whoever acts, suffers or asserts. ``codebook`` is the part it comes from, ``None`` if found in a text."""

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    codebook: str | None = None
