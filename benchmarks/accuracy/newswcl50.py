"""NewsWCL50 (``newswcl50``): words that frame people and matters, and whom they frame.

A PROPERTY counts as found where a portrayal or label of ours shares a character with it and speaks of its target. Our
bearer is the gold concept whose mentions our mentions of it share characters with, the most of them in the text; words
that are pronouns to us count as whom they mean. Beside it: the spans alone (3 of the set's README), the target where
the span is found, and the frame where both are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.accuracy.corpora import book, document
from benchmarks.accuracy.rows import Row, f1, lines, overlap_pairs, scored_file
from testimonia.read import labels, portrayals
from testimonia.read.reading import Reading, open_account

SET = "newswcl50"
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """A framing span, the concepts that it frames, and its frame."""

    start: int
    end: int
    concepts: frozenset[str]
    frame: str

    @property
    def span(self) -> Span:
        """Its bounds."""
        return self.start, self.end


def score(folder: Path) -> list[Row]:
    """PROPERTY with target F1 over all texts and over those with even and odd numbers; span F1; target; frame."""
    records = lines(scored_file(folder, "docs"))
    truth = [list(gold(record)) for record in records]
    ours = [list(told(record)) for record in records]
    rows = []
    for name, part in (("", slice(None)), (", even", slice(0, None, 2)), (", odd", slice(1, None, 2))):
        rows += _rows(truth[part], ours[part], name)
    return rows


def _rows(truth: Sequence[Sequence[Found]], ours: Sequence[Sequence[Found]], name: str) -> list[Row]:
    tied = spans = predicted = wanted = right = framed = 0
    for marked, found in zip(truth, ours, strict=True):
        predicted, wanted = predicted + len(found), wanted + len(marked)
        pairs = overlap_pairs([m.span for m in marked], [f.span for f in found])
        spans += len(pairs)
        right += sum(bool(marked[i].concepts & found[j].concepts) for i, j in pairs)
        hits = matched(marked, found)
        tied += len(hits)
        framed += sum(marked[i].frame == found[j].frame for i, j in hits)
    precision, recall, both = f1(tied, predicted, wanted)
    rows = [Row(SET, f"property and target F1{name}", both, None, wanted)]
    if name:
        return rows
    return [
        *rows,
        Row(SET, "property and target precision", precision, None, wanted),
        Row(SET, "property and target recall", recall, None, wanted),
        Row(SET, "property spans, overlap F1", f1(spans, predicted, wanted)[2], None, wanted),
        Row(SET, "target right, of spans found", right / spans if spans else 0.0, None, spans),
        Row(SET, "frame right, of those found with target", framed / tied if tied else 0.0, None, tied),
    ]


def matched(marked: Sequence[Found], found: Sequence[Found]) -> list[tuple[int, int]]:
    """One-to-one pairs of indices that share characters and a concept, the longest overlap first."""
    candidates = []
    for i, truth in enumerate(marked):
        for j, ours in enumerate(found):
            shared = min(truth.end, ours.end) - max(truth.start, ours.start)
            if shared > 0 and truth.concepts & ours.concepts:
                candidates.append((-shared, i, j))
    hits: list[tuple[int, int]] = []
    for _, i, j in sorted(candidates):
        if all(i != a and j != b for a, b in hits):
            hits.append((i, j))
    return hits


def gold(record: dict[str, Any]) -> Iterator[Found]:
    """The PROPERTY codes of a text; a target of several concepts is any of them."""
    for code in record["codes"]:
        if code["type"] == "PROPERTY":
            concepts = frozenset(_concept(part) for part in (code["target_concept"] or "").split(";"))
            yield Found(code["start"], code["end"], concepts, _frame(code["concept"]))


def _concept(path: str) -> str:
    return path.rsplit("\\", maxsplit=1)[-1].strip().lower()


def _frame(name: str) -> str:
    return name.strip().lower().replace(" ", "-")


def told(record: dict[str, Any]) -> Iterator[Found]:
    """Our portrayals and labels of a text, their bearers as concepts of the set."""
    source = document(record["id"], record["text"])
    reading = open_account(source, source.accounts[0], book())
    concepts = _Concepts(reading, record)
    seen: list[Found] = []
    for portrayal in portrayals.find(reading):
        span = reading.token_span(portrayal.start, portrayal.end)
        seen.append(Found(span.start, span.end, concepts.of(portrayal.bearer), portrayal.frame))
    for draft in labels.find(reading):
        span = reading.token_span(draft.start, draft.end)
        meant = frozenset(c for m in draft.recipients for c in concepts.of_actor(m.actor))
        found = Found(span.start, span.end, meant, "other")
        if not any(each.start < found.end and found.start < each.end for each in seen):
            seen.append(found)
    yield from seen


class _Concepts:
    """Which concept of the set a word of ours stands for."""

    def __init__(self, reading: Reading, record: dict[str, Any]) -> None:
        self._reading = reading
        self._codes = [c for c in record["codes"] if c["type"] != "PROPERTY"]
        self._actors: dict[str, Counter[str]] = {}
        self._nouns: dict[str, Counter[str]] = {}
        for token in reading.doc:
            concept = self._at(token.i)
            if concept is None:
                continue
            for mention in reading.actors_of(token):
                self._actors.setdefault(mention.actor, Counter())[concept] += 1
            if token.pos_ in ("NOUN", "PROPN"):
                self._nouns.setdefault(token.lemma_.lower(), Counter())[concept] += 1

    def _at(self, i: int) -> str | None:
        """The concept of the shortest code over a word."""
        span = self._reading.token_span(i, i + 1)
        over = [c for c in self._codes if c["start"] < span.end and span.start < c["end"]]
        best = min(over, key=lambda c: (c["end"] - c["start"], c["start"]), default=None)
        return _concept(best["concept"]) if best else None

    def of(self, i: int) -> frozenset[str]:
        """The concept of a word: of a code over it, else of whoever it means, else of the same noun elsewhere."""
        if (concept := self._at(i)) is not None:
            return frozenset({concept})
        token = self._reading.doc[i]
        meant = [c for m in self._reading.actors_of(token) for c in self.of_actor(m.actor)]
        return frozenset(meant[:1]) or self._most(self._nouns, token.lemma_.lower())

    def of_actor(self, actor: str) -> frozenset[str]:
        """The concept that most mentions of an actor stand for."""
        return self._most(self._actors, actor)

    def _most(self, table: dict[str, Counter[str]], key: str) -> frozenset[str]:
        counted = table.get(key)
        return frozenset({min(counted, key=lambda c: (-counted[c], c))}) if counted else frozenset()
