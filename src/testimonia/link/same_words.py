"""Which event words of many texts speak of one event, by their words alone: no days, no places, no actors known.

Texts are first gathered by subject (tf-idf, average linkage), for the same word in texts on different subjects is
another event; within a subject, words of one family ("shot", "shooting") are one event, those that say little by
themselves ("say", "take") only where what stands with them is shared. What always holds: every word is in exactly one
group, and no group spans two subjects.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log, sqrt

from testimonia.link.clusters import Edge, gather, root
from testimonia.link.words import LinkingWords

# Least mean cosine between texts on one subject; judged on news of pairs of like events (two quakes, two trials).
ALIKE = 0.13
# Words are of one family where so many first letters agree, or all of the shorter one and these are not few.
FAMILY = 5
LEAST = 4
# What says little by itself needs so many words beside it in common.
SHARED = 2


@dataclass(frozen=True, slots=True)
class EventWord:
    """``word`` is the lemma of an event word in ``text``, ``beside`` those of nouns and names that depend on it."""

    text: str
    word: str
    beside: frozenset[str]


def together(
    texts: Mapping[str, Sequence[str]], spoken: Sequence[EventWord], words: LinkingWords
) -> tuple[tuple[int, ...], ...]:
    """Groups of indices into ``spoken``, each of one event. ``texts`` gives the lemmas of content words by text id."""
    subject = subjects(texts)
    held: dict[tuple[int, str], list[int]] = defaultdict(list)
    for index, told in enumerate(spoken):
        held[subject[told.text], told.word].append(index)
    parent = {index: index for index in range(len(spoken))}

    def join(left: int, right: int) -> None:
        first, second = sorted((root(parent, left), root(parent, right)))
        parent[second] = first

    by_subject: dict[int, list[str]] = defaultdict(list)
    for number, word in sorted(held):
        by_subject[number].append(word)
        members = held[number, word]
        for left, right in combinations(members, 2):
            shared = len(spoken[left].beside & spoken[right].beside)
            if word not in words.empty_words or shared >= SHARED:
                join(left, right)
    for number, family in by_subject.items():
        full = [word for word in family if word not in words.empty_words]
        for one, two in combinations(full, 2):
            if kindred(one, two):
                join(held[number, one][0], held[number, two][0])
    groups: dict[int, list[int]] = defaultdict(list)
    for index in range(len(spoken)):
        groups[root(parent, index)].append(index)
    return tuple(sorted(tuple(group) for group in groups.values()))


def kindred(one: str, two: str) -> bool:
    """Whether two lemmas are of one family of words, by how they begin: "acquire", "acquisition"."""
    alike = next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    return alike >= FAMILY or (alike >= LEAST and alike >= min(len(one), len(two)))


def subjects(texts: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """The number of the subject that each text is on."""
    names = sorted(texts)
    vectors = _vectors([texts[name] for name in names])
    holders: dict[str, list[int]] = defaultdict(list)
    for index, vector in enumerate(vectors):
        for word in sorted(vector):
            holders[word].append(index)
    likeness: dict[tuple[int, int], float] = defaultdict(float)
    for word, members in holders.items():
        for left, right in combinations(members, 2):
            likeness[left, right] += vectors[left][word] * vectors[right][word]
    edges = {pair: Edge(cosine, False) for pair, cosine in likeness.items()}
    clusters = gather(len(names), edges, join=ALIKE, missing=0.0)
    return {names[index]: number for number, cluster in enumerate(clusters) for index in cluster}


def _vectors(texts: Sequence[Sequence[str]]) -> list[dict[str, float]]:
    """Of each text its words with their tf-idf weights, to length 1; words of all texts weigh nothing."""
    bags = [Counter(text) for text in texts]
    spread = Counter(word for bag in bags for word in bag)
    found = []
    for bag in bags:
        weighed = {
            word: (1 + log(count)) * log(len(bags) / spread[word])
            for word, count in bag.items()
            if spread[word] < len(bags) or len(bags) == 1
        }
        norm = sqrt(sum(weight * weight for weight in weighed.values()))
        found.append({word: weight / norm for word, weight in weighed.items()} if norm else {})
    return found
