"""Which pairs of mentions are worth weighing: days that may meet, places that may meet, one family.

What always holds: a pair left out would have been vetoed on its days or places, or has neither a shared place nor a
shared uncommon word to go by.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from testimonia.link.evidence import ASSUMED
from testimonia.link.mentions import Mention
from testimonia.link.whereabouts import finest
from testimonia.model.claim import COARSE

# Degrees of latitude and longitude to a cell; two cells to each side are looked at too, so places 50 km apart always
# meet, up to about 60 degrees north or south.
CELL = 0.5
# Two mentions of which one is wide open are compared only where they lie this near in the order of the case.
WIDE = 62
# Mentions without a place meet those that share a word that at most this many mentions have.
UNCOMMON = 40

# Of the cells around one, those that come behind it, so that each two cells are looked at once.
_AHEAD = tuple((down, right) for down in range(3) for right in range(-2, 3) if (down, right) > (0, 0))

Days = tuple[int, int]  # the first day, and the last on which a mention may begin that meets this one


def candidates(mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Pairs of indices ``i < j`` into ``mentions``, each once, in order."""
    days = [(_first(mention), _last(mention) + 2) for mention in mentions]
    count = len(mentions)
    pairs: set[int] = set()  # one number to a pair: tens of thousands are sorted
    for members in _named_alike(mentions):
        pairs.update(left * count + right for left, right in _meeting(members, days))
    for near, far in _neighbours(mentions):
        met = _meeting(near, days) if near is far else _across(near, far, days)
        pairs.update(left * count + right for left, right in met)
    pairs.update(left * count + right for left, right in _sharing_words(mentions, days))
    for pair in sorted(pairs):
        yield divmod(pair, count)


def _named_alike(mentions: Sequence[Mention]) -> Iterator[list[int]]:
    """Mentions of one family that name one place, or stand in one account."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, mention in enumerate(mentions):
        named = {place for spot in finest(mention.spots) for place in (spot.place, spot.within) if place}
        for key in named | {f"account {mention.claim.account}"}:
            blocks[mention.family, key].append(index)
    yield from blocks.values()


def _neighbours(mentions: Sequence[Mention]) -> Iterator[tuple[list[int], list[int]]]:
    """Mentions of one family in one cell of the map, twice the same list, and those of each two cells near by."""
    cells: dict[tuple[str, int, int], list[int]] = defaultdict(list)
    for index, mention in enumerate(mentions):
        for row, column in set(_cells(mention)):
            cells[mention.family, row, column].append(index)
    for (family, row, column), members in cells.items():
        yield members, members
        for down, right in _AHEAD:
            if others := cells.get((family, row + down, column + right)):
                yield members, others


def _cells(mention: Mention) -> Iterator[tuple[int, int]]:
    for spot in finest(mention.spots):
        if spot.precision not in COARSE and spot.latitude is not None and spot.longitude is not None:
            yield int(spot.latitude // CELL), int(spot.longitude // CELL)


def _meeting(members: Sequence[int], days: Sequence[Days]) -> Iterator[tuple[int, int]]:
    """Pairs of ``members`` whose days meet, by a sweep over their first days."""
    active: list[int] = []
    for index in sorted(members, key=lambda member: days[member][0]):
        begin = days[index][0]
        active = [other for other in active if days[other][1] >= begin]
        for other in active:
            yield (index, other) if index < other else (other, index)
        active.append(index)


def _across(near: Sequence[int], far: Sequence[int], days: Sequence[Days]) -> Iterator[tuple[int, int]]:
    """Pairs of one of each whose days meet; a mention of two places may stand in both."""
    active: tuple[list[int], list[int]] = ([], [])
    both = [(days[index][0], index, side) for side, members in enumerate((near, far)) for index in members]
    for begin, index, side in sorted(both):
        others = active[1 - side]
        others[:] = [other for other in others if days[other][1] >= begin]
        for other in others:
            if index != other:
                yield (index, other) if index < other else (other, index)
        active[side].append(index)


def _first(mention: Mention) -> int:
    if mention.start is not None:
        return mention.start if mention.exact else mention.start - ASSUMED
    return mention.end - WIDE if mention.end is not None else 0


def _last(mention: Mention) -> int:
    if mention.end is not None:
        return mention.end
    return mention.start + WIDE if mention.start is not None else 10**7


def _sharing_words(mentions: Sequence[Mention], days: Sequence[Days]) -> Iterator[tuple[int, int]]:
    """Pairs of which one has no fine place, of one family and meeting days, that share an uncommon word."""
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, mention in enumerate(mentions):
        for word in mention.words:
            holders[mention.family, word].append(index)
    coarse = [_coarse(mention) for mention in mentions]
    for members in holders.values():
        if not 2 <= len(members) <= UNCOMMON:
            continue
        for left, right in _meeting(members, days):
            if coarse[left] or coarse[right]:
                yield left, right


def _coarse(mention: Mention) -> bool:
    return mention.borrowed or all(spot.precision in COARSE for spot in mention.spots)
