"""MUC-3/4 (``muc4``): incidents of political violence as templates, who is said to have done them and how firmly.

A document's violent claims of one incident type are one template; the fills are what the claims hold. Battles count
only where a document tells of no other violence, since the key has none of them. Alignment, string comparison and
metrics follow the set's README. Figures are given for the whole set and for the documents at odd places, which nobody
looked at while words and rules were written.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.accuracy import corpora
from benchmarks.accuracy.rows import Row, f1, lines, scored_file
from testimonia.ingest.datelines import date_reader
from testimonia.model.claim import ActorMention, Claim, PlaceMention, PlacePrecision
from testimonia.model.period import Period
from testimonia.model.source import ActorKind
from testimonia.read import perpetrators, reader
from testimonia.read.gazetteer import gazetteer
from testimonia.read.perpetrators import Firmness, Stage

SET = "muc4"
SLOTS = (
    "INCIDENT: DATE", "INCIDENT: LOCATION", "INCIDENT: TYPE", "INCIDENT: STAGE OF EXECUTION", "INCIDENT: INSTRUMENT ID",
    "PERP: INDIVIDUAL ID", "PERP: ORGANIZATION ID", "PHYS TGT: ID", "HUM TGT: NAME", "HUM TGT: DESCRIPTION",
    "HUM TGT: EFFECT OF INCIDENT",
)  # fmt: skip
CONFIDENCE = "PERP: ORGANIZATION CONFIDENCE"
FIRMNESS = {
    Firmness.FACT: "REPORTED AS FACT",
    Firmness.CLAIMED: "CLAIMED OR ADMITTED",
    Firmness.ACCUSED: "SUSPECTED OR ACCUSED",
    Firmness.ACCUSED_BY_AUTHORITIES: "SUSPECTED OR ACCUSED BY AUTHORITIES",
    Firmness.POSSIBLE: "POSSIBLE",
    Firmness.DENIED: "ACQUITTED",
}
STAGES = {Stage.ACCOMPLISHED: "ACCOMPLISHED", Stage.ATTEMPTED: "ATTEMPTED", Stage.THREATENED: "THREATENED"}
TYPES = {
    "Remote explosive/landmine/IED": "BOMBING", "Suicide bomb": "BOMBING", "Grenade": "BOMBING",
    "Abduction/forced disappearance": "KIDNAPPING",
}  # fmt: skip
BATTLES = ("Armed clash", "Government regains territory", "Non-state actor overtakes territory")
_FIRE = re.compile(r"\b(?:burn|fire|torch|ablaze|arson|alight)", re.IGNORECASE)
_THEFT = re.compile(r"\b(?:loot|rob|steal|stol|plunder|pillag)", re.IGNORECASE)
_WEAPON = re.compile(
    r"\b(?:(?:car|truck|time|dynamite)[ -])?(?:bombs?|dynamite|explosives?|grenades?|mortars?|rifles?|"
    r"machine-?guns?|rockets?|mines?|submachineguns?|pistols?)\b",
    re.IGNORECASE,
)  # fmt: skip
_BODIES = (ActorKind.GROUP, ActorKind.MILITARY, ActorKind.GOVERNMENT, ActorKind.STATE, ActorKind.ORGANISATION,
           ActorKind.COALITION)  # fmt: skip
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")

Fills = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Template:
    """One incident as read: the fills of each slot, and the firmness of each organisation."""

    fills: Fills
    confidence: Mapping[str, Firmness]


def score(folder: Path) -> list[Row]:
    """Confidence and stage, then slots, then relevance; then the same of the documents at odd places."""
    records = lines(scored_file(folder, "docs"))
    read = {record["id"]: templates(record) for record in records}
    return [*rows(records, read, ""), *rows(records[1::2], read, "odd places, ")[:4]]


def rows(records: Sequence[Mapping[str, Any]], read: Mapping[str, Sequence[Template]], name: str) -> list[Row]:
    """The rows for some documents and what was read of them."""
    hits: Counter[str] = Counter()
    given: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    confidences: list[tuple[frozenset[str], str]] = []
    stages: list[bool] = []
    relevant: list[tuple[bool, bool]] = []
    for record in records:
        gold, found = record["templates"], read[record["id"]]
        pairs = align(gold, found)
        for template in found:
            given.update({slot: len(template.fills[slot]) for slot in SLOTS})
        for number, template in enumerate(gold):
            if number in pairs or not _optional(template):
                wanted.update({slot: len(_fills(template, slot)[0]) for slot in SLOTS})
        for number, partner in pairs.items():
            met, free = _right(gold[number], partner.fills)
            hits.update(met)
            given.subtract(free)  # an optional fill costs nothing and gains nothing
            confidences += _confidences(gold[number], partner)
            told = partner.fills["INCIDENT: STAGE OF EXECUTION"]
            stages.append(met["INCIDENT: STAGE OF EXECUTION"] == len(told))
        relevant.append((any(not _optional(template) for template in gold), bool(found)))
    slot_f1 = f1(sum(hits.values()), sum(given.values()), sum(wanted.values()))
    both = sum(g and p for g, p in relevant)
    relevance = f1(both, sum(p for _, p in relevant), sum(g for g, _ in relevant))[2]
    right = sum(value in allowed for allowed, value in confidences)
    fact = sum("REPORTED AS FACT" in allowed for allowed, _ in confidences)
    n = len(confidences)
    always = f"always fact {fact / max(1, n):.3f}"
    result = [
        Row(SET, f"{name}organisation's confidence, accuracy", right / max(1, n), always, n),
        Row(SET, f"{name}organisation's confidence, macro F1", _macro(confidences), None, n),
        Row(SET, f"{name}stage, accuracy over aligned", sum(stages) / max(1, len(stages)), None, len(stages)),
        Row(SET, f"{name}slot F1", slot_f1[2], None, sum(wanted.values())),
        Row(SET, f"{name}slot precision", slot_f1[0], None, sum(given.values())),
        Row(SET, f"{name}slot recall", slot_f1[1], None, sum(wanted.values())),
        Row(SET, f"{name}relevance F1", relevance, None, len(records)),
    ]
    if name:
        return result
    slots = [(slot, f1(hits[slot], given[slot], wanted[slot])[2]) for slot in SLOTS]
    return [*result, *(Row(SET, f"slot {slot.casefold()}", value, None, wanted[slot]) for slot, value in slots)]


# --- what is read -----------------------------------------------------------------------------------------------------


def templates(record: Mapping[str, Any]) -> list[Template]:
    """The incidents that the claims of a document tell of, one for each type of incident."""
    text, book = record["text"], corpora.book()
    dated = date_reader(book).of_wire(text, 0, min(len(text), 300))
    period = dated.period() if dated else None
    day = period.start.isoformat() if period and period.start else None
    document = corpora.document(record["id"], text, published=day)
    return of_claims(reader.read(document, book), document.text)


def of_claims(claims: Sequence[Claim], text: str) -> list[Template]:
    """The templates of a document's claims."""
    book = corpora.book()
    violent = [claim for claim in claims if perpetrators.is_violent(claim, book)]
    violent = [claim for claim in violent if claim.acled not in BATTLES] or violent
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in violent:
        groups[kind_of(claim)].append(claim)
    for claim in claims:
        if claim.type in ("ACCUSE", "BLAMES") and violent:  # blame for what was told nearest
            groups[kind_of(min(violent, key=lambda act: abs(act.start - claim.start)))].append(claim)
    return [_template(kind, group, text) for kind, group in groups.items()]


