"""What two or more accounts say alike, with the independent origins behind them."""

from __future__ import annotations

from testimonia.compare.case import Case
from testimonia.compare.given import given
from testimonia.compare.tolls import wholes
from testimonia.compare.values import in_words, ranges
from testimonia.model.dispute import Agreement
from testimonia.model.event import Event, EventKind
from testimonia.model.ids import digest


def find(case: Case) -> tuple[Agreement, ...]:
    """Agreements on happenings, states and utterances, those with most independent origins first."""
    found = [agreement for event in case.linked.all for agreement in _of(event, case)]
    return tuple(sorted(found, key=lambda a: (-len(a.origins), -len(a.accounts), a.id)))


def _of(event: Event, case: Case) -> list[Agreement]:
    claims = [claim for claim in case.told(event) if claim.factuality.polarity > 0]
    accounts = tuple(sorted({claim.account for claim in claims}))
    if event.kind is EventKind.QUOTATION:
        return [_agreement(event.title, event, event.claims, event.accounts, event.origins)]
    if len(accounts) < 2:
        return []
    ids = tuple(sorted(claim.id for claim in claims))
    found = [_agreement(event.title, event, ids, accounts, case.origins(claims))]
    for (unit, victims), numbers in sorted(given(event, case).items()):
        whole = wholes(numbers, case)
        for group in ranges([number.figure for number in whole]):
            held = [number for number in whole if number.figure in group.figures]
            tellers = tuple(sorted({number.claim.account for number in held}))
            if len(tellers) > 1:
                counted = case.words.counted.get(victims, victims)
                done = case.words.units[unit.value]
                statement = f"{event.title}: {in_words([n.figure for n in held])} {counted} {done}"
                tied = tuple(sorted({number.claim.id for number in held}))
                origins = case.origins(number.claim for number in held)
                found.append(_agreement(statement, event, tied, tellers, origins))
    return found


def _agreement(
    statement: str, event: Event, claims: tuple[str, ...], accounts: tuple[str, ...], origins: tuple[str, ...]
) -> Agreement:
    identifier = f"agreement-{digest(statement, event.id, *claims, length=12)}"
    return Agreement(identifier, statement, event.id, claims, accounts, origins)
