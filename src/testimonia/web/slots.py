"""The rows of an event's table: what each account says for each slot, the same slot in the same row.

What always holds: a value keeps the claim that it comes from, and nothing is settled between accounts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from testimonia.export import wording
from testimonia.model.claim import Claim
from testimonia.web import address
from testimonia.web.differing import Stretch, marked
from testimonia.web.snapshot import Snapshot

Values = Callable[[Claim], Iterable[str]]


@dataclass(frozen=True, slots=True)
class SlotValue:
    """One value of one slot in one account, with how many of its claims say so and where the first stands."""

    text: str
    stretches: tuple[Stretch, ...]
    claims: int
    address: str


@dataclass(frozen=True, slots=True)
class SlotRow:
    """One slot over all accounts, in the order of the columns; ``differs`` where two columns share no value."""

    slot: str
    cells: tuple[tuple[SlotValue, ...], ...]
    differs: bool


def rows(held: Snapshot, told: dict[str, Sequence[Claim]]) -> tuple[SlotRow, ...]:
    """The rows over the accounts of ``told``, which maps each to its claims; slots nobody fills are left out."""
    made = (_row(held, slot, values, told) for slot, values in _slots(held))
    return tuple(row for row in made if any(row.cells))


def _slots(held: Snapshot) -> tuple[tuple[str, Values], ...]:
    def name(actor: str, said: str) -> str:
        known = held.known.get(actor)
        return known.name if known else said

    return (
        ("what", lambda claim: [claim.acled or claim.mode or claim.type.replace("_", " ").lower()]),
        ("who", lambda claim: [name(m.actor, m.name) for m in claim.actors]),
        ("whom", lambda claim: [name(m.actor, m.name) for m in claim.recipients]),
        ("where", lambda claim: [place.name for place in claim.places]),
        ("when", lambda claim: [wording.period(claim.period)]),
        ("how many", lambda claim: [wording.figure(figure) for figure in claim.figures]),
        ("on whose word", lambda claim: [link.name or link.source for link in claim.attribution[1:]] or ["its own"]),
        ("how firmly", lambda claim: [f"{wording.FIRMNESS[claim.factuality]} ({claim.factuality.value})"]),
        ("on condition", lambda claim: [claim.condition.text] if claim.condition else []),
    )


def _row(held: Snapshot, slot: str, values: Values, told: dict[str, Sequence[Claim]]) -> SlotRow:
    columns: list[dict[str, list[Claim]]] = []
    for claims in told.values():
        said: dict[str, list[Claim]] = {}
        for claim in claims:
            for value in values(claim):
                if value:
                    said.setdefault(value, []).append(claim)
        columns.append(dict(sorted(said.items(), key=lambda pair: (-len(pair[1]), pair[0]))))
    texts = marked([list(said) for said in columns])
    cells = tuple(
        tuple(
            SlotValue(value, stretches, len(claims), address.claim(claims[0]))
            for (value, claims), stretches in zip(said.items(), marks, strict=True)
        )
        for said, marks in zip(columns, texts, strict=True)
    )  # fmt: skip
    filled = [set(said) for said in columns if said]
    differs = any(not (one & other) for n, one in enumerate(filled) for other in filled[n + 1 :])
    return SlotRow(slot, cells, differs)
