"""Fits the weights of ``factuality.npz``: python scripts/train_factuality.py DATA/factuality

"happened": networks of two small layers over the features of ``read/factuality_features.py`` and the vectors of four
words, on part ``train`` of UDS-IH2 (CC BY-SA 4.0); "told": a ridge regression over the same features on part ``train``
of MEANTIME (CC BY 4.0). No other set is read. The penalties, the sizes and the rarest feature kept were chosen on the
same two sets' part ``dev``. Needs the extra ``training``; takes about two minutes on one core.
"""

from __future__ import annotations

import sys
import warnings
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.decomposition import PCA
from sklearn.linear_model import Ridge
from sklearn.neural_network import MLPRegressor

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.accuracy.factuality import triggers

from testimonia.codebook.codebook import built_in, load
from testimonia.read.factuality_features import vector_words
from testimonia.read.factuality_model import FILE
from testimonia.read.factuality_score import evidence

UNITS = (32, 16)
STARTS = 8
PASSES = 4
PACE = 0.0005
PENALTY = 0.3
RAREST = 12
# Dimensions kept of the vectors of trigger, head, subject and complement, and how much they weigh beside features.
AXES = (64, 48, 24, 24)
WEIGHT = 0.3
TOLD_PENALTY = 10.0
TOLD_RAREST = 2


def rows_of(path: Path, part: str) -> tuple[list[list[str]], list[np.ndarray], np.ndarray]:
    """Names of features, vectors of the four words (targets, 300) and labels of one part of a set."""
    codebook = load(base=("english",))
    names: list[list[str]] = []
    vectors: list[list[np.ndarray]] = [[] for _ in AXES]
    labels: list[float] = []
    for doc, i, found, label, _ in triggers(path, part):
        names.append(evidence(doc, i, found, codebook)[0])
        labels.append(label)
        for held, word in zip(vectors, vector_words(doc[i]), strict=True):
            held.append(np.asarray(word.vector) if word is not None else np.zeros(doc.vocab.vectors_length, "float32"))
    return names, [np.array(held) for held in vectors], np.array(labels)


def matrix(names: list[list[str]], index: dict[str, int]) -> csr_matrix:
    """One row a target, one column a feature, 1 where it holds."""
    columns: list[int] = []
    starts = [0]
    for row in names:
        columns += [index[name] for name in row if name in index]
        starts.append(len(columns))
    return csr_matrix((np.ones(len(columns), "float32"), columns, starts), shape=(len(names), len(index)))


def indexed(names: list[list[str]], rarest: int) -> dict[str, int]:
    """A column for each feature that holds of at least ``rarest`` targets."""
    counts = Counter(name for row in names for name in row)
    return {name: k for k, name in enumerate(sorted(n for n, c in counts.items() if c >= rarest))}


def joined(names: Iterable[str]) -> np.ndarray:
    """Names as bytes, one a line."""
    return np.frombuffer("\n".join(names).encode("utf-8"), dtype=np.uint8)


def fit_happened(path: Path) -> dict[str, Any]:
    """The arrays of ``Happened``."""
    names, vectors, labels = rows_of(path, "train")
    index = indexed(names, RAREST)
    held: dict[str, Any] = {"names": joined(index)}
    parts = []
    for k, (vector, size) in enumerate(zip(vectors, AXES, strict=True)):
        reduced = PCA(size, random_state=0).fit(vector)
        axes = reduced.components_.T * (WEIGHT / reduced.transform(vector).std(axis=0))
        held[f"axes{k}"], held[f"mean{k}"] = axes.astype("float16"), reduced.mean_.astype("float16")
        parts.append((vector - held[f"mean{k}"].astype("float32")) @ held[f"axes{k}"].astype("float32"))
    table = hstack([matrix(names, index), csr_matrix(np.hstack(parts))]).tocsr()
    fitted = []
    for start in range(STARTS):
        network = MLPRegressor(
            hidden_layer_sizes=UNITS,
            alpha=PENALTY,
            batch_size=128,
            learning_rate_init=PACE,
            max_iter=PASSES,
            random_state=start,
        )
        fitted.append(network.fit(table, labels))
    first = np.array([network.coefs_[0] for network in fitted])
    sparse, dense = first[:, : len(index)], first[:, len(index) :]
    step = np.abs(sparse).max(axis=1) / 127
    held |= {
        "table": np.round(sparse / step[:, None]).astype("int8"),
        "step": step.astype("float32"),
        "dense": dense.astype("float16"),
    }
    for layer in range(3):
        held[f"bias{layer}"] = np.array([network.intercepts_[layer] for network in fitted], "float32")
        if layer:
            held[f"weights{layer}"] = np.array([network.coefs_[layer] for network in fitted], "float32")
    print("happened:", len(labels), "targets,", len(index), "features")
    return held


def fit_told(path: Path) -> dict[str, Any]:
    """The arrays of ``Told``."""
    names, _, labels = rows_of(path, "train")
    index = indexed(names, TOLD_RAREST)
    ridge = Ridge(alpha=TOLD_PENALTY).fit(matrix(names, index), labels)
    kept = [name for name, k in index.items() if abs(ridge.coef_[k]) >= 0.004]
    print("told:", len(labels), "targets,", len(kept), "features")
    return {
        "told_names": joined(kept),
        "told_weights": np.array([ridge.coef_[index[name]] for name in kept], "float32"),
        "told_bias": np.float32(ridge.intercept_),
    }


def main(folder: Path) -> None:
    """Writes the weights into the built-in codebook."""
    warnings.simplefilter("ignore")  # the networks stop before they converge, on purpose
    held = fit_told(folder / "meantime.jsonl") | fit_happened(folder / "uds_ih2.jsonl")
    note = "Fitted on UDS-IH2 part train (CC BY-SA 4.0) and MEANTIME part train (CC BY 4.0). Weights: CC BY-SA 4.0."
    target = built_in("english") / FILE
    np.savez_compressed(target, note=np.frombuffer(note.encode("ascii"), dtype=np.uint8), **held)
    print(target, target.stat().st_size, "bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