def kind_of(claim: Claim) -> str:
    """The type of incident, by the sub-event of the act."""
    if claim.acled == "Looting/property destruction":
        return "ROBBERY" if _THEFT.search(claim.text) else "ARSON" if _FIRE.search(claim.text) else "ATTACK"
    return TYPES.get(claim.acled or "", "ATTACK")


def _template(kind: str, group: Sequence[Claim], text: str) -> Template:
    book = corpora.book()
    acts = [claim for claim in group if perpetrators.is_violent(claim, book)]
    charges = [c for c in perpetrators.find(group, text, book) if c.firmness is not Firmness.DENIED]
    confidence: dict[str, Firmness] = {}
    individuals: list[str] = []
    for charge in perpetrators.standing(charges).values():
        if _is_body(charge.actor):
            confidence[_called(charge.actor, text)] = charge.firmness
    for charge in charges:
        words = _upper(charge.actor.text)
        if not _is_body(charge.actor) or charge.actor.text.split()[-1:] != charge.actor.name.split()[-1:]:
            individuals.append(words)
    stages = Counter(STAGES[perpetrators.stage(claim, text, book)] for claim in acts)
    stage = "ACCOMPLISHED" if stages["ACCOMPLISHED"] else stages.most_common(1)[0][0] if stages else "ACCOMPLISHED"
    places = [place for claim in acts for place in claim.places]
    days = _days(claim.period for claim in acts) or _days(claim.likely_period for claim in acts)
    victims = [m for claim in acts for m in claim.recipients if m.text]
    names = [m for m in victims if _is_name(m)]
    dead = any(f.unit.value == "killed" for c in acts for f in c.figures) or any(_DEATH.search(c.text) for c in acts)
    hurt = any(f.unit.value == "injured" for c in acts for f in c.figures) or any(_INJURY.search(c.text) for c in acts)
    countries = Counter(country for country in map(_country, places) if country)
    country = countries.most_common(1)[0][0] if countries else None
    fills = {
        "INCIDENT: TYPE": [kind],
        "INCIDENT: STAGE OF EXECUTION": [stage],
        "INCIDENT: DATE": [f"{d.day:02d} {_MONTHS[d.month - 1]} {d.year % 100:02d}" for d, _ in days.most_common(1)],
        "INCIDENT: LOCATION": [_upper(country)] if country else [],
        "INCIDENT: INSTRUMENT ID": _once(w.upper() for c in acts for w in _WEAPON.findall(c.text)),
        "PERP: INDIVIDUAL ID": _once(individuals)[:1],
        "PERP: ORGANIZATION ID": _once(confidence),
        "PHYS TGT: ID": [],
        "HUM TGT: NAME": _once(_upper(m.text) for m in names),
        "HUM TGT: DESCRIPTION": _once(_upper(m.text) for m in victims if m not in names)[:2],
        "HUM TGT: EFFECT OF INCIDENT": [*(["DEATH"] if dead else []), *(["INJURY"] if hurt else [])],
    }
    return Template(fills, confidence)


