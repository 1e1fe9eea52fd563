"""Which states the parties of a claim are or belong to, in ISO 3166 alpha-3 codes.

What always holds: a body of several states has one code of its own; an actor whose state neither the codebook nor its
words tell has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from testimonia.codebook.codebook import Codebook
from testimonia.codebook.schema import ActorEntry
from testimonia.model.claim import ActorMention, Claim, PlaceMention
from testimonia.model.source import ActorKind
from testimonia.read import actors
from testimonia.read.place_parents import parents

_BEHIND = re.compile(
    r"\s+(?:in|from|of|throughout|across|inside)\s+(?:the\s+|south\w*\s+|north\w*\s+)*([A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*)*)"
)
INTERNATIONAL = "IGO"  # PLOVER's code for bodies of several states


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
