"""Claims as an event coder would give them: who did what to whom, by country, one record for each thing told.

Event coders hold one table of what is said to have happened, without what is wished, denied or told in passing. Our
claims keep all of that, so this view chooses: what always holds is that a record rests on one event claim (or, where a
sentence tells of no event, on a standing relation), that its source counts it as a fact where the sentence tells any
fact, and that no record stands inside another's words. Promises and threats follow PLOVER's rule for the future tense.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from testimonia.codebook.codebook import Codebook
from testimonia.codebook.schema import ActorEntry
from testimonia.model.claim import ActorMention, Claim, Kind, PlaceMention
from testimonia.model.factuality import Factuality, Tense
from testimonia.model.source import ActorKind
from testimonia.read import actors
from testimonia.read.place_parents import parents

_BEHIND = re.compile(
    r"\s+(?:in|from|of|throughout|across|inside)\s+(?:the\s+|south\w*\s+|north\w*\s+)*([A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*)*)"
)
INTERNATIONAL = "IGO"  # PLOVER's code for bodies of several states
_HELD = frozenset({Factuality.CERTAIN, Factuality.PROBABLE})
_NEGATED = frozenset({Factuality.CERTAINLY_NOT, Factuality.PROBABLY_NOT, Factuality.POSSIBLY_NOT})
_COOPERATION = frozenset({"CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
_CONFLICT = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
_NEAREST = {
    "ARMS": "AID", "FUNDS": "AID", "SUPPLIES": "AID", "SUPPORTS": "SUPPORT", "BLAMES": "ACCUSE", "OPPOSES": "REJECT",
    "BESIEGES": "COERCE", "FIGHTS": "ASSAULT", "FIGHTS_ALONGSIDE": "COOPERATE", "PARTY_TO": "AGREE",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Record:
    """One coded event: its PLOVER type and the claim it rests on."""

    type: str
    claim: Claim


def records(claims: Sequence[Claim]) -> list[Record]:
    """The records of one sentence's claims in PLOVER's types, the surest first."""
    return [
        Record(_coded(record.claim) if record.claim.kind is Kind.EVENT else record.type, record.claim)
        for record in as_told(claims)
    ]


def as_told(claims: Sequence[Claim]) -> list[Record]:
    """The records with the types of their claims; standing relations only where there is no event."""
    ordered = sorted(claims, key=lambda claim: (-claim.confidence, claim.start))
    events = [claim for claim in ordered if claim.kind is Kind.EVENT]
    if not events:
        near = [claim for claim in ordered if claim.kind is Kind.RELATION and claim.type in _NEAREST]
        return [Record(_NEAREST[claim.type], claim) for claim in near if claim.factuality not in _NEGATED]
    told = [claim for claim in events if claim.factuality in _HELD or refused(claim)]
    chosen = told or [claim for claim in events if claim.factuality not in _NEGATED]
    outer = [claim for claim in chosen if not any(inside(claim, other) for other in chosen)]
    return [Record(claim.type, claim) for claim in outer or chosen]


def inside(claim: Claim, other: Claim) -> bool:
    """Whether the words that tell of ``other`` hold those of ``claim`` and not the other way round."""
    within = other.start <= _point(claim) < other.end
    return within and not claim.start <= _point(other) < claim.end and claim is not other


def _point(claim: Claim) -> int:
    return claim.trigger.start if claim.trigger else claim.start


def refused(claim: Claim) -> bool:
    """Whether somebody says that he will not do what would be co-operation."""
    to_come = claim.tense is Tense.FUTURE and bool(claim.actors)
    return to_come and claim.factuality in _NEGATED and claim.type in {*_COOPERATION, "AGREE"}


def _coded(claim: Claim) -> str:
    """PLOVER codes co-operation to come as AGREE, what will not come as REJECT, and conflict to come as THREATEN."""
    if refused(claim):
        return "REJECT"
    if claim.tense is Tense.FUTURE or claim.factuality not in _HELD:
        if claim.type in _COOPERATION:
            return "AGREE"
        if claim.type in _CONFLICT:
            return "THREATEN"
    return claim.type


def parties_of(record: Record, claims: Sequence[Claim], codebook: Codebook) -> tuple[set[str], set[str]]:
    """The countries of who acts and of who is acted on.

    Where the text names none, or somebody of no known country, it is the country where it happened, as far as the
    claim's own places tell, or else those of its sentence.
    """
    belonging = homes(claims)
    here = grounds(record.claim.places, codebook) or grounds((p for claim in claims for p in claim.places), codebook)
    by = reach(record.claim.actors, codebook, belonging) or beside(record.claim, record.claim.actors, claims, codebook)
    to = reach(record.claim.recipients, codebook, belonging)
    to = to or beside(record.claim, record.claim.recipients, claims, codebook)
    return by or here or (to if record.type == "PROTEST" else set()), to or here


def homes(claims: Iterable[Claim]) -> dict[str, tuple[ActorMention, ...]]:
    """The bodies and states that the sentence says a person belongs to or leads ("the Israeli president, X")."""
    return {
        holder.actor: claim.recipients
        for claim in claims
        if claim.type in ("PART_OF", "COMMANDS")
        for holder in claim.actors
    }


def reach(
    mentions: Iterable[ActorMention], codebook: Codebook, belonging: Mapping[str, tuple[ActorMention, ...]]
) -> set[str]:
    """ISO 3166 alpha-3 codes of the states that the actors are or belong to; bodies of several states are one code."""
    found = set()
    for mention in (m for named in mentions for m in (named, *belonging.get(named.actor, ()))):
        entry = codebook.actors.get(mention.actor)
        if entry:
            found |= _home(entry, codebook)
            continue
        known = [codebook.actors[m.actor] for m in actors.find(mention.text, codebook) if m.actor in codebook.actors]
        of_words = {code for actor in known for code in _home(actor, codebook)}
        found |= of_words or _demonyms(mention.text, codebook)
    return found


def beside(claim: Claim, mentions: Iterable[ActorMention], claims: Sequence[Claim], codebook: Codebook) -> set[str]:
    """The states of the ground or body that stands right behind the mentions: "activists in Algiers"."""
    found = set()
    for mention in mentions:
        tail = _BEHIND.match(claim.text, max(0, mention.end - claim.start))
        if tail is None:
            continue
        start, end = claim.start + tail.start(1), claim.start + tail.end(1)
        found |= grounds((p for c in claims for p in c.places if start <= p.start < end), codebook)
        found |= reach([ActorMention("", "", tail[1], start, end)], codebook, {})
    return found


def _home(actor: ActorEntry, codebook: Codebook) -> set[str]:
    """The code of the state an actor is or belongs to; where it has none, of the bodies it is part of or served."""
    state = codebook.actors.get(actor.country) if actor.country else actor
    if state and state.code:
        return {state.code}
    if actor.kind in (ActorKind.ORGANISATION, ActorKind.COALITION) and not actor.country:
        return {INTERNATIONAL}
    above = [codebook.actors.get(i) for i in (*(t.actor for t in actor.part_of), *(o.of for o in actor.offices))]
    return {code for body in above if body and body is not actor for code in _home(body, codebook)}


def _demonyms(text: str, codebook: Codebook) -> set[str]:
    """The states whose adjective stands among the words: "Turkish Kurd refugees"."""
    words = f" {text} "
    return {s.iso3 for s in codebook.states.values() for each in s.adjectives if f" {each} " in words}


def grounds(places: Iterable[PlaceMention], codebook: Codebook) -> set[str]:
    """ISO 3166 alpha-3 codes of the states in which the places lie."""
    codes = {state.id: state.iso3 for state in codebook.states.values()}
    return {codes[p] for place in places for p in (place.place, *parents(place, codebook)) if p in codes}
