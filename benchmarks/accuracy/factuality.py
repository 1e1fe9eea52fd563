"""How certain events are said to be: Pearson r and MAE on part ``dev`` of UW, UDS-IH2 and MEANTIME (README of the set).

The sets ask two questions. UW and MEANTIME ask how certain the text leaves its reader, so that plans lie in between:
they are scored on ``reader``, the default. UDS-IH2 asks whether something had happened when the text was written, so
that plans count as not: it is scored on ``happened``, and on ``reader`` in a row beside. A file without parts is
scored whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.accuracy.rows import MissingSetError, Row, lines
from testimonia.codebook.codebook import load
from testimonia.read import attribution, factuality
from testimonia.read.attribution_chain import Attribution
from testimonia.read.certainty import certainty
from testimonia.read.factuality_graded import graded
from testimonia.read.factuality_score import Scale
from testimonia.read.factuality_score import score as score_of
from testimonia.read.grammar import pipeline

if TYPE_CHECKING:
    from spacy.tokens import Doc

SETS: dict[str, tuple[Scale, str]] = {
    "uw": ("reader", ".863 (MAE .346) neural; ridge .768 (.494)"),
    "uds_ih2": ("happened", ".912 (MAE .722) neural; ridge .716 (1.191)"),
    "meantime": ("reader", "ridge .515 (MAE .479)"),
}


def triggers(path: Path, part: str | None = None) -> Iterator[tuple[Doc, int, list[Attribution], float, str]]:
    """Parsed text, token index, attributions, label and part of every target."""
    codebook = load(base=("english",))
    sentences = [sentence for sentence in lines(path) if part is None or sentence.get("part", part) == part]
    for sentence, doc in zip(sentences, pipeline().pipe([i["text"] for i in sentences], batch_size=200), strict=True):
        found = attribution.find(doc, [(0, len(sentence["text"]))], codebook)
        starts = {offset: token.i for token in doc for offset in range(token.idx, token.idx + len(token))}
        for target in sentence["targets"]:
            yield doc, starts[target["start"]], found, float(target["label"]), str(sentence.get("part"))


def pearson(left: list[float], right: list[float]) -> float:
    """Pearson's r; 0 where one side does not vary."""
    n = len(left)
    a, b = sum(left) / n, sum(right) / n
    product = sum((x - a) * (y - b) for x, y in zip(left, right, strict=True))
    spread = (sum((x - a) ** 2 for x in left) * sum((y - b) ** 2 for y in right)) ** 0.5
    return product / spread if spread else 0.0


def score(folder: Path) -> list[Row]:
    """r and MAE of each set, with the rules alone beside the fitted scale."""
    codebook = load(base=("english",))
    rows: list[Row] = []
    for name, (scale, known) in SETS.items():
        path = folder / f"{name}.jsonl"
        if not path.exists():
            raise MissingSetError(f"{path}: no such file")
        ours: list[float] = []
        default: list[float] = []
        rules: list[float] = []
        gold: list[float] = []
        for doc, i, found, label, _ in triggers(path, "dev"):
            ours.append(score_of(doc, i, found, codebook, scale))
            default.append(score_of(doc, i, found, codebook) if scale != "reader" else ours[-1])
            rules.append(graded(doc[i], factuality.gather(doc[i], found, codebook), certainty(codebook)))
            gold.append(label)
        error = sum(abs(x - y) for x, y in zip(ours, gold, strict=True)) / len(gold)
        rows.append(Row("factuality", f"{name} r", pearson(ours, gold), known, len(gold)))
        rows.append(Row("factuality", f"{name} MAE", error, known, len(gold)))
        rows.append(Row("factuality", f"{name} r, rules alone", pearson(rules, gold), None, len(gold)))
        if scale != "reader":
            rows.append(Row("factuality", f"{name} r, reader's scale", pearson(default, gold), None, len(gold)))
    return rows
