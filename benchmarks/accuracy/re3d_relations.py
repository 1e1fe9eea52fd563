"""re3d relations (``re3d``): which actors a text sets against or beside each other, by our claims, end to end.

Follows 4 and 5 of the set's README. The pairs of the table's row are those of FightingAgainst, AlliesOf and CommWith,
unordered and without their type; with Likes and Dislikes as 5 has them beside it, and with types as 4 has them.
Which claim comes nearest to which relation stands in ``re3d_relations.yaml``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml

from benchmarks.accuracy.corpora import book, document
from benchmarks.accuracy.rows import Row, f1, lines, scored_file
from testimonia.model.claim import Claim, Kind
from testimonia.read import reader
from testimonia.read.reading import Reading, open_account

SET = "re3d"
THREE = frozenset({"FightingAgainst", "AlliesOf", "CommWith"})
FIVE = THREE | {"Likes", "Dislikes"}
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two spans that stand in a relation, the earlier first."""

    type: str
    one: Span
    two: Span


def score(folder: Path) -> list[Row]:
    """Actor pairs F1 over all texts and over each half of them, typed F1, and both where gold entities are given."""
    records = lines(scored_file(folder, "docs"))
    told = [list(found_in(record)) for record in records]
    rows = []
    for name, part in (("", slice(None)), (", even", slice(0, None, 2)), (", odd", slice(1, None, 2))):
        rows += _rows(records[part], told[part], name)
    return rows


def _rows(records: Sequence[dict[str, Any]], ours: Sequence[Sequence[Pair]], name: str) -> list[Row]:
    gold = [gold_pairs(record) for record in records]
    rows = []
    for label, types in (("", THREE), (", with likes and dislikes", FIVE)):
        precision, recall, both, n = _measured(gold, ours, types, typed=False)
        rows.append(Row(SET, f"actor pairs F1{label}{name}", both, None, n))
        if not label:
            rows.append(Row(SET, f"actor pairs precision{name}", precision, None, n))
            rows.append(Row(SET, f"actor pairs recall{name}", recall, None, n))
    if not name:
        *_, both, n = _measured(gold, ours, FIVE, typed=True)
        rows.append(Row(SET, "relations of actors, relaxed F1, typed", both, None, n))
        given = [_on_entities(found, record) for found, record in zip(ours, records, strict=True)]
        *_, both, n = _measured(gold, given, THREE, typed=False)
        rows.append(Row(SET, "actor pairs F1, entities given", both, None, n))
    return rows


def _measured(
    gold: Sequence[Sequence[Pair]], ours: Sequence[Sequence[Pair]], types: frozenset[str], *, typed: bool
) -> tuple[float, float, float, int]:
    hits = predicted = wanted = 0
    for marked, told in zip(gold, ours, strict=True):
        truth, found = _once(marked, types, typed=typed), _once(told, types, typed=typed)
        hits += len(matched(truth, found, typed=typed))
        predicted += len(found)
        wanted += len(truth)
    return (*f1(hits, predicted, wanted), wanted)


def _once(found: Iterable[Pair], types: frozenset[str], *, typed: bool) -> list[Pair]:
    kept = {(p.type if typed else "", p.one, p.two): p for p in reversed(list(found)) if p.type in types}
    return sorted(kept.values(), key=lambda p: (p.one, p.two, p.type))


def gold_pairs(record: dict[str, Any]) -> list[Pair]:
    """The relations of a text between actors, each once whatever its direction."""
    return [
        _pair(r["type"], (r["source_start"], r["source_end"]), (r["target_start"], r["target_end"]))
        for r in record["relations"]
        if r["type"] in FIVE
    ]


def _pair(kind: str, one: Span, two: Span) -> Pair:
    return Pair(kind, *sorted((one, two)))


def found_in(record: dict[str, Any]) -> Iterator[Pair]:
    """What we read from a text: the pairs of its claims, and who speaks to whom."""
    source = document(record["id"], record["text"])
    reading = open_account(source, source.accounts[0], book())
    yield from pairs(reader.read(source, book()))
    yield from _addressed(reading)


