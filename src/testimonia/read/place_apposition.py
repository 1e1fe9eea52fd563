"""What a text says of where a named town lies: "Sarmada, a town held by rebels in Idlib province".

What always holds: a pair joins a name with a later one of the same sentence that stands at the end of its apposition.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Protocol

_LONGEST = 90  # characters between the two names; a longer apposition tells of more than where
_WORDS = 2  # words between the article and the noun: "a small border town"


class Named(Protocol):
    """A name with its offsets."""

    @property
    def start(self) -> int:
        """Offset of the first character."""
        ...

    @property
    def end(self) -> int:
        """Offset behind the last character."""
        ...


def stated(text: str, names: Sequence[Named], localities: Iterable[str]) -> dict[int, int]:
    """For names that an apposition places, by index, the index of the name of what they are said to lie in."""
    pattern = _pattern(frozenset(localities))
    found = {}
    for at, inner in enumerate(names):
        for after in range(at + 1, min(at + 4, len(names))):
            between = text[inner.end : names[after].start]
            if len(between) > _LONGEST:
                break
            if pattern.fullmatch(between):
                found[at] = after
                break
    return found


@lru_cache(maxsize=4)
def _pattern(localities: frozenset[str]) -> re.Pattern[str]:
    nouns = "|".join(sorted(map(re.escape, localities), key=len, reverse=True))
    return re.compile(
        rf"\W{{1,3}}(?:an?|the)\s+(?:[\w'’-]+\s+){{0,{_WORDS}}}?(?:{nouns})\b[^.;:!?]*?\b(?:in|of)\s+"
        r"(?:the\s+)?(?:[\w-]+\s+)?",
        re.IGNORECASE,
    )
