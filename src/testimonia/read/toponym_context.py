"""What a text shows about its names as a whole: stretches that name actors, headlines, names of persons.

What always holds: a scene is computed once for a text and says nothing of single names.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from testimonia.codebook.codebook import BUILT_IN, Codebook, load
from testimonia.model.source import ActorKind
from testimonia.read.known_places import known_places
from testimonia.read.place_choice import prominence
from testimonia.read.place_words import WordSets, word_sets
from testimonia.read.toponym_fold import fold
from testimonia.read.toponym_sense import Scene
from testimonia.read.toponym_spans import Naming, Word

if TYPE_CHECKING:
    from spacy.tokens import Doc

_BREAK = re.compile(r"[.!?]|\n")
_SMALL = 3  # letters up to which a word says nothing about a headline's capitals

_WELL_KNOWN = 4.7  # prominence of a town of 50,000; a smaller namesake beside a name may be its surname


def scene(
    text: str, words: Sequence[Word], written: Sequence[Naming], codebook: Codebook | None, doc: Doc | None
) -> Scene:
    """Everything that judging the names ``written`` in ``text`` needs."""
    sets = word_sets(codebook)
    known_well = [n for n in written if max(map(prominence, n.candidates)) >= _WELL_KNOWN]
    return Scene(
        text, words, sets, doc, _masked(words, _actor_names(codebook)), _title_case(words),
        _persons(words, written, sets, doc), frozenset(known_places(codebook).capitals),
        frozenset(n.first for n in known_well), frozenset(n.last for n in known_well),
    )  # fmt: skip


@lru_cache(maxsize=8)
def _actor_names(codebook: Codebook | None) -> dict[str, list[tuple[str, ...]]]:
    """Names of actors of two words or more, by their first word; states are places themselves."""
    book = codebook if codebook is not None else load(base=BUILT_IN)
    names: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for actor in book.actors.values():
        if actor.kind is ActorKind.STATE:
            continue
        for name in (actor.name, *actor.aliases, *(dated.name for dated in actor.names)):
            key = tuple(fold(name).split())
            if len(key) > 1 and name[:1].isupper():
                names[key[0]].append(key)
    return names


def _masked(words: Sequence[Word], names: dict[str, list[tuple[str, ...]]]) -> list[tuple[int, int]]:
    """Stretches in which an actor of the codebook is named."""
    found = []
    folded = [fold(word.text) for word in words]
    for at, key in enumerate(folded):
        longest = max(
            (len(name) for name in names.get(key, ()) if tuple(folded[at : at + len(name)]) == name), default=0
        )
        if longest and words[at].capital:
            found.append((words[at].start, words[at + longest - 1].end))
    return found


def _title_case(words: Sequence[Word]) -> frozenset[int]:
    """Indexes of words that stand in a line or sentence written with capitals throughout."""
    found: set[int] = set()
    first = 0
    for at in range(1, len(words) + 1):
        if at < len(words) and not _BREAK.search(words[at].gap):
            continue
        long = [w for w in words[first:at] if len(w.text) > _SMALL and w.text[0].isalpha()]
        if len(long) >= 5 and sum(w.capital for w in long) >= 0.85 * len(long):
            found.update(range(first, at))
        first = at
    return frozenset(found)


def _persons(words: Sequence[Word], written: Sequence[Naming], sets: WordSets, doc: Doc | None) -> frozenset[str]:
    """Last names of persons whom the text names in full, or after a title."""
    names: set[str] = set()
    if doc is not None:
        for entity in doc.ents:
            parts = [t.text.casefold() for t in entity if t.text not in ("'s", "’s")]
            if entity.label_ == "PERSON" and len(parts) > 1:
                names.add(parts[-1])
                names.update(parts[:1] if parts[0] in sets.given_names else ())
        return frozenset(names)
    for before, word in pairwise(words):
        if word.capital and word.gap == " " and before.capital and before.low in sets.given_names:
            names.add(word.text.casefold())
    return frozenset(names)