_DEATH = re.compile(r"\b(?:kill|murder|assassinat|dead|death|execut|massacre|slain|slay|died)", re.IGNORECASE)
_INJURY = re.compile(r"\b(?:wound|injur)", re.IGNORECASE)


def _is_body(mention: ActorMention) -> bool:
    """Whether an actor is an organisation: the codebook's, or by the last word of a new one's name."""
    entry = corpora.book().actors.get(mention.actor)
    if entry is not None:
        return entry.kind in _BODIES
    return bool(_BODY.search(mention.name.casefold()) or _LETTERS.search(mention.name))


def _country(place: PlaceMention) -> str | None:
    """The country in which a place lies."""
    if place.precision is PlacePrecision.COUNTRY:
        return place.name
    listed = gazetteer().with_id(place.place)
    states = corpora.book().states.values()
    return next((state.name for state in states if listed and state.iso2 == listed.country), None)


def _called(mention: ActorMention, text: str) -> str:
    """The longest name of an organisation that the text uses; of a state's body its own words."""
    entry = corpora.book().actors.get(mention.actor)
    if entry is None:
        return _upper(mention.text if _BODY.search(mention.text.casefold()) else mention.name)
    if entry.kind is ActorKind.STATE:
        return _upper(mention.text)
    flat = " ".join(text.upper().split())
    used = [_upper(name) for name in (entry.name, *entry.aliases) if re.search(rf"\b{re.escape(_upper(name))}\b", flat)]
    return max(used, key=len, default=_upper(entry.name))


_BODY = re.compile(
    r"(?:army|forces?|front|movement|police|brigades?|battalion|cartel|party|guards?|command|union|organi[sz]ation|"
    r"league|alliance|navy|military|government|mafia|commandos?|squads?)$"
)
_LETTERS = re.compile(r"\b[A-Z]{3,6}$")


def _days(periods: Iterable[Period | None]) -> Counter[date]:
    return Counter(p.start for p in periods if p is not None and p.start is not None and p.start == p.end)


def _is_name(mention: ActorMention) -> bool:
    return mention.actor.startswith("case:") and len(mention.text.split()) > 1 and mention.name[:1].isupper() and (
        all(word[:1].isupper() for word in mention.name.split() if len(word) > 3)
    )  # fmt: skip


