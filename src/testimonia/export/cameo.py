"""Claims in CAMEO's terms: the code of an event and of an actor, by the word list ``cameo.yaml``.

What always holds: the code of an event is the finest that its word, its sense and then its type give; the code of an
actor is that of its state, followed by that of its role where its words or its kind show one. The scheme is that of the
CAMEO manual 1.1b3 (Schrodt 2012).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from testimonia.codebook.codebook import Codebook
from testimonia.codebook.schema import ActorEntry, Entry, Words, WordSet
from testimonia.export.coded_claims import HELD, Record, inside, refused
from testimonia.export.coded_states import beside, homes, reach
from testimonia.model.claim import ActorMention, Claim
from testimonia.model.source import ActorKind

NOWHERE = "---"
_BY_KIND = {ActorKind.MILITARY: "MIL", ActorKind.GOVERNMENT: "GOV", ActorKind.GROUP: "REB"}
_OFFICES = ("PART_OF", "COMMANDS")


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


def cameo(codebook: Codebook) -> Cameo:
    """The codes of a codebook. Raises ``CodebookError`` where the file breaks its schema or none is there."""
    return codebook.lexicon("cameo", Cameo)


def event_code(record: Record, claims: Sequence[Claim], words: Cameo) -> str:
    """The CAMEO code of a record; ``claims`` are all of its sentence, for what a request or promise is about."""
    claim = record.claim
    kind = "REJECT" if refused(claim) else record.type
    sense = claim.rule.split(" ")[0]
    word = next((quoted for quoted in claim.rule.split("'")[1:2]), "").split(" ")[0]
    finer = [words.words.get(word, ""), *(code for s, code in words.senses.items() if sense.startswith(s))]
    code = next((code for code in finer if code[:2] in words.roots[kind]), "") or words.types[kind]
    if kind in words.speaking and code.endswith("0"):
        root = code[:2] if code[:2] in words.speaking[kind] else words.speaking[kind][0]
        digits = (words.within[root].get(other.type) for other in claims if _spoken_of(other, claim))
        code = next((root + digit for digit in digits if digit), code)
    return code


def _spoken_of(other: Claim, claim: Claim) -> bool:
    """Whether what is asked, promised, refused or threatened is what ``other`` tells: "asked France to help Niger"."""
    if inside(other, claim):
        return True
    if other.factuality in HELD or not (other.trigger and claim.trigger):
        return False
    return claim.trigger.end <= other.trigger.start < claim.end


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
