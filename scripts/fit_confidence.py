"""Fits how likely a claim is right from claims judged by hand, and prints the weights and how well they are calibrated.

``python scripts/fit_confidence.py FOLDER SHEET [SHEET ...]`` reads the articles of a FA-KES folder and sheets such as
``docs/evaluation/precision_1.csv``; a claim counts as right where kind, type and attribution are. The weights go by
hand into ``codebook/data/english/confidence.yaml``. A sheet drawn on an earlier reader gives only the claims that the
present one still reads. Needs the extra ``training``.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from benchmarks.accuracy.corpora import book, document
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from testimonia.model.claim import Claim
from testimonia.read.confidence import features
from testimonia.read.reader import read

_FOLDS, _BINS = 5, 10
_STRENGTH = 0.1  # of the prior that pulls every weight to nothing: some thousand claims bear no more
_LEAST = 15  # claims that must have a feature for it to be weighed


def main(folder: Path, sheets: list[Path]) -> None:
    """Prints weights fitted on all sheets, and the expected calibration error over folds and as shipped."""
    claims, right = judged(folder, sheets)
    counts = Counter(name for claim in claims for name in features(claim))
    names = sorted(name for name, count in counts.items() if count >= _LEAST)
    table = np.array([[float(name in features(claim)) for name in names] for claim in claims])
    model = LogisticRegression(C=_STRENGTH, max_iter=1000)
    parts = GroupKFold(_FOLDS).split(table, right, [claim.document for claim in claims])  # no article on both sides
    held_out = cross_val_predict(model, table, right, cv=parts, method="predict_proba")[:, 1]
    model.fit(table, right)
    shipped = np.array([claim.confidence for claim in claims])
    print(f"{len(claims)} claims, {right.mean():.3f} right")
    for name, said in ((f"over {_FOLDS} folds", held_out), ("as shipped", shipped)):
        print(f"{name}: expected calibration error {ece(said, right):.3f}, Brier {np.mean((said - right) ** 2):.3f}")
    print(f"base: {model.intercept_[0]:.2f}")
    for name, weight in zip(names, model.coef_[0], strict=True):
        print(f"  {name}: {weight:.2f}")
    for low, high, share, count in diagram(shipped, right):
        print(f"said {low:.1f} to {high:.1f}: right {share:.2f} of {count}")


def judged(folder: Path, sheets: list[Path]) -> tuple[list[Claim], np.ndarray]:
    """The claims of the sheets that are still read, and 1 for each that is right in kind, type and attribution."""
    texts = {row["id"]: row for row in map(json.loads, (folder / "docs.jsonl").read_text("utf-8").splitlines())}
    read_of: dict[str, dict[str, Claim]] = {}
    claims, right = [], []
    for sheet in sheets:
        for line in csv.DictReader(sheet.read_text("utf-8").splitlines()):
            row = texts[line["document"]]
            if row["id"] not in read_of:
                told = document(row["id"], row["text"], outlet=row["outlet"], published=row["date_in_text"])
                read_of[row["id"]] = {claim.id: claim for claim in read(told, book())}
            claim = read_of[row["id"]].get(line["claim"])
            if claim is not None:
                claims.append(claim)
                right.append(float(all(line[field] != "0" for field in ("kind", "type", "attribution"))))
    return claims, np.array(right)


def ece(said: np.ndarray, right: np.ndarray) -> float:
    """The expected calibration error over ten bins of equal width."""
    off = (int(held.sum()) * abs(right[held].mean() - said[held].mean()) for held in _bins(said).values())
    return float(sum(off) / len(right))


def diagram(said: np.ndarray, right: np.ndarray) -> list[tuple[float, float, float, int]]:
    """For each bin that holds claims: its bounds, the share that is right, and how many."""
    return [(k / _BINS, (k + 1) / _BINS, float(right[held].mean()), int(held.sum())) for k, held in _bins(said).items()]


def _bins(said: np.ndarray) -> dict[int, np.ndarray]:
    """For each tenth from 0 to 1 in which something was said, by its number, which claims it holds."""
    number = np.minimum((said * _BINS).astype(int), _BINS - 1)
    return {k: number == k for k in range(_BINS) if (number == k).any()}


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]])
