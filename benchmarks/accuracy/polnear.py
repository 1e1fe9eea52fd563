"""PolNeAR: sources, cues and contents of attributions in news (relation F1, as the set's README defines it).

PolNeAR marks no attribution inside the content of another, so only our outermost ones are compared. Its sources are
the words as they stand ("who"), so a relative pronoun is compared as the pronoun.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.accuracy.rows import Row, f1, lines, scored_file
from testimonia.codebook.codebook import load
from testimonia.read import attribution, grammar
from testimonia.read.attribution_chain import Attribution
from testimonia.read.transcript import plain

Spans = list[tuple[int, int]]


def outermost(found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions whose cue stands in no other one's content."""
    return [
        a
        for a in found
        if not any(b is not a and any(s <= a.cue[0][0] < e for s, e in b.content) for b in found)
    ]  # fmt: skip


def characters(spans: Iterable[Sequence[int]]) -> set[int]:
    """The character positions that the spans cover."""
    return {i for start, end in spans for i in range(start, end)}


def score(folder: Path) -> list[Row]:
    """Relation F1 on content, on content and source, recall with and without quotation marks, characters, speed."""
    codebook = load(base=("english",))
    articles = lines(scored_file(folder))
    content_hits = both_hits = predicted_total = gold_total = words = 0
    with_marks, without_marks = [0, 0], [0, 0]
    role_counts = {"source": [0, 0, 0], "content": [0, 0, 0]}
    seconds = 0.0
    for article in articles:
        transcript = plain(article["text"])
        doc = grammar.parse(transcript)
        began = time.perf_counter()
        found = outermost(attribution.find(doc, [(p.start, p.end) for p in transcript.paragraphs], codebook))
        seconds += time.perf_counter() - began
        words += len(article["text"].split())
        origin = transcript.origins

        def back(spans: Iterable[tuple[int, int]], origin: Sequence[int] = origin) -> Spans:
            return [(origin[s], origin[e - 1] + 1) for s, e in spans]

        predictions = sorted(
            ((back(a.content), back([a.subject] if a.subject else [])) for a in found), key=lambda p: p[0][0][0]
        )
        gold = [(characters(g["content"]), characters(g["source"]), g) for g in article["attributions"]]
        for role, index in (("content", 0), ("source", 1)):
            ours = characters(span for p in predictions for span in p[index])
            theirs: set[int] = set().union(*(g[index] for g in gold)) if gold else set()
            for k, count in enumerate((len(ours & theirs), len(ours), len(theirs))):
                role_counts[role][k] += count
        predicted_total += len(predictions)
        gold_total += len(gold)
        used: set[int] = set()
        for content, source in predictions:
            mine, who = characters(content), characters(source)
            best, at = 0.0, -1
            for k, (theirs, _, _) in enumerate(gold):
                if k not in used and (dice := 2 * len(mine & theirs) / (len(mine) + len(theirs))) > best:
                    best, at = dice, k
            if best >= 0.5:
                used.add(at)
                content_hits += 1
                both_hits += bool(who & gold[at][1]) or not (who or gold[at][1])
        for k, (_, _, g) in enumerate(gold):
            text = "".join(article["text"][s:e] for s, e in g["content"])
            tally = with_marks if any(mark in text for mark in '"“”«»') or "''" in text else without_marks
            tally[0] += k in used
            tally[1] += 1
    rows = []
    for name, hits, known in (
        ("content", content_hits, "Citron retrained .619"),
        ("content + source", both_hits, "Citron retrained .559; GenderGapTracker .431"),
    ):
        for part, value in zip("PRF", f1(hits, predicted_total, gold_total), strict=True):
            metric = f"relation, {name}, {'F1' if part == 'F' else part}"
            rows.append(Row("polnear", metric, value, known if part == "F" else None, gold_total))
    for name, (hit, total) in (("with", with_marks), ("without", without_marks)):
        rows.append(Row("polnear", f"content recall {name} quotation marks", hit / max(1, total), None, total))
    for role, (hits, ours_count, theirs_count) in role_counts.items():
        known = {"content": "Citron retrained .688", "source": "Citron retrained .652"}[role]
        rows.append(Row("polnear", f"{role} character F1", f1(hits, ours_count, theirs_count)[2], known, theirs_count))
    rows.append(Row("polnear", "words per second after parsing", words / max(seconds, 1e-9), None, words))
    return rows
