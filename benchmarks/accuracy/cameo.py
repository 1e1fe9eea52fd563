"""Our claims in CAMEO's terms: the code of an event and of an actor, by the table ``petrarch_codes.yaml``.

What always holds: the code of an event is the finest that its word, its sense and then its type give; the code of an
actor is that of its state, followed by that of its role where its words or its kind show one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from benchmarks.accuracy.event_records import Record, beside, homes, inside, reach, refused
from testimonia.codebook.codebook import Codebook
from testimonia.codebook.schema import ActorEntry
from testimonia.model.claim import ActorMention, Claim
from testimonia.model.source import ActorKind

_TABLE = Path(__file__).parent / "petrarch_codes.yaml"
_NOWHERE = "---"
_BY_KIND = {ActorKind.MILITARY: "MIL", ActorKind.GOVERNMENT: "GOV", ActorKind.GROUP: "REB"}
_OFFICES = ("PART_OF", "COMMANDS")
_SPEAKING = {"REQUEST": "02", "AGREE": "03", "REJECT": "12"}


@dataclass(frozen=True)
class Cameo:
    """The table, each part as its comment in the file says."""

    types: Mapping[str, str]
    senses: Mapping[str, str]
    words: Mapping[str, str]
    within: Mapping[str, str]
    roots: Mapping[str, Sequence[str]]
    servants: Sequence[str]
    roles: Mapping[str, Sequence[str]]
    bodies: Mapping[str, str]

    def code(self, record: Record, claims: Sequence[Claim]) -> str:
        """The CAMEO code of a record; ``claims`` are all of its sentence, for what a request or promise is about."""
        claim = record.claim
        kind = "REJECT" if refused(claim) else record.type
        sense = claim.rule.split(" ")[0]
        word = next((quoted for quoted in claim.rule.split("'")[1:2]), "").split(" ")[0]
        finer = [self.words.get(word, ""), *(code for s, code in self.senses.items() if sense.startswith(s))]
        code = next((code for code in finer if code[:2] in self.roots[kind]), "")
        nested = [other for other in claims if other.type in self.within and inside(other, claim)]
        if not code and nested and (root := _SPEAKING.get(kind)):
            return root + self.within[nested[0].type]
        return code or self.types[kind]

    def actor(self, mention: ActorMention, claim: Claim, claims: Sequence[Claim], codebook: Codebook) -> str:
        """The CAMEO code of an actor of ``claim``; empty where it has neither state nor role."""
        offices = [c for c in claims if c.type in _OFFICES and mention.actor in {held.actor for held in c.actors}]
        entry = codebook.actors.get(mention.actor)
        words = mention.text.lower().split()
        if mention.actor in self.bodies:
            role = self._role(words, None)
            return self.bodies[mention.actor] + (role if role == "MIL" else "")
        of_state = sorted(
            reach([mention], codebook, {})
            or reach([mention], codebook, homes(offices))
            or beside(claim, [mention], claims, codebook)
        )
        titles = [word for claim in offices for word in claim.text.lower().replace("'s", "").split()]
        if entry is not None and entry.kind is ActorKind.PERSON:
            words = [word for office in entry.offices for word in office.title.lower().split()]
            role = self._role(words, None)
            return (of_state or [_NOWHERE])[0] + (role if role in self.servants else "GOV" if entry.offices else "")
        role = self._role(words, entry) or self._role(titles, None)
        return of_state[0] + role if of_state else _NOWHERE + role if role else ""

    def _role(self, words: Sequence[str], entry: ActorEntry | None) -> str:
        for word in reversed(words):
            for role, heads in self.roles.items():
                if word in heads or word.removesuffix("s") in heads:
                    return role
        return _BY_KIND.get(entry.kind, "") if entry else ""


@lru_cache(maxsize=1)
def cameo() -> Cameo:
    """The table, read once."""
    content = yaml.safe_load(_TABLE.read_text(encoding="utf-8"))
    return Cameo(**content)
