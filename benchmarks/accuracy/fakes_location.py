"""Scores where FA-KES reports place their incident: accuracy of the governorate, and the location string's span.

Follows the README of the set: articles repeated under ids with a letter are one document, right where they agree
with any of its rows; a span is a hit where it shares a character with one of the alternatives.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.accuracy.rows import Row, f1, lines, scored_file

SET = "fakes"
BEST = ".886 first gazetteer hit (804 articles)"


def governorates(labels: set[str]) -> dict[str, set[str]]:
    """For each label of the set, the ids of the first-level regions that bear that name or are named after it."""
    from testimonia.read.known_places import known_places

    known = known_places()
    found: dict[str, set[str]] = defaultdict(set)
    for label in labels:
        for name in (label, f"{label} governorate", f"{label} countryside", f"rif {label}"):
            for row in (*known.named(name), *known.spelt_like(name)):
                if row.kind == "region1" and row.country == "SY":
                    found[label].add(row.id)
    return found


def score(folder: Path) -> list[Row]:
    """Accuracy of the governorate over documents, and overlap F1 of the location span."""
    reports = lines(scored_file(folder, "docs"))
    regions = governorates({report["facts"]["location"] for report in reports})
    documents: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for report in reports:
        documents[str(report["id"]).rstrip("bcd")].append(report)
    right = hits = given = located = 0
    for rows, label, span in answers(list(documents.values()), regions):
        right += label in {row["facts"]["location"] for row in rows}
        alternatives = [s for row in rows for s in row["spans"].get("location", [])]
        if alternatives:
            located += 1
            given += span is not None
            hits += span is not None and any(span[0] < end and start < span[1] for start, end, _ in alternatives)
    return [
        Row("fakes", "accuracy of the incident's governorate", right / len(documents), BEST, len(documents)),
        Row("fakes", "location span F1, overlap", f1(hits, given, located)[2], None, located),
    ]


def answers(
    documents: list[list[dict[str, Any]]], regions: dict[str, set[str]]
) -> Iterator[tuple[list[dict[str, Any]], str, tuple[int, int] | None]]:
    """Rows of each document with the governorate and the span that the reader gives."""
    from testimonia.codebook import codebook
    from testimonia.read import places
    from testimonia.read.grammar import parse
    from testimonia.read.place_focus import focus
    from testimonia.read.place_parents import parents
    from testimonia.read.transcript import plain

    book = codebook.load()
    for rows in documents:
        transcript = plain(rows[0]["text"])
        mentions = places.find(transcript.text, book, doc=parse(transcript))
        main = focus(transcript.text, mentions, book)
        labels = [
            next((name for name, ids in sorted(regions.items()) if ids & {m.place, *parents(m, book)}), None)
            for m in mentions
        ]
        # The set has no class for "northern Syria": such a report is where its most central governorate is.
        central = focus(transcript.text, [m for m, label in zip(mentions, labels, strict=True) if label], book)
        label = "unknown"
        if central is not None:
            chosen = main if main in mentions and labels[mentions.index(main)] else central
            label = labels[mentions.index(chosen)] or label
        span = None
        if main is not None:
            found = transcript.span(main.start, main.end)
            span = (found.start, found.end)
        yield rows, label, span
