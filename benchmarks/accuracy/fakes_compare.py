"""FA-KES comparisons (``fakes``): disputes, tolls, perpetrators and same incidents, as the set's README says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks.accuracy import corpora
from benchmarks.accuracy.corpora import Corpus
from benchmarks.accuracy.rows import Row, f1, lines
from testimonia.compare import Comparison
from testimonia.link import Linked
from testimonia.link.kinship import Kinship
from testimonia.model.claim import Claim, Kind, Unit
from testimonia.model.dispute import Dispute
from testimonia.model.source import ActorKind

SET = "fakes"

# How the set names parties, by ids of the codebook they answer to.
PARTIES = {
    "syrian government": {"syria"},
    "russia": {"russia"},
    "islamic state": {"islamic-state"},
    "al-nusra front": {"hayat-tahrir-al-sham"},
    "army of conquest": {"jaysh-al-fatah"},
    # The set says rebels for those whom an account calls terrorists.
    "rebels": {"rebels", "syrian-opposition", "free-syrian-army", "terrorists", "jihadists"},
    "us-led coalition": {"us-led-coalition", "united-states"},
}
NOBODY = ""
# How far from an annotated value, in characters, a claim still speaks of its incident.
NEAR = 60


def score(folder: Path) -> list[Row]:
    """All figures over the documents of the annotated clusters."""
    clusters = lines(folder / "comparisons.jsonl")
    members = {account for c in clusters for incident in c["incidents"] for account in incident["accounts"]}
    corpus = corpora.read([corpora.of_fakes(r) for r in lines(folder / "docs.jsonl") if r["id"] in members])
    linked = corpus.linked()
    return rows(clusters, corpus, linked, corpus.compared(linked))


def rows(clusters: list[dict[str, Any]], corpus: Corpus, linked: Linked, comparison: Comparison) -> list[Row]:
    """The rows for one linking and comparison of the corpus."""
    matched, unreal, predicted, gold = disputes(clusters, comparison.disputes, corpus.claims)
    precision, recall, both = f1(matched, predicted, gold)
    pair_hits, pair_found, pair_gold = pairs(clusters, linked)
    exact, tolls = toll_values(clusters, corpus.claims)
    right, perpetrators = perpetrator(clusters, corpus.claims)
    pair_precision, pair_recall, pair_f1 = f1(pair_hits, pair_found, pair_gold)
    return [
        Row(SET, "disputes precision", precision, None, predicted),
        Row(SET, "disputes recall", recall, None, gold),
        Row(SET, "disputes F1", both, None, gold),
        Row(SET, "disputes that match a tempting non-dispute", float(unreal), None, predicted),
        Row(SET, "toll exact", exact / tolls if tolls else 0.0, None, tolls),
        Row(SET, "perpetrator accuracy", right / perpetrators if perpetrators else 0.0, None, perpetrators),
        Row(SET, "same-incident pairs precision", pair_precision, None, pair_gold),
        Row(SET, "same-incident pairs recall", pair_recall, None, pair_gold),
        Row(SET, "same-incident pairs F1", pair_f1, None, pair_gold),
    ]


def disputes(
    clusters: list[dict[str, Any]], found: Iterable[Dispute], claims: Iterable[Claim]
) -> tuple[int, int, int, int]:
    """Matched real, matched not real, predicted, and gold real disputes.

    A predicted dispute is cut down to its documents in one cluster, the one that holds most of them.
    """
    account_of = {claim.id: claim.account for claim in claims}
    cluster_of = {
        account: c["cluster"] for c in clusters for incident in c["incidents"] for account in incident["accounts"]
    }
    golds = [
        (c["cluster"], dispute) for c in clusters for incident in c["incidents"] for dispute in incident["disputes"]
    ]
    used: set[int] = set()
    matched = unreal = predicted = 0
    for dispute in found:
        documents = {account_of[claim] for answer in dispute.answers for claim in (*answer.claims, *answer.denied_by)}
        homes = {cluster_of[document] for document in documents if document in cluster_of}
        if not homes or len(documents) < 1:
            continue
        predicted += 1
        candidates = [
            number
            for number, (cluster, gold) in enumerate(golds)
            if cluster in homes and number not in used and gold["kind"] == dispute.kind.value
            and involves(documents, gold)
        ]  # fmt: skip
        real = [number for number in candidates if golds[number][1]["real"]]
        if real:
            used.add(real[0])
            matched += 1
        elif candidates:
            unreal += 1
    return matched, unreal, predicted, sum(gold["real"] for _, gold in golds)


def involves(documents: set[str], gold: Mapping[str, Any]) -> bool:
    """Whether ``documents`` hold two of different groups of ``gold``, or the one that all groups share."""
    groups = [set(group["docs"]) for group in gold["groups"]]
    if all(len(group) == 1 for group in groups) and len(set.union(*groups)) == 1:
        return bool(documents & groups[0])
    return any(
        (documents & one and documents & two and len(documents & (one | two)) > 1)
        for one, two in combinations(groups, 2)
    )


def pairs(clusters: list[dict[str, Any]], linked: Linked) -> tuple[int, int, int]:
    """Hits, found and gold pairs of members of one cluster that share an incident."""
    hits = found_count = gold_count = 0
    shared = {pair for event in main_events(linked) for pair in combinations(sorted(event), 2)}
    for cluster in clusters:
        gold = {
            pair for incident in cluster["incidents"] for pair in combinations(sorted(set(incident["accounts"])), 2)
        }
        members = sorted({account for incident in cluster["incidents"] for account in incident["accounts"]})
        found = {pair for pair in combinations(members, 2) if pair in shared}
        hits += len(gold & found)
        found_count += len(found)
        gold_count += len(gold)
    return hits, found_count, gold_count


def main_events(linked: Linked) -> list[tuple[str, ...]]:
    """The accounts of every act of violence."""
    return [event.accounts for event in linked.events if event.type == "ASSAULT" or event.type in set(Unit)]


def toll_values(clusters: list[dict[str, Any]], claims: Iterable[Claim]) -> tuple[int, int]:
    """Gold values of ``killed`` for which a figure at an overlapping span has the same bounds, and all of them."""
    figures: dict[str, set[tuple[int, int, float | None, float | None]]] = defaultdict(set)
    for claim in claims:
        for figure in claim.figures:
            figures[claim.account].add((figure.start, figure.end, figure.low, figure.high))
    right = total = 0
    for value in (v for c in clusters for incident in c["incidents"] for v in incident["values"]):
        if value["slot"] != "killed":
            continue
        total += 1
        right += any(
            start < value["end"] and value["start"] < end and (low, high) == (value["low"], value["high"])
            for start, end, low, high in figures[value["doc"]]
        )
    return right, total


def perpetrator(clusters: list[dict[str, Any]], claims: Iterable[Claim]) -> tuple[int, int]:
    """Documents and incidents whose perpetrator is named right: by a claim of violence at or near a gold value."""
    kinship = Kinship(corpora.book())
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind is Kind.EVENT and claim.type == "ASSAULT" and claim.actors:
            by_document[claim.account].append(claim)
    right = total = 0
    for incident in (incident for c in clusters for incident in c["incidents"]):
        wanted: dict[str, set[str]] = defaultdict(set)
        spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for value in incident["values"]:
            spans[value["doc"]].append((value["start"], value["end"]))
            if value["slot"] == "perpetrator" and value["stance"] in ("asserts", "reports", "accuses"):
                wanted[value["doc"]].add(str(value["value"]).casefold())
        for doc, names in wanted.items():
            names.discard("unknown")
            if not names:
                continue
            total += 1
            near = [
                claim
                for claim in by_document[doc]
                if any(claim.start < end + NEAR and start - NEAR < claim.end for start, end in spans[doc])
            ]
            counts: dict[str, int] = defaultdict(int)
            for claim in near:
                parties = {named(mention.actor, mention.name, kinship) for mention in claim.actors}
                for party in parties - {NOBODY}:
                    counts[party] += 1
                if len(parties - {NOBODY}) == 2:
                    counts[" and ".join(sorted(parties))] += 2
            best = max(sorted(counts), key=lambda name: counts[name], default="")
            right += best in names
    return right, total


def named(actor: str, name: str, kinship: Kinship) -> str:
    """How the set would name an actor."""
    roots = {actor, kinship.root(actor), *kinship.ancestors(actor)}
    for party, ids in PARTIES.items():
        if roots & ids:
            return party
    if kinship.nobody(actor) or kinship.kind(actor) in (ActorKind.ORGANISATION, ActorKind.OUTLET, None):
        return NOBODY
    if "opposition" in kinship.sides(actor):
        return "rebels"
    return (kinship.name(actor) or name).casefold()
