"""Where an address leads whose event or dispute was linked or compared anew since it was sent.

What always holds: an id that this case ever gave leads to what holds its claims now, or to a page that says what became
of them; nothing is guessed from titles alone.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import NoReturn

from testimonia.casefile.casefile import Casefile
from testimonia.casefile.former import Former
from testimonia.model.errors import TestimoniaError
from testimonia.model.event import EventKind
from testimonia.web import address
from testimonia.web.refusals import missing
from testimonia.web.snapshot import Snapshot

LISTED = 20
_EVENTS = frozenset(kind.value for kind in EventKind)


class MovedError(TestimoniaError):
    """What was asked for stands under another id now; answered with a redirect to ``location``."""

    def __init__(self, location: str) -> None:
        super().__init__(f"It stands at {location} now.")
        self.location = location


@dataclass(frozen=True, slots=True)
class Way:
    """Where one may go on: an address, what is there, and what it has of what was asked for."""

    address: str
    title: str
    detail: str


class PartedError(TestimoniaError):
    """What was asked for is several things now, or nothing; answered with a page that lists the ``ways`` on."""

    def __init__(self, reason: str, ways: tuple[Way, ...]) -> None:
        super().__init__(reason)
        self.ways = ways


@dataclass(frozen=True, slots=True)
class Was:
    """What the page of an event or dispute says to somebody who came by an older address."""

    title: str
    kept: int
    of: int
    gained: int


def successors(held: Snapshot, former: Former) -> list[tuple[str, int]]:
    """The present events, or disputes of the same kind, that hold claims of ``former``: ids, with how many of them."""
    tally: Counter[str] = Counter()
    for claim in former.claims:
        if former.kind in _EVENTS:
            found = [e for e in held.events_of_claim.get(claim, ()) if held.events[e].kind.value == former.kind]
        else:
            found = [d for d in held.disputes_of_claim.get(claim, ()) if held.disputes[d].kind.value == former.kind]
        tally.update(found)
    return sorted(tally.items(), key=lambda pair: (-pair[1], pair[0]))


def follow(held: Snapshot, case: Casefile, identifier: str, what: str) -> NoReturn:
    """Raises where to go from the address of an event or dispute (``what``) that is no more, or that there was none."""
    former = case.former(identifier) or missing(what, identifier)
    found = successors(held, former)
    to = address.event if former.kind in _EVENTS else address.dispute
    if len(found) == 1 or (len(found) > 1 and what == "dispute" and 2 * found[0][1] > len(former.claims)):
        raise MovedError(address.with_query(to(found[0][0]), was=identifier))
    if found:
        ways = tuple(Way(to(i), _title(held, i), _of(n, former)) for i, n in found[:LISTED])
        changed = "was linked or decided otherwise since this address was given"
        raise PartedError(f"“{former.title}” {changed}; it is {len(found)} now.", ways)
    kept = [claim for claim in former.claims if claim in held.claims][:LISTED]
    claims = [held.claims[claim] for claim in kept]
    ways = tuple(Way(address.by_claim(c.id), held.labels.get(c.account, c.account), c.text) for c in claims)
    ways += (Way(address.with_query("/search", q=former.title), "Search for its title", ""),)
    why = "no longer compared" if kept else "read anew, and its claims are no longer those"
    raise PartedError(f"“{former.title}” is {why}, so there is no such {what} now.", ways)


def was(held: Snapshot, case: Casefile, identifier: str, claims: tuple[str, ...]) -> Was | None:
    """What to say on a page of ``claims`` to somebody who came by the older address of ``identifier``."""
    former = case.former(identifier) if identifier else None
    if former is None:
        return None
    kept = len(set(former.claims) & set(claims))
    return Was(former.title, kept, len(former.claims), len(set(claims) - set(former.claims))) if kept else None


def present(held: Snapshot, case: Casefile, identifier: str) -> str:
    """The id under which the event ``identifier`` stands now: its own, or that of the one event with its claims."""
    former = None if identifier in held.events else case.former(identifier)
    found = successors(held, former) if former else []
    return found[0][0] if len(found) == 1 else identifier


def settled(held: Snapshot, case: Casefile, decided: frozenset[str]) -> frozenset[str]:
    """The present ids among ``decided``, and of disputes decided under an older id those that hold no other claims."""
    followed = set(decided)
    for identifier in decided:
        if not identifier.startswith("dispute-") or identifier in held.disputes:
            continue
        former = case.former(identifier)
        for successor, _ in successors(held, former) if former else ():
            answers = held.disputes[successor].answers
            if former and {c for a in answers for c in (*a.claims, *a.denied_by)} <= set(former.claims):
                followed.add(successor)
    return frozenset(followed)


def _title(held: Snapshot, identifier: str) -> str:
    event = held.events.get(identifier)
    return event.title if event else held.disputes[identifier].question


def _of(count: int, former: Former) -> str:
    return f"{count} of its {len(former.claims)} claim{'' if len(former.claims) == 1 else 's'}"
