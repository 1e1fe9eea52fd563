"""The whole reader beside spaCy's own full pipeline on the same texts, and what reading less costs.

The texts are the example corpora, each read as one document; rounds alternate between the two, so that what slows
the machine slows both. The last rows compare the shipped reader with one that shows every sentence to the entity
proposer: how many gold items of the examples each finds, and how many claims they share.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import spacy
from tests.examples.corpora import Corpus, corpora
from tests.examples.scoring import read_gold, score

from benchmarks.speed.clock import Speed
from testimonia.codebook.codebook import Codebook
from testimonia.model.document import Document
from testimonia.read import grammar, proposals
from testimonia.read.reader import read

_ROUNDS = 3


def measure() -> list[Speed]:
    """Words a second of both, their ratio, and the loss of reading less in items of the gold."""
    cases = [(corpus, corpus.codebook(), corpus.documents()) for corpus in corpora()]
    texts = [(document, book) for _, book, documents in cases for document in documents.values()]
    words = sum(len(document.text.split()) for document, _ in texts)
    pipeline = spacy.load(grammar.model_folder(), exclude=["senter"])  # as its users have it, none of our savings

    def parse_all() -> None:
        for document, _ in texts:
            pipeline(document.text)

    def read_all() -> None:
        for document, book in texts:
            read(document, book)

    theirs, ours = _side_by_side(parse_all, read_all)
    found = _found(cases)
    kept = {claim.id for document, book in texts for claim in read(document, book)}
    with _everything_shown():
        more = _found(cases)
        every = {claim.id for document, book in texts for claim in read(document, book)}
    items = "share of gold items"
    return [
        Speed("whole reader", words / ours, words / theirs),
        Speed("spaCy, full pipeline", words / theirs, None),
        Speed("reader's time by spaCy's", ours / theirs, 1.0, "ratio in one run, at most"),
        Speed("found, as shipped", found, None, items),
        Speed("found, every sentence shown", more, None, items),
        Speed("claims shared by both", len(kept & every) / len(kept | every), None, "share"),
    ]


def _side_by_side(*calls: Callable[[], None]) -> list[float]:
    """The fastest of a few alternating rounds of each call, in seconds of processor time, after one to warm up."""
    best = [float("inf")] * len(calls)
    for number in range(_ROUNDS + 1):
        for at, call in enumerate(calls):
            began = time.process_time()
            call()
            if number:
                best[at] = min(best[at], time.process_time() - began)
    return best


def _found(cases: list[tuple[Corpus, Codebook, dict[str, Document]]]) -> float:
    items = hits = 0.0
    for corpus, book, documents in cases:
        claims = {name: read(document, book) for name, document in documents.items()}
        gold = read_gold(corpus.gold)
        result = score(gold, claims, {name: document.text for name, document in documents.items()})
        items += len(gold)
        hits += result.share("found") * len(gold)
    return hits / items


@contextmanager
def _everything_shown() -> Iterator[None]:
    shipped = proposals.settled_words
    proposals.settled_words = lambda codebook=None: proposals.SettledWords()
    try:
        yield
    finally:
        proposals.settled_words = shipped
