"""Fits the weights of linking: ``python -m benchmarks.training.linking DATA/fakes``.

Claims that overlap one annotated value of one incident bear its label. Pairs of them that linking would weigh are
told apart by a logistic regression over the levels of evidence, in bits, drawn to the weights in use; within one
account and across two they are fitted apart. Prints the two tables of ``linking.yaml``.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import log
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.accuracy import corpora
from benchmarks.accuracy.corpora import Corpus
from benchmarks.accuracy.rows import lines
from testimonia.link.blocking import candidates
from testimonia.link.evidence import VETO, Scales
from testimonia.link.kinship import Kinship
from testimonia.link.mentions import lay_out
from testimonia.link.words import linking_words

# Clusters of the set that share an incident: a pair across them says nothing.
SHARED = ({"c007", "c013"}, {"c011", "c030"}, {"c018", "c034"})
# How strongly weights are drawn to those in use, and to how many bits a level with few pairs may move them.
RIDGE = 3.0
STEPS = 4000


def labels(clusters: Sequence[Mapping[str, Any]], corpus: Corpus) -> dict[str, tuple[str, int]]:
    """Cluster and incident of every claim that overlaps values of one incident only."""
    spans: dict[str, list[tuple[int, int, tuple[str, int]]]] = defaultdict(list)
    for cluster in clusters:
        for number, incident in enumerate(cluster["incidents"]):
            for value in incident["values"]:
                spans[value["doc"]].append((value["start"], value["end"], (cluster["cluster"], number)))
    found = {}
    for claim in corpus.claims:
        own = {label for start, end, label in spans[claim.account] if claim.start < end and start < claim.end}
        if len(own) == 1:
            found[claim.id] = own.pop()
    return found


def fit(features: np.ndarray, same: np.ndarray, start: np.ndarray) -> np.ndarray:
    """Weights in bits that best tell same from different, drawn to ``start``."""
    weights = start.copy()
    counts = features.sum(axis=0) + 1
    for _ in range(STEPS):
        odds = np.clip(features @ weights * log(2), -30, 30)
        error = 1 / (1 + np.exp(-odds)) - same
        gradient = features.T @ error + RIDGE * (weights - start)
        weights -= 0.8 * gradient / (counts + RIDGE)
    return weights


def main(folder: Path, corpus: Corpus | None = None) -> None:
    """Prints fitted weights; see the module's docstring."""
    clusters = lines(folder / "comparisons.jsonl")
    members = {account for c in clusters for incident in c["incidents"] for account in incident["accounts"]}
    if corpus is None:
        corpus = corpora.read([corpora.of_fakes(r) for r in lines(folder / "docs.jsonl") if r["id"] in members])
    words = linking_words(corpora.book())
    label = labels(clusters, corpus)
    accounts = {account.id: account for account in corpus.accounts}
    mentions = sorted(lay_out(corpus.claims, accounts, words), key=lambda mention: mention.id)
    scales = Scales(words, Kinship(corpora.book()), corpora.book(), mentions)
    names = {"within": sorted(words.weights["within"]), "across": sorted(words.weights["across"])}
    rows: dict[str, list[np.ndarray]] = {"within": [], "across": []}
    same: dict[str, list[float]] = {"within": [], "across": []}
    for left, right in candidates(mentions):
        one, two = mentions[left], mentions[right]
        if one.id not in label or two.id not in label:
            continue
        homes = {label[one.id][0], label[two.id][0]}
        if homes in SHARED:
            continue
        table = "within" if one.claim.account == two.claim.account else "across"
        levels = {level.name: level.strength for level in scales.levels(one, two)}
        levels["prior"] = 1.0
        if any(words.weights[table].get(name, 0.0) <= VETO for name in levels):
            continue
        rows[table].append(np.array([levels.get(name, 0.0) for name in names[table]]))
        same[table].append(float(label[one.id] == label[two.id]))
    for table in ("across", "within"):
        features, truth = np.array(rows[table]), np.array(same[table])
        start = np.array([words.weights[table][name] for name in names[table]])
        fitted = fit(features, truth, start)
        before, after = (float((((features @ w) > 0) == truth).mean()) for w in (start, fitted))
        print(f"# {len(truth)} pairs, {truth.mean():.2f} same; right {before:.3f} before, {after:.3f} after")
        print(f"  {table}:")
        for name, weight, times in zip(names[table], fitted, features.sum(axis=0), strict=True):
            print(f"    {name}: {weight:.1f}" + ("" if times >= 20 else f"  # {times:.0f} pairs"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
