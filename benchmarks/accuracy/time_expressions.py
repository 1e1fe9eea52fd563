"""TempEval-3 (``time``): strict, relaxed, type and value F1 of TIMEX3 expressions, as the set's README says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from benchmarks.accuracy.rows import Row, f1, lines, overlap_pairs, scored_file
from testimonia.read import periods

SET = "time"
_PEERS = "HeidelTime about {} on TempEval-3 platinum"


def score(folder: Path) -> list[Row]:
    """Micro F1 over the documents; the creation time is given and not scored."""
    strict = relaxed = typed = valued = predicted_count = gold_count = 0
    for record in lines(scored_file(folder, "docs")):
        gold = record["timexes"]
        found = periods.timex(record["text"], date.fromisoformat(record["dct"][:10]))
        gold_spans = [(item["start"], item["end"]) for item in gold]
        spans = [(item.start, item.end) for item in found]
        gold_count += len(gold)
        predicted_count += len(spans)
        strict += len(set(gold_spans) & set(spans))
        for i, j in overlap_pairs(gold_spans, spans):
            relaxed += 1
            typed += gold[i]["type"] == found[j].type
            valued += gold[i]["value"] == found[j].value
    return [
        Row(SET, f"TIMEX3 {name} F1", f1(hits, predicted_count, gold_count)[2], peer, gold_count)
        for name, hits, peer in (
            ("strict", strict, _PEERS.format(".81")),
            ("relaxed", relaxed, _PEERS.format(".90")),
            ("type", typed, None),
            ("value", valued, _PEERS.format(".78")),
        )
    ]
