"""Claims as coded events: who did what to whom in CAMEO's codes, one row a triple.

What always holds: a row rests on one claim and keeps its id, its firmness and its source; a claim without both parties
gives none, but where the text names no party, the state on whose ground it happened stands for it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import product

from testimonia.casefile.casefile import Casefile
from testimonia.casefile.records import as_plain
from testimonia.codebook.codebook import Codebook
from testimonia.export.cameo import Cameo, actor_code, cameo, event_code
from testimonia.export.coded_claims import Record, as_told
from testimonia.export.coded_states import grounds
from testimonia.export.columns import bounds, field, fields, identifier, source_names
from testimonia.export.listing import Column, Listing
from testimonia.link.sentences import sentence_of
from testimonia.model.claim import ActorMention, Claim

# Codes that CAMEO gives in both directions, and roots in which those who act together act on each other.
_BOTH_WAYS = ("040", "046")
_MUTUAL = ("03", "04", "05", "06", "12")
_STATE = 3  # letters of a state's code, before its role's


@dataclass(frozen=True, slots=True)
class Coded:
    """One coded event: ``source`` did ``code`` to ``target``, as ``claim`` says."""

    source: str
    code: str
    target: str
    claim: Claim


def coded(claims: Sequence[Claim], codebook: Codebook) -> list[Coded]:
    """The coded events of the claims of one sentence, in their order, each triple once."""
    words = cameo(codebook)
    found: dict[tuple[str, str, str], Coded] = {}
    for record in as_told(claims):
        code = event_code(record, claims, words)
        sources = _parties(record, record.claim.actors, claims, codebook, words)
        targets = _parties(record, record.claim.recipients, claims, codebook, words)
        if not targets and code[:2] in _MUTUAL:
            targets = sources  # "A and B restored ties": each with the other
        for source, target in product(sources, targets):
            if source == target:
                continue
            pairs = [(source, target), (target, source)] if code in _BOTH_WAYS else [(source, target)]
            for by, to in pairs:
                found.setdefault((by, code, to), Coded(by, code, to, record.claim))
    return [event for event in found.values() if not _said_finer(event, found)]


def _said_finer(event: Coded, found: Collection[tuple[str, str, str]]) -> bool:
    """Whether the same act between the same parties stands there with a finer code of its root: 130 beside 138."""
    root = event.code.rstrip("0")
    return any(
        (by, to) == (event.source, event.target) and code != event.code and len(root) < 3 and code.startswith(root)
        for by, code, to in found
    )


def _parties(
    record: Record, mentions: Sequence[ActorMention], claims: Sequence[Claim], codebook: Codebook, words: Cameo
) -> list[str]:
    named = [actor_code(mention, record.claim, claims, codebook, words) for mention in mentions]
    named = [code + _shared_role(n, mentions, named, codebook) for n, code in enumerate(named)]
    known = list(dict.fromkeys(code for code in named if code))
    several = record.claim.actors[1:] and not mentions  # who act on each other need no ground to act on
    return known or ([] if several else sorted(grounds(record.claim.places, codebook))[:1])


def _shared_role(number: int, mentions: Sequence[ActorMention], codes: Sequence[str], codebook: Codebook) -> str:
    """The role that one of several states has by the noun of another: "Hungarian and Romanian officials"."""
    if len(codes[number]) != _STATE:
        return ""
    mention = mentions[number]
    said = mention.text
    around = (c for m, c in zip(mentions, codes, strict=True) if m.start <= mention.start and mention.end <= m.end)
    if any(said in state.adjectives for state in codebook.states.values()):
        return next((code[_STATE:] for code in (*around, *codes[number + 1 :]) if len(code) > _STATE), "")
    first = codes[0][_STATE:]  # "the ambassadors of Egypt, Kuwait and Libya"
    return first if number and mentions[0].text.islower() and said == mention.name else ""


def listing(case: Casefile, codebook: Codebook) -> Listing:
    """The coded events of a case: one row a triple, with id, words, firmness and sources of its claim."""
    texts = {document.id: document.text for document in case.documents()}
    sentences: dict[tuple[str, str, int], list[Claim]] = {}
    for claim in case.claims():
        where = sentence_of(texts[claim.document], claim.start, claim.start)[0]
        sentences.setdefault((claim.document, claim.account, where), []).append(claim)
    rows = [
        as_plain(event.claim) | {"source": event.source, "code": event.code, "target": event.target}
        for claims in sentences.values()
        for event in coded(claims, codebook)
    ]
    start, end = bounds()
    columns = (identifier(), start, *fields("source code target"), Column("words", lambda row: row["text"], wide=6))
    sheet = (
        field("id"), start, end,
        *fields("source code target document account factuality tense confidence"),
        source_names(), field("text"),
    )  # fmt: skip
    return Listing("coded_events", rows, columns, sheet)
