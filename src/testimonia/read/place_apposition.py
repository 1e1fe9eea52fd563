"""What a text says of where a named town lies: "Sarmada, a town held by rebels in Idlib province", "west of Homs".

What always holds: a pair joins a name with a later one of the same sentence, which stands at the end of its apposition
or behind the direction in which the first lies from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from functools import lru_cache
from itertools import pairwise
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


def beside(text: str, names: Sequence[Named], vicinity: Iterable[str], directions: Set[str]) -> dict[int, int]:
    """For names said to lie in a direction from the next one, by index, the index of that next one."""
    pattern = _direction(frozenset(words for words in vicinity if words.split()[0] in directions))
    pairs = enumerate(pairwise(names))
    return {at: at + 1 for at, (inner, other) in pairs if pattern.fullmatch(text[inner.end : other.start])}


@lru_cache(maxsize=4)
def _direction(vicinity: frozenset[str]) -> re.Pattern[str]:
    words = "|".join(sorted((re.escape(word).replace(r"\ ", r"\s+") for word in vicinity), key=len, reverse=True))
    return re.compile(
        rf"(?:\s[\w-]+)?,?\s(?:[a-z]+\s)?(?:\d[\d.,]*\s?(?:[a-z]+\s|\([^)]*\)\s)?)?(?:to\s)?(?:the\s)?(?:{words})\s"
        rf"(?:the\s)?(?:[a-z]+\s){{0,{_WORDS}}}(?:of\s)?",
    )


@lru_cache(maxsize=4)
def _pattern(localities: frozenset[str]) -> re.Pattern[str]:
    nouns = "|".join(sorted(map(re.escape, localities), key=len, reverse=True))
    return re.compile(
        rf"\W{{1,3}}(?:an?|the)\s+(?:[\w'’-]+\s+){{0,{_WORDS}}}?(?:{nouns})\b[^.;:!?]*?\b(?:in|of)\s+"
        r"(?:the\s+)?(?:[\w-]+\s+)?",
        re.IGNORECASE,
    )
