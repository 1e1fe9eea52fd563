"""Which claims speak of one happening: candidates weighed, gathered without chaining, each event with its bonds.

What always holds: every event and figure claim of a known family is in exactly one event, and what the evidence
leaves open stays apart and is listed as undecided.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from testimonia.codebook import Codebook
from testimonia.link import scenes
from testimonia.link.blocking import candidates
from testimonia.link.clusters import Edge, gather, spanning
from testimonia.link.evidence import Scales
from testimonia.link.gathered import common_period, distinct_places, gathered
from testimonia.link.kinship import Kinship
from testimonia.link.known import known
from testimonia.link.memory import Memory
from testimonia.link.mentions import Mention, family, lay_out
from testimonia.link.scenes import Scene
from testimonia.link.titles import title_of
from testimonia.link.words import LinkingWords
from testimonia.model.claim import Claim, Kind
from testimonia.model.document import Account
from testimonia.model.event import Bond, Event, EventKind
from testimonia.model.period import Period

# The family of ``linking.yaml`` whose happenings a codebook dates.
VIOLENCE = "violence"
# Bits that a pair which was never weighed counts for in the mean between two clusters.
MISSING = -4.0
FORBIDDEN = Edge(-60.0, True)
# Log2 odds between which two events are neither joined nor told apart.
OPEN = (-1.5, 0.5)
# No more than this many undecided bonds are kept, the most likely first.
MOST_UNDECIDED = 500


@dataclass(frozen=True, slots=True)
class Happenings:
    """Events, and the bonds that would join two of them and were left to a person."""

    events: tuple[Event, ...]
    undecided: tuple[Bond, ...]


def find(
    claims: Iterable[Claim],
    accounts: Mapping[str, Account],
    words: LinkingWords,
    codebook: Codebook,
    memory: Memory | None = None,
) -> Happenings:
    """The happenings that event and figure claims tell of."""
    memory = memory or Memory()
    claims = list(claims)
    happenings = known([claim for claim in claims if family(claim, words) == VIOLENCE], codebook, memory)
    mentions = sorted(lay_out(claims, accounts, words, happenings, memory), key=lambda mention: mention.id)
    scales = Scales(words, Kinship(codebook), codebook, mentions)
    told = scenes.find(mentions, scales, words, memory)
    wholes = [scene.whole for scene in told]
    edges = _edges(told, candidates(wholes), scales, memory)
    clusters = gather(len(wholes), edges, join=words.join, missing=MISSING)
    events = [_event(cluster, told, edges, scales, memory) for cluster in clusters]
    return Happenings(tuple(sorted(events, key=lambda event: event.id)), _undecided(clusters, wholes, edges, scales))


def _edges(
    told: Sequence[Scene], pairs: Iterable[tuple[int, int]], scales: Scales, memory: Memory
) -> dict[tuple[int, int], Edge]:
    """The evidence between the scenes of each pair."""
    keys = [scene.key for scene in told]
    common = [scales.common_in(scene.whole) for scene in told]
    known = memory.known("edges")
    edges: dict[tuple[int, int], Edge] = {}
    for left, right in pairs:
        key = _key(keys[left], keys[right], common[left] & common[right])
        bits = known[key] if key in known else memory.ask("edges", key, partial(_bits, told[left], told[right], scales))
        edges[left, right] = FORBIDDEN if bits is None else Edge(bits, False)
    memory.met(len(edges))
    return edges


def _key(one: str | None, two: str | None, common: frozenset[str]) -> str | None:
    """The key of what rests on two scenes, and on which of the places they share the whole case names often."""
    if not one or not two:
        return None
    return f"{one}{two} {sorted(common)}" if common else one + two


def _bits(one: Scene, two: Scene, scales: Scales) -> float | None:
    """The evidence between two scenes as a memory keeps it: ``None`` where it forbids joining them."""
    edge = scales.edge(one.whole, two.whole)
    return None if edge.veto else edge.bits


def _event(
    cluster: Sequence[int],
    told: Sequence[Scene],
    edges: Mapping[tuple[int, int], Edge],
    scales: Scales,
    memory: Memory,
) -> Event:
    members = [member for index in cluster for member in told[index].members]
    bonds = [bond for index in cluster for bond in told[index].bonds(scales, memory)]
    for left, right in spanning(cluster, edges):
        one, two = told[left], told[right]
        key = _key(one.key, two.key, scales.common_in(one.whole) & scales.common_in(two.whole))
        kept = memory.ask("bonds", key, partial(scenes.plain_bond, scales, one.whole, two.whole))
        bonds.append(scenes.bond_of(kept))
    period = _days(members)
    claims = [member.claim for member in members]
    spots = distinct_places(spot for member in members for spot in member.spots)
    title = title_of(claims, spots, period)
    event = gathered(EventKind.EVENT, claims, kind_of_event=_type(claims), title=title, period=period, bonds=bonds)
    return event if event.places else _with_places(event, members)


def _days(members: Sequence[Mention]) -> Period | None:
    """The days that most members state; of two that as many state, the one that more take over from around them."""
    stated = [(m.start, m.end) for m in members if m.exact]
    counts = Counter(start for start, end in stated if start is not None and start == end)
    most = max(counts.values(), default=0)
    tied = sorted(day for day, count in counts.items() if count == most)
    if len(tied) > 1:
        taken = Counter(_taken_over(member) for member in members)
        day = min(tied, key=lambda day: (-taken[day], day))
        return common_period([(day, day)])
    return common_period(stated or [(m.start, m.end) for m in members])


def _taken_over(mention: Mention) -> int | None:
    """The one day that a mention's surroundings give, where it states none itself."""
    period = mention.claim.likely_period
    if mention.exact or period is None or period.start is None or period.start != period.end:
        return None
    return period.start.toordinal()


def _with_places(event: Event, members: Sequence[Mention]) -> Event:
    """``event`` at the places that its claims' surroundings name, where no claim names one itself."""
    return replace(event, places=distinct_places(spot for member in members for spot in member.spots))


def _type(claims: Sequence[Claim]) -> str:
    types = sorted(claim.type for claim in claims if claim.kind is Kind.EVENT) or sorted(c.type for c in claims)
    return max(types, key=lambda name: (types.count(name), name))


def _undecided(
    clusters: Sequence[Sequence[int]],
    mentions: Sequence[Mention],
    edges: Mapping[tuple[int, int], Edge],
    scales: Scales,
) -> tuple[Bond, ...]:
    cluster_of = {index: number for number, cluster in enumerate(clusters) for index in cluster}
    best: dict[tuple[int, int], tuple[float, int, int]] = {}
    for (left, right), edge in edges.items():
        if edge.veto or not OPEN[0] <= edge.bits <= OPEN[1]:
            continue
        one, two = cluster_of[left], cluster_of[right]
        if one != two and mentions[left].claim.account != mentions[right].claim.account:
            key = (one, two) if one < two else (two, one)
            best[key] = max(best.get(key, (float("-inf"), 0, 0)), (edge.bits, -left, -right))
    chosen = sorted(best.values(), reverse=True)[:MOST_UNDECIDED]
    bonds = [
        scales.weigh(mentions[-left], mentions[-right]).bond(mentions[-left].id, mentions[-right].id)
        for _, left, right in chosen
    ]
    return tuple(sorted(bonds, key=lambda bond: (bond.left, bond.right)))