def _addressed(reading: Reading) -> Iterator[Pair]:
    """Speakers with those whom the speaking verb names: "told the council that …"."""
    for attribution in reading.attributions:
        if attribution.source_head is None or attribution.cue_token is None:
            continue
        verb = reading.doc[attribution.cue_token]
        if verb.lemma_.lower() not in _mapping()["addressing"]:
            continue
        heard = [child for child in verb.children if child.dep_ in ("dobj", "dative") and child.pos_ != "ADP"]
        heard += [t for child in verb.children if child.lower_ == "to" for t in child.children if t.dep_ == "pobj"]
        for one in reading.actors_of(reading.doc[attribution.source_head]):
            for two in (mention for token in heard for mention in reading.actors_of(token)):
                if one.actor == two.actor:
                    continue
                spans = [reading.span(m.start, m.end) for m in (one, two)]
                if not _shared((spans[0].start, spans[0].end), (spans[1].start, spans[1].end)):
                    yield _pair("CommWith", (spans[0].start, spans[0].end), (spans[1].start, spans[1].end))


def pairs(claims: Iterable[Claim]) -> Iterator[Pair]:
    """What claims tell of two actors, in the set's types; of violence, too, of the place that is struck.

    Two parties are told of once within a few words, by the longest words for them: "the marines began their assault".
    """
    told: list[tuple[Pair, frozenset[str]]] = []
    for claim in claims:
        told += _told(claim)
    for pair, parties in told:
        if not any(
            other.type == pair.type and parties == others and _near(pair, other) and _length(other) > _length(pair)
            for other, others in told
        ):
            yield pair


def _near(pair: Pair, other: Pair) -> bool:
    return any(_shared(span, beside) for span in (pair.one, pair.two) for beside in (other.one, other.two))


def _length(pair: Pair) -> int:
    return pair.one[1] - pair.one[0] + pair.two[1] - pair.two[0]


def _told(claim: Claim) -> Iterator[tuple[Pair, frozenset[str]]]:
    mapping = _mapping()["relations" if claim.kind is Kind.RELATION else "events"]
    kind = mapping.get(claim.type) if claim.kind in (Kind.RELATION, Kind.EVENT) else None
    if kind is None:
        return
    unmarked = _mapping()["unmarked"]
    acting = [((m.start, m.end), m.actor) for m in claim.actors if m.text.lower() not in unmarked]
    concerned = [((m.start, m.end), m.actor) for m in claim.recipients if m.text.lower() not in unmarked]
    if not concerned and claim.type in _mapping()["ground"]:
        concerned = [(span, "") for span in _ground(claim)]
    crossed = [(one, two) for one in acting for two in concerned]
    if claim.type in ("CONSULT", "FIGHTS_ALONGSIDE", "COOPERATE", "AGREE") and not concerned:
        crossed = list(combinations(acting, 2))
    for (one, first), (two, second) in crossed:
        if one[0] < one[1] and two[0] < two[1] and not _shared(one, two):
            yield _pair(kind, one, two), frozenset((first, second))


def _ground(claim: Claim) -> list[Span]:
    """The first place named behind the word that tells of the act, else the last before it, inside the claim."""
    at = claim.trigger.start if claim.trigger else claim.start
    inside = sorted((p.start, p.end) for p in claim.places if claim.start <= p.start < claim.end)
    behind = [span for span in inside if span[0] >= at]
    return behind[:1] or inside[-1:]


def _shared(one: Span, two: Span) -> int:
    return max(0, min(one[1], two[1]) - max(one[0], two[0]))


def matched(gold: Sequence[Pair], found: Sequence[Pair], *, typed: bool) -> list[tuple[int, int]]:
    """One-to-one pairs of indices, those that share most characters first; either order of the two spans will do."""
    candidates = []
    for i, truth in enumerate(gold):
        for j, ours in enumerate(found):
            if typed and truth.type != ours.type:
                continue
            straight = (_shared(truth.one, ours.one), _shared(truth.two, ours.two))
            crossed = (_shared(truth.one, ours.two), _shared(truth.two, ours.one))
            shared = max(sum(both) if all(both) else 0 for both in (straight, crossed))
            if shared:
                candidates.append((-shared, i, j))
    hits: list[tuple[int, int]] = []
    for _, i, j in sorted(candidates):
        if all(i != a and j != b for a, b in hits):
            hits.append((i, j))
    return hits


def _on_entities(found: Iterable[Pair], record: dict[str, Any]) -> list[Pair]:
    """The pairs whose two spans are entities of the set, with the spans that it gives them."""
    entities = sorted({(e["start"], e["end"]) for e in record["entities"]})
    placed: Callable[[Span], Span | None] = lambda span: max(  # noqa: E731
        (e for e in entities if _shared(e, span)), key=lambda e: (2 * _shared(e, span) - (e[1] - e[0]), e), default=None
    )
    kept = []
    for pair in found:
        one, two = placed(pair.one), placed(pair.two)
        if one and two and one != two:
            kept.append(_pair(pair.type, one, two))
    return kept


@lru_cache(maxsize=1)
def _mapping() -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
    return content
