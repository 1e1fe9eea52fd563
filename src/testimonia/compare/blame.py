"""Who is to blame: those whom voices accuse, or say refused, for one topic at one time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from testimonia.compare.case import Case
from testimonia.compare.words import Topic, begins_any
from testimonia.link.kinship import Kin
from testimonia.link.mentions import NEAR
from testimonia.link.situations import holds
from testimonia.model.claim import Claim, Kind
from testimonia.model.dispute import Answer, Dispute, DisputeKind

# Characters before a name in which "brokered by" makes it who brought the truce about.
LED = 40
# Days that may lie between two accounts of one failure.
SLACK = 60


@dataclass
class _Blamed:
    """One party with the claims that blame it and those that clear it."""

    name: str
    actors: set[str]
    blaming: list[Claim] = field(default_factory=list)
    clearing: list[Claim] = field(default_factory=list)


def find(case: Case) -> Iterator[Dispute]:
    """Disputes over who is to blame for a topic."""
    by_topic: dict[str, list[Claim]] = defaultdict(list)
    for claim in case.claims.values():
        topic = _topic(claim, case)
        if topic is not None and _blamed_in(claim, case):
            by_topic[topic.name].append(claim)
    for name, claims in sorted(by_topic.items()):
        for phase in _phases(claims, case):
            dispute = _dispute(name, phase, case)
            if dispute is not None:
                yield dispute


def _topic(claim: Claim, case: Case) -> Topic | None:
    words = case.words
    blaming = claim.type in words.blame_types
    refusing = claim.type in words.refusal_types and claim.kind is Kind.EVENT
    if not blaming and not refusing and not breaks_off(claim, case):
        return None
    for topic in words.topics:
        if begins_any(claim.text, topic.words):
            return topic
        if refusing:
            return None
    return _topic_around(claim, case)


def breaks_off(claim: Claim, case: Case) -> bool:
    """Whether a claim says that its actor broke off talks or never wanted them."""
    words = case.words
    fitting = claim.kind is Kind.EVENT and claim.type in words.breaking_types and bool(claim.actors)
    return fitting and begins_any(claim.text + case.before(claim, claim.start, len(claim.text)), words.breaking)


def _topic_around(claim: Claim, case: Case) -> Topic | None:
    """The topic of the nearest claim of the account that has one, within two paragraphs."""
    near = sorted(
        (abs(other.start - claim.start), other.id)
        for other in case.told_by(claim.account)
        if abs(other.start - claim.start) <= NEAR
    )
    for _, identifier in near:
        text = case.claims[identifier].text
        for topic in case.words.topics:
            if begins_any(text, topic.words):
                return topic
    return None


def _blamed_in(claim: Claim, case: Case) -> list[tuple[str, str]]:
    """Whom a claim blames: the accused, or who refused; who blames both sides lays it on neither."""
    mentions = claim.recipients if claim.type in case.words.blame_types else claim.actors
    return [
        (mention.actor, mention.name)
        for mention in mentions
        if not case.kinship.nobody(mention.actor)
        and not begins_any(mention.text, case.words.all_sides)
        and not begins_any(case.before(claim, mention.start, LED), case.words.brokered)
    ]


def _phases(claims: Sequence[Claim], case: Case) -> list[list[Claim]]:
    """Claims parted where more than ``SLACK`` days lie between their accounts' days."""
    dated = sorted(((_day(claim, case), claim.id, claim) for claim in claims), key=lambda entry: entry[:2])
    phases: list[list[Claim]] = []
    last = 0
    for day, _, claim in dated:
        if not phases or (day > last + SLACK and last > 0):
            phases.append([])
        phases[-1].append(claim)
        last = day
    return phases


def _day(claim: Claim, case: Case) -> int:
    """The first day of which ``claim`` may speak, 0 where nothing bounds it."""
    start, end = holds(claim, case.accounts[claim.account])
    return start or end or 0


def _dispute(topic: str, claims: Sequence[Claim], case: Case) -> Dispute | None:
    parties: list[_Blamed] = []
    for claim in claims:
        stances = {voice.polarity for voice in case.voices(claim)}
        for actor, name in _blamed_in(claim, case):
            party = next((p for p in parties if any(case.kinship.kin(actor, a) >= Kin.STATE for a in p.actors)), None)
            if party is None:
                party = _Blamed(case.kinship.name(case.kinship.root(actor)) or name, set())
                parties.append(party)
            party.actors.add(actor)
            if -1 in stances:
                party.clearing.append(claim)
            if stances != {-1}:
                party.blaming.append(claim)
    parties = [party for party in _joined(parties) if party.blaming and _outright(party.blaming, topic, case)]
    voices = {case.voice(claim).id for party in parties for claim in (*party.blaming, *party.clearing)}
    opposed = len(parties) > 1 or any(party.clearing for party in parties)
    if len(voices) < 2 or not opposed:
        return None
    answers: list[Answer] = [case.answer(party.name, party.blaming, party.clearing) for party in parties]
    places = [place for claim in claims for place in claim.places]
    question = case.words.question("blame", what=topic, when="")
    return case.dispute(DisputeKind.BLAME, question, None, answers, places=places)


def _outright(claims: Sequence[Claim], topic: str, case: Case) -> bool:
    """Whether some claim names the topic in its own sentence; what stands near it may be blame for another thing."""
    words = next((known.words for known in case.words.topics if known.name == topic), ())
    return any(begins_any(case.sentence(claim), words) for claim in claims)


def _joined(parties: Sequence[_Blamed]) -> list[_Blamed]:
    """Parties that exactly the same claims blame are one answer: "Eastland and Westland"."""
    found: dict[tuple[str, ...], _Blamed] = {}
    for party in parties:
        key = tuple(sorted(claim.id for claim in party.blaming)) or (party.name,)
        if key in found:
            found[key].name += f" and {party.name}"
            found[key].actors |= party.actors
        else:
            found[key] = party
    return list(found.values())
