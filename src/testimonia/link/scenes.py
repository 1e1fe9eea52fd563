"""Gathers the mentions of one account that tell of one happening, and lays each gathering out as one mention.

A report tells a happening over many sentences, each with some of the details; set side by side with another report,
the whole tells more than any sentence. What always holds: every mention is in exactly one scene, of its own account.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from testimonia.link.clusters import Edge, gather, spanning
from testimonia.link.evidence import Scales
from testimonia.link.figures import is_part
from testimonia.link.mentions import Mention
from testimonia.link.words import LinkingWords
from testimonia.model.claim import Kind
from testimonia.model.event import Bond

# Bits that a pair of one account which forbids nothing counts for at least, so that one poor sentence parts no scene.
LEAST = -5.0


# A day that fewer of a scene's sentences give is that of a detail: a visit, a debate, an answer.
OFTEN = 0.25


@dataclass(frozen=True, slots=True)
class Scene:
    """``whole`` is the scene as one mention, with its fullest claim; ``bonds`` say what holds its members together."""

    whole: Mention
    members: tuple[Mention, ...]
    bonds: tuple[Bond, ...]


def find(mentions: Sequence[Mention], scales: Scales, words: LinkingWords) -> list[Scene]:
    """The scenes of all accounts, in order of their fullest claims' ids."""
    by_account: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_account[mention.claim.account, mention.family].append(mention)
    scenes: list[Scene] = []
    for key in sorted(by_account):
        members = sorted(by_account[key], key=lambda mention: mention.id)
        edges: dict[tuple[int, int], Edge] = {}
        for left, right in combinations(range(len(members)), 2):
            edge = scales.edge(members[left], members[right])
            edges[left, right] = Edge(max(LEAST, edge.bits), edge.veto)
        scenes += [
            _scene(cluster, members, edges, scales, words)
            for cluster in gather(len(members), edges, join=words.join_within, missing=LEAST)
        ]
    return sorted(scenes, key=lambda scene: scene.whole.id)


def _scene(
    cluster: Sequence[int],
    mentions: Sequence[Mention],
    edges: Mapping[tuple[int, int], Edge],
    scales: Scales,
    words: LinkingWords,
) -> Scene:
    members = [mentions[index] for index in cluster]
    bonds = tuple(
        scales.weigh(mentions[left], mentions[right]).bond(mentions[left].id, mentions[right].id)
        for left, right in spanning(cluster, edges)
    )
    return Scene(_whole(members, words), tuple(members), bonds)


def _whole(members: Sequence[Mention], words: LinkingWords) -> Mention:
    fullest = max(members, key=lambda mention: (_fullness(mention), mention.id))
    own = [mention for mention in members if mention.spots and not mention.borrowed]
    placed = own or [mention for mention in members if mention.spots]
    counts = Counter(spot.place for mention in placed for spot in mention.spots)
    spots = {spot.place: spot for mention in placed for spot in mention.spots}
    start, end, exact = _days(members)
    figures = {
        (figure.start, figure.end): figure
        for mention in members
        for figure in mention.figures
        if not is_part(figure, words)
    }
    return replace(
        fullest,
        start=start,
        end=end,
        exact=exact,
        spots=tuple(spots[place] for place in sorted(spots, key=lambda place: (-counts[place], place))),
        borrowed=not own,
        actors=frozenset(actor for mention in members for actor in mention.actors),
        recipients=frozenset(actor for mention in members for actor in mention.recipients),
        figures=tuple(figures[span] for span in sorted(figures)),
        words=frozenset(word for mention in members for word in mention.words),
        depth=min(mention.depth for mention in members),
    )


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
