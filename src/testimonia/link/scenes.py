"""Gathers the mentions of one account that tell of one happening, and lays each gathering out as one mention.

A report tells a happening over many sentences, each with some of the details; set side by side with another report,
the whole tells more than any sentence. What always holds: every mention is in exactly one scene, of its own account.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations

from testimonia.link.clusters import Edge, gather, spanning
from testimonia.link.evidence import Scales
from testimonia.link.figures import is_part
from testimonia.link.memory import Memory, Plain
from testimonia.link.mentions import Mention
from testimonia.link.words import LinkingWords
from testimonia.model.claim import Figure, Kind, PlaceMention
from testimonia.model.event import Bond, Reason

# Bits that a pair of one account which forbids nothing counts for at least, so that one poor sentence parts no scene.
LEAST = -5.0


# A day that fewer of a scene's sentences give is that of a detail: a visit, a debate, an answer.
OFTEN = 0.25


@dataclass(frozen=True, slots=True)
class Scene:
    """``whole`` is the scene as one mention, with its fullest claim; ``ties`` are the pairs of ``members``, by index,
    that hold them together. ``key`` names it in a memory, ``None`` where it is not to be kept."""

    whole: Mention
    members: tuple[Mention, ...]
    ties: tuple[tuple[int, int], ...]
    key: str | None = None

    def bonds(self, scales: Scales, memory: Memory) -> list[Bond]:
        """What holds the members together."""
        pairs = [(self.members[left], self.members[right]) for left, right in self.ties]
        if not pairs:
            return []
        kept = memory.ask("bonds", self.key, lambda: [plain_bond(scales, left, right) for left, right in pairs])
        return [bond_of(plain) for plain in kept]


def find(mentions: Sequence[Mention], scales: Scales, words: LinkingWords, memory: Memory | None = None) -> list[Scene]:
    """The scenes of all accounts, in order of their fullest claims' ids."""
    memory = memory or Memory()
    by_account: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_account[mention.claim.account, mention.family].append(mention)
    scenes: list[Scene] = []
    for key in sorted(by_account):
        members = sorted(by_account[key], key=lambda mention: mention.id)
        account = memory.key(key[0], rest=(key[1],))
        for at, (cluster, ties) in enumerate(memory.ask("scenes", account, partial(_gathered, members, scales, words))):
            gathered = tuple(members[index] for index in cluster)
            name = f"{account}{at:03x}" if account else None
            scenes.append(Scene(_whole(gathered, words), gathered, tuple((one, two) for one, two in ties), name))
    return sorted(scenes, key=lambda scene: scene.whole.id)


def plain_bond(scales: Scales, left: Mention, right: Mention) -> Plain:
    """What ties two mentions as a memory keeps it."""
    bond = scales.weigh(left, right).bond(left.id, right.id)
    return [bond.left, bond.right, bond.probability, [[r.feature, r.detail, r.weight] for r in bond.reasons]]


def bond_of(plain: Plain) -> Bond:
    """The bond that ``plain_bond`` laid out."""
    left, right, probability, reasons = plain
    return Bond(left, right, probability, tuple([Reason(*reason) for reason in reasons]))


def _gathered(
    members: Sequence[Mention], scales: Scales, words: LinkingWords
) -> list[tuple[list[int], list[tuple[int, int]]]]:
    """The scenes of one account and family: the indices of their members, and the pairs of these that tie them."""
    edges: dict[tuple[int, int], Edge] = {}
    for left, right in combinations(range(len(members)), 2):
        edge = scales.edge(members[left], members[right])
        edges[left, right] = Edge(max(LEAST, edge.bits), edge.veto)
    found = []
    for cluster in gather(len(members), edges, join=words.join_within, missing=LEAST):
        place = {index: at for at, index in enumerate(cluster)}
        found.append((list(cluster), [(place[left], place[right]) for left, right in spanning(cluster, edges)]))
    return found


def _whole(members: Sequence[Mention], words: LinkingWords) -> Mention:
    """The members as one mention; most scenes have one member, which needs little."""
    if len(members) == 1:
        (alone,) = members
        spots = {spot.place: spot for spot in alone.spots}
        return replace(
            alone,
            spots=_in_order(spots, Counter(spot.place for spot in alone.spots)),
            borrowed=alone.borrowed or not alone.spots,
            figures=_counts(members, words),
        )
    return _merged(members, words)


def _merged(members: Sequence[Mention], words: LinkingWords) -> Mention:
    fullest = max(members, key=lambda mention: (_fullness(mention), mention.id))
    own = [mention for mention in members if mention.spots and not mention.borrowed]
    placed = own or [mention for mention in members if mention.spots]
    counts = Counter(spot.place for mention in placed for spot in mention.spots)
    spots = {spot.place: spot for mention in placed for spot in mention.spots}
    start, end, exact = _days(members)
    return replace(
        fullest,
        start=start,
        end=end,
        exact=exact,
        spots=_in_order(spots, counts),
        borrowed=not own,
        actors=frozenset(actor for mention in members for actor in mention.actors),
        recipients=frozenset(actor for mention in members for actor in mention.recipients),
        figures=_counts(members, words),
        words=frozenset(word for mention in members for word in mention.words),
        depth=min(mention.depth for mention in members),
        modes=frozenset(mode for mention in members for mode in mention.modes),
        weekdays=frozenset(day for mention in members for day in mention.weekdays),
        dates=frozenset(day for mention in members for day in mention.dates),
    )


def _in_order(spots: Mapping[str, PlaceMention], counts: Mapping[str, int]) -> tuple[PlaceMention, ...]:
    """The places most often named first."""
    return tuple(spots[place] for place in sorted(spots, key=lambda place: (-counts[place], place)))


def _counts(members: Sequence[Mention], words: LinkingWords) -> tuple[Figure, ...]:
    """The figures that count no part of others, each once, in the order of the text."""
    told = (figure for mention in members for figure in mention.figures if not is_part(figure, words))
    figures = {(figure.start, figure.end): figure for figure in told}
    return tuple(figures[span] for span in sorted(figures))


def _fullness(mention: Mention) -> tuple[bool, int]:
    slots = (mention.exact, bool(mention.spots) and not mention.borrowed, mention.figures, mention.actors)
    return mention.claim.kind is Kind.EVENT, sum(map(bool, slots))


def _days(members: Sequence[Mention]) -> tuple[int | None, int | None, bool]:
    """The days that most members state; where few state any, the days of all; where none does, the narrowest."""
    stated = Counter((m.start, m.end) for m in members if m.exact)
    if stated:
        start, end = min(stated, key=lambda days: (-stated[days], days[0] or 0, days[1] or 0))
        if stated[start, end] >= OFTEN * len(members):
            return start, end, True
        starts = [member.start for member in members if member.start is not None]
        ends = [member.end for member in members if member.end is not None]
        return min(starts, default=None), max(ends, default=None), False
    narrow = min(
        members,
        key=lambda m: (m.width if m.width is not None else 10**6, m.start or 0, m.end or 0, m.id),
    )
    return narrow.start, narrow.end, False
