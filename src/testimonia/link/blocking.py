"""Which pairs of mentions are worth weighing: days that may meet, places that may meet, one family.

What always holds: a pair left out would have been vetoed on its days or places, or has neither a shared place nor a
shared uncommon word to go by.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from testimonia.link.evidence import ASSUMED, finest
from testimonia.link.mentions import Mention
from testimonia.model.claim import PlacePrecision

# Degrees of latitude and longitude to a cell; neighbours are looked at too, so places 25 km apart always meet.
CELL = 0.5
# Two mentions of which one is wide open are compared only where they lie this near in the order of the case.
WIDE = 62
# Mentions without a place meet those that share a word that at most this many mentions have.
UNCOMMON = 40

_COARSE = (PlacePrecision.REGION, PlacePrecision.COUNTRY)


def candidates(mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Pairs of indices ``i < j`` into ``mentions``, each once, in order."""
    pairs: set[tuple[int, int]] = set()
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, mention in enumerate(mentions):
        for key in _keys(mention):
            blocks[mention.family, key].append(index)
    for members in blocks.values():
        pairs.update(_meeting(members, mentions))
    pairs.update(_sharing_words(mentions))
    yield from sorted(pairs)


def _keys(mention: Mention) -> set[str]:
    keys: set[str] = set()
    for spot in finest(mention.spots):
        keys.add(spot.place)
        if spot.precision in _COARSE or spot.latitude is None or spot.longitude is None:
            continue
        row, column = int(spot.latitude // CELL), int(spot.longitude // CELL)
        keys.update(f"{row + down}:{column + right}" for down in (-1, 0, 1) for right in (-1, 0, 1))
    keys.add(f"account {mention.claim.account}")
    return keys


def _meeting(members: Sequence[int], mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Pairs of ``members`` whose days are at most two apart, by a sweep over their first days."""
    ordered = sorted(members, key=lambda index: (_first(mentions[index]), index))
    active: list[int] = []
    for index in ordered:
        begin = _first(mentions[index])
        active = [other for other in active if _last(mentions[other]) + 2 >= begin]
        for other in active:
            yield (index, other) if index < other else (other, index)
        active.append(index)


def _first(mention: Mention) -> int:
    if mention.start is not None:
        return mention.start if mention.exact else mention.start - ASSUMED
    return mention.end - WIDE if mention.end is not None else 0


def _last(mention: Mention) -> int:
    if mention.end is not None:
        return mention.end
    return mention.start + WIDE if mention.start is not None else 10**7


def _sharing_words(mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Pairs of which one has no fine place, of one family and meeting days, that share an uncommon word."""
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, mention in enumerate(mentions):
        for word in mention.words:
            holders[mention.family, word].append(index)
    for members in holders.values():
        if not 2 <= len(members) <= UNCOMMON:
            continue
        for left, right in _meeting(members, mentions):
            if _coarse(mentions[left]) or _coarse(mentions[right]):
                yield left, right


def _coarse(mention: Mention) -> bool:
    return mention.borrowed or all(spot.precision in _COARSE for spot in mention.spots)
