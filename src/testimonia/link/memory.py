"""What linking found out about one account or one pair, kept so that a document that comes later asks only for itself.

What always holds: an entry is a function of the accounts that its key names, in the versions that it names, and of
nothing else in the case; so linking with a memory gives what linking without one gives.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeAlias

from pydantic_core import from_json, to_json

from testimonia.model.ids import digest

# To be raised whenever a module of this package finds something else in the same accounts.
VERSION = 6

Plain: TypeAlias = Any  # what JSON can say, with lists for tuples
_LENGTH = 16


class Memory:
    """Entries by part ("scenes", "edges" ...) and key; what is asked for and not there is found and kept.

    ``versions`` gives for account ids a digest of all that their claims rest on; nothing is kept of accounts that have
    none. ``kept`` are the lines of earlier memories, as ``fresh`` gave them.
    """

    def __init__(self, versions: Mapping[str, str] | None = None, kept: Iterable[str] = ()) -> None:
        self._versions = versions or {}
        self._entries: dict[str, dict[str | None, Plain]] = {}
        with collection_paused():
            for line in kept:
                for part, entries in from_json(line).items():
                    self._entries.setdefault(part, {}).update(entries)
        self._before = sum(map(len, self._entries.values()))
        self._met = 0
        self._fresh: dict[str, dict[str, Plain]] = {}

    def key(self, *accounts: str, rest: Iterable[str] = ()) -> str | None:
        """The key of what rests on ``accounts`` and on the words ``rest``; ``None`` where one has no version."""
        versions = [self._versions.get(account) for account in accounts]
        if None in versions:
            return None
        return digest(*accounts, *(version or "" for version in versions), *rest, length=_LENGTH)

    def ask(self, part: str, key: str | None, find: Callable[[], Plain]) -> Plain:
        """The entry of ``part`` for ``key``, found by ``find`` where it is not there; without a key it is not kept."""
        if key is None:
            return find()
        entries = self._entries.setdefault(part, {})
        if key in entries:
            self._met += 1
            return entries[key]
        value = entries[key] = self._fresh.setdefault(part, {})[key] = find()
        return value

    def known(self, part: str) -> Mapping[str | None, Plain]:
        """The entries of ``part``, for asking of very many at once; tell ``met`` how many were of use."""
        return self._entries.setdefault(part, {})

    def met(self, count: int) -> None:
        """Counts entries that were of use without having been asked for one by one."""
        self._met += count

    def fresh(self) -> str:
        """What was found anew, as one line to keep; empty where nothing was."""
        return to_json(self._fresh).decode() if self._fresh else ""

    def whole(self) -> str:
        """All that is known, old and new, as one line to keep."""
        return to_json(self._entries).decode()

    @property
    def stale(self) -> bool:
        """Whether most of what was kept was not asked for: it is of documents that are gone or were read anew."""
        return 2 * self._met < self._before


@contextmanager
def collection_paused() -> Iterator[None]:
    """Keeps the collector of cycles from walking all claims again and again; linking makes none that it could free.

    On 645 accounts it took a fifth of linking anew, and half of linking fifty more. What was made meanwhile goes to the
    oldest generation by way of the frozen one, or the collector would walk all of it as soon as it runs again.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            if not gc.get_freeze_count():  # or what somebody else froze would be thawed
                gc.freeze()
                gc.unfreeze()
            gc.enable()
