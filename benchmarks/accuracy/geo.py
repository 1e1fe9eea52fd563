"""Scores places on TR-News, GeoWebNews and GeoVirus: resolution of given names, tagging, and both end to end.

Follows the README of the set: accuracy within 161 km over gold names that have coordinates, no answer counting as
half the globe; F1 of exact and of overlapping spans; F1 of spans found exactly and resolved within 161 km.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

from benchmarks.accuracy.rows import Row, f1, lines, overlap_pairs

SET = "geo"
NEAR_KM = 161.0
FARTHEST_KM = 20039.0
NOT_TOPONYMS = {"Literal_Expression", "Non_Lit_Expression", "Non_Toponym"}
BEST_RESOLUTION = {"trnews": ".755 plain baseline; .873 mordecai3 on another subset"}


def score(folder: Path) -> list[Row]:
    """Rows for each file of the set that is there."""
    rows = []
    for name in ("trnews", "gwn", "geovirus"):
        path = folder / f"{name}.jsonl"
        if path.exists():
            rows += _score_file(name, lines(path))
    return rows


def errors_km(articles: list[dict[str, Any]]) -> list[float]:
    """The great-circle error of each gold name that has coordinates."""
    from testimonia.read import places
    from testimonia.read.place_geometry import kilometres

    found = []
    for article in articles:
        gold = [t for t in article["toponyms"] if t["lat"] is not None and t["type"] not in NOT_TOPONYMS]
        answers = places.resolve([(t["start"], t["end"]) for t in gold], article["text"])
        for toponym, answer in zip(gold, answers, strict=True):
            if answer is None or answer.latitude is None or answer.longitude is None:
                found.append(FARTHEST_KM)
            else:
                point = (answer.latitude, answer.longitude)
                found.append(kilometres(point, (float(toponym["lat"]), float(toponym["lon"]))))
    return found


def _score_file(name: str, articles: list[dict[str, Any]]) -> list[Row]:
    errors = errors_km(articles)
    near = sum(error <= NEAR_KM for error in errors)
    area = sum(math.log(min(error, FARTHEST_KM) + 1) / math.log(FARTHEST_KM) for error in errors)
    tagging = _tagging(articles, peoples=name != "trnews")
    return [
        Row(f"geo {name}", "accuracy@161km, gold spans", near / len(errors), BEST_RESOLUTION.get(name), len(errors)),
        Row(f"geo {name}", "AUC of errors (lower is better)", area / len(errors), None, len(errors)),
        *(Row(f"geo {name}", metric, value, None, n) for metric, value, n in tagging),
    ]


def _tagging(articles: list[dict[str, Any]], *, peoples: bool) -> list[tuple[str, float, int]]:
    from testimonia.read import places
    from testimonia.read.grammar import parse
    from testimonia.read.place_geometry import kilometres
    from testimonia.read.transcript import plain

    exact = overlapping = resolved = predicted = total = resolvable = 0
    for article in articles:
        gold = {(t["start"], t["end"]): t for t in article["toponyms"] if t["type"] not in NOT_TOPONYMS}
        transcript = plain(article["text"])
        found = {}
        for toponym in places.toponyms(transcript.text, doc=parse(transcript)):
            span = transcript.span(toponym.start, toponym.end)
            if peoples or toponym.use is not places.Use.PEOPLE:  # TR-News has adjectives, not names of peoples
                found[span.start, span.end] = toponym.place
        predicted += len(found)
        total += len(gold)
        resolvable += sum(t["lat"] is not None for t in gold.values())
        exact += len(gold.keys() & found.keys())
        overlapping += len(overlap_pairs(list(gold), list(found)))
        for both in gold.keys() & found.keys():
            place, truth = found[both], gold[both]
            if place is not None and place.point and truth["lat"] is not None:
                resolved += kilometres(place.point, (float(truth["lat"]), float(truth["lon"]))) <= NEAR_KM
    return [
        ("tagging F1, exact", f1(exact, predicted, total)[2], total),
        ("tagging F1, overlap", f1(overlapping, predicted, total)[2], total),
        ("tagging precision, overlap", f1(overlapping, predicted, total)[0], total),
        ("tagging recall, overlap", f1(overlapping, predicted, total)[1], total),
        ("end to end F1", f1(resolved, predicted, resolvable)[2], resolvable),
    ]
