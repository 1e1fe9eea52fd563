"""The CAMEO code of an event: by what is done to what, else by its word, its sense, its type.

What always holds: what is asked, promised, refused or threatened gives such a claim its third digit; co-operation that
is only intended is an intention; the scheme is that of the CAMEO manual 1.1b3 (Schrodt 2012), by ``cameo.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from testimonia.export.cameo import Act, Cameo
from testimonia.export.coded_claims import HELD, Record, inside, refused
from testimonia.model.claim import Claim
from testimonia.model.factuality import Factuality, Tense

# Characters on either side of the word that tells, within which an object is looked for.
_NEAR = 70
_INTENDED = ("CONSULT", "SUPPORT", "COOPERATE", "AID")
_FIRMNESS = re.compile(r"firmness: (.*)")
_WORD = re.compile(r"[A-Za-z][A-Za-z-]*")


def event_code(record: Record, claims: Sequence[Claim], words: Cameo) -> str:
    """The CAMEO code of a record; ``claims`` are all of its sentence, for what a request or promise is about."""
    claim = record.claim
    if refused(claim):
        return _about("12", claim.type, words) or words.types["REJECT"]
    if _intended(record, words):
        return _about("03", claim.type, words) or words.types["AGREE"]
    told = _told_by(claim)
    near = _nouns(claim)
    act = next((act.code for act in words.acts if _fits(act, record, told, near, words)), None)
    if act is not None:
        return act
    kind = record.type
    sense = claim.rule.split(" ")[0]
    word = told.split(" ")[0]
    finer = [words.words.get(word, ""), *(code for s, code in words.senses.items() if sense.startswith(s))]
    of_relation = claim.type != kind  # a standing relation, whose type is only the nearest
    code = next((code for code in finer if code and (of_relation or code[:2] in words.roots[kind])), "")
    code = code or words.types[kind]
    if kind in words.speaking and (code.endswith("0") or code == words.refusing):
        root = code[:2] if code[:2] in words.speaking[kind] else words.speaking[kind][0]
        types = (other.type for other in claims if _spoken_of(other, claim))
        code = next(
            (found for found in (_about(root, t, words) for t in (*types, *_topics(claim, words))) if found), code
        )
    return code


def _about(root: str, kind: str, words: Cameo) -> str:
    digit = words.within[root].get(kind)
    return root + digit if digit else ""


def _intended(record: Record, words: Cameo) -> bool:
    """Whether co-operation is only wanted or planned: "wants to help", "is ready to meet"."""
    claim = record.claim
    if claim.factuality is not Factuality.UNCOMMITTED or claim.tense is not Tense.FUTURE or claim.condition is not None:
        return False
    found = _FIRMNESS.search(claim.rule)
    if record.type not in _INTENDED or found is None:
        return False
    said = _WORD.findall(found[1])
    return any(word.removesuffix(end) in words.intending for word in said for end in ("", "s", "ed", "ing", "ning"))


def _told_by(claim: Claim) -> str:
    """The lemma, or the words, by which the rule found the claim."""
    return next(iter(claim.rule.split("'")[1:2]), "")


def _fits(act: Act, record: Record, told: str, near: frozenset[str], words: Cameo) -> bool:
    if act.types and not act.types & {record.type, record.claim.type}:
        return False
    if not act.types and record.type in words.speaking:
        return False
    acting = " ".join(mention.text for mention in record.claim.actors)
    if act.by and not act.by & set(_WORD.findall(acting.lower())):
        return False
    if not act.verbs:
        return not act.objects or bool(act.objects & set(_WORD.findall(f"{acting} {record.claim.text}".lower())))
    return bool(act.verbs & {told, told.split(" ", maxsplit=1)[0]}) and (not act.objects or bool(act.objects & near))


def _nouns(claim: Claim) -> frozenset[str]:
    """The words near the one that tells, in small letters; those before it only where it is a noun or a passive."""
    at, end = (claim.trigger.start - claim.start, claim.trigger.end - claim.start) if claim.trigger else (0, 0)
    before = claim.text[max(0, at - _NEAR) : at] if "passive" in claim.rule or "(noun" in claim.rule else ""
    return frozenset(_WORD.findall(f"{before} {claim.text[at : end + _NEAR]}".lower()))


def _topics(claim: Claim, words: Cameo) -> list[str]:
    """The types of what is named behind the word that tells, in order."""
    at = claim.trigger.end - claim.start if claim.trigger else 0
    behind = _WORD.findall(claim.text[at : at + _NEAR].lower())
    return [kind for word in behind for kind, nouns in words.topics.items() if word in nouns]


def _spoken_of(other: Claim, claim: Claim) -> bool:
    """Whether what is asked, promised, refused or threatened is what ``other`` tells: "asked France to help Niger"."""
    if inside(other, claim):
        return True
    if other.factuality in HELD or not (other.trigger and claim.trigger):
        return False
    return claim.trigger.end <= other.trigger.start < claim.end
