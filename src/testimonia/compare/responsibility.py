"""Who did it: different actors for one deed, or an actor that some name and others clear.

Not a dispute: an actor and what it is part of, the two sides of one fight, and a voice that names nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from testimonia.compare import questions
from testimonia.compare.case import Case
from testimonia.model.claim import Claim, Kind
from testimonia.model.dispute import Dispute, DisputeKind
from testimonia.model.event import Event

DEEDS = ("ASSAULT",)


@dataclass
class _Blamed:
    """Actors that stand for one answer, with who names and who clears them."""

    actors: set[str]
    name: str
    named: list[Claim]
    cleared: list[Claim]


def find(case: Case) -> Iterator[Dispute]:
    """Disputes over who is responsible for an act of violence."""
    for event in case.linked.events:
        if event.type in DEEDS:
            dispute = _dispute(event, case)
            if dispute is not None:
                yield dispute


def _dispute(event: Event, case: Case) -> Dispute | None:
    claims = [claim for claim in case.told(event) if claim.kind is Kind.EVENT and claim.type in DEEDS]
    suffering = {case.kinship.root(mention.actor) for claim in claims for mention in claim.recipients}
    groups = _groups(claims, case)
    two_sided = [
        group for group in groups if any(case.same_actor(actor, other) for actor in group.actors for other in suffering)
    ]
    if len(two_sided) > 1 or (two_sided and len(groups) > 1 and not any(group.cleared for group in groups)):
        return None
    named = [group for group in groups if group.named]
    cleared = [group for group in groups if group.cleared]
    if len(named) < 2 and not any(_opposed(group, case) for group in cleared):
        return None
    if len(named) > 1 and not cleared and not _different_voices(named, case):
        return None
    answers = [case.answer(group.name, group.named, group.cleared) for group in groups if group.named or group.cleared]
    question = case.words.question(
        "responsibility",
        what=questions.what(claims, case.words),
        where=questions.where(event),
        when=questions.when(event.period),
    )
    weight = 1.3 if any(_opposed(group, case) for group in cleared) else 1.0
    return case.dispute(DisputeKind.RESPONSIBILITY, question, event, answers, weight=weight)


def _groups(claims: Sequence[Claim], case: Case) -> list[_Blamed]:
    groups: list[_Blamed] = []
    for claim in claims:
        stances = {voice.polarity for voice in case.voices(claim)}
        for mention in claim.actors:
            if case.kinship.nobody(mention.actor) or mention.actor not in case.codebook.actors:
                continue
            group = next((g for g in groups if any(case.same_actor(mention.actor, a) for a in g.actors)), None)
            if group is None:
                root = case.kinship.root(mention.actor)
                group = _Blamed(set(), case.kinship.name(root) or mention.name, [], [])
                groups.append(group)
            group.actors.add(mention.actor)
            if 1 in stances:
                group.named.append(claim)
            if -1 in stances:
                group.cleared.append(claim)
    return groups


def _opposed(group: _Blamed, case: Case) -> bool:
    """Whether one voice names the actor and another clears it."""
    yes = {voice.id for claim in group.named for voice in case.voices(claim) if voice.polarity > 0}
    no = {voice.id for claim in group.cleared for voice in case.voices(claim) if voice.polarity < 0}
    return bool(no - yes) and (bool(yes) or not group.named)


def _different_voices(groups: Sequence[_Blamed], case: Case) -> bool:
    """Whether no one voice gives all the answers together, as of a deed done jointly."""
    voices = [{case.voice(claim).id for claim in group.named} for group in groups]
    jointly = [claim for claim in groups[0].named if all(claim in group.named for group in groups[1:])]
    return not set.intersection(*voices) and not jointly
