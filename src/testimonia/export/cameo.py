"""Actors in CAMEO's terms, and the word list ``cameo.yaml`` for them and for events (``cameo_events``).

What always holds: the code of an actor is that of its state, followed by that of its role where its words or its kind
show one. The scheme is that of the CAMEO manual 1.1b3 (Schrodt 2012).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from testimonia.codebook.codebook import Codebook
from testimonia.codebook.schema import ActorEntry, Entry, Words, WordSet
from testimonia.export.coded_states import beside, homes, reach
from testimonia.model.claim import ActorMention, Claim
from testimonia.model.source import ActorKind

NOWHERE = "---"
_BY_KIND = {ActorKind.MILITARY: "MIL", ActorKind.GOVERNMENT: "GOV", ActorKind.GROUP: "REB"}
_OFFICES = ("PART_OF", "COMMANDS")


class Act(Entry):
    """A code by what is done to what: words of the rule, nouns near, types, who acts; what is empty fits all."""

    code: str
    verbs: WordSet = frozenset()
    objects: WordSet = frozenset()
    types: WordSet = frozenset()
    by: WordSet = frozenset()


class Unrest(Entry):
    """The code that violence by one role against another takes ``instead`` of those."""

    code: str
    by: WordSet
    against: WordSet
    instead: WordSet


class Accusing(Entry):
    """Which statements are accusations: ``types`` told of, ``cues`` of saying, roles that ``never`` accuse."""

    code: str
    types: WordSet
    cues: WordSet
    never: WordSet


class Cameo(Entry):
    """The whole of ``cameo.yaml``, each part as its comment there says."""

    types: Mapping[str, str]
    senses: Mapping[str, str]
    words: Mapping[str, str]
    within: Mapping[str, Mapping[str, str]]
    speaking: Mapping[str, Words]
    roots: Mapping[str, Words]
    servants: WordSet
    roles: Mapping[str, WordSet]
    bodies: Mapping[str, str]
    topics: Mapping[str, WordSet]
    intending: WordSet
    refusing: str
    acts: tuple[Act, ...]
    unrest: tuple[Unrest, ...]
    accusing: Accusing


def cameo(codebook: Codebook) -> Cameo:
    """The codes of a codebook. Raises ``CodebookError`` where the file breaks its schema or none is there."""
    return codebook.lexicon("cameo", Cameo)


def actor_code(mention: ActorMention, claim: Claim, claims: Sequence[Claim], codebook: Codebook, words: Cameo) -> str:
    """The CAMEO code of an actor of ``claim``; empty where it has neither state nor role."""
    offices = [c for c in claims if c.type in _OFFICES and mention.actor in {held.actor for held in c.actors}]
    entry = codebook.actors.get(mention.actor)
    said = mention.text.lower().split()
    if mention.actor in words.bodies:
        role = _role(said, None, words)
        return words.bodies[mention.actor] + (role if role == "MIL" else "")
    of_state = sorted(
        reach([mention], codebook, {})
        or reach([mention], codebook, homes(offices))
        or beside(claim, [mention], claims, codebook)
    )
    titles = [word for claim in offices for word in claim.text.lower().replace("'s", "").split()]
    if entry is not None and entry.kind is ActorKind.PERSON:
        held = [word for office in entry.offices for word in office.title.lower().split()]
        role = _role(held, None, words)
        return (of_state or [NOWHERE])[0] + (role if role in words.servants else "GOV" if entry.offices else "")
    role = _role(said, entry, words) or _role(titles, None, words)
    return of_state[0] + role if of_state else NOWHERE + role if role else ""


def _role(said: Sequence[str], entry: ActorEntry | None, words: Cameo) -> str:
    for word in reversed(said):
        for role, heads in words.roles.items():
            if heads & {word, word.removesuffix("s"), word.removesuffix("ies") + "y"}:
                return role
    return _BY_KIND.get(entry.kind, "") if entry else ""
