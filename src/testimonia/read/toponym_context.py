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
ACRONYM = 3  # letters from which an acronym of the codebook names its bearer and no place

_WELL_KNOWN = 4.7  # prominence of a town of 50,000; a smaller namesake beside a name may be its surname


def scene(
    text: str, words: Sequence[Word], written: Sequence[Naming], codebook: Codebook | None, doc: Doc | None
) -> Scene:
    """Everything that judging the names ``written`` in ``text`` needs."""
    sets = word_sets(codebook)
    known_well = [n for n in written if max(map(prominence, n.candidates)) >= _WELL_KNOWN]
    known = known_places(codebook)
    bodies, persons = _masked(words, _actor_names(codebook))
    surnames = {text[start:end].rsplit(maxsplit=1)[-1].casefold() for start, end in persons}
    return Scene(
        text=text,
        words=words,
        sets=sets,
        doc=doc,
        bodies=bodies,
        named_persons=persons,
        title_case=_title_case(words),
        persons=_persons(words, sets, doc) | surnames,
        seats=frozenset(known.capitals),
        adjectives=known.adjectives,
        starts=frozenset(n.first for n in known_well),
        ends=frozenset(n.last for n in known_well),
        lands=frozenset(state.name.casefold() for state in known.states.values()),
        actors=_bearers(codebook),
    )


@lru_cache(maxsize=8)
def _bearers(codebook: Codebook | None) -> frozenset[str]:
    """Single words that name an actor or a people, as the text has them without capitals."""
    book = codebook if codebook is not None else load(base=BUILT_IN)
    actors = book.actors.values()
    names = (name for actor in actors for name in (actor.name, *actor.aliases, *actor.people, *actor.adjectives))
    return frozenset(name.casefold() for name in names if name and " " not in name)


@lru_cache(maxsize=8)
def _actor_names(codebook: Codebook | None) -> dict[str, list[tuple[tuple[str, ...], bool]]]:
    """Names of actors of two words or more and acronyms, by their first word, and whether a person bears them.

    States are left out: they are places themselves.
    """
    book = codebook if codebook is not None else load(base=BUILT_IN)
    names: dict[str, list[tuple[tuple[str, ...], bool]]] = defaultdict(list)
    for actor in book.actors.values():
        if actor.kind is ActorKind.STATE:
            continue
        for name in (actor.name, *actor.aliases, *(dated.name for dated in actor.names)):
            key = tuple(fold(name).split())
            if (len(key) > 1 and name[:1].isupper()) or (len(key) == 1 and name.isupper() and len(name) >= ACRONYM):
                names[key[0]].append((key, actor.kind is ActorKind.PERSON))
    return names


def _masked(
    words: Sequence[Word], names: dict[str, list[tuple[tuple[str, ...], bool]]]
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Stretches in which a group or body of the codebook is named, and those in which a person is."""
    bodies: list[tuple[int, int]] = []
    persons: list[tuple[int, int]] = []
    folded = [fold(word.text) for word in words]
    for at, key in enumerate(folded):
        if key not in names or not words[at].capital:
            continue
        hits = [
            (len(name), person)
            for name, person in names[key]
            if tuple(folded[at : at + len(name)]) == name and (len(name) > 1 or words[at].text.isupper())
        ]
        if hits:
            length, person = max(hits)
            (persons if person else bodies).append((words[at].start, words[at + length - 1].end))
    return bodies, persons


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


def _persons(words: Sequence[Word], sets: WordSets, doc: Doc | None) -> frozenset[str]:
    """First and last names of persons whom the text names in full."""
    names: set[str] = set()
    for entity in doc.ents if doc is not None else ():
        parts = [t.text.casefold() for t in entity if t.text not in ("'s", "’s")]
        if entity.label_ == "PERSON" and len(parts) > 1:
            names.add(parts[-1])
            names.update(parts[:1] if parts[0] in sets.given_names else ())
    for before, word in pairwise(words):
        full = word.capital and word.gap == " " and before.capital and before.low in sets.given_names
        if full and word.low not in sets.common and word.low not in sets.lists.organisations:
            names.update((before.low, word.low))
    return frozenset(names)
