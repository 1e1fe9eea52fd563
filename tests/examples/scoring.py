"""How much of what a careful coder reads in a text do the claims read from it hold?

A gold item names a passage (``anchor``) and what must be read there: kinds and types that are right, and any of
actors, recipients, places, period, figure, factuality and attribution chain. An item is *found* when a claim of an
allowed kind and type lies on its passage; of all claims that do, the one with most slots right is judged. It is
*whole* when that claim has every named slot right. What always holds: a slot counts against the same items whether
they were found or not, so that a reader gains nothing by reading less.

Texts come from ``Document.text``, so web pages, mails and tables are scored like plain files; runs of white space in
text and passage count as one blank.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from testimonia.model.claim import ActorMention, Claim, Kind, Link, PlaceMention

TYPED = (Kind.EVENT, Kind.RELATION)
SAME_KIND = {"quote": "event", "forecast": "event"}
DAYS_OFF = 3  # a bound of a period may lie this far from the coder's
WORDS_SHARED = 0.6  # of the shorter of claim and passage, where neither holds the other


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to be read; "a|b" in a field allows either. ``None`` means that the item does not ask for it."""

    doc: str
    anchor: str
    kind: tuple[str, ...]
    type: tuple[str, ...] | None
    actors: tuple[str, ...] | None
    recipients: tuple[str, ...] | None
    places: tuple[str, ...] | None
    period: tuple[date | None, date | None] | None
    figure: tuple[float | None, float | None] | None
    fact: tuple[str, ...] | None
    chain: tuple[str, ...] | None


@dataclass(slots=True)
class Score:
    """Counts per slot (``found``, ``whole``, ``actors`` ...), and the items that were not read whole."""

    asked: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    misses: list[tuple[Item, str]] = field(default_factory=list)

    def share(self, slot: str) -> float:
        """Right over asked, 0 to 1; 0 where nothing was asked."""
        return self.right[slot] / self.asked[slot] if self.asked[slot] else 0.0

    def lines(self) -> list[str]:
        """One line a slot."""
        shown = ((slot, self.right[slot], asked) for slot, asked in self.asked.items())
        return [f"{slot:12}{right:5} /{asked:4}  {right / asked:.3f}" for slot, right, asked in shown]


def read_gold(path: Path) -> tuple[Item, ...]:
    """The items of a file of JSON lines."""
    return tuple(_item(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())


def score(items: Iterable[Item], claims: Mapping[str, Sequence[Claim]], texts: Mapping[str, str]) -> Score:
    """The score of ``claims`` (by document, as ``Item.doc`` names it) on ``items`` over ``texts``."""
    result = Score()
    for item in items:
        on_passage = [claim for claim in claims.get(item.doc, ()) if _lies_on(item, claim, texts[item.doc])]
        judged = [_slots(item, claim) for claim in on_passage]
        best = max(judged, key=lambda slots: sum(slots.values()), default=None)
        result.asked.update(["found", "whole", *_asked(item)])
        if best is None:
            result.misses.append((item, "not found"))
            continue
        result.right["found"] += 1
        result.right.update(slot for slot, right in best.items() if right)
        if all(best.values()):
            result.right["whole"] += 1
        else:
            result.misses.append((item, ", ".join(slot for slot, right in best.items() if not right)))
    return result


def spans_of(anchor: str, text: str) -> list[tuple[int, int]]:
    """Where ``anchor`` stands in ``text``, any white space matching any."""
    pattern = r"\s+".join(re.escape(word) for word in anchor.split())
    return [match.span() for match in re.finditer(pattern, text)]


def fold(name: str) -> str:
    """A name without its article, accents, case and punctuation."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", " ", re.sub(r"^(the|an?|some) ", "", plain)).strip()


def _lies_on(item: Item, claim: Claim, text: str) -> bool:
    if claim.kind.value not in item.kind:
        return False
    if item.type and claim.kind in TYPED and claim.type not in item.type:
        return False
    for start, end in spans_of(item.anchor, text):
        if claim.start >= end or claim.end <= start:
            continue
        if (claim.start >= start and claim.end <= end) or (claim.start <= start and claim.end >= end):
            return True
        anchor, said = set(fold(item.anchor).split()), set(fold(claim.text).split())
        if len(anchor & said) >= WORDS_SHARED * min(len(anchor), len(said)):
            return True
    return False


def _asked(item: Item) -> list[str]:
    slots = ("actors", "recipients", "places", "period", "figure", "fact", "chain")
    return [slot for slot in slots if getattr(item, slot) is not None]


def _slots(item: Item, claim: Claim) -> dict[str, bool]:
    judged: dict[str, bool] = {}
    if item.actors is not None:
        judged["actors"] = all(_named(name, claim.actors) for name in item.actors)
    if item.recipients is not None:
        judged["recipients"] = all(_named(name, claim.recipients) for name in item.recipients)
    if item.places is not None:
        judged["places"] = all(_named(name, claim.places) for name in item.places)
    if item.period is not None:
        start, end = (claim.period.start, claim.period.end) if claim.period else (None, None)
        judged["period"] = claim.period is not None and _near(item.period[0], start) and _near(item.period[1], end)
    if item.figure is not None:
        low, high = item.figure
        judged["figure"] = any(
            (low is None or figure.low == low) and (high is None or figure.high == high) for figure in claim.figures
        )
    if item.fact is not None:
        judged["fact"] = claim.factuality.value in item.fact
    if item.chain is not None:
        links = claim.attribution[1:]
        judged["chain"] = len(links) == len(item.chain) and all(
            _named(name, [link]) for name, link in zip(item.chain, links, strict=True)
        )
    return judged


def _named(alternatives: str, mentions: Sequence[ActorMention | PlaceMention | Link]) -> bool:
    have = {fold(name) for mention in mentions for name in _names(mention)}
    return any(fold(alternative) in have for alternative in alternatives.split("|"))


def _names(mention: ActorMention | PlaceMention | Link) -> tuple[str, str]:
    if isinstance(mention, ActorMention):
        return mention.name, mention.text
    if isinstance(mention, PlaceMention):
        return mention.name, mention.text
    return mention.name, mention.source


def _near(wanted: date | None, found: date | None) -> bool:
    return wanted is None or (found is not None and abs((wanted - found).days) <= DAYS_OFF)


def _item(record: dict[str, object]) -> Item:
    def split(key: str) -> tuple[str, ...] | None:
        value = record.get(key)
        return tuple(value.split("|")) if isinstance(value, str) else None

    def listed(key: str) -> tuple[str, ...] | None:
        value = record.get(key)
        return tuple(str(entry) for entry in value) if isinstance(value, list) else None

    def pair(key: str) -> list[object] | None:
        value = record.get(key)
        return value if isinstance(value, list) else None

    period, figure = pair("period"), pair("figure")
    return Item(
        doc=str(record["doc"]),
        anchor=str(record["anchor"]),
        kind=tuple(SAME_KIND.get(kind, kind) for kind in split("kind") or ()),
        type=split("type"),
        actors=listed("actors"),
        recipients=listed("recipients"),
        places=listed("places"),
        period=(_day(period[0]), _day(period[1])) if period else None,
        figure=(_count(figure[0]), _count(figure[1])) if figure else None,
        fact=split("fact"),
        chain=listed("chain"),
    )


def _day(value: object) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else None


def _count(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None
