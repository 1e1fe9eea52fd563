"""Altered articles (``altered``): which dimensions a copy contradicts, and false alarms, as the set's README says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.accuracy import corpora
from benchmarks.accuracy.corpora import Corpus
from benchmarks.accuracy.rows import Row, f1, lines
from testimonia.compare.alterations import AlterationKind, between

SET = "altered"
DIMENSIONS = {
    "Date of death": AlterationKind.DATE,
    "Place of death": AlterationKind.PLACE,
    "Actor": AlterationKind.DOER,
    "Cause of death": AlterationKind.MEANS,
    "Name of casualty or group": AlterationKind.VICTIM,
}
# The copies of each article, with how many of its changed facts each one holds.
COPIES = {"changed": 3, "between": 2}


def score(folder: Path) -> list[Row]:
    """F1 per dimension, over all (micro), detection, and false alarms on the next article."""
    records = lines(folder / "triples.jsonl")
    corpus = corpora.read(
        [corpora.document(f"{r['id']}-{which}", r[which]) for r in records for which in ("original", *COPIES)]
    )
    rows: list[Row] = []
    for copy, changed in COPIES.items():
        rows += _rows(copy, changed, records, corpus)
    following = zip(records, [*records[1:], records[0]], strict=True)
    alarms = sum(bool(_kinds(f"{one['id']}-original", f"{two['id']}-original", corpus)) for one, two in following)
    return [*rows, Row(SET, "false alarms on other incidents", alarms / len(records), None, len(records))]


def _rows(copy: str, changed: int, records: Sequence[Mapping[str, Any]], corpus: Corpus) -> list[Row]:
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    detected = 0
    for record in records:
        wanted = {DIMENSIONS[name] for name in record["changed_facts"][:changed]}
        ours = _kinds(f"{record['id']}-original", f"{record['id']}-{copy}", corpus)
        detected += bool(ours)
        right.update(wanted & ours)
        found.update(ours)
        gold.update(wanted)
    rows = [
        Row(SET, f"{copy}: {kind.value} F1", f1(right[kind], found[kind], gold[kind])[2], None, gold[kind])
        for kind in AlterationKind
    ]
    total = f1(right.total(), found.total(), gold.total())[2]
    rows.append(Row(SET, f"{copy}: all dimensions F1", total, None, gold.total()))
    return [*rows, Row(SET, f"{copy}: detected", detected / len(records), None, len(records))]


def _kinds(left: str, right: str, corpus: Corpus) -> set[AlterationKind]:
    one, two = ([claim for claim in corpus.claims if claim.account == name] for name in (left, right))
    texts = corpus.documents[left].text, corpus.documents[right].text
    return {change.kind for change in between(texts[0], one, texts[1], two, corpora.book())}
