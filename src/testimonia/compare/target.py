"""Whom an actor's strikes mostly hit: what voices say of its strikes as a whole, not of one of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from testimonia.compare.case import Case
from testimonia.compare.words import begins_any
from testimonia.link.kinship import Kin
from testimonia.model.claim import ActorMention, Claim, Kind, SourceKind
from testimonia.model.dispute import Dispute, DisputeKind

# A statement about strikes as a whole spans more days than this, or no day at all.
WIDE = 10
# No more answers than this, those given most often.
MOST = 8


def find(case: Case) -> Iterator[Dispute]:
    """Disputes over whom the strikes of one actor mostly hit."""
    by_actor: dict[str, list[Claim]] = defaultdict(list)
    for claim in case.claims.values():
        if claim.kind is Kind.EVENT and claim.type in ("ASSAULT", "COERCE") and general(claim, case):
            for actor in _strikers(claim, case):
                by_actor[actor].append(claim)
    for actor, claims in sorted(by_actor.items()):
        if actor not in case.codebook.actors:
            continue
        dispute = _dispute(actor, claims, case)
        if dispute is not None:
            yield dispute


def _strikers(claim: Claim, case: Case) -> list[str]:
    """Who strikes: the claim's actors, else those of other claims of violence in its sentence, else its source."""
    mentions = claim.actors
    if not mentions:
        inside = [other for other in case.beside(claim) if other.type == claim.type and other.actors]
        mentions = inside[0].actors if inside else ()
    actors = [mention.actor for mention in mentions]
    if not actors and claim.source.kind in (SourceKind.STATE, SourceKind.PERSON, SourceKind.ORGANISATION):
        actors = [claim.source.source]
    return sorted({case.kinship.root(actor) for actor in actors if not case.kinship.nobody(actor)})


def general(claim: Claim, case: Case) -> bool:
    """Whether a claim speaks of strikes as a whole: it says mostly or aimed at, or gives a long time and many."""
    if not claim.recipients or claim.factuality.polarity < 0:
        return False
    said = claim.period is not None and claim.period.start_offset is not None
    said = said and claim.period is not None and claim.start <= (claim.period.start_offset or 0) <= claim.end
    if said and claim.period is not None and claim.period.days is not None and claim.period.days <= WIDE:
        return begins_any(claim.text, case.words.mostly)
    return begins_any(claim.text, case.words.mostly) or begins_any(claim.text, case.words.aims)


@dataclass
class _Hit:
    """Those hit that make one answer; ``others`` where all but them are meant ("non-IS fighters")."""

    others: bool
    mentions: list[ActorMention]
    claims: list[Claim]


def _dispute(actor: str, claims: Sequence[Claim], case: Case) -> Dispute | None:
    groups: list[_Hit] = []
    for claim in claims:
        for mention in claim.recipients:
            if mention.actor not in case.codebook.actors or case.kinship.root(mention.actor) == actor:
                continue
            before = case.before(claim, mention.start, 12).casefold().rstrip("“\"'‘ ")
            others = any(
                before.endswith(words) or mention.text.casefold().startswith(words) for words in case.words.other_than
            )
            group = next((g for g in groups if g.others == others and _alike(mention, g, case)), None)
            if group is None:
                group = _Hit(others, [], [])
                groups.append(group)
            group.mentions.append(mention)
            group.claims.append(claim)
    groups = sorted(groups, key=lambda group: (-len(group.claims), _in_words(group, case)))[:MOST]
    voices = [{case.voice(claim).id for claim in group.claims} for group in groups]
    if len(groups) < 2 or len(set.union(*voices)) < 2 or not any(_says_mostly(group.claims, case) for group in groups):
        return None
    answers = [case.answer(_in_words(group, case), group.claims) for group in groups]
    name = case.kinship.name(actor) or next(
        (m.name for c in claims for m in c.actors if case.kinship.root(m.actor) == actor), actor
    )
    places = [place for claim in claims for place in claim.places]
    question = case.words.question("target", who=name)
    return case.dispute(DisputeKind.TARGET, question, None, answers, places=places)


def _says_mostly(claims: Sequence[Claim], case: Case) -> bool:
    return any(begins_any(claim.text, case.words.mostly) for claim in claims)


def _alike(mention: ActorMention, group: _Hit, case: Case) -> bool:
    return any(
        mention.actor == m.actor or case.kinship.kin(mention.actor, m.actor) >= Kin.STATE for m in group.mentions
    )


def _in_words(group: _Hit, case: Case) -> str:
    names = ", ".join(sorted({case.kinship.name(m.actor) or m.name for m in group.mentions}))
    return f"others than {names}" if group.others else names
