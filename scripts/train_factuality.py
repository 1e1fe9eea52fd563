"""Fits the weights of ``factuality.npz``: python scripts/train_factuality.py DATA/factuality

"happened": networks of two small layers over the features of ``read/factuality_features.py`` and the vectors of four
words, on part ``train`` of UDS-IH2 (CC BY-SA 4.0). "judged": the same, with the labels of what has not happened and is
not denied set to where a reader leaves it, and part ``train`` of MEANTIME (CC BY 4.0). "told": a ridge regression over
the features on MEANTIME. No other set is read. The sizes, penalties and the rarest feature kept were chosen on the same
two sets' part ``dev``; the label of what is left open, by judgement. Needs the extra ``training``; takes about four
minutes on one core.
"""

from __future__ import annotations

import sys
import warnings
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack, vstack
from sklearn.decomposition import PCA
from sklearn.linear_model import Ridge
from sklearn.neural_network import MLPRegressor

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.accuracy.factuality import triggers

from testimonia.codebook.codebook import built_in, load
from testimonia.read.factuality import gather
from testimonia.read.factuality_features import vector_words
from testimonia.read.factuality_model import FILE
from testimonia.read.factuality_score import evidence


@dataclass(frozen=True)
class Plan:
    """How a kind of networks is fitted."""

    units: tuple[int, int]
    starts: int
    passes: int
    penalty: float
    dropped: float


HAPPENED = Plan(units=(48, 24), starts=4, passes=12, penalty=0.1, dropped=0.5)
JUDGED = Plan(units=(32, 16), starts=5, passes=4, penalty=0.6, dropped=0.0)
# Where a reader leaves what has not happened but is not denied, and how often a target of MEANTIME counts beside.
LEFT = 1.0
TIMES = 3
PACE = 0.0005
RAREST = 12
# Dimensions kept of the vectors of trigger, head, subject and complement, and how much they weigh beside features.
AXES = (64, 48, 24, 24)
WEIGHT = 0.3
TOLD_PENALTY = 10.0
TOLD_RAREST = 2


@dataclass(frozen=True)
class Targets:
    """Names of features, vectors of the four words (targets, 300), labels, and whether the rules see a denial."""

    names: list[list[str]]
    vectors: list[np.ndarray]
    labels: np.ndarray
    denied: np.ndarray


def targets_of(path: Path, part: str) -> Targets:
    """The targets of one part of a set."""
    codebook = load(base=("english",))
    names: list[list[str]] = []
    vectors: list[list[np.ndarray]] = [[] for _ in AXES]
    labels: list[float] = []
    denied: list[bool] = []
    for doc, i, found, label, _ in triggers(path, part):
        names.append(evidence(doc, i, found, codebook)[0])
        labels.append(label)
        told = gather(doc[i], found, codebook)
        denied.append(
            any(o.operation == "deny" for o in told.operators) or any(c.stance.polarity < 0 for c in told.cues)
        )
        for held, word in zip(vectors, vector_words(doc[i]), strict=True):
            held.append(np.asarray(word.vector) if word is not None else np.zeros(doc.vocab.vectors_length, "float32"))
    return Targets(names, [np.array(held) for held in vectors], np.array(labels), np.array(denied))


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


