"""Statements about what others did, as CAMEO's coders read them: whoever reports an attack accuses the attacker.

What always holds: only a party of known state that says so before what it tells ("Kenya said that Somalia attacked") is
an accuser; a source named behind ("..., Kenya said"), a reporter and an unnamed one are none; who tells of its own
deeds accuses nobody. The claim itself stays what it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from testimonia.codebook.codebook import Codebook
from testimonia.export.cameo import NOWHERE, Cameo, actor_code
from testimonia.export.coded_claims import Record
from testimonia.model.claim import ActorMention, Claim, SourceKind

_STATE = 3  # letters of a state's code, before its role's
_SAYING = (SourceKind.STATE, SourceKind.ORGANISATION, SourceKind.PERSON, SourceKind.GROUP)


def accuser(record: Record, claims: Sequence[Claim], codebook: Codebook, words: Cameo) -> str:
    """The code of who accuses the doers of a record by telling of it; empty where nobody does."""
    claim = record.claim
    if record.type not in words.accusing.types or not claim.actors:
        return ""
    told = next((link for link in reversed(claim.attribution) if link.start is not None), None)
    if told is None or told.start is None or told.end is None or told.kind not in _SAYING:
        return ""
    if told.end > claim.start or told.cue not in words.accusing.cues:
        return ""
    mention = ActorMention(told.source, told.name, told.name, told.start, told.end)
    code = actor_code(mention, claim, claims, codebook, words)
    stated = not code.startswith(NOWHERE) and bool(code)
    return code if stated and code[_STATE:] not in words.accusing.never and told.source not in _doers(claim) else ""


def _doers(claim: Claim) -> set[str]:
    return {mention.actor for mention in claim.actors}
