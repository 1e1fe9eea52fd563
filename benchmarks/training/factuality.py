"""Fits the weights of ``factuality.json``: python -m benchmarks.training.factuality DATA/factuality

Two ridge regressions over the features of ``read/factuality_features.py``: "happened" on part ``train`` of UDS-IH2
(CC BY-SA 4.0), "told" on part ``train`` of MEANTIME (CC BY 4.0). No other set is read. The strength of the penalty and
the rarest feature kept were chosen on the same sets' part ``dev``.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.linalg import lsqr

from benchmarks.accuracy.factuality import evidence_of
from testimonia.codebook.codebook import built_in

# file, penalty, occurrences that a feature must have
PLANS = {"happened": ("uds_ih2", 30.0, 8), "told": ("meantime", 10.0, 2)}


def fit(rows: list[tuple[list[str], float]], penalty: float, rarest: int) -> dict[str, object]:
    """Bias and weights of a ridge regression on binary features."""
    counts = Counter(name for names, _ in rows for name in names)
    index = {name: k for k, name in enumerate(sorted(n for n, c in counts.items() if c >= rarest))}
    columns: list[int] = []
    starts = [0]
    for names, _ in rows:
        columns += [index[name] for name in names if name in index]
        starts.append(len(columns))
    matrix = csr_matrix((np.ones(len(columns)), columns, starts), shape=(len(rows), len(index)))
    labels = np.array([label for _, label in rows])
    weights = lsqr(matrix, labels - labels.mean(), damp=penalty**0.5, iter_lim=300)[0]
    return {
        "bias": round(float(labels.mean()), 4),
        "weights": {n: round(float(weights[k]), 4) for n, k in index.items() if abs(weights[k]) >= 0.004},
    }


def main(folder: Path) -> None:
    models = {}
    for name, (stem, penalty, rarest) in PLANS.items():
        rows = [(names, label) for names, _, label, part in evidence_of(folder / f"{stem}.jsonl") if part == "train"]
        models[name] = fit(rows, penalty, rarest)
        print(name, len(rows), "targets")
    note = "happened: UDS-IH2 part train (CC BY-SA 4.0); told: MEANTIME part train (CC BY 4.0); ridge regression"
    target = built_in("english") / "factuality.json"
    target.write_text(json.dumps({"fitted_on": note, "models": models}, ensure_ascii=False, indent=0) + "\n", "utf-8")
    print(target, target.stat().st_size, "bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
