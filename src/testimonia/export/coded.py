"""Claims as coded events: who did what to whom in CAMEO's codes, one row a triple.

What always holds: a row rests on one claim and keeps its id, its firmness and its source; a claim without both parties
gives none, but where the text names no party, the state on whose ground it happened stands for it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from testimonia.casefile.casefile import Casefile
from testimonia.casefile.records import as_plain
from testimonia.codebook.codebook import Codebook
from testimonia.export.cameo import NOWHERE, Cameo, cameo
from testimonia.export.cameo_events import event_code
from testimonia.export.coded_claims import Record, as_told
from testimonia.export.coded_parties import parties
from testimonia.export.coded_statements import accuser
from testimonia.export.coded_states import grounds
from testimonia.export.columns import bounds, field, fields, identifier, source_names
from testimonia.export.listing import Column, Listing
from testimonia.link.sentences import sentence_of
from testimonia.model.claim import Claim

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


def coded(claims: Sequence[Claim], codebook: Codebook, *, accusing: bool = False) -> list[Coded]:
    """The coded events of the claims of one sentence, in their order, each triple once.

    With ``accusing``, a party that says what another did is coded as its accuser, and the act itself is left out, as
    CAMEO's coders do; our claims tell both apart.
    """
    words = cameo(codebook)
    found: dict[tuple[str, str, str], Coded] = {}
    for record in as_told(claims):
        for by, code, to in _triples(record, claims, codebook, words, accusing=accusing):
            if by != to and not (by.startswith(NOWHERE) and to.startswith(NOWHERE)):
                found.setdefault((by, code, to), Coded(by, code, to, record.claim))
    return [event for event in found.values() if not _said_finer(event, found)]


def _triples(
    record: Record, claims: Sequence[Claim], codebook: Codebook, words: Cameo, *, accusing: bool
) -> Iterator[tuple[str, str, str]]:
    code = event_code(record, claims, words)
    sources = parties(record, "source", claims, codebook, words)
    if accusing and (by := accuser(record, claims, codebook, words)):
        yield from ((by, words.accusing.code, doer) for doer in sources)
        return
    targets = parties(record, "target", claims, codebook, words)
    if not targets and code[:2] in _MUTUAL:
        targets = sources  # "A and B restored ties": each with the other
    if all(code.startswith(NOWHERE) for code in (*sources, *targets)):
        targets = sorted(grounds(record.claim.places, codebook))[:1]  # "insurgents attacked the government"
    for source, target in product(sources, targets):
        yield source, _of_unrest(code, source, target, words), target
        if code in _BOTH_WAYS:
            yield target, code, source


def _said_finer(event: Coded, found: Collection[tuple[str, str, str]]) -> bool:
    """Whether the same act between the same parties stands there with a finer code of its root: 130 beside 138."""
    root = event.code.rstrip("0")
    return any(
        (by, to) == (event.source, event.target) and code != event.code and len(root) < 3 and code.startswith(root)
        for by, code, to in found
    )


def _of_unrest(code: str, source: str, target: str, words: Cameo) -> str:
    """Violence of demonstrators and against them has codes of its own."""
    by, to = source[_STATE:], target[_STATE:]
    fits = (u.code for u in words.unrest if by in u.by and (not u.against or to in u.against) and code in u.instead)
    return next(fits, code)


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
