"""Decisions of people, taken in by forms: each becomes one judgement with who, when and why.

What always holds: a decision that cannot be made is refused before it is kept; nothing else is written.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse

from testimonia.casefile.corrections import ACTOR_SLOTS, checked
from testimonia.casefile.knowledge import actor_named
from testimonia.model.errors import CasefileError
from testimonia.model.factuality import Factuality
from testimonia.model.ids import slug
from testimonia.model.judgement import Judgement, Verdict
from testimonia.web import address, camps, former
from testimonia.web.desk import Desk
from testimonia.web.pages import OnDesk, Shown
from testimonia.web.refusals import RefusedError, missing
from testimonia.web.settings import own_path
from testimonia.web.snapshot import Snapshot

router = APIRouter()
Reason = Annotated[str, Form(max_length=500)]
Short = Annotated[str, Form(max_length=300)]
Back = Annotated[str, Form(max_length=2000)]
WAIT = 3.0  # seconds that a decision waits for the comparison it changes; larger cases go on in the background


def judge(desk: Desk, subject: str, verdict: Verdict, reason: str, **change: Any) -> None:
    """Keeps a decision and lets the comparison follow it."""
    kept = json.dumps(change, ensure_ascii=False, sort_keys=True)
    desk.case.judge(Judgement(subject, verdict, desk.user, datetime.now(UTC), reason.strip(), kept))
    desk.try_again()
    desk.settle(WAIT)


def _to(back: str) -> RedirectResponse:
    return RedirectResponse(own_path(back), 303)


@router.post("/review/accept", status_code=303, response_class=RedirectResponse)
def accept(held: Shown, desk: OnDesk, subject: Short, reason: Reason = "", back: Back = "/review") -> RedirectResponse:
    """Accepts a claim, a dispute as it stands, or that a bond's two claims are apart."""
    _known(held, subject)
    judge(desk, subject, Verdict.ACCEPT, reason)
    return _to(back)


@router.post("/review/reject", status_code=303, response_class=RedirectResponse)
def reject(held: Shown, desk: OnDesk, subject: Short, reason: Reason = "", back: Back = "/review") -> RedirectResponse:
    """Rejects a claim: it is left out of what is compared and exported, and kept."""
    if subject not in held.claims:
        missing("claim", subject)
    judge(desk, subject, Verdict.REJECT, reason)
    return _to(back)


@router.post("/review/undo", status_code=303, response_class=RedirectResponse)
def undo(desk: OnDesk, subject: Short, back: Back = "/review") -> RedirectResponse:
    """Takes back the last decision on a record that still stands."""
    if not any(judgement.subject == subject for judgement in desk.case.standing()):
        raise RefusedError("Nothing that still stands was decided about this, so there is nothing to undo.")
    judge(desk, subject, Verdict.UNDO, "")
    return _to(back)


@router.post("/review/claims/{identifier}/correct", status_code=303, response_class=RedirectResponse)
def correct(
    held: Shown,
    desk: OnDesk,
    identifier: str,
    slot: Short,
    value: Short = "",
    index: Annotated[int | None, Form(ge=0, le=1000)] = None,
    start: Short = "",
    end: Short = "",
    low: Short = "",
    high: Short = "",
    reason: Reason = "",
    back: Back = "",
) -> RedirectResponse:
    """Corrects one slot of a claim; an empty actor takes it out."""
    claim = held.claims.get(identifier) or missing("claim", identifier)
    change: dict[str, Any] = {"slot": slot}
    if slot in ACTOR_SLOTS:
        actor, name = _actor(held, desk, value) if value.strip() else ("", "")
        change |= {"actor": actor, "name": name, "index": len(getattr(claim, slot)) if index is None else index}
    elif slot == "period":
        change |= {"start": _day(start), "end": _day(end or start)}
    elif slot == "figures":
        change |= {"index": index or 0, "low": _count(low), "high": _count(high)}
    elif slot == "factuality":
        change |= {"value": _one_of(value, {one.value for one in Factuality})}
    else:
        change |= {"value": _one_of(value, {c.type for c in held.claims.values() if c.kind is claim.kind})}
    try:
        checked(claim, change)
    except CasefileError as error:
        raise RefusedError(str(error)) from error
    judge(desk, identifier, Verdict.CORRECT, reason, **change)
    return _to(back or f"/review/claims/{identifier}")


@router.post("/events/{identifier}/split", status_code=303, response_class=RedirectResponse)
def split(
    held: Shown, desk: OnDesk, identifier: str, claim: Annotated[list[str] | None, Form()] = None, reason: Reason = ""
) -> RedirectResponse:
    """Takes claims out of an event as an event of their own."""
    event = held.events.get(former.present(held, desk.case, identifier)) or missing("event", identifier)
    out = [one for one in event.claims if one in set(claim or ())]
    if not out:
        raise RefusedError("Choose the claims that are of another event.")
    if len(out) == len(event.claims):
        raise RefusedError("All claims were chosen: leave out those that belong to this event.")
    judge(desk, identifier, Verdict.SPLIT, reason, claims=out)
    return RedirectResponse(f"/events/with/{out[0]}", 303)