def _upper(text: str) -> str:
    words = " ".join(text.upper().strip("\"' ").split())
    return re.sub(r"^(?:THE|A|AN) ", "", words)


def _once(fills: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(fill for fill in fills if fill))


# --- the key ----------------------------------------------------------------------------------------------------------


def align(gold: Sequence[Fills], found: Sequence[Template]) -> dict[int, Template]:
    """One-to-one pairs of the same incident type, those with most right fills first, ties in the key's order."""
    scored = []
    for number, template in enumerate(gold):
        for place, partner in enumerate(found):
            if _fits(partner.fills["INCIDENT: TYPE"][0], _alternatives(template["INCIDENT: TYPE"][0])):
                scored.append((-sum(_right(template, partner.fills)[0].values()), number, place))
    pairs: dict[int, Template] = {}
    used: set[int] = set()
    for _, number, place in sorted(scored):
        if number not in pairs and place not in used:
            pairs[number] = found[place]
            used.add(place)
    return pairs


def _optional(template: Fills) -> bool:
    return any("(OPTIONAL)" in value for value in template["MESSAGE: TEMPLATE"])


def _fills(template: Fills, slot: str) -> tuple[list[frozenset[str]], list[frozenset[str]]]:
    """The fills of a slot that are wanted, and those that are optional, each a set of alternatives."""
    wanted: list[frozenset[str]] = []
    optional: list[frozenset[str]] = []
    for value in template.get(slot, ()):
        bare = value.strip()
        if slot in ("INCIDENT: LOCATION", "HUM TGT: EFFECT OF INCIDENT"):
            bare = bare.partition(":")[0].strip()
        elif slot == "HUM TGT: DESCRIPTION" and '": ' in bare:
            bare = bare.partition('": ')[0] + '"'
        if bare.lstrip("? ") in ("-", "*", ""):
            continue
        (optional if bare.startswith("?") else wanted).append(_alternatives(bare.lstrip("? ")))
    return wanted, optional


def _alternatives(value: str) -> frozenset[str]:
    return frozenset(_upper(part.replace('\\"', "").strip().lstrip("? ")) for part in re.split(r" / ", value))


def _fits(fill: str, alternatives: frozenset[str]) -> bool:
    """Equal to an alternative, or one holds the other and both end in the same word."""
    for other in alternatives:
        if fill == other:
            return True
        if (fill in other or other in fill) and fill.split()[-1:] == other.split()[-1:]:
            return True
    return False


def _right(template: Fills, fills: Fills) -> tuple[Counter[str], Counter[str]]:
    """How many fills of each slot are right, and how many meet only an optional one."""
    right: Counter[str] = Counter()
    free: Counter[str] = Counter()
    for slot in SLOTS:
        wanted, optional = _fills(template, slot)
        left = list(wanted)
        for fill in fills[slot]:
            met = next((alternatives for alternatives in left if _fits(fill, alternatives)), None)
            if met is not None:
                left.remove(met)
                right[slot] += 1
            elif any(_fits(fill, alternatives) for alternatives in optional):
                free[slot] += 1
    return right, free


def _confidences(template: Fills, partner: Template) -> list[tuple[frozenset[str], str]]:
    """For each organisation of the key that was found: the values allowed, and the value read."""
    result = []
    for value in template.get(CONFIDENCE, ()):
        bare = value.strip().lstrip("? ")
        if bare in ("-", "*") or ":" not in bare:
            continue
        values, _, names = bare.partition(":")
        allowed = frozenset(part.strip(" ()?") for part in values.split("/"))
        for name, firmness in partner.confidence.items():
            if _fits(name, _alternatives(names.strip())):
                result.append((allowed, FIRMNESS[firmness]))
                break
    return result


def _macro(pairs: Sequence[tuple[frozenset[str], str]]) -> float:
    """Macro F1 over the key's values; of several allowed ones that read counts, else the first in the alphabet."""
    gold = [value if value in allowed else min(allowed) for allowed, value in pairs]
    scores = []
    for label in sorted(set(gold)):
        hits = sum(g == label == value for g, (_, value) in zip(gold, pairs, strict=True))
        scores.append(f1(hits, sum(value == label for _, value in pairs), gold.count(label))[2])
    return sum(scores) / len(scores) if scores else 0.0
