"""FA-KES clusters (``fakes``): B3 of a partition of all articles against the silver clusters, as the set's README says.

Articles are parted by their main incident. The silver clusters are unreviewed, so both ways are given: precision takes
them for the truth, recall takes ours; and the same over the clusters that were read by hand, whose incidents are known.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.accuracy import corpora
from benchmarks.accuracy.coreference import b3
from benchmarks.accuracy.rows import Row, lines
from testimonia.link.incidents import main_incidents
from testimonia.link.words import linking_words

SET = "fakes"


def score(folder: Path) -> list[Row]:
    """B3 precision, recall and F1 over the members of the silver clusters, all articles linked."""
    corpus = corpora.read([corpora.of_fakes(record) for record in lines(folder / "docs.jsonl")])
    linked = corpus.linked()
    silver = [cluster["members"] for cluster in lines(folder / "clusters.jsonl")]
    home = main_incidents(linked.events, corpus.claims, linking_words(corpora.book()))
    return rows("silver", silver, home) + rows("read by hand", read_by_hand(lines(folder / "comparisons.jsonl")), home)


def read_by_hand(clusters: Sequence[Mapping[str, Any]]) -> list[list[str]]:
    """A partition of the annotated articles: each with the incident of its cluster that most of its values are of."""
    groups: dict[tuple[str, int], list[str]] = defaultdict(list)
    for cluster in clusters:
        counts: dict[str, Counter[int]] = defaultdict(Counter)
        for number, incident in enumerate(cluster["incidents"]):
            for account in incident["accounts"]:
                counts[account][number] += 0
            counts_of = Counter(value["doc"] for value in incident["values"])
            for account, count in counts_of.items():
                counts[account][number] += count
        for account, told in counts.items():
            groups[cluster["cluster"], min(told, key=lambda number: (-told[number], number))].append(account)
    return list(groups.values())


def rows(which: str, gold: Sequence[Sequence[str]], home: Mapping[str, str]) -> list[Row]:
    """The rows for one partition of the accounts: account to incident."""
    members = {account for cluster in gold for account in cluster}
    groups: dict[str, list[str]] = defaultdict(list)
    for account in sorted(members):
        groups[home.get(account, account)].append(account)
    precision, recall = b3(gold, list(groups.values()))
    both = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    names = ("B3 precision", "B3 recall", "B3 F1")
    return [
        Row(SET, f"main incidents, {which}: {name}", value, None, len(members))
        for name, value in zip(names, (precision, recall, both), strict=True)
    ]
