"""How certain events are said to be: Pearson r and MAE on part ``dev`` of UW, UDS-IH2 and MEANTIME (README of the set).

Each set has its own scale, so each is scored on the scale of ours that its guidelines describe: UW, newswire read by
many readers, on ``reader``; UDS-IH2 on ``happened``; MEANTIME on ``told``. A file without parts is scored whole.
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
from testimonia.read.factuality_score import Scale, evidence
from testimonia.read.factuality_score import score as score_of
from testimonia.read.grammar import pipeline

if TYPE_CHECKING:
    from spacy.tokens import Doc

SETS: dict[str, tuple[Scale, str]] = {
    "uw": ("reader", ".863 (MAE .346) neural; ridge .768 (.494)"),
    "uds_ih2": ("happened", ".912 (MAE .722) neural; ridge .716 (1.191)"),
    "meantime": ("told", "ridge .515 (MAE .479)"),
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


def evidence_of(path: Path) -> Iterator[tuple[list[str], float, float, str]]:
    """Features, the rules' own number, label and part of every target; for fitting."""
    codebook = load(base=("english",))
    for doc, i, found, label, part in triggers(path):
        names, graded = evidence(doc, i, found, codebook)
        yield names, graded, label, part


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
        rules: list[float] = []
        gold: list[float] = []
        for doc, i, found, label, _ in triggers(path, "dev"):
            ours.append(score_of(doc, i, found, codebook, scale))
            told = factuality.gather(doc[i], found, codebook)
            rules.append(factuality.graded(told.operators, told.cues, certainty(codebook).lists.scale))
            gold.append(label)
        error = sum(abs(x - y) for x, y in zip(ours, gold, strict=True)) / len(gold)
        rows.append(Row("factuality", f"{name} r", pearson(ours, gold), known, len(gold)))
        rows.append(Row("factuality", f"{name} MAE", error, known, len(gold)))
        rows.append(Row("factuality", f"{name} r, rules alone", pearson(rules, gold), None, len(gold)))
    return rows
