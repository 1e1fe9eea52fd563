"""One claim in full: its slots, the chain of sources with the firmness of each, and where else its event is told.

What always holds: every slot that the reader filled is shown, with the rule that filled it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from testimonia.export import wording
from testimonia.model.claim import Claim, Link, SourceKind
from testimonia.model.judgement import Judgement
from testimonia.web import address
from testimonia.web.quotes import Quote, quote, quotes
from testimonia.web.snapshot import Snapshot

ELSEWHERE = 8  # quotations of other accounts beside a claim


@dataclass(frozen=True, slots=True)
class LinkView:
    """One link of the chain, outermost first."""

    name: str
    kind: str
    form: str
    cue: str
    factuality: str
    words: str
    address: str


@dataclass(frozen=True, slots=True)
class SlotView:
    """One slot; ``role`` is its colour in the text, each value with the address of what it names or nothing."""

    slot: str
    role: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The event or dispute that a claim takes part in, and what other accounts say of it."""

    id: str
    title: str
    address: str
    counted: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """A judgement as it is shown."""

    verdict: str
    user: str
    when: str
    reason: str
    change: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim in full."""

    quote: Quote
    kind: str
    type: str
    confidence: float
    rule: str
    section: str
    slots: tuple[SlotView, ...]
    chain: tuple[LinkView, ...]
    events: tuple[Elsewhere, ...]
    disputes: tuple[tuple[str, str], ...]
    decisions: tuple[Decision, ...]
    permanent: str
    pending: bool


def claim_view(held: Snapshot, claim: Claim, decided: Iterable[Judgement] = ()) -> ClaimView:
    """``claim`` in full with the decisions on it."""
    shown = quote(held, claim)
    disputes = [held.disputes[identifier] for identifier in held.disputes_of_claim.get(claim.id, ())]
    return ClaimView(
        shown, claim.kind.value, claim.type, claim.confidence, claim.rule, claim.section, tuple(_slots(held, claim)),
        tuple(_link(held, link, shown.label) for link in claim.attribution),
        tuple(_elsewhere(held, event, claim) for event in held.events_of_claim.get(claim.id, ())),
        tuple((address.dispute(dispute.id), dispute.question) for dispute in disputes),
        tuple(decision(judgement) for judgement in decided), address.by_claim(claim.id), held.is_pending((claim.id,)),
    )  # fmt: skip


def decision(judgement: Judgement) -> Decision:
    """A judgement as it is shown."""
    change = "" if judgement.change == "{}" else judgement.change
    return Decision(
        judgement.verdict.value, judgement.user, f"{judgement.created:%Y-%m-%d %H:%M}", judgement.reason, change
    )


def _slots(held: Snapshot, claim: Claim) -> Iterable[SlotView]:
    def actors(mentions: Iterable[object]) -> tuple[tuple[str, str], ...]:
        named = []
        for m in mentions:
            known = held.known.get(m.actor)  # type: ignore[attr-defined]
            named.append((known.name if known else m.name, address.actor(m.actor)))  # type: ignore[attr-defined]
        return tuple(dict.fromkeys(named))

    def plain(*values: str) -> tuple[tuple[str, str], ...]:
        return tuple((value, "") for value in values if value)

    period = claim.period
    when = wording.period(period)
    if period and period.text:
        when = f"{when} (“{period.text}”)" if when else f"“{period.text}”"
    rows = (
        SlotView("who", "actor", actors(claim.actors)),
        SlotView("whom", "recipient", actors(claim.recipients)),
        SlotView("where", "place", plain(*(f"{p.name} ({p.precision.value})" for p in claim.places))),
        SlotView("when", "period", plain(when)),
        SlotView("how many", "figure", plain(*(wording.figure(figure) for figure in claim.figures))),
        SlotView("on condition", "condition", plain(claim.condition.text if claim.condition else "")),
        SlotView("from the word", "trigger", plain(claim.trigger.text if claim.trigger else "")),
        SlotView("tense", "", plain(claim.tense.value)),
        SlotView("ACLED", "", plain(claim.acled or "")),
        SlotView("mode", "", plain(claim.mode or "")),
        SlotView("at arm's length", "", plain("yes" if claim.scare_quotes else "")),
    )
    return [slot for slot in rows if slot.values]


def _link(held: Snapshot, link: Link, label: str) -> LinkView:
    own = link.kind is SourceKind.ACCOUNT
    name = label if own else (link.name or link.source)
    href = "" if own or link.kind is SourceKind.UNNAMED else address.source(link.source)
    return LinkView(name, link.kind.value, link.form.value, link.cue, link.factuality.value,
                    wording.FIRMNESS[link.factuality], href)  # fmt: skip


def _elsewhere(held: Snapshot, event_id: str, claim: Claim) -> Elsewhere:
    event = held.events[event_id]
    first: dict[str, str] = {}
    for other in event.claims:
        told = held.claims.get(other)
        if told and told.account != claim.account:
            first.setdefault(told.account, other)
    counted = wording.counted(event.accounts, event.origins)
    return Elsewhere(event.id, event.title, address.event(event.id), counted,
                     quotes(held, list(first.values())[:ELSEWHERE]))  # fmt: skip
