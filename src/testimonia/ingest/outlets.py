"""Which outlet is meant by this name or this host? Outlets are actors of the codebook, known by names and hosts.

What always holds: a host answers for its subdomains, and of two outlets the longer host wins.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from testimonia.codebook.codebook import Codebook
from testimonia.codebook.schema import ActorEntry
from testimonia.ingest.blocks import host_of
from testimonia.model.source import ActorKind


@dataclass(frozen=True, eq=False)
class Outlets:
    """The outlets of a codebook by folded name and by host; ``places`` are the names that are no outlet's."""

    by_name: dict[str, ActorEntry]
    by_host: dict[str, ActorEntry]
    places: frozenset[str]

    def named(self, words: str) -> ActorEntry | None:
        """The outlet whose name or alias ``words`` are, without regard to case and a leading article."""
        return self.by_name.get(_fold(words))

    def named_at_start(self, words: str) -> ActorEntry | None:
        """The outlet whose name ``words`` begin with; the longest such name wins."""
        parts = words.split()
        for length in range(len(parts), 0, -1):
            if outlet := self.named(" ".join(parts[:length])):
                return outlet
        return None

    def at(self, address: str | None) -> ActorEntry | None:
        """The outlet that publishes at this host or address."""
        host = host_of(address) if address else None
        while host and "." in host:
            if outlet := self.by_host.get(host):
                return outlet
            host = host.partition(".")[2]
        return None

    def is_place(self, words: str) -> bool:
        """Whether ``words`` begin with the name of a place or state of the codebook."""
        return _fold(words) in self.places or _fold(words.split(",", maxsplit=1)[0]) in self.places


def _fold(words: str) -> str:
    folded = " ".join(words.casefold().replace("’", "'").split())
    return folded.removeprefix("the ").strip(" .,:;")


@lru_cache(maxsize=8)
def outlets_of(codebook: Codebook) -> Outlets:
    """The outlets of ``codebook``; its other organisations count too where they have a host."""
    by_name: dict[str, ActorEntry] = {}
    by_host: dict[str, ActorEntry] = {}
    for actor in codebook.actors.values():
        if actor.kind is not ActorKind.OUTLET and not actor.hosts:
            continue
        for name in (actor.name, *actor.aliases, *(dated.name for dated in actor.names)):
            by_name.setdefault(_fold(name), actor)
        for host in actor.hosts:
            by_host.setdefault(host.lower().removeprefix("www."), actor)
    places = {_fold(name) for place in codebook.places.values() for name in (place.name, *place.aliases)}
    places |= {
        _fold(name) for state in codebook.states.values() for name in (state.name, *state.aliases, state.capital or "")
    }
    return Outlets(by_name, by_host, frozenset(places - set(by_name)))