@router.post("/events/{identifier}/merge", status_code=303, response_class=RedirectResponse)
def merge(held: Shown, desk: OnDesk, identifier: str, other: Short, reason: Reason = "") -> RedirectResponse:
    """Joins an event with another, which is given by its address or id."""
    event = held.events.get(former.present(held, desk.case, identifier)) or missing("event", identifier)
    given = other.strip().partition("?")[0].rstrip("/").rpartition("/")[2]
    second = held.events.get(former.present(held, desk.case, given))
    if second is None or second.id == event.id:
        raise RefusedError("Give the address or the id of another event, as its page has it.")
    if second.kind is not event.kind:
        raise RefusedError(f"This is {event.kind.value}, the other {second.kind.value}; only two of a kind can be one.")
    judge(desk, identifier, Verdict.MERGE, reason, claims=list(event.claims), **{"with": list(second.claims)})
    return RedirectResponse(f"/events/with/{event.claims[0]}", 303)


@router.post("/review/bond", status_code=303, response_class=RedirectResponse)
def join(held: Shown, desk: OnDesk, left: Short, right: Short, back: Back = "/review") -> RedirectResponse:
    """Joins the events of two claims that linking left undecided."""
    if not {left, right} <= held.claims.keys():
        missing("claim of a bond", left)
    judge(desk, f"bond:{left}~{right}", Verdict.MERGE, "", claims=[left], **{"with": [right]})
    return _to(back)


@router.get("/events/with/{claim}", include_in_schema=False, response_class=RedirectResponse)
def event_with(held: Shown, claim: str) -> RedirectResponse:
    """The event that a claim is part of now: decisions give events new ids, claims keep theirs."""
    events = held.events_of_claim.get(claim) or missing("event with the claim", claim)
    return RedirectResponse(address.event(events[0]), 303)


@router.post("/actors/{identifier}/merge", status_code=303, response_class=RedirectResponse)
def same_actor(held: Shown, desk: OnDesk, identifier: str, into: Short, reason: Reason = "") -> RedirectResponse:
    """Says that an actor is another, wherever it is named."""
    if identifier not in held.known:
        missing("actor", identifier)
    actor, name = _actor(held, desk, into)
    if actor == identifier:
        raise RefusedError("This is the same actor already; name another.")
    judge(desk, identifier, Verdict.MERGE, reason, into=actor, name=name)
    return RedirectResponse(address.actor(actor), 303)


@router.post("/actors/{identifier}/rename", status_code=303, response_class=RedirectResponse)
def rename(held: Shown, desk: OnDesk, identifier: str, name: Short, reason: Reason = "") -> RedirectResponse:
    """Gives an actor another name to be shown by."""
    if identifier not in held.known:
        missing("actor", identifier)
    if not name.strip():
        raise RefusedError("Give a name.")
    judge(desk, identifier, Verdict.CORRECT, reason, name=name.strip())
    return RedirectResponse(address.actor(identifier), 303)


@router.post("/sources/rate", status_code=303, response_class=RedirectResponse)
def rate(
    desk: OnDesk,
    subject: Short,
    admiralty: Annotated[str, Form(pattern="^([A-F][1-6])?$")] = "",
    camp: Short = "",
    field: Annotated[str, Form(pattern="^(admiralty|camp)$")] = "admiralty",
    reason: Reason = "",
    back: Back = "/sources",
) -> RedirectResponse:
    """Rates a source or outlet in the Admiralty's letters and numbers, or puts an outlet in a camp."""
    if not subject.removeprefix(camps.OUTLET).strip():
        raise RefusedError("Say which source is meant.")
    value = admiralty if field == "admiralty" else camp.strip()
    judge(desk, subject, Verdict.RATE, reason, **{field: value})
    return _to(back)


def _known(held: Snapshot, subject: str) -> None:
    bonds = {f"bond:{bond.left}~{bond.right}" for bond in held.linked.undecided}
    if not (subject in held.claims or subject in held.disputes or subject in bonds):
        missing("claim, dispute or bond", subject)


def _actor(held: Snapshot, desk: Desk, words: str) -> tuple[str, str]:
    """Whom a user means: an id, a name of the codebook or the case, or somebody new."""
    words = " ".join(words.split())
    if words in held.known:
        return words, held.known[words].name
    named = actor_named(words, held.codebook, desk.case.actors())
    if named.ids:
        entry = held.codebook.actors.get(named.ids[0])
        known = held.known.get(named.ids[0])
        return named.ids[0], entry.name if entry else known.name if known else words
    if not slug(words):
        raise RefusedError("Name an actor.")
    return f"case:{slug(words)}", words


def _day(words: str) -> str | None:
    if not words.strip():
        return None
    try:
        return date.fromisoformat(words.strip()).isoformat()
    except ValueError as error:
        raise RefusedError(f"{words!r} is no day; write it as 2016-04-27.") from error


def _count(words: str) -> float | None:
    if not words.strip():
        return None
    try:
        value = float(words.replace(",", ""))
    except ValueError as error:
        raise RefusedError(f"{words!r} is no number.") from error
    if not 0 <= value < 1e15:
        raise RefusedError(f"{words!r} cannot be a count.")
    return value


def _one_of(value: str, values: set[str]) -> str:
    if value not in values:
        raise RefusedError(f"{value!r} is none of {', '.join(sorted(values))}.")
    return value
