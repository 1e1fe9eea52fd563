"""Whether one party's arms and support for another dry up or grow: what voices say of the flow, not of one shipment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from testimonia.compare.case import Case
from testimonia.compare.words import begins_any
from testimonia.link.kinship import Kin
from testimonia.link.mentions import NEAR
from testimonia.link.situations import holds
from testimonia.model.claim import Claim, Kind, SourceKind
from testimonia.model.dispute import Dispute, DisputeKind

# Days that may lie between two statements on one flow.
SLACK = 240
# Characters around a short claim in which words say which way the flow goes.
REACH = 60


def find(case: Case) -> Iterator[Dispute]:
    """Disputes over whether supplies fall or grow, one for each giver and stretch of time."""
    by_giver: dict[str, list[tuple[Claim, int]]] = defaultdict(list)
    by_account: dict[str, list[Claim]] = defaultdict(list)
    giverless: list[tuple[Claim, int]] = []
    for claim in case.claims.values():
        if _of_flow(claim, case):
            by_account[claim.account].append(claim)
    for claims in by_account.values():
        claims.sort(key=lambda claim: (claim.start, claim.end, claim.id))
        for claim in claims:
            direction = _direction(claim, case)
            giver = _giver(claim, claims, case) if direction else None
            if giver is not None:
                by_giver[giver].append((claim, direction))
            elif direction:
                giverless.append((claim, direction))
    for claim, direction in giverless:
        giver = _likely_giver(claim, by_giver, case)
        if giver is not None:
            by_giver[giver].append((claim, direction))
    for giver, flow in sorted(by_giver.items()):
        for phase in _phases(flow, case):
            dispute = _dispute(giver, phase, case)
            if dispute is not None:
                yield dispute


def _of_flow(claim: Claim, case: Case) -> bool:
    if claim.kind not in (Kind.RELATION, Kind.EVENT) or claim.type not in case.words.flow_types:
        return False
    return begins_any(case.sentence(claim), case.words.flow)


def _direction(claim: Claim, case: Case) -> int:
    """-1 where the claim's words say that the flow falls, +1 where they say it grows, 0 where neither or both."""
    words = claim.text if len(claim.text) > 60 else _near(claim, case)
    less, more = begins_any(words, case.words.falling), begins_any(words, case.words.growing)
    if less == more or not claim.factuality.polarity:
        return 0
    return (-1 if less else 1) * claim.factuality.polarity


def _near(claim: Claim, case: Case) -> str:
    """The words within ``REACH`` characters of the claim in its sentence."""
    return case.before(claim, claim.start, REACH) + case.after(claim, claim.start, len(claim.text) + REACH)


def _giver(claim: Claim, claims: Sequence[Claim], case: Case) -> str | None:
    """The state or party that gives: the claim's actor, else that of the nearest claim on a flow, else its source."""
    near = sorted(
        (other for other in claims if abs(other.start - claim.start) <= NEAR),
        key=lambda other: (abs(other.start - claim.start), other.id),
    )
    for other in (claim, *near):
        for mention in other.actors:
            root = case.kinship.root(mention.actor)
            armed = not case.kinship.nobody(root) and case.kinship.state(root) is not None
            if armed and (other is claim or _may_give(root, claim, case)):
                return root
    if claim.source.kind is SourceKind.STATE:
        return case.kinship.root(claim.source.source)
    return None


def _may_give(giver: str, claim: Claim, case: Case) -> bool:
    """Whether ``giver`` is not of another side than those to whom the flow of ``claim`` goes."""
    return not any(case.kinship.kin(giver, mention.actor) is Kin.UNLIKE for mention in claim.recipients)


def _likely_giver(claim: Claim, by_giver: Mapping[str, Sequence[tuple[Claim, int]]], case: Case) -> str | None:
    """Of the givers in the case the one of the side to whom the flow of ``claim`` goes, where it names none itself.

    Where nobody is said to receive, those go for it who say how the flow goes.
    """
    parties = [mention.actor for mention in claim.recipients] or [link.source for link in claim.attribution[1:]]
    likely = [
        giver
        for giver in by_giver
        if any(party and Kin.SIDE <= case.kinship.kin(giver, party) < Kin.SAME for party in parties)
    ]
    return min(likely, key=lambda giver: (-len(by_giver[giver]), giver), default=None)


def _phases(flow: Sequence[tuple[Claim, int]], case: Case) -> list[list[tuple[Claim, int]]]:
    dated = sorted(
        ((holds(claim, case.accounts[claim.account])[1] or 0, claim.id, claim, way) for claim, way in flow),
        key=lambda entry: entry[:2],
    )
    phases: list[list[tuple[Claim, int]]] = []
    last = 0
    for day, _, claim, way in dated:
        if not phases or (last > 0 and day > last + SLACK):
            phases.append([])
        phases[-1].append((claim, way))
        last = day
    return phases


def _dispute(giver: str, flow: Sequence[tuple[Claim, int]], case: Case) -> Dispute | None:
    falling = [claim for claim, way in flow if way < 0]
    growing = [claim for claim, way in flow if way > 0]
    one, two = ({case.voice(claim).id for claim in claims} for claims in (falling, growing))
    if not falling or not growing or (one == two and len(one) == 1):
        return None
    name = case.kinship.name(giver) or giver
    question = case.words.question("supply", who=case.words.named(name))
    answers = [
        case.answer(case.words.statuses["falling"], falling),
        case.answer(case.words.statuses["growing"], growing),
    ]
    places = [place for claim, _ in flow for place in claim.places]
    return case.dispute(DisputeKind.STATUS, question, None, answers, weight=1.4, places=places)
