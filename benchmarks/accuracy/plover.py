"""PLOVER's gold sentences: the event type of a sentence, and the countries of who acts on whom (its README's metrics).

Only our event claims count, and standing relations by the event type they come nearest to where no event is read. The
country of an actor is the codebook's; of an actor that no codebook has, the state named among its words.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from benchmarks.accuracy.rows import Row, f1, lines, scored_file
from testimonia.codebook.codebook import Codebook, load
from testimonia.model.claim import ActorMention, Claim, Kind
from testimonia.model.document import Account, Document, Section, SectionKind
from testimonia.model.period import Basis, Period
from testimonia.model.source import ActorKind
from testimonia.read import actors
from testimonia.read.reader import read

_SET = "plover"
_DAY = date(2005, 6, 1)  # most sentences tell of the 1990s and 2000s and give no date
_NEAREST = {
    "ARMS": "AID", "FUNDS": "AID", "SUPPLIES": "AID", "SUPPORTS": "SUPPORT", "BLAMES": "ACCUSE", "OPPOSES": "REJECT",
    "BESIEGES": "COERCE", "FIGHTS": "ASSAULT", "FIGHTS_ALONGSIDE": "COOPERATE", "PARTY_TO": "AGREE",
}  # fmt: skip


def score(folder: Path) -> list[Row]:
    """Type P, R, F1, accuracy of the first type, country of source and target, and all three together."""
    codebook = load(base=("english", "world"))
    examples = lines(scored_file(folder, "sentences"))
    hits = predicted = first = sourced = source_hits = target_hits = together = 0
    for example in examples:
        claims = _events(example["text"], codebook)
        types = list(dict.fromkeys(kind for kind, _ in claims))
        right = example["event"] in types
        hits += right
        predicted += len(types)
        first += bool(types) and types[0] == example["event"]
        wanted = {actor["code"][:3] for actor in example["source"]}
        if not wanted:
            continue
        sourced += 1
        targets = {actor["code"][:3] for actor in example["target"]} or wanted
        best = [claim for kind, claim in claims if kind == example["event"]] or [claim for _, claim in claims]
        homes = _homes(example["text"], codebook)
        by_source = any(wanted & _countries(claim.actors, codebook, homes) for claim in best)
        parties = [(*claim.recipients, *(() if example["target"] else claim.actors)) for claim in best]
        by_target = any(targets & _countries(found, codebook, homes) for found in parties)
        source_hits += by_source
        target_hits += by_target
        together += right and by_source and by_target
    n = len(examples)
    precision, recall, both = f1(hits, predicted, n)
    peer = "UniversalPetrarch"
    return [
        Row(_SET, "event type F1", both, f".459 {peer}", n),
        Row(_SET, "event type precision", precision, f".498 {peer}", n),
        Row(_SET, "event type recall", recall, f".425 {peer}", n),
        Row(_SET, "first type right", first / n if n else 0.0, None, n),
        Row(_SET, "source country", source_hits / sourced if sourced else 0.0, f".567 {peer}", sourced),
        Row(_SET, "target country", target_hits / sourced if sourced else 0.0, f".523 {peer}", sourced),
        Row(_SET, "type + source + target", together / sourced if sourced else 0.0, f".206 {peer}", sourced),
    ]


def _events(text: str, codebook: Codebook) -> list[tuple[str, Claim]]:
    """The event claims of a sentence with their types, the surest first; relations only where there is no event."""
    claims = read(_document(text), codebook)
    ordered = sorted(claims, key=lambda claim: (-claim.confidence, claim.start))
    events = [(claim.type, claim) for claim in ordered if claim.kind is Kind.EVENT]
    nearest = [
        (_NEAREST[claim.type], claim) for claim in ordered if claim.kind is Kind.RELATION and claim.type in _NEAREST
    ]
    return events or nearest


def _homes(text: str, codebook: Codebook) -> dict[str, tuple[ActorMention, ...]]:
    """The bodies and states that the sentence says a person belongs to or leads ("the Israeli president, X")."""
    return {
        holder.actor: claim.recipients
        for claim in read(_document(text), codebook)
        if claim.type in ("PART_OF", "COMMANDS")
        for holder in claim.actors
    }


def _document(text: str) -> Document:
    seal = hashlib.sha256(text.encode()).hexdigest()
    account = Account(seal[:16], seal[:16], None, None, _SET, Period(_DAY, _DAY), Basis.STATED, "en")
    body = (Section(SectionKind.BODY, 0, len(text), account.id),)
    return Document(seal[:16], seal, "text/plain", text, None, None, body, (account,), "en")


def _countries(
    mentions: Iterable[ActorMention], codebook: Codebook, homes: Mapping[str, tuple[ActorMention, ...]]
) -> set[str]:
    """ISO 3166 alpha-3 codes of the states that the actors are or belong to."""
    found = set()
    for mention in (m for named in mentions for m in (named, *homes.get(named.actor, ()))):
        entry = codebook.actors.get(mention.actor)
        known = [entry] if entry else [codebook.actors.get(m.actor) for m in actors.find(mention.text, codebook)]
        for actor in known:
            state = codebook.actors.get(actor.country) if actor and actor.country else actor
            if state and state.code:
                found.add(state.code)
            elif actor and actor.kind in (ActorKind.ORGANISATION, ActorKind.COALITION) and not actor.country:
                found.add("IGO")  # PLOVER's code for bodies of several states
    return found
