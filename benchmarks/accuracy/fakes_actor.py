"""FA-KES (``fakes``): who did it and how - the crowd's span of the actor, and the coded actor and cause.

Follows the set's README: one span a document, scored where the crowd copied one; facts over all documents, where
articles repeated under ids with a letter are one document, right where they agree with any of its rows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.accuracy import corpora
from benchmarks.accuracy.rows import Row, f1, lines, scored_file
from testimonia.model.claim import ActorMention, Claim, Kind
from testimonia.model.source import ActorKind
from testimonia.read import incident
from testimonia.read.actors import Cast
from testimonia.read.alias_index import Form

SET = "fakes"
UNKNOWN = "unknown"

# The set's classes of actors, by ids of the codebook they answer to; what the codebook says is part of one counts too.
ACTORS = {
    "syrian government or russian troops": ("syria", "russia", "pro-government-forces", "hezbollah", "bashar-al-assad"),
    "the organization of the islamic state in iraq and the levant - isis": ("islamic-state",),
    "international coalition forces": ("us-led-coalition", "united-states", "western-powers"),
    "self administration forces": ("syrian-democratic-forces", "ypg", "kurdish-forces", "pyd"),
    "al-nusra front": ("hayat-tahrir-al-sham",),
    "armed opposition groups": (
        "rebels", "syrian-opposition", "free-syrian-army", "jaysh-al-islam", "ahrar-al-sham", "jaysh-al-fatah",
        "faylaq-al-sham",
    ),
}  # fmt: skip
# The set's classes of causes, by ACLED sub-event; the more telling come first.
CAUSES = {
    "chemical and toxic gases": ("Chemical weapon",),
    "explosion": ("Suicide bomb", "Remote explosive/landmine/IED", "Grenade"),
    "shelling": ("Air/drone strike", "Shelling/artillery/missile attack"),
}
_WEIGHTS = {"chemical and toxic gases": 3.0, "explosion": 1.5, "shelling": 1.0}
_PARTIES = {ActorKind.STATE, ActorKind.MILITARY, ActorKind.GROUP, ActorKind.COALITION}
_DEEDS = ("strike", "airstrike", "raid", "air", "bombing", "bombardment", "shelling", "attack", "fire", "barrel")
_EXECUTED = ("execut", "behead", "hang", "crucif")
_SHOT = ("shot", "shoot", "sniper", "gunned", "gunfire")


def score(folder: Path) -> list[Row]:
    """Overlap and exact F1 of the actor's span; accuracy of the coded actor and cause."""
    documents: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for record in lines(scored_file(folder, "docs")):
        documents[str(record["id"]).rstrip("bcd")].append(record)
    corpus = corpora.read([corpora.of_fakes(rows[0]) for rows in documents.values()])
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in corpus.claims:
        claims[claim.document].append(claim)
    return scored(list(documents.values()), claims, _cast)


def _cast(text: str) -> Cast:
    """All namings in a text that is not parsed: offsets are the document's."""
    import spacy

    return Cast(spacy.blank("en")(text), corpora.book())


def scored(
    documents: Sequence[list[dict[str, Any]]], claims: dict[str, list[Claim]], cast: Callable[[str], Cast]
) -> list[Row]:
    """The rows for the claims read from each document."""
    gold = given = overlap = exact = actors = causes = 0
    for rows in documents:
        told = sorted(claims.get(rows[0]["id"], ()), key=lambda claim: claim.start)
        mention = doer(told, cast(rows[0]["text"]))
        actors += (side(mention) if mention else UNKNOWN) in {row["facts"]["actor"] for row in rows}
        causes += cause(told) in {row["facts"]["cause"] for row in rows}
        for row in rows:
            spans = row["spans"].get("actor")
            if not spans or row["text"] != rows[0]["text"]:
                continue
            gold += 1
            given += mention is not None
            if mention:
                overlap += any(mention.start < end and start < mention.end for start, end, _ in spans)
                exact += any((mention.start, mention.end) == (start, end) for start, end, _ in spans)
    return [
        Row(SET, "span actor overlap F1", f1(overlap, given, gold)[2], None, gold),
        Row(SET, "span actor exact F1", f1(exact, given, gold)[2], None, gold),
        Row(SET, "accuracy of actor", actors / len(documents), ".433 majority", len(documents)),
        Row(SET, "accuracy of cause", causes / len(documents), ".820 keyword rules (804 articles)", len(documents)),
    ]


def doer(told: Sequence[Claim], cast: Cast | None = None) -> ActorMention | None:
    """Who is said to have done what the account mainly tells of, where it is first named."""
    chosen = incident.perpetrator(told, corpora.book())
    return earliest(chosen, cast, told) if chosen and cast else chosen


def earliest(mention: ActorMention, cast: Cast, told: Sequence[Claim]) -> ActorMention:
    """The first words for the actor of a mention, or for one of its side: the crowd copied from the headline.

    A state's name or adjective counts only before what a state acts through, and nobody harmed counts.
    """
    harmed = [recipient for claim in told for recipient in claim.recipients]
    for naming in cast.namings:
        here = cast.mention(naming.actor, naming.start, naming.end)
        if here.start >= mention.start:
            break
        if naming.actor != mention.actor and (side(here) == UNKNOWN or side(here) != side(mention)):
            continue
        if cast.is_quality(naming) or any(r.start < here.end and here.start < r.end for r in harmed):
            continue
        entry = cast.entry(naming.actor)
        if naming.actor != mention.actor and not _is_party(here):
            continue
        if entry and entry.kind is ActorKind.STATE and naming.form is not Form.NOMINAL:
            beside = cast.doc[naming.end : naming.end + 3]
            if not any(
                token.lower_.removesuffix("s") in {*cast.words.organs, *cast.words.powers, *_DEEDS} for token in beside
            ):
                continue
        return here
    return mention


def _is_party(mention: ActorMention) -> bool:
    entry = corpora.book().actors.get(mention.actor)
    return bool(entry and entry.kind in _PARTIES)


def side(mention: ActorMention) -> str:
    """The set's class for an actor, through what the codebook says it is part of."""
    codebook = corpora.book()
    seen: set[str] = set()
    wait = [mention.actor]
    while wait:
        actor = wait.pop(0)
        for label, ids in ACTORS.items():
            if actor in ids:
                return label
        seen.add(actor)
        entry = codebook.actors.get(actor)
        if entry:
            wait += [tie.actor for tie in entry.part_of if tie.actor not in seen]
            wait += [entry.country] if entry.country and entry.country not in seen else []
    return UNKNOWN


def cause(told: Sequence[Claim]) -> str:
    """How the harm was done, by the sub-events told, each weighing less the later it stands."""
    weights: dict[str, float] = defaultdict(float)
    for at, claim in enumerate(c for c in told if c.kind is Kind.EVENT and c.type == "ASSAULT"):
        word = claim.trigger.text.casefold() if claim.trigger else ""
        label = next((label for label, names in CAUSES.items() if claim.acled in names), None)
        if word.startswith(_EXECUTED):
            label = "execution"
        elif word.startswith(_SHOT):
            label = "shooting"
        if label:
            weights[label] += _WEIGHTS.get(label, 1.0) / (2 + at)
    return max(weights, key=lambda label: (weights[label], label)) if weights else UNKNOWN
