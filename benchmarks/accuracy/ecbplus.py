"""ECB+ (``ecbplus``): event coreference on gold mentions over all topics in one pool, as the set's README says.

The thresholds were judged on ``part`` train; rows are given for both parts, ``dev`` being the one that counts. Nothing
is trained on the set.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.accuracy import corpora
from benchmarks.accuracy.coreference import b3, ceafe, conll, muc
from benchmarks.accuracy.rows import Row, lines
from testimonia.link.same_words import EventWord, together
from testimonia.link.words import linking_words
from testimonia.read.grammar import pipeline

SET = "ecbplus"
PEER = {"train": None, "dev": "head lemma .638; .716 with gold topics"}
_CONTENT = {"NOUN", "VERB", "PROPN", "ADJ", "NUM"}
_NAMING = {"NOUN", "PROPN", "NUM"}


def score(folder: Path) -> list[Row]:
    """CoNLL F1 and its parts, of both parts of the set where they are there."""
    documents = {record["id"]: record for record in lines(folder / "docs.jsonl")}
    mentions = [record for record in lines(folder / "mentions.jsonl") if record["kind"] == "event"]
    rows: list[Row] = []
    for part in sorted({record["part"] for record in documents.values()}, reverse=True):
        chosen = {name: record for name, record in documents.items() if record["part"] == part}
        rows += _rows(part, chosen, [mention for mention in mentions if mention["doc"] in chosen])
    return rows


def _rows(part: str, documents: Mapping[str, Any], mentions: Sequence[Mapping[str, Any]]) -> list[Row]:
    parsed = {name: _parse(record["sentences"]) for name, record in documents.items()}
    texts = {
        name: [token.lemma_.lower() for doc in docs.values() for token in doc if token.pos_ in _CONTENT]
        for name, docs in parsed.items()
    }
    spoken = [_spoken(mention, parsed[mention["doc"]][mention["sentence"]]) for mention in mentions]
    found = together(texts, spoken, linking_words(corpora.book()))
    chains: dict[str, list[int]] = defaultdict(list)
    for index, mention in enumerate(mentions):
        chains[mention["chain"]].append(index)
    gold = list(chains.values())
    parts = {"MUC": muc(gold, found), "B3": b3(gold, found), "CEAFe": ceafe(gold, found)}
    rows = [Row(SET, f"events, {part}: CoNLL F1", conll(gold, found), PEER.get(part), len(mentions))]
    for name, (precision, recall) in parts.items():
        both = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        rows.append(Row(SET, f"events, {part}: {name} F1", both, None, len(mentions)))
    return rows


def _parse(sentences: Sequence[Sequence[str]]) -> dict[int, Any]:
    """Parses of the sentences that are there, word by word as the set has them."""
    from spacy.tokens import Doc

    nlp = pipeline()
    found = {}
    for number, tokens in enumerate(sentences):
        if tokens:
            doc = Doc(nlp.vocab, words=list(tokens))
            for _, step in nlp.pipeline:
                doc = step(doc)
            found[number] = doc
    return found


def _spoken(mention: Mapping[str, Any], doc: Any) -> EventWord:
    indices = mention["tokens"] or list(range(mention["start_token"], mention["end_token"]))
    head = next((i for i in indices if doc[i].head.i == i or doc[i].head.i not in indices), indices[-1])
    beside = {
        token.lemma_.lower()
        for child in doc[head].children
        for token in child.subtree
        if token.pos_ in _NAMING and token.i not in indices
    }
    return EventWord(mention["doc"], doc[head].lemma_.lower(), frozenset(beside))
