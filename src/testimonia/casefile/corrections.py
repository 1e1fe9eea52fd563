"""What decisions make of a claim: slots corrected, actors joined or renamed, the whole rejected.

What always holds: a correction gives slots other values and leaves every span where it stood; decisions that name a
claim, slot or actor that is not there change nothing; the same decisions make the same claim of the same reading.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from testimonia.model.claim import ActorMention, Claim, Figure, Link
from testimonia.model.errors import CasefileError
from testimonia.model.factuality import Factuality
from testimonia.model.judgement import Judgement, Verdict
from testimonia.model.period import Period, Precision

# The verdicts that change what is compared; the others only say what somebody thinks of it.
CHANGING = frozenset({Verdict.REJECT, Verdict.CORRECT, Verdict.MERGE, Verdict.SPLIT})
ACTOR_SLOTS = ("actors", "recipients")


@dataclass(frozen=True, slots=True)
class Decisions:
    """The standing decisions that bear on claims: of each claim its corrections in order, of each actor who it is."""

    rejected: frozenset[str] = frozenset()
    corrections: Mapping[str, tuple[Mapping[str, Any], ...]] = field(default_factory=dict)
    merged: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def none(self) -> bool:
        """Whether nothing was decided that bears on any claim."""
        return not (self.rejected or self.corrections or self.merged or self.names)

    def actor(self, identifier: str) -> str:
        """Who ``identifier`` is after all joinings; a circle of them ends where it was entered."""
        seen = {identifier}
        while (following := self.merged.get(identifier)) and following not in seen:
            seen.add(following)
            identifier = following
        return identifier


NOTHING = Decisions()


def decisions(standing: Iterable[Judgement]) -> Decisions:
    """The decisions of ``standing`` judgements that bear on claims and actors."""
    rejected: set[str] = set()
    corrections: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    merged: dict[str, str] = {}
    names: dict[str, str] = {}
    for judgement in standing:
        change = json.loads(judgement.change)
        if judgement.verdict is Verdict.REJECT:
            rejected.add(judgement.subject)
        elif judgement.verdict is Verdict.ACCEPT:
            rejected.discard(judgement.subject)
        elif judgement.verdict is Verdict.CORRECT and "slot" in change:
            corrections[judgement.subject].append(change)
        elif judgement.verdict is Verdict.CORRECT and "name" in change:
            names[judgement.subject] = str(change["name"])
        elif judgement.verdict is Verdict.MERGE and "into" in change:
            merged[judgement.subject] = str(change["into"])
            if change.get("name"):
                names.setdefault(str(change["into"]), str(change["name"]))
    return Decisions(frozenset(rejected), {c: tuple(made) for c, made in corrections.items()}, merged, names)


def corrected(claim: Claim, decided: Decisions) -> Claim:
    """``claim`` as decided."""
    for change in decided.corrections.get(claim.id, ()):
        claim = _corrected(claim, change)
    if decided.merged or decided.names:
        claim = _renamed(claim, decided)
    return claim


def checked(claim: Claim, change: Mapping[str, Any]) -> None:
    """Raises ``CasefileError`` where ``change`` cannot be made to ``claim``, saying why."""
    try:
        _corrected(claim, change, strict=True)
    except (KeyError, ValueError, TypeError, IndexError) as error:
        raise CasefileError(f"this correction cannot be made: {error}") from error


def _corrected(claim: Claim, change: Mapping[str, Any], strict: bool = False) -> Claim:
    slot = change["slot"]
    try:
        if slot in ACTOR_SLOTS:
            mentions = _mentions(claim, slot, change)
            return replace(claim, actors=mentions) if slot == "actors" else replace(claim, recipients=mentions)
        if slot == "factuality":
            value = Factuality(change["value"])
            links = (*claim.attribution[:-1], replace(claim.attribution[-1], factuality=value))
            return replace(claim, factuality=value, attribution=links)
        if slot == "type":
            return replace(claim, type=str(change["value"]))
        if slot == "period":
            return replace(claim, period=_period(claim, change))
        if slot == "figures":
            return replace(claim, figures=_figures(claim, change))
    except (KeyError, ValueError, TypeError, IndexError):
        if strict:
            raise
        return claim
    if strict:
        raise ValueError(f"no slot {slot!r} can be corrected")
    return claim


def _mentions(claim: Claim, slot: str, change: Mapping[str, Any]) -> tuple[ActorMention, ...]:
    held: list[ActorMention] = list(getattr(claim, slot))
    index, actor = int(change.get("index", len(held))), str(change.get("actor", ""))
    if not 0 <= index <= len(held):
        raise IndexError(f"the claim has no {slot} number {index + 1}")
    if not actor:
        return tuple(m for number, m in enumerate(held) if number != index)
    name = str(change.get("name") or actor)
    if index < len(held):
        held[index] = replace(held[index], actor=actor, name=name)
        return tuple(held)
    at = claim.trigger or claim
    return (*held, ActorMention(actor, name, at.text, at.start, at.end))


def _period(claim: Claim, change: Mapping[str, Any]) -> Period | None:
    start, end = (date.fromisoformat(change[key]) if change.get(key) else None for key in ("start", "end"))
    if start is None and end is None:
        return None
    precision = Precision.DAY if start == end else Precision.INTERVAL
    held = claim.period
    if held is None:
        return Period(start, end, precision)
    return replace(held, start=start, end=end, precision=precision)


def _figures(claim: Claim, change: Mapping[str, Any]) -> tuple[Figure, ...]:
    index = int(change.get("index", 0))
    low, high = (float(change[key]) if change.get(key) not in (None, "") else None for key in ("low", "high"))
    if low is not None and high is not None and low > high:
        raise ValueError("the least number is greater than the greatest")
    held = list(claim.figures)
    held[index] = replace(held[index], low=low, high=high)
    return tuple(held)


def _renamed(claim: Claim, decided: Decisions) -> Claim:
    def mention(held: ActorMention) -> ActorMention:
        actor = decided.actor(held.actor)
        return replace(held, actor=actor, name=decided.names.get(actor, held.name)) if held.actor else held

    def link(held: Link) -> Link:
        source = decided.actor(held.source)
        return replace(held, source=source, name=decided.names.get(source, held.name))

    return replace(
        claim,
        actors=tuple(mention(held) for held in claim.actors),
        recipients=tuple(mention(held) for held in claim.recipients),
        attribution=(claim.attribution[0], *(link(held) for held in claim.attribution[1:])),
    )
