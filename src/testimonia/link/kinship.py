"""How near two actors stand: the same, one within the other, of one state, of one side, or unlike.

What always holds: ``kin(a, b) == kin(b, a)``; an actor that stands for nobody in particular ("gunmen") is neither
like nor unlike anyone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import IntEnum
from functools import lru_cache

from testimonia.codebook import Codebook
from testimonia.model.source import ActorKind


class Kin(IntEnum):
    """Nearness of two actors, from unlike to the same."""

    UNLIKE = 0
    UNKNOWN = 1
    SIDE = 2
    STATE = 3
    PART = 4
    SAME = 5


_NOBODY = {ActorKind.PEOPLE, ActorKind.UNNAMED}


class Kinship:
    """Answers of the codebook about actors, remembered. Ids it does not know are equal only to themselves."""

    def __init__(self, codebook: Codebook) -> None:
        self._codebook = codebook
        self.kin = lru_cache(maxsize=None)(self._kin)
        self.ancestors = lru_cache(maxsize=None)(self._ancestors)
        self.named_in = lru_cache(maxsize=None)(self._named_in)

    def _ancestors(self, actor: str) -> frozenset[str]:
        """``actor`` and all it is, was or serves as a part of, whatever the day."""
        found: set[str] = set()
        waiting = [actor]
        while waiting:
            current = waiting.pop()
            if current in found:
                continue
            found.add(current)
            entry = self._codebook.actors.get(current)
            if entry is not None:
                waiting += [tie.actor for tie in entry.part_of]
                waiting += [office.of for office in entry.offices]
        return frozenset(found)

    def state(self, actor: str) -> str | None:
        """The state whose arm ``actor`` is: a government, its forces, its officials; ``None`` for all others."""
        for ancestor in sorted(self.ancestors(actor)):
            entry = self._codebook.actors.get(ancestor)
            if entry is not None and entry.kind is ActorKind.STATE:
                return ancestor
        entry = self._codebook.actors.get(actor)
        armed = entry is not None and entry.kind in (ActorKind.GOVERNMENT, ActorKind.MILITARY)
        # In a civil war an army of the country may be on a side of its own.
        if armed and entry is not None and entry.country and not entry.sides:
            return entry.country
        return None

    def root(self, actor: str) -> str:
        """The actor that answers for ``actor``: its state if it is an arm of one, else itself."""
        return self.state(actor) or actor

    def sides(self, actor: str) -> frozenset[str]:
        """The sides of the war on which ``actor``, or what it is part of, ever stood."""
        found: set[str] = set()
        for ancestor in self.ancestors(actor):
            entry = self._codebook.actors.get(ancestor)
            if entry is not None:
                found.update(side.side for side in entry.sides)
        return frozenset(found)

    def nobody(self, actor: str) -> bool:
        """Whether ``actor`` stands for nobody in particular, as gunmen and residents do; those of a side do not."""
        entry = self._codebook.actors.get(actor)
        return entry is not None and entry.kind in _NOBODY and not self.sides(actor) and self.state(actor) is None

    def name(self, actor: str) -> str | None:
        """The codebook's chief name of ``actor``, ``None`` for one that only the case knows."""
        entry = self._codebook.actors.get(actor)
        return entry.name if entry is not None else None

    def kind(self, actor: str) -> ActorKind | None:
        """What sort of thing ``actor`` is, ``None`` for one that only the case knows."""
        entry = self._codebook.actors.get(actor)
        return entry.kind if entry is not None else None

    def speaks_for(self, source: str) -> str:
        """The organisation or outlet that a person speaks for, where it has one that is no state; else itself."""
        entry = self._codebook.actors.get(source)
        if entry is None or entry.kind is not ActorKind.PERSON:
            return source
        for office in entry.offices:
            served = self._codebook.actors.get(office.of)
            if served is not None and served.kind in (ActorKind.ORGANISATION, ActorKind.OUTLET):
                return office.of
        return source

    def outlet_in(self, words: str) -> str | None:
        """The outlet or organisation that ``words`` name among others ("a report in the Lake Eye")."""
        return self.named_in(words)

    def _named_in(self, words: str) -> str | None:
        pattern, known = _relaying(self._codebook)
        found = pattern.search(words)
        return known[found.group()] if found else None

    def _kin(self, left: str, right: str) -> Kin:
        if left == right:
            return Kin.SAME
        if self.nobody(left) or self.nobody(right):
            return Kin.UNKNOWN
        if left in self.ancestors(right) or right in self.ancestors(left):
            return Kin.PART
        if (state := self.state(left)) is not None and state == self.state(right):
            return Kin.STATE
        if left not in self._codebook.actors or right not in self._codebook.actors:
            return Kin.UNKNOWN
        if self.sides(left) & self.sides(right):
            return Kin.SIDE
        return Kin.UNLIKE

    def nearest(self, left: Iterable[str], right: Iterable[str]) -> Kin | None:
        """The nearest kin of any actor of one list with any of the other; ``None`` where either list is empty."""
        return max((self.kin(a, b) for a in left for b in right), default=None)


@lru_cache(maxsize=8)
def _relaying(codebook: Codebook) -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern of the names of outlets and organisations, and whom each names."""
    known: dict[str, str] = {}
    for actor in sorted(codebook.actors):
        entry = codebook.actors[actor]
        if entry.kind in (ActorKind.OUTLET, ActorKind.ORGANISATION):
            for name in (entry.name, *entry.aliases):
                if len(name) > 2 and name[0].isupper():
                    known.setdefault(name, actor)
    parts = sorted((re.escape(name) for name in known), key=lambda part: (-len(part), part))
    return re.compile(r"(?<!\w)(?:" + ("|".join(parts) or r"(?!)") + r")(?!\w)"), known
