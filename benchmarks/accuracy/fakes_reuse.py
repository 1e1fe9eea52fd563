"""FA-KES (``fakes``): cross-outlet pairs that rest on one report, against the pairs that share half their words."""

from __future__ import annotations

from pathlib import Path

from benchmarks.accuracy import corpora
from benchmarks.accuracy.rows import Row, f1, lines
from testimonia.link import copies

SET = "fakes"


def score(folder: Path) -> list[Row]:
    """Precision, recall and F1 of unordered pairs of different outlets."""
    records = lines(folder / "docs.jsonl")
    documents = {r["id"]: corpora.document(r["id"], r["text"], outlet=r["outlet"]) for r in records}
    accounts = [document.accounts[0] for document in documents.values()]
    outlet = {record["id"]: record["outlet"] for record in records}
    gold = {tuple(sorted((pair["a"], pair["b"]))) for pair in lines(folder / "reuse_pairs.jsonl")}
    found = {
        (copy.left, copy.right)
        for copy in copies.find(accounts, documents)
        if copy.containment >= copies.WHOLE and outlet[copy.left] != outlet[copy.right]
    }
    names = ("precision", "recall", "F1")
    values = f1(len(gold & found), len(found), len(gold))
    return [
        Row(SET, f"shared origin {name}", value, None, len(gold)) for name, value in zip(names, values, strict=True)
    ]
