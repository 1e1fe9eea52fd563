"""Whom an actor's strikes mostly hit: what voices say of its strikes as a whole, not of one of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from testimonia.compare.case import Case
from testimonia.compare.words import begins_any
from testimonia.model.claim import ActorMention, Claim, Kind
from testimonia.model.dispute import Dispute, DisputeKind

# A statement about strikes as a whole spans more days than this, or no day at all.
WIDE = 10


def find(case: Case) -> Iterator[Dispute]:
    """Disputes over whom the strikes of one actor mostly hit."""
    by_actor: dict[str, list[Claim]] = defaultdict(list)
    for claim in case.claims.values():
        if claim.kind is Kind.EVENT and claim.type in ("ASSAULT", "COERCE") and general(claim, case):
            for mention in claim.actors:
                if not case.kinship.nobody(mention.actor):
                    by_actor[case.kinship.root(mention.actor)].append(claim)
    for actor, claims in sorted(by_actor.items()):
        dispute = _dispute(actor, claims, case)
        if dispute is not None:
            yield dispute


def general(claim: Claim, case: Case) -> bool:
    """Whether a claim speaks of strikes as a whole: it says mostly or aimed at, or gives a long time and many."""
    if not claim.recipients or claim.factuality.polarity < 0:
        return False
    if claim.period is not None and claim.period.days is not None and claim.period.days <= WIDE:
        return begins_any(claim.text, case.words.mostly)
    return begins_any(claim.text, case.words.mostly) or begins_any(claim.text, case.words.aims)


def _dispute(actor: str, claims: Sequence[Claim], case: Case) -> Dispute | None:
    groups: list[tuple[list[ActorMention], list[Claim]]] = []
    for claim in claims:
        for mention in claim.recipients:
            group = next(
                (
                    g
                    for g in groups
                    if any(mention.actor == m.actor or case.same_actor(mention.actor, m.actor) for m in g[0])
                ),
                None,
            )
            if group is None:
                groups.append(([mention], [claim]))
            else:
                group[0].append(mention)
                group[1].append(claim)
    voices = [{case.voice(claim).id for claim in held} for _, held in groups]
    if len(groups) < 2 or len(set.union(*voices)) < 2:
        return None
    answers = [
        case.answer(", ".join(sorted({case.kinship.name(m.actor) or m.name for m in mentions})), held)
        for mentions, held in groups
    ]
    name = case.kinship.name(actor) or next(
        m.name for c in claims for m in c.actors if case.kinship.root(m.actor) == actor
    )
    question = case.words.question("target", who=name)
    places = [place for claim in claims for place in claim.places]
    return case.dispute(DisputeKind.TARGET, question, None, answers, places=places)
