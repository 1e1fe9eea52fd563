"""Airwars (``airwars``): whether two pages tell of one incident, and the toll interval, as the set's README says.

A pair's score is the strongest evidence in bits between any scene of the one page and any of the other, less the
farther down a page they stand, with the likeness of their first words beside it; the threshold of F1 is fixed before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log2, sqrt
from pathlib import Path
from typing import Any

from benchmarks.accuracy import corpora
from benchmarks.accuracy.corpora import Corpus
from benchmarks.accuracy.rows import Row, f1, lines
from testimonia.link import scenes
from testimonia.link.evidence import Scales
from testimonia.link.kinship import Kinship
from testimonia.link.known import known
from testimonia.link.mentions import content_words, lay_out
from testimonia.link.scenes import Scene
from testimonia.link.words import linking_words

SET = "airwars"
PEER = "tf-idf {}"
# Bits that pages whose openings have all words alike gain over pages with none; pages open with their news, and what
# follows is often furniture.
WORDING = 22.0
OPENING = 600
# Characters down a page for which a scene loses a bit, and the most bits that it loses.
DEEP, MOST = 300.0, 3.0
# Evidence of a pair without any scene to compare.
NOTHING = -15.0
# Even odds without the prior of linking, for pairs here are chosen near in time and place.
THRESHOLD = -4.5


def score(folder: Path) -> list[Row]:
    """AUC, F1 at even odds and best F1 of the published pairs."""
    sources = [s for incident in lines(folder / "incidents.jsonl") for s in incident["sources"]]
    sources += lines(folder / "other_sources.jsonl")
    corpus = corpora.read([corpora.page(source) for source in sources])
    return rows(lines(folder / "pairs.jsonl"), corpus)


def rows(pairs: Sequence[Mapping[str, Any]], corpus: Corpus) -> list[Row]:
    """The rows for one reading of the pages."""
    scored = [(likeness, bool(pair["same"])) for pair, likeness in zip(pairs, scores(pairs, corpus), strict=True)]
    true = sum(same for _, same in scored)
    fixed = _f1(scored, THRESHOLD)
    best = max(_f1(scored, threshold) for threshold, _ in scored)
    return [
        Row(SET, "same incident AUC", auc(scored), PEER.format(".760"), len(scored)),
        Row(SET, "same incident F1 at even odds", fixed, None, true),
        Row(SET, "same incident best F1", best, PEER.format(".567"), true),
    ]


def scores(pairs: Sequence[Mapping[str, Any]], corpus: Corpus) -> list[float]:
    """The score of every pair, in bits."""
    words, book = linking_words(corpora.book()), corpora.book()
    accounts = {account.id: account for account in corpus.accounts}
    mentions = lay_out(corpus.claims, accounts, words, known(corpus.claims, book))
    scales = Scales(words, Kinship(book), book, mentions)
    told: dict[str, list[Scene]] = {}
    for scene in scenes.find(mentions, scales, words):
        if scene.whole.family == "violence":
            told.setdefault(scene.whole.claim.account, []).append(scene)
    bags = {name: content_words(document.text[:OPENING], words) for name, document in corpus.documents.items()}
    counts = Counter(word for bag in bags.values() for word in bag)
    rarity = {word: log2((len(bags) + 1) / count) for word, count in counts.items()}
    found = []
    for pair in pairs:
        left, right = told.get(pair["a"], []), told.get(pair["b"], [])
        bits = [max(NOTHING, scales.edge(one.whole, two.whole).bits) - depth(one, two) for one in left for two in right]
        found.append(max(bits, default=NOTHING) + WORDING * cosine(bags[pair["a"]], bags[pair["b"]], rarity))
    return found


def depth(one: Scene, two: Scene) -> float:
    """The bits that a pair of scenes loses because one stands far down its page, where background and furniture are."""
    return min(MOST, max(one.whole.depth, two.whole.depth) / DEEP)


def cosine(left: frozenset[str], right: frozenset[str], rarity: Mapping[str, float]) -> float:
    """Likeness of two bags of words, each word weighing its rarity."""
    common = sum(rarity[word] ** 2 for word in left & right)
    norms = sqrt(sum(rarity[w] ** 2 for w in left) * sum(rarity[w] ** 2 for w in right))
    return common / norms if norms else 0.0


def auc(scored: Sequence[tuple[float, bool]]) -> float:
    """Chance that a true pair scores above a false one; ties count half."""
    true = [value for value, same in scored if same]
    false = [value for value, same in scored if not same]
    wins = sum((one > two) + (one == two) / 2 for one in true for two in false)
    return wins / (len(true) * len(false)) if true and false else 0.0


def _f1(scored: Sequence[tuple[float, bool]], threshold: float) -> float:
    above = [same for value, same in scored if value >= threshold]
    return f1(sum(above), len(above), sum(same for _, same in scored))[2]
