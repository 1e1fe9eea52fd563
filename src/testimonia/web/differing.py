"""Which words of one account no other account of the same row uses: differences marked to the word.

What always holds: the pieces joined give the text back, and a word is compared without case and accents.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from testimonia.casefile.queries import folded

_WORD = re.compile(r"\w+(?:['’-]\w+)*")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text; ``own`` where none of the others has these words."""

    text: str
    own: bool


def marked(texts: Sequence[Sequence[str]]) -> list[list[tuple[Stretch, ...]]]:
    """For each column of a row its texts in stretches; nothing is marked where only one column says anything."""
    spoken = [{word for text in column for word in _words(text)} for column in texts]
    users = Counter(word for words in spoken for word in words)
    several = sum(bool(words) for words in spoken) > 1
    return [[_stretches(text, users, several) for text in column] for column in texts]


def _words(text: str) -> list[str]:
    return [folded(match.group()).strip() for match in _WORD.finditer(text)]


def _stretches(text: str, users: Counter[str], several: bool) -> tuple[Stretch, ...]:
    found: list[Stretch] = []
    at = 0
    for match in _WORD.finditer(text):
        if several and users[folded(match.group()).strip()] == 1:
            if match.start() > at:
                found.append(Stretch(text[at : match.start()], False))
            found.append(Stretch(match.group(), True))
            at = match.end()
    if at < len(text):
        found.append(Stretch(text[at:], False))
    return tuple(_joined(found))


def _joined(found: Sequence[Stretch]) -> list[Stretch]:
    """Own words next to each other as one stretch, with the space between them."""
    joined: list[Stretch] = []
    for stretch in found:
        if len(joined) > 1 and stretch.own and joined[-1].text.isspace() and joined[-2].own:
            space, before = joined.pop(), joined.pop()
            joined.append(Stretch(before.text + space.text + stretch.text, True))
        else:
            joined.append(stretch)
    return joined
