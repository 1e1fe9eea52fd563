"""FA-KES (``fakes``): who did it, to whom and where, of claims drawn from its articles and annotated for this project.

``fakes_slots.csv`` holds what a careful reader would put into the three cells, without texts: one line a claim, by its
document, the offset of the word that tells it, its kind and type. A value is an id of the codebook or the gazetteer,
or for what neither lists its spans, ``@120-133/150-160``; one with ``?`` may stand or be missing. The annotators were
language models that saw the sentence and the candidates, never the program's answer. The articles that the seventh
sheet of ``docs/evaluation/precision.md`` is drawn from are left out. Rules were mended in view of the ``open`` half
only; of the ``closed`` half totals alone were looked at.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from benchmarks.accuracy import corpora
from benchmarks.accuracy.rows import Row, lines, scored_file
from testimonia.model.claim import ActorMention, Claim, PlaceMention
from testimonia.model.document import Document

SET = "fakes"
_TABLE = Path(__file__).with_name("fakes_slots.csv")
_SLOTS = ("who", "whom", "where")
_ALL = "who, whom and where"

Values = Sequence[tuple[str, int, int]]


def score(folder: Path) -> list[Row]:
    """Of the annotated claims that are read: how many have each cell right, and all three; the closed half apart."""
    with _TABLE.open(encoding="utf-8", newline="") as stream:
        gold = list(csv.DictReader(stream))
    wanted = {line["document"] for line in gold}
    records = [record for record in lines(scored_file(folder, "docs")) if record["id"] in wanted]
    told = defaultdict(list)
    for claim in corpora.read([_document(record) for record in records]).claims:
        if claim.trigger is not None:
            told[claim.document, claim.trigger.start, claim.kind.value].append(claim)
    right: Counter[tuple[str, str]] = Counter()
    read: Counter[str] = Counter()
    for line in gold:
        found = told.get((line["document"], int(line["start"]), line["kind"]))
        if not found:
            continue
        claim = next((each for each in found if each.type == line["type"]), found[0])
        verdicts = {slot: is_right(line[slot].split(), values(claim, slot)) for slot in _SLOTS}
        verdicts[_ALL] = all(verdicts.values())
        for part in (line["part"], "all"):
            read[part] += 1
            right.update((part, name) for name, verdict in verdicts.items() if verdict)
    rows = [Row(SET, f"{name} right", right["all", name] / read["all"], None, read["all"]) for name in (*_SLOTS, _ALL)]
    rows.append(Row(SET, f"closed half, {_ALL}", right["closed", _ALL] / read["closed"], None, read["closed"]))
    return [*rows, Row(SET, "annotated claims still read", read["all"] / len(gold), None, len(gold))]


def _document(record: dict[str, str]) -> Document:
    """The document as the claims were drawn from it: without a title of its own."""
    return corpora.document(record["id"], record["text"], outlet=record["outlet"], published=record["date_in_text"])


def values(claim: Claim, slot: str) -> Values:
    """The ids and spans in a cell of a claim."""
    held: dict[str, tuple[ActorMention, ...] | tuple[PlaceMention, ...]] = {
        "who": claim.actors, "whom": claim.recipients, "where": claim.places
    }  # fmt: skip
    return [
        (mention.actor if isinstance(mention, ActorMention) else mention.place, mention.start, mention.end)
        for mention in held[slot]
    ]


def is_right(gold: Sequence[str], given: Values) -> bool:
    """Whether all that must stand is given, and nothing but that and what may."""
    must = [value for value in gold if not value.endswith("?")]
    may = [value.rstrip("?") for value in gold]
    return all(any(_fits(value, one) for one in given) for value in must) and all(
        any(_fits(value, one) for value in may) for one in given
    )


def _fits(value: str, given: tuple[str, int, int]) -> bool:
    identifier, start, end = given
    if not value.startswith("@"):
        return value == identifier
    spans = (span.split("-") for span in value[1:].split("/"))
    return any(int(first) < end and start < int(last) for first, last in spans)
