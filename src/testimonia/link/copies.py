"""Which accounts share passages word for word, and where the passages stand in both.

Candidates come from an inverted index of 8-word sequences, thinned by winnowing (Schleimer, Wilkerson and Aiken
2003), which finds every shared run of at least ``WORDS + WINDOW - 1`` words; the verdict is an exact alignment. What
always holds: the words of both spans of a passage agree, letter case and punctuation aside, but for gaps of at most
``GAP`` words.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

from testimonia.link.memory import Memory
from testimonia.model.document import Account, Document

WORDS = 8
WINDOW = 4
# Words that two copies may differ by between two runs that still count as one passage.
GAP = 6
# A shared run shorter than this is a phrase, a title or a short quotation, not a copied passage: a judgement.
LEAST_WORDS = 20
# A sequence that stands in more accounts than this is boilerplate.
COMMON = 60
# The share of the shorter account's sequences from which the whole account counts as resting on the same report: half,
# by definition. Below it, only the claims inside the shared passages share an origin.
WHOLE = 0.5

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of words that two accounts share; spans are code points into each one's document."""

    left_span: tuple[int, int]
    right_span: tuple[int, int]
    words: int


@dataclass(frozen=True, slots=True)
class Copy:
    """What two accounts share; ``containment`` is the share of the shorter one's 8-word sequences in the other."""

    left: str
    right: str
    passages: tuple[Passage, ...]
    containment: float

    @property
    def words(self) -> int:
        """Words in all shared passages."""
        return sum(passage.words for passage in self.passages)


@dataclass(frozen=True, slots=True)
class _Text:
    account: str
    hashes: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]
    grams: tuple[int, ...]


def find(
    accounts: Sequence[Account], documents: Mapping[str, Document], memory: Memory | None = None
) -> tuple[Copy, ...]:
    """Every pair of accounts that share a passage, ids in order."""
    memory = memory or Memory()
    held = [account for account in sorted(accounts, key=lambda account: account.id) if account.document in documents]
    text = lru_cache(maxsize=None)(lambda index: _text(held[index], documents[held[index].document]))
    thinned = [
        memory.ask("sequences", memory.key(account.id), partial(_thinned, account, documents[account.document]))
        for account in held
    ]
    found = []
    for left, right in _candidates(thinned):
        one, two = held[left].id, held[right].id
        shared = memory.ask("copies", memory.key(one, two), partial(_shared, left, right, text))
        if shared:
            found.append(_copy(one, two, shared))
    return tuple(found)


def _thinned(account: Account, document: Document) -> list[int]:
    return sorted(_winnow(_text(account, document).grams))


def _shared(left: int, right: int, text: Callable[[int], _Text]) -> list[object]:
    """What two accounts share as a memory keeps it: containment, and of each passage both spans and its words."""
    copy = _align(text(left), text(right))
    if copy is None:
        return []
    return [copy.containment, [[*p.left_span, *p.right_span, p.words] for p in copy.passages]]


def _copy(left: str, right: str, plain: Sequence[Any]) -> Copy:
    passages = tuple(Passage((a, b), (c, d), words) for a, b, c, d, words in plain[1])
    return Copy(left, right, passages, plain[0])


def _text(account: Account, document: Document) -> _Text:
    spans: list[tuple[int, int]] = []
    hashes: list[int] = []
    sections = sorted(
        (section.start, section.end)
        for section in document.sections
        if section.account == account.id and section.kind.read
    )
    for start, end in sections:
        for match in _WORD.finditer(document.text, start, end):
            spans.append(match.span())
            hashes.append(zlib.crc32(match.group().casefold().encode()))
    return _Text(account.id, tuple(hashes), tuple(spans), tuple(_sequences(hashes)))


def _sequences(hashes: Sequence[int]) -> list[int]:
    """A hash for each run of ``WORDS`` words, by a rolling polynomial modulo 2**61 - 1."""
    modulus, base = (1 << 61) - 1, 1_000_003
    top = pow(base, WORDS - 1, modulus)
    values: list[int] = []
    value = 0
    for index, number in enumerate(hashes):
        if index >= WORDS:
            value = (value - hashes[index - WORDS] * top) % modulus
        value = (value * base + number) % modulus
        if index >= WORDS - 1:
            values.append(value)
    return values


def _winnow(values: Sequence[int]) -> set[int]:
    """The least hash of every window of ``WINDOW`` neighbours."""
    if len(values) <= WINDOW:
        return set(values[:1])
    return {min(values[at : at + WINDOW]) for at in range(len(values) - WINDOW + 1)}


def _candidates(thinned: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    holders: dict[int, list[int]] = defaultdict(list)
    for index, values in enumerate(thinned):
        for value in values:
            holders[value].append(index)
    pairs = {
        (left, right)
        for members in holders.values()
        if 2 <= len(members) <= COMMON
        for at, left in enumerate(members)
        for right in members[at + 1 :]
    }
    yield from sorted(pairs)


def _align(left: _Text, right: _Text) -> Copy | None:
    where: dict[int, list[int]] = defaultdict(list)
    for at, value in enumerate(right.grams):
        where[value].append(at)
    shared = len(set(left.grams) & where.keys())
    shorter = min(len(set(left.grams)), len(where))
    passages = _passages(list(_runs(left, right, left.grams, where)), left, right)
    if not passages or not shorter:
        return None
    return Copy(left.account, right.account, tuple(passages), round(shared / shorter, 3))


def _runs(
    left: _Text, right: _Text, left_grams: Sequence[int], where: Mapping[int, Sequence[int]]
) -> Iterator[tuple[int, int, int]]:
    """Maximal runs of equal words: first word in left, first in right, number of words; runs do not overlap in left."""
    at = 0
    while at < len(left_grams):
        best = (0, 0)
        for start in where.get(left_grams[at], ()):
            length = 0
            while (
                at + length < len(left.hashes)
                and start + length < len(right.hashes)
                and left.hashes[at + length] == right.hashes[start + length]
            ):
                length += 1
            best = max(best, (length, -start))
        if best[0] >= WORDS:
            yield at, -best[1], best[0]
            at += best[0]
        else:
            at += 1


def _passages(runs: Sequence[tuple[int, int, int]], left: _Text, right: _Text) -> list[Passage]:
    joined: list[list[int]] = []
    for one, two, length in runs:
        if joined:
            last = joined[-1]
            if 0 <= one - last[1] <= GAP and 0 <= two - last[3] <= GAP:
                last[1], last[3], last[4] = one + length, two + length, last[4] + length
                continue
        joined.append([one, one + length, two, two + length, length])
    return [
        Passage(
            (left.spans[one][0], left.spans[one_end - 1][1]), (right.spans[two][0], right.spans[two_end - 1][1]), words
        )
        for one, one_end, two, two_end, words in joined
        if words >= LEAST_WORDS
    ]
