"""PLOVER's gold sentences: the event type of a sentence, and the countries of who acts on whom (its README's metrics).

What is scored are the event records that our claims of the sentence give (``export/coded_claims.py``).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.accuracy.rows import Row, f1, lines, scored_file
from testimonia.codebook.codebook import Codebook, load
from testimonia.export.coded_claims import Record, records
from testimonia.export.coded_states import beside, grounds, homes, reach
from testimonia.model.claim import Claim
from testimonia.model.document import Account, Document, Section, SectionKind
from testimonia.model.period import Basis, Period
from testimonia.read.reader import read

_SET = "plover"
_DAY = date(2005, 6, 1)  # most sentences tell of the 1990s and 2000s and give no date


def score(folder: Path) -> list[Row]:
    """Type P, R, F1, accuracy of the first type, country of source and target, and all three together."""
    codebook = load(base=("english", "world"))
    examples = lines(scored_file(folder, "sentences"))
    hits = predicted = first = sourced = source_hits = target_hits = together = 0
    for example in examples:
        verdict = judged(example, codebook)
        hits += verdict.right
        predicted += len(verdict.types)
        first += verdict.types[:1] == (example["event"],)
        if example["source"]:
            sourced += 1
            source_hits += verdict.source
            target_hits += verdict.target
            together += verdict.right and verdict.source and verdict.target
    n = len(examples)
    precision, recall, both = f1(hits, predicted, n)
    peer = "UniversalPetrarch"
    return [
        Row(_SET, "event type F1", both, f".459 {peer}", n),
        Row(_SET, "event type precision", precision, f".498 {peer}", n),
        Row(_SET, "event type recall", recall, f".425 {peer}", n),
        Row(_SET, "first type right", first / n if n else 0.0, None, n),
        Row(_SET, "source country", source_hits / sourced if sourced else 0.0, f".567 {peer}", sourced),
        Row(_SET, "target country", target_hits / sourced if sourced else 0.0, f".523 {peer}", sourced),
        Row(_SET, "type + source + target", together / sourced if sourced else 0.0, f".206 {peer}", sourced),
    ]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was read of one sentence: the types in order, and whether type, source and target are the gold ones."""

    types: tuple[str, ...]
    right: bool
    source: bool
    target: bool


def judged(example: Mapping[str, Any], codebook: Codebook) -> Verdict:
    """One sentence of the set, read and held against its gold."""
    claims = read(document_of(example["text"]), codebook)
    found = records(claims)
    types = tuple(dict.fromkeys(record.type for record in found))
    sources = {actor["code"][:3] for actor in example["source"]}
    targets = {actor["code"][:3] for actor in example["target"]} or sources
    parties = [
        parties_of(record, claims, codebook)
        for record in [record for record in found if record.type == example["event"]] or found
    ]
    by_target = any(targets & (to if example["target"] else to | by) for by, to in parties)
    return Verdict(types, example["event"] in types, any(sources & by for by, _ in parties), by_target)


def document_of(text: str, day: date | None = None) -> Document:
    """A sentence as a document of its own, of ``day`` or of the years that most of the sentences tell of."""
    day = day or _DAY
    seal = hashlib.sha256(text.encode()).hexdigest()
    account = Account(seal[:16], seal[:16], None, None, _SET, Period(day, day), Basis.STATED, "en")
    body = (Section(SectionKind.BODY, 0, len(text), account.id),)
    return Document(seal[:16], seal, "text/plain", text, None, None, body, (account,), "en")


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
