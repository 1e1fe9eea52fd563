"""The PETRARCH coders' validation sentences: CAMEO triples (source, code, target) from raw text (its README's metrics).

What is scored are the coded events that our claims of a sentence give (``export/coded.py``). The stylised set's
invented countries are read as real ones that stand in for them; which name is which code is taken from the set itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.accuracy.plover import document_of
from benchmarks.accuracy.rows import Row, f1, lines
from testimonia.codebook.codebook import Codebook, load
from testimonia.export.coded import coded
from testimonia.read.reader import read

SET = "petrarch"
Triple = tuple[str, str, str]
_SETS = (
    ("petr2_gsr_ud.jsonl", "news-like", (".641", ".726 UniversalPetrarch", ".792", None)),
    ("unit_cameo_ud.jsonl", "stylised", (".512", ".702 UniversalPetrarch", None, ".604 PETRARCH-2")),
)
# Real states with short names and no part in the sentences, read in place of invented ones.
_STANDING_IN = 14


def score(folder: Path) -> list[Row]:
    """Exact sets, and F1 of triples, codes and actor pairs, of each of the two files that is there."""
    codebook = load(base=("english", "world"))
    rows = []
    for name, title, peers in _SETS:
        if not (folder / name).exists():
            continue
        examples = lines(folder / name)
        stand_ins = _stand_ins(examples, codebook) if title == "stylised" else {}
        pairs = [(_gold(example), triples(example["text"], codebook, stand_ins, _day(example))) for example in examples]
        n = len(pairs)
        exact = sum(gold == found for gold, found in pairs) / n if n else 0.0
        rows += [
            Row(SET, f"{title}: exact set", exact, peers[0], n),
            Row(SET, f"{title}: triple F1", _f1(pairs, lambda t: t), peers[1], n),
            Row(SET, f"{title}: code F1", _f1(pairs, lambda t: t[1]), peers[2], n),
            Row(SET, f"{title}: actor pair F1", _f1(pairs, lambda t: (t[0], t[2])), peers[3], n),
        ]
    return rows


def _gold(example: Mapping[str, Any]) -> frozenset[Triple]:
    events = example["events"]
    return frozenset((e["source"], e["code"], e["target"]) for e in events if e["code"] is not None)


def _f1(pairs: Iterable[tuple[frozenset[Triple], frozenset[Triple]]], part: Any) -> float:
    hits = predicted = gold = 0
    for wanted, found in pairs:
        of_gold, of_found = {part(t) for t in wanted}, {part(t) for t in found}
        hits += len(of_gold & of_found)
        predicted += len(of_found)
        gold += len(of_gold)
    return f1(hits, predicted, gold)[2]


def _day(example: Mapping[str, Any]) -> date | None:
    """The day of the sentence, where the record gives one."""
    try:
        return date.fromisoformat(example["date"])
    except (TypeError, ValueError):
        return None


def triples(
    text: str,
    codebook: Codebook,
    stand_ins: Mapping[str, tuple[str, str]] | None = None,
    day: date | None = None,
) -> frozenset[Triple]:
    """The triples that our reading of ``text`` gives; ``stand_ins`` are names with what to read and to code instead."""
    codes: dict[str, str] = {}
    for name, (real, code) in (stand_ins or {}).items():
        text = re.sub(rf"\b{re.escape(name)}\b", real, text)
        codes[real] = code
    claims = read(document_of(text, day), codebook)
    found = [(event.source, event.code, event.target) for event in coded(claims, codebook, accusing=True)]
    real_codes = {codebook.actors[_id(real, codebook)].code: code for real, code in codes.items()}
    return frozenset((_recoded(s, real_codes), code, _recoded(t, real_codes)) for s, code, t in found)


def _recoded(actor: str, codes: Mapping[str | None, str]) -> str:
    return codes.get(actor[:3], actor[:3]) + actor[3:]


def _id(real: str, codebook: Codebook) -> str:
    return next(state.id for state in codebook.states.values() if state.name == real)


def _stand_ins(examples: Sequence[Mapping[str, Any]], codebook: Codebook) -> dict[str, tuple[str, str]]:
    """For each invented name in the texts whose letters begin a gold code, a real state to read, and that code."""
    taken = {state.iso3 for state in codebook.states.values()}
    sides = [e[side][:3] for x in examples for e in x["events"] for side in ("source", "target") if e[side]]
    invented = [head for head, _ in Counter(sides).most_common() if head.isalpha() and head not in taken]
    texts = " ".join(example["text"] for example in examples)
    real = [state.name for state in codebook.states.values() if state.name.isalpha() and state.name not in texts]
    found: dict[str, tuple[str, str]] = {}
    for head, name in zip(invented[:_STANDING_IN], real[:: len(real) // _STANDING_IN], strict=False):
        spelt = re.findall(rf"\b{head.capitalize()}[a-z]+\b", texts)
        if spelt:
            found |= dict.fromkeys(sorted(set(spelt)), (name, head))
    return found
