"""Short questions to the claims of a sentence, and the property that every span of a claim round-trips."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from testimonia.model.claim import ActorMention, Claim, Figure, Kind, PlaceMention, Span
from testimonia.model.document import Document
from tests.read.telling import claims_of, only


def event(text: str, event_type: str = "ASSAULT") -> Claim:
    return only(claims_of(text), Kind.EVENT, event_type)


def relation(text: str, relation_type: str) -> Claim:
    return only(claims_of(text), Kind.RELATION, relation_type)


def figure(text: str, unit: str = "killed") -> Claim:
    return only(claims_of(text), Kind.FIGURE, unit)


def labels(text: str) -> list[Claim]:
    return [claim for claim in claims_of(text) if claim.kind is Kind.LABEL]


def triggered(claims: Iterable[Claim], trigger: str, kind: Kind = Kind.EVENT) -> Claim:
    """The claim of a kind that a word gave rise to."""
    found = [c for c in claims if c.kind is kind and c.trigger and c.trigger.text.startswith(trigger)]
    assert found, f"nothing was told by {trigger!r}"
    return found[0]


def hit_by(text: str, word: str) -> tuple[ActorMention, ...]:
    """Those on whom the one event of a text that ``word`` tells was done."""
    (claim,) = [c for c in claims_of(text) if c.kind is Kind.EVENT and c.trigger and c.trigger.text == word]
    return claim.recipients


def names(mentions: Iterable[ActorMention]) -> list[str]:
    return [mention.name for mention in mentions]


def last_words(mentions: Iterable[ActorMention]) -> list[str]:
    return [mention.text.split()[-1] for mention in mentions]


def ids(mentions: Iterable[ActorMention]) -> list[str]:
    return [mention.actor for mention in mentions]


def words(mentions: Iterable[ActorMention]) -> list[str]:
    return [mention.text for mention in mentions]


def where(claim: Claim) -> list[str]:
    return [place.text for place in claim.places]


def rests_on(claim: Claim, *names: str) -> bool:
    """Whether the chain behind the account is just these sources, outermost first, each by a word of its name."""
    links = claim.attribution[1:]
    return len(links) == len(names) and all(name in link.name for name, link in zip(names, links, strict=True))


def spans(claim: Claim) -> Iterator[Span]:
    """Every span of a claim and of its slots."""
    yield Span(claim.start, claim.end, claim.text)
    slots: tuple[ActorMention | PlaceMention | Figure, ...]
    slots = (*claim.actors, *claim.recipients, *claim.places, *claim.figures)
    for slot in slots:
        yield Span(slot.start, slot.end, slot.text)
    yield from (span for span in (claim.condition, claim.trigger, claim.quotation) if span is not None)
    if claim.period and claim.period.start_offset is not None and claim.period.end_offset is not None:
        yield Span(claim.period.start_offset, claim.period.end_offset, claim.period.text)


def assert_round_trip(document: Document, claims: Iterable[Claim]) -> None:
    """Every span holds the document's own words, and links span words of the document."""
    for claim in claims:
        for span in spans(claim):
            assert document.text[span.start : span.end] == span.text, (claim.rule, span)
        for link in claim.attribution[1:]:
            if link.start is not None and link.end is not None:
                assert document.text[link.start : link.end].strip(), (claim.rule, link)
