"""What a scorer returns, and what every scorer needs: rows of one table, the lines of a set, and span matching.

What always holds: a row names its set, its metric, the number of gold items it rests on, and a value that
nothing but the set's own gold and our own reading went into.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. ``best_known`` is a peer's figure in words or ``None``; ``n`` counts gold items."""

    set: str
    metric: str
    ours: float
    best_known: str | None
    n: int


class MissingSetError(Exception):
    """A set, or the file of it that a scorer needs, is not there; the text says which."""


def scored_file(folder: Path, stem: str | None = None) -> Path:
    """The file of a set to score: ``test.jsonl``, else ``dev.jsonl``, else ``stem.jsonl``, else the only one.

    Raises ``MissingSetError`` where none of them is there.
    """
    for name in ("test", "dev", stem):
        if name and (path := folder / f"{name}.jsonl").exists():
            return path
    files = sorted(folder.glob("*.jsonl"))
    if len(files) == 1:
        return files[0]
    wanted = f"{stem}.jsonl" if stem else "one .jsonl file"
    raise MissingSetError(f"{folder}: expected test.jsonl, dev.jsonl or {wanted}")


def lines(path: Path) -> list[dict[str, Any]]:
    """The records of a JSON-lines file. Raises ``MissingSetError`` where there is no such file."""
    if not path.exists():
        raise MissingSetError(f"{path}: no such file")
    with path.open(encoding="utf-8") as stream:
        return [json.loads(line) for line in stream if line.strip()]


def f1(hits: int, predicted: int, gold: int) -> tuple[float, float, float]:
    """Precision, recall and F1; a ratio with denominator 0 is 0."""
    precision = hits / predicted if predicted else 0.0
    recall = hits / gold if gold else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def overlap_pairs(gold: Sequence[tuple[int, int]], predicted: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """One-to-one pairs (gold index, predicted index) of spans that share a character, longest overlap first."""
    candidates = []
    for i, (gold_start, gold_end) in enumerate(gold):
        for j, (start, end) in enumerate(predicted):
            shared = min(gold_end, end) - max(gold_start, start)
            if shared > 0:
                candidates.append((-shared, gold_start, start, i, j))
    pairs: list[tuple[int, int]] = []
    used_gold: set[int] = set()
    used_predicted: set[int] = set()
    for *_, i, j in sorted(candidates):
        if i not in used_gold and j not in used_predicted:
            used_gold.add(i)
            used_predicted.add(j)
            pairs.append((i, j))
    return pairs


def table(rows: Iterable[Row]) -> str:
    """The rows as aligned plain text with a heading."""
    cells = [("set", "metric", "ours", "best known", "n")]
    cells += [(row.set, row.metric, f"{row.ours:.3f}", row.best_known or "-", str(row.n)) for row in rows]
    widths = [max(len(row[column]) for row in cells) for column in range(5)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells
    )
