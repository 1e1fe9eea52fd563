"""Whom or what one attack hit: people under arms in one telling, civilians in another.

What always holds: two tellings are set against each other only where whoever did it names one target and somebody else
another, or where one number of dead is given as fighters here and as civilians there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from testimonia.compare import questions, spots
from testimonia.compare.case import VIOLENT, Case
from testimonia.compare.given import of_event
from testimonia.compare.words import begins_any
from testimonia.link.figures import is_part
from testimonia.link.kinship import Kin
from testimonia.model.claim import Claim, Kind, Unit
from testimonia.model.dispute import Dispute, DisputeKind
from testimonia.model.event import Event
from testimonia.model.source import ActorKind

ARMED, CIVIL = "armed", "civil"
_UNDER_ARMS = {ActorKind.MILITARY, ActorKind.GROUP, ActorKind.COALITION}
# What spans more days is no one attack.
LONGEST = 4
# So few dead may be equal by chance.
LEAST = 3


def find(case: Case) -> Iterator[Dispute]:
    """Disputes over whom or what an attack hit."""
    for event in case.linked.events:
        days = event.period.days if event.period else None
        if event.type in VIOLENT and (days is None or days <= LONGEST):
            dispute = _dispute(event, case)
            if dispute is not None:
                yield dispute


def _dispute(event: Event, case: Case) -> Dispute | None:
    told = [claim for claim in case.told(event) if claim.factuality.polarity > 0]
    claims = [claim for claim in told if of_event(claim, event)]
    sides = _by_doer(claims, case) or _by_number(told, case)
    if sides is None:
        return None
    named = case.words.hit
    answers = [case.answer(named[side], held) for side, held in zip((ARMED, CIVIL), sides, strict=True)]
    question = case.words.question(
        "hit",
        what=questions.what(claims, case.words),
        where=spots.phrase(event, case),
        when=questions.when(event.period),
    )
    across = {c.account for c in sides[0]} != {c.account for c in sides[1]}
    return case.dispute(DisputeKind.TARGET, question, event, answers, weight=1.1 if across else 0.9)


def _by_doer(claims: Sequence[Claim], case: Case) -> tuple[list[Claim], list[Claim]] | None:
    """What the doer says that it hit, people under arms, against what others say that it hit, civilians."""
    own = [claim for claim in claims if _own_deed(claim, case)]
    armed = [claim for claim in own if hit(claim, case) == ARMED]
    doers = {mention.actor for claim in armed for mention in claim.actors}
    others = [claim for claim in claims if not _own_deed(claim, case) and _done_by(claim, doers, case)]
    civil = [claim for claim in others if hit(claim, case) == CIVIL]
    return (armed, civil) if armed and civil else None


def _own_deed(claim: Claim, case: Case) -> bool:
    """Whether a claim is of a deed that its own source says it did."""
    voice = case.voice(claim).id
    return any(case.kinship.kin(voice, mention.actor) >= Kin.STATE for mention in claim.actors)


def _done_by(claim: Claim, doers: set[str], case: Case) -> bool:
    """Whether a claim names as doer one of ``doers``, or nobody in particular."""
    named = [m.actor for m in claim.actors if m.actor in case.codebook.actors and not case.kinship.nobody(m.actor)]
    return not named or any(case.same_actor(actor, doer) for actor in named for doer in doers)


def _by_number(claims: Sequence[Claim], case: Case) -> tuple[list[Claim], list[Claim]] | None:
    """Claims that give one number of dead, of people under arms here and of civilians there."""
    by_count: dict[float, tuple[list[Claim], list[Claim]]] = {}
    for claim in claims:
        for figure in claim.figures:
            exact = figure.unit is Unit.KILLED and figure.low is not None and figure.low >= LEAST
            if exact and figure.low is not None and not is_part(figure, case.linking):
                held = by_count.setdefault(figure.low, ([], []))
                words = f"{figure.counted} {figure.text}"
                if begins_any(words, case.words.civil):
                    held[1].append(claim)
                elif begins_any(words, case.words.armed):
                    held[0].append(claim)
    return next(((one, two) for one, two in by_count.values() if one and two), None)


def hit(claim: Claim, case: Case) -> str | None:
    """Whether a claim says that people under arms were hit, or civilians and their places; ``None`` for both.

    Whoever beats an attack back hits those who made it, which is no answer to what that attack hit.
    """
    if claim.kind is not Kind.EVENT or (claim.trigger and begins_any(claim.trigger.text, case.words.beating_back)):
        return None
    named = " ".join(mention.text for mention in claim.recipients)
    armed, civil = begins_any(named, case.words.armed), begins_any(named, case.words.civil)
    if armed == civil:
        after = case.after(claim, claim.trigger.end, REACH) if claim.trigger else ""
        after = after[: min((at for end in case.words.target_ends if (at := after.find(end)) >= 0), default=REACH)]
        sites = (*case.words.civil_sites, *case.words.civil)
        armed, civil = begins_any(after, case.words.armed), begins_any(after, sites)
    if armed == civil:
        armed = any(case.kinship.kind(mention.actor) in _UNDER_ARMS for mention in claim.recipients)
        civil = False
    return ARMED if armed and not civil else CIVIL if civil else None


# Characters after a verb of violence within which its target stands.
REACH = 45
