"""One box for everything: documents and claims by their words, actors, places, events and disputes by name.

What always holds: what was typed is looked for and never run; every hit has an address.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from fastapi import APIRouter

from testimonia.casefile.queries import folded
from testimonia.casefile.search import CLOSE, OPEN
from testimonia.export import wording
from testimonia.model.claim import Claim
from testimonia.web import address, asked, veil
from testimonia.web.pages import OnDesk, Shown, Words, page
from testimonia.web.refusals import RefusedError
from testimonia.web.snapshot import Snapshot
from testimonia.web.veil import Piece

router = APIRouter()
FOUND = 40  # hits of each kind
QUICK = 5  # of each kind in the box that Ctrl-K opens


@dataclass(frozen=True, slots=True)
class HitView:
    """One thing found."""

    kind: str
    title: str
    detail: str
    pieces: tuple[Piece, ...]
    address: str
    graphic: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """The hits of one kind."""

    kind: str
    hits: tuple[HitView, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What was looked for and found."""

    title: str
    q: str
    groups: tuple[Found, ...]
    total: int
    note: str = ""


@page(router, "/search", "search.html", "Search")
def search(held: Shown, desk: OnDesk, q: Words = "") -> SearchPage:
    """Everything that holds the words of ``q``; words in quotation marks stand together, ``word*`` takes any ending.

    ``who:``, ``where:``, ``source:``, ``type:``, ``kind:``, ``since:`` and ``until:`` ask for claims by their fields.
    """
    return _search(held, desk, q, FOUND)


@page(router, "/search/quick", "quick.html", "Search")
def quick(held: Shown, desk: OnDesk, q: Words = "") -> SearchPage:
    """The first hits of each kind, as one types."""
    try:
        return _search(
            held, desk, q if asked.asked(q).fields or q.endswith(('"', "*", " ")) or not q else f"{q}*", QUICK
        )
    except RefusedError as error:
        return SearchPage("Search", q, (), 0, str(error))


def _search(held: Snapshot, desk: OnDesk, q: str, limit: int) -> SearchPage:
    if not q.strip():
        return SearchPage("Search", q, (), 0)
    structured = asked.asked(q)
    if structured.fields:
        return _by_fields(held, desk, q, structured, limit)
    words = folded(q.replace('"', " ").replace("*", " ")).strip()
    texts = list(_texts(held, desk, q, limit + 1))
    groups = [(kind, list(islice(_named(held, kind, words), limit + 1))) for kind in _NAMES]
    groups += [(f"{kind}s", [hit for hit in texts if hit.kind == kind]) for kind in ("document", "claim")]
    found = tuple(Found(kind, tuple(hits[:limit]), len(hits) > limit) for kind, hits in groups if hits)
    title = f"Search: {q.strip()[:60]}"
    return SearchPage(title, q, found, sum(len(group.hits) for group in found))


def _by_fields(held: Snapshot, desk: OnDesk, q: str, found: asked.Asked, limit: int) -> SearchPage:
    """The claims that the fields ask for, with all of the words beside them in their text."""
    words = folded(found.words.replace('"', " ").replace("*", " ")).split()
    wanted = asked.query(found, desk, None if words else limit + 1)
    claims = (held.claims.get(claim.id) for claim in desk.case.claims(wanted))
    fitting = (c for c in claims if c and all(word in folded(c.text) for word in words))
    hits = [_claim(held, claim, veil.pieces("", claim.text, "", held.folded_in(claim.document)))
            for claim in islice(fitting, limit + 1)]  # fmt: skip
    groups = (Found("claims", tuple(hits[:limit]), len(hits) > limit),) if hits else ()
    return SearchPage(f"Search: {q.strip()[:60]}", q, groups, len(hits[:limit]))


def _claim(held: Snapshot, claim: Claim, pieces: tuple[Piece, ...]) -> HitView:
    detail = wording.chain(claim, held.labels.get(claim.account, claim.account))
    graphic = veil.graphic(claim.text, held.codebook)
    return HitView("claim", claim.type.replace("_", " ").lower(), detail, pieces, address.claim(claim), graphic)


@dataclass(frozen=True, slots=True)
class Named:
    """Something that is found by its names: ``words`` are those, folded for comparing."""

    words: str
    hit: HitView


def _named(held: Snapshot, kind: str, words: str) -> Iterator[HitView]:
    """The hits of that kind that hold all of ``words``."""
    names = held.remembered(("names", kind), lambda: tuple(_NAMES[kind](held)))
    parts = words.split()
    return (named.hit for named in names if parts and all(part in named.words for part in parts))


def _actors(held: Snapshot) -> Iterator[Named]:
    for known in held.known.values():
        others = wording.names(known.aliases[:4])
        detail = f"{known.kind} · {others}" if others else known.kind
        hit = HitView("actor", known.name, detail, (), address.actor(known.id))
        yield Named(folded(" ".join((known.name, *known.aliases))), hit)


def _events(held: Snapshot) -> Iterator[Named]:
    for event in sorted(held.events.values(), key=lambda e: (-len(e.accounts), e.id)):
        detail = f"{event.kind.value} · {wording.counted(event.accounts, event.origins)}"
        hit = HitView("event", event.title, detail, (), address.event(event.id))
        yield Named(folded(" ".join((event.title, *(place.name for place in event.places)))), hit)


def _disputes(held: Snapshot) -> Iterator[Named]:
    for dispute in held.disputes.values():
        detail = f"{len(dispute.answers)} answers"
        hit = HitView("dispute", dispute.question, detail, (), address.dispute(dispute.id))
        yield Named(folded(" ".join((dispute.question, *(answer.value for answer in dispute.answers)))), hit)


def _places(held: Snapshot) -> Iterator[Named]:
    names = {place.place: place.name for event in held.events.values() for place in event.places}
    for place, name in sorted(names.items(), key=lambda pair: (pair[1], pair[0])):
        yield Named(folded(name), HitView("place", name, "on the map", (), address.with_query("/map", place=place)))


_NAMES: dict[str, Callable[[Snapshot], Iterator[Named]]] = {
    "actors": _actors, "events": _events, "disputes": _disputes, "places": _places,
}  # fmt: skip


def _texts(held: Snapshot, desk: OnDesk, q: str, limit: int) -> Iterator[HitView]:
    for hit in desk.case.search(q, limit):
        plain = hit.snippet.replace(OPEN, "").replace(CLOSE, "")
        names = held.veiled.names
        pieces = veil.pieces(plain, "", "", names) if names.within(plain) else tuple(_pieces(hit.snippet))
        graphic = veil.graphic(plain, held.codebook)
        if hit.kind == "document" and hit.id in held.documents:
            account = held.documents[hit.id].accounts[0]
            detail = f"{held.labels[account.id]} · {wording.published(account)}"
            yield HitView(
                "document", account.title or held.labels[account.id], detail, pieces, address.document(hit.id), graphic
            )
        elif hit.kind == "claim" and hit.id in held.claims:
            yield _claim(held, held.claims[hit.id], pieces)


def _pieces(snippet: str) -> Iterator[Piece]:
    """A snippet in pieces: what stands between the marks of the index is what was looked for."""
    for number, part in enumerate(snippet.split(OPEN)):
        hit, closed, rest = part.partition(CLOSE)
        if number and closed:
            yield Piece(hit, "mark")
        plain = rest if number and closed else part.replace(CLOSE, "")
        if plain:
            yield Piece(plain, "plain")
