"""Airwars incidents (``airwars``): toll interval, belligerents, contested or not, day and place, from the pages alone.

As the set's README says, points 2 to 5: the pages of an incident are linked and compared with each other only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.accuracy import corpora
from benchmarks.accuracy.corpora import Corpus
from benchmarks.accuracy.rows import Row, f1, lines
from testimonia.compare.case import Case
from testimonia.compare.incident import Incident, of
from testimonia.link.kinship import Kinship
from testimonia.link.whereabouts import kilometres
from testimonia.model.claim import PlaceMention, PlacePrecision

SET = "airwars"
# How the set names parties, by ids of the codebook; one name stands for all Kurdish-led forces, as the README says.
PARTIES = {
    "russia": "russian military",
    "turkey": "turkish military",
    "israel": "israeli military",
    "syria": "syrian regime",
    "us-led-coalition": "u.s.-led coalition",
    "united-states": "u.s.-led coalition",
    "syrian-democratic-forces": "sdf",
    "ypg": "sdf",
    "kurds": "sdf",
    "islamic-state": "isis",
    "iran": "iranian military",
}
_SDF = {"syrian democratic forces", "sdf", "ypg", "kurdish forces"}


def score(folder: Path) -> list[Row]:
    """The rows of points 2 to 5 of the README."""
    incidents = lines(folder / "incidents.jsonl")
    sources = {source["id"]: source for incident in incidents for source in incident["sources"]}
    corpus = corpora.read([corpora.page(source) for source in sources.values()])
    found = [_incident(record, corpus) for record in incidents]
    return [*_intervals(incidents, found), *_parties(incidents, found), *_days_and_places(incidents, found)]


def _incident(record: Mapping[str, Any], corpus: Corpus) -> Incident:
    pages = {source["id"] for source in record["sources"]}
    part = Corpus(
        tuple(account for account in corpus.accounts if account.id in pages),
        tuple(claim for claim in corpus.claims if claim.account in pages),
        {page: corpus.documents[page] for page in pages},
    )
    linked = part.linked()
    return of(Case(linked, part.accounts, part.claims, corpora.book()), part.compared(linked))


def _intervals(incidents: Sequence[Mapping[str, Any]], found: Sequence[Incident]) -> list[Row]:
    rows = []
    for name, slot in (("killed", "deaths"), ("injured", "injured")):
        pairs = [
            (incident[slot], getattr(ours, name))
            for incident, ours in zip(incidents, found, strict=True)
            if incident[slot] and None not in incident[slot]
        ]
        exact = jaccard = meeting = 0.0
        for (low, high), ours in pairs:
            if ours is None:
                continue
            gold, given = set(range(low, high + 1)), set(range(int(ours[0]), int(ours[1]) + 1))
            exact += gold == given
            jaccard += len(gold & given) / len(gold | given)
            meeting += bool(gold & given)
        values = (("exact", exact), ("mean Jaccard", jaccard), ("intervals that meet", meeting))
        rows += [Row(SET, f"{name}, {what}", value / len(pairs), None, len(pairs)) for what, value in values]
    return rows


def _parties(incidents: Sequence[Mapping[str, Any]], found: Sequence[Incident]) -> list[Row]:
    kinship = Kinship(corpora.book())
    total, scored = 0.0, 0
    right = predicted = gold_contested = judged = 0
    for incident, ours in zip(incidents, found, strict=True):
        gold = {"sdf" if name.casefold() in _SDF else name.casefold() for name in incident["belligerents"]}
        if gold:
            scored += 1
            named = {party_name(actor, kinship) for actor in ours.doers}
            total += f1(len(gold & named), len(named), len(gold))[2]
        if incident["assessment"]:
            judged += 1
            contested = incident["assessment"] == "Contested"
            right += contested and ours.contested
            predicted += ours.contested
            gold_contested += contested
    return [
        Row(SET, "belligerents, mean set F1", total / scored, None, scored),
        Row(SET, "contested, F1", f1(right, predicted, gold_contested)[2], None, judged),
    ]


def party_name(actor: str, kinship: Kinship) -> str:
    """How the set would name an actor."""
    chain = [actor, kinship.root(actor), *sorted(kinship.ancestors(actor))]
    return next((PARTIES[one] for one in chain if one in PARTIES), actor)


def _days_and_places(incidents: Sequence[Mapping[str, Any]], found: Sequence[Incident]) -> list[Row]:
    exact = near = dated = within_10 = within_50 = placed = 0
    for incident, ours in zip(incidents, found, strict=True):
        if incident["date"]:
            dated += 1
            day = ours.period.start if ours.period else None
            gap = abs((day - date.fromisoformat(incident["date"])).days) if day else 10**6
            exact += gap == 0
            near += gap <= 1
        if incident["lat"] is not None:
            placed += 1
            spot = PlaceMention("", "", incident["lat"], incident["lon"], PlacePrecision.EXACT, "", 0, 0)
            away = kilometres(spot, ours.places[0]) if ours.places else None
            within_10 += away is not None and away <= 10
            within_50 += away is not None and away <= 50
    return [
        Row(SET, "day exact", exact / dated, None, dated),
        Row(SET, "day within one", near / dated, None, dated),
        Row(SET, "place within 10 km", within_10 / placed, None, placed),
        Row(SET, "place within 50 km", within_50 / placed, None, placed),
    ]
