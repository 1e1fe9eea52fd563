"""TempEval-3 (``time``): strict, relaxed, type and value F1 of TIMEX3 expressions, as the set's README says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.accuracy import time_rivals
from benchmarks.accuracy.rows import Row, f1, lines, overlap_pairs, scored_file
from testimonia.read import periods
from testimonia.read.periods import Timex

SET = "time"
_PEERS = {
    "strict": "HeidelTime about .81 on TempEval-3 platinum",
    "relaxed": "HeidelTime about .90 on TempEval-3 platinum",
    "value": "HeidelTime about .78 on TempEval-3 platinum",
}


def _f1(records: list[dict[str, Any]], tagger: Callable[[str, date], list[Timex]]) -> tuple[dict[str, float], int]:
    """Micro F1 over the documents by metric, and the number of gold expressions."""
    hits = dict.fromkeys(("strict", "relaxed", "type", "value"), 0)
    predicted = total = 0
    for record in records:
        gold = record["timexes"]
        found = tagger(record["text"], date.fromisoformat(record["dct"][:10]))
        gold_spans = [(item["start"], item["end"]) for item in gold]
        spans = [(item.start, item.end) for item in found]
        total += len(gold)
        predicted += len(spans)
        hits["strict"] += len(set(gold_spans) & set(spans))
        for i, j in overlap_pairs(gold_spans, spans):
            hits["relaxed"] += 1
            hits["type"] += gold[i]["type"] == found[j].type
            hits["value"] += gold[i]["value"] == found[j].value
    return {name: f1(count, predicted, total)[2] for name, count in hits.items()}, total


def score(folder: Path, rivals: bool = False) -> list[Row]:
    """The creation time is given and not scored. With ``rivals``, dateparser's rows stand beside ours."""
    records = lines(scored_file(folder, "docs"))
    scores, total = _f1(records, periods.timex)
    rows = [Row(SET, f"TIMEX3 {name} F1", value, _PEERS.get(name), total) for name, value in scores.items()]
    if rivals and time_rivals.installed(time_rivals.DATEPARSER):
        theirs, _ = _f1(records, time_rivals.dateparser_timexes)
        rows += [Row(SET, f"TIMEX3 {name} F1, dateparser", value, None, total) for name, value in theirs.items()]
    return rows