def fit_networks(uds: Targets, meantime: Targets) -> dict[str, Any]:
    """The arrays of both ``Networks``."""
    index = indexed(uds.names + meantime.names, RAREST)
    held: dict[str, Any] = {"names": joined(index)}
    dense: tuple[list[np.ndarray], list[np.ndarray]] = ([], [])
    for k, size in enumerate(AXES):
        both = np.concatenate([uds.vectors[k], meantime.vectors[k]])
        reduced = PCA(size, random_state=0).fit(both)
        axes = reduced.components_.T * (WEIGHT / reduced.transform(both).std(axis=0))
        held[f"axes{k}"], held[f"mean{k}"] = axes.astype("float16"), reduced.mean_.astype("float16")
        for parts, targets in zip(dense, (uds, meantime), strict=True):
            centred = targets.vectors[k] - held[f"mean{k}"].astype("float32")
            parts.append(centred @ held[f"axes{k}"].astype("float32"))
    tables = [
        hstack([matrix(targets.names, index), csr_matrix(np.hstack(parts))]).tocsr()
        for parts, targets in zip(dense, (uds, meantime), strict=True)
    ]
    held |= packed("happened", networks(HAPPENED, tables[0], uds.labels), len(index))
    left = np.where((uds.labels < 0) & ~uds.denied, LEFT, uds.labels)
    table = vstack([tables[0], *[tables[1]] * TIMES]).tocsr()
    labels = np.concatenate([left, *[meantime.labels] * TIMES])
    held |= packed("judged", networks(JUDGED, table, labels), len(index))
    print("networks:", len(uds.labels), "and", len(meantime.labels), "targets,", len(index), "features")
    return held


def networks(plan: Plan, table: csr_matrix, labels: np.ndarray) -> list[MLPRegressor]:
    """One network per starting point; in every pass each feature is left out with the chance ``plan.dropped``."""
    fitted = []
    for start in range(plan.starts):
        chance = np.random.default_rng(start)
        network = MLPRegressor(
            hidden_layer_sizes=plan.units,
            alpha=plan.penalty,
            batch_size=128,
            learning_rate_init=PACE,
            random_state=start,
        )
        for _ in range(plan.passes):
            kept = table.copy()
            kept.data = kept.data * (chance.random(len(kept.data)) >= plan.dropped) / (1 - plan.dropped)
            order = chance.permutation(len(labels))
            network.partial_fit(kept[order], labels[order])
        fitted.append(network)
    return fitted


def packed(model: str, fitted: list[MLPRegressor], features: int) -> dict[str, Any]:
    """The arrays of one ``Networks``, the weights of its features as bytes."""
    first = np.array([network.coefs_[0] for network in fitted])
    sparse, dense = first[:, :features], first[:, features:]
    step = np.abs(sparse).max(axis=1) / 127
    held: dict[str, Any] = {
        f"{model}_table": np.round(sparse / step[:, None]).astype("int8"),
        f"{model}_step": step.astype("float32"),
        f"{model}_dense": dense.astype("float16"),
    }
    for layer in range(3):
        held[f"{model}_bias{layer}"] = np.array([network.intercepts_[layer] for network in fitted], "float32")
        if layer:
            held[f"{model}_weights{layer}"] = np.array([network.coefs_[layer] for network in fitted], "float32")
    return held


def fit_told(targets: Targets) -> dict[str, Any]:
    """The arrays of ``Told``."""
    index = indexed(targets.names, TOLD_RAREST)
    ridge = Ridge(alpha=TOLD_PENALTY).fit(matrix(targets.names, index), targets.labels)
    kept = [name for name, k in index.items() if abs(ridge.coef_[k]) >= 0.004]
    print("told:", len(targets.labels), "targets,", len(kept), "features")
    return {
        "told_names": joined(kept),
        "told_weights": np.array([ridge.coef_[index[name]] for name in kept], "float32"),
        "told_bias": np.float32(ridge.intercept_),
    }


def main(folder: Path) -> None:
    """Writes the weights into the built-in codebook."""
    warnings.simplefilter("ignore")  # the networks stop before they converge, on purpose
    uds, meantime = targets_of(folder / "uds_ih2.jsonl", "train"), targets_of(folder / "meantime.jsonl", "train")
    held = fit_told(meantime) | fit_networks(uds, meantime)
    note = "Fitted on UDS-IH2 part train (CC BY-SA 4.0) and MEANTIME part train (CC BY 4.0). Weights: CC BY-SA 4.0."
    target = built_in("english") / FILE
    np.savez_compressed(target, note=np.frombuffer(note.encode("ascii"), dtype=np.uint8), **held)
    print(target, target.stat().st_size, "bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
