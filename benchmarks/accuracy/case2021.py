"""CASE 2021 task 2 (``case2021``): the sub-event of a snippet's main happening, as the library reads it.

One prediction a snippet for all three subtasks of the set's README. Figures are given for all snippets, and apart for
those with an odd id, which nobody looked at when words and rules were written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.accuracy.rows import Row, f1, lines, scored_file
from testimonia.read import subevents

SET = "case2021"
NONE = "none"
LABELS = {
    "Armed clash": "ARMED_CLASH",
    "Government regains territory": "GOV_REGAINS_TERIT",
    "Non-state actor overtakes territory": "NON_STATE_ACTOR_OVERTAKES_TER",
    "Chemical weapon": "CHEM_WEAP",
    "Air/drone strike": "AIR_STRIKE",
    "Suicide bomb": "SUIC_BOMB",
    "Shelling/artillery/missile attack": "ART_MISS_ATTACK",
    "Remote explosive/landmine/IED": "REM_EXPLOS",
    "Grenade": "GRENADE",
    "Sexual violence": "SEX_VIOL",
    "Attack": "ATTACK",
    "Abduction/forced disappearance": "ABDUCT_DISSAP",
    "Peaceful protest": "PEACE_PROTEST",
    "Protest with intervention": "PROTEST_WITH_INTER",
    "Excessive force against protesters": "FORCE_AGAINST_PROTEST",
    "Violent demonstration": "VIOL_DEMONSTR",
    "Mob violence": "MOB_VIOL",
    "Agreement": "AGREEMENT",
    "Arrests": "ARREST",
    "Change to group/activity": "CHANGE_TO_GROUP_ACT",
    "Disrupted weapons use": "DISR_WEAP",
    "Headquarters or base established": "HQ_ESTABLISHED",
    "Looting/property destruction": "PROPERTY_DISTRUCT",
    "Non-violent transfer of territory": "NON_VIOL_TERRIT_TRANSFER",
    "Other": "OTHER",
}
BEYOND = {"Organised crime": "ORG_CRIME", "Natural disaster": "NATURAL_DISASTER", "Accident": "MAN_MADE_DISASTER"}
TALK = {"Diplomatic measure": "DIPLO", "Attribution of responsibility": "ATTRIB"}

Pair = tuple[str, str]


def score(folder: Path) -> list[Row]:
    """Macro and weighted F1 and accuracy of the three subtasks, then macro F1 by the halves of the set."""
    pairs = [(int(r["id"]), (r["label"], predict(r["text"]))) for r in lines(scored_file(folder, "snippets"))]
    rows = []
    subtasks = (
        (1, set(LABELS.values())),
        (2, {*LABELS.values(), *BEYOND.values()}),
        (3, {*LABELS.values(), *BEYOND.values(), *TALK.values()}),
    )
    for number, labels in subtasks:
        chosen = [pair for _, pair in pairs if pair[0] in labels]
        name = f"subtask {number}, {len(labels)} labels"
        rows.append(Row(SET, f"{name}, macro F1", macro(chosen), None, len(chosen)))
        rows.append(Row(SET, f"{name}, weighted F1", weighted(chosen), None, len(chosen)))
        rows.append(
            Row(SET, f"{name}, accuracy", sum(g == p for g, p in chosen) / max(1, len(chosen)), None, len(chosen))
        )
    for half, rest in (("even", 0), ("odd", 1)):
        for number, labels in (subtasks[0], subtasks[2]):
            chosen = [pair for i, pair in pairs if i % 2 == rest and pair[0] in labels]
            rows.append(Row(SET, f"subtask {number}, {half} ids, macro F1", macro(chosen), None, len(chosen)))
    return rows


def predict(text: str) -> str:
    """The set's name of the sub-event that the library reads, or ``NONE``."""
    found = subevents.main(text)
    return {**LABELS, **BEYOND, **TALK}[found.name] if found else NONE


def by_label(pairs: Sequence[Pair]) -> dict[str, float]:
    """F1 of every label that stands in the gold."""
    gold, given = Counter(g for g, _ in pairs), Counter(p for _, p in pairs)
    hits = Counter(g for g, p in pairs if g == p)
    return {label: f1(hits[label], given[label], gold[label])[2] for label in gold}


def macro(pairs: Sequence[Pair]) -> float:
    """Mean of the labels' F1."""
    scores = by_label(pairs)
    return sum(scores.values()) / len(scores) if scores else 0.0


def weighted(pairs: Sequence[Pair]) -> float:
    """Mean of the labels' F1, each weighing as often as it stands in the gold."""
    scores, gold = by_label(pairs), Counter(g for g, _ in pairs)
    return sum(scores[label] * n for label, n in gold.items()) / len(pairs) if pairs else 0.0
