"""FA-KES (``fakes``): totals of dead, toll values by span, and the crowd's spans of counts and dates.

Follows the set's README: spans (one answer a document and slot), facts (repeated articles are one document), and
(b) of comparisons.jsonl.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from benchmarks.accuracy.rows import Row, f1, lines, scored_file
from testimonia.model.claim import Figure, Unit
from testimonia.read import amounts, counted, figures, periods

SET = "fakes"
_CHILDREN = (
    "child",
    "children",
    "minors",
    "minor",
    "kids",
    "schoolchildren",
    "boys",
    "girls",
    "infants",
    "boy",
    "girl",
)
_WOMEN = ("woman", "women", "wife", "mother", "wives", "mothers")
_COUNT_SLOTS = {
    "killed": Unit.KILLED, "injured": Unit.INJURED, "killed_children": Unit.KILLED, "killed_women": Unit.KILLED,
    "killed_fighters": Unit.KILLED,
}  # fmt: skip


def _about(figure: Figure, words: Iterable[str]) -> bool:
    named = set(figure.counted.casefold().split())
    return any(word in named for word in words)


def dead(found: Iterable[Figure]) -> list[Figure]:
    """The figures of dead that are no part of another."""
    return [figure for figure in found if figure.unit is Unit.KILLED and figure.part_of is None]


def _number(figure: Figure) -> int:
    return int(figure.low or figure.high or 0)


def total(text: str, found: list[Figure]) -> int:
    """One number of dead for an article: its first whole toll, with those that stand in one list with it.

    A headline that counts only children or women gives way to the first larger toll behind it.
    """
    tolls = [figure for figure in dead(found) if _number(figure) > 0]
    exact = [figure for figure in tolls if figure.low == figure.high or figure.low is None or figure.high is None]
    tolls = exact or tolls
    # Neither the whole war's dead nor one person named on the way is the incident's toll, where there is another.
    tolls = [figure for figure in tolls if _number(figure) < 20_000] or tolls
    tolls = [figure for figure in tolls if figure.text[:1].isdigit() or _number(figure) > 1] or tolls
    if not tolls:
        return 0
    at = 0
    if _about(tolls[0], (*_CHILDREN, *_WOMEN)):
        larger = [
            i
            for i, figure in enumerate(tolls[:6])
            if (_number(figure) > _number(tolls[0]) and figure.low == figure.high) or figure.high is None
        ]
        at = larger[0] if larger else 0
    result = _number(tolls[at])
    while at + 1 < len(tolls):
        gap = text[tolls[at].end : tolls[at + 1].start].strip(" ,").casefold()
        if gap not in ("", "and", "as well as") or not tolls[at + 1].counted:
            break
        at += 1
        result += _number(tolls[at])
    return result


def _fighters(figure: Figure) -> bool:
    lex = amounts.lexicon()
    words = figure.counted.casefold().split()
    return bool(words) and counted.noun_unit(words[-1], lex) is Unit.FIGHTERS


def _answer(slot: str, found: list[Figure]) -> Figure | None:
    killed = [figure for figure in found if figure.unit is Unit.KILLED]
    if slot == "children":
        return next((figure for figure in (*killed, *found) if _about(figure, _CHILDREN)), None)
    if slot == "women":
        return next((figure for figure in (*killed, *found) if _about(figure, _WOMEN)), None)
    wholes = [figure for figure in dead(found) if (figure.low or figure.high or 0) > 0]
    wanted = [figure for figure in (*wholes, *killed) if _fighters(figure) == (slot == "noncivilians")]
    candidates = [*wanted, *wholes, *killed]
    if not candidates:
        return None
    first = next((figure for figure in wanted if not figure.approximate), candidates[0])
    # Of the places that give the same number, the crowd copied one that names who was killed.
    return next((figure for figure in wanted if figure.counted and _number(figure) == _number(first)), first)


def _spans(records: list[dict[str, Any]], read: dict[str, list[Figure]]) -> list[Row]:
    rows = []
    for slot in ("civilians", "noncivilians", "children", "women", "date"):
        gold = given = exact = overlap = 0
        for record in records:
            spans = record["spans"].get(slot)
            if not spans:
                continue
            gold += 1
            if slot == "date":
                period = next((p for p in periods.find(record["text"]) if p.days == 1), None)
                place = (period.start_offset or 0, period.end_offset or 0) if period else None
            else:
                figure = _answer(slot, read[record["id"]])
                place = (figure.start, figure.end) if figure else None
            if place is None:
                continue
            given += 1
            exact += any(place == (start, end) for start, end, _ in spans)
            overlap += any(place[0] < end and start < place[1] for start, end, _ in spans)
        rows.append(Row(SET, f"span {slot} overlap F1", f1(overlap, given, gold)[2], None, gold))
    return rows


def _totals(records: list[dict[str, Any]], read: dict[str, list[Figure]]) -> list[Row]:
    documents: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for record in records:
        documents[record["id"].rstrip("bcd")].append(record)
    right = above = right_above = 0
    for rows in documents.values():
        facts = {int(row["facts"]["civilians"]) + int(row["facts"]["noncivilians"]) for row in rows}
        hit = total(rows[0]["text"], read[rows[0]["id"]]) in facts
        right += hit
        if max(facts) > 0:
            above += 1
            right_above += hit
    return [
        Row(SET, "total killed, exact", right / len(documents), ".711 naive pattern", len(documents)),
        Row(SET, "total killed, exact, where > 0", right_above / above if above else 0.0, None, above),
    ]


def _tolls(path: Path, read: dict[str, list[Figure]]) -> list[Row]:
    hits: dict[str, int] = defaultdict(int)
    gold: dict[str, int] = defaultdict(int)
    for record in lines(path):
        for incident in record["incidents"]:
            for value in incident["values"]:
                unit = _COUNT_SLOTS.get(value["slot"])
                if unit is None:
                    continue
                gold[value["slot"]] += 1
                hits[value["slot"]] += any(
                    figure.unit is unit
                    and figure.start < value["end"]
                    and value["start"] < figure.end
                    and (figure.low, figure.high) == (value["low"], value["high"])
                    for figure in read.get(value["doc"], ())
                )
    return [Row(SET, f"toll values, {slot}", hits[slot] / gold[slot], None, gold[slot]) for slot in sorted(gold)]


def score(folder: Path, read: Callable[[str], list[Figure]] = figures.find) -> list[Row]:
    """Totals, spans and, where ``comparisons.jsonl`` is there, toll values."""
    records = lines(scored_file(folder, "docs"))
    found = {record["id"]: read(record["text"]) for record in records}
    rows = _totals(records, found) + _spans(records, found)
    comparisons = folder / "comparisons.jsonl"
    return rows + (_tolls(comparisons, found) if comparisons.exists() else [])
