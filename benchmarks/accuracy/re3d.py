"""re3d (``re3d``): words for organisations, persons and places, found end to end.

Follows 2 of the set's README: overlap matches of the same type, one to one inside a document, micro. The types
scored are those the finder gives; exact matches stand beside.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.accuracy.rows import Row, f1, lines, overlap_pairs, scored_file
from testimonia.read import entities
from testimonia.read.entities import Kind

SET = "re3d"
TYPES = {"Organisation": Kind.ORGANISATION, "Person": Kind.PERSON, "Location": Kind.PLACE}


def counted(records: list[dict[str, Any]]) -> tuple[Counter[str], Counter[str], Counter[str], int]:
    """Hits, predictions and gold entities by type, and exact hits over all types."""
    hits, predicted, gold = Counter[str](), Counter[str](), Counter[str]()
    exact = 0
    for record in records:
        found = entities.find(record["text"])
        for name, kind in TYPES.items():
            truth = sorted({(e["start"], e["end"]) for e in record["entities"] if e["type"] == name})
            spans = sorted({(e.start, e.end) for e in found if e.kind is kind})
            hits[name] += len(overlap_pairs(truth, spans))
            predicted[name] += len(spans)
            gold[name] += len(truth)
            exact += len(set(truth) & set(spans))
    return hits, predicted, gold, exact


def score(folder: Path) -> list[Row]:
    """Overlap F1 pooled and by type, and exact F1 pooled."""
    hits, predicted, gold, exact = counted(lines(scored_file(folder, "docs")))
    total = gold.total()
    precision, recall, pooled = f1(hits.total(), predicted.total(), total)
    return [
        Row(SET, "entities overlap F1, pooled", pooled, None, total),
        Row(SET, "entities overlap precision, pooled", precision, None, total),
        Row(SET, "entities overlap recall, pooled", recall, None, total),
        *(
            Row(SET, f"entities overlap F1, {name}", f1(hits[name], predicted[name], gold[name])[2], None, gold[name])
            for name in TYPES
        ),
        Row(SET, "entities exact F1, pooled", f1(exact, predicted.total(), total)[2], None, total),
    ]
