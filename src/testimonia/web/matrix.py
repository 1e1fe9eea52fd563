"""One row of the matrix: what every column says to one question, as a sign with its values.

What always holds: a cell's sign compares it with the other columns of its row, or with the one the user set it
against, and never says which answer is right; an answer keeps its letter in every cell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from testimonia.export import wording
from testimonia.export.comparison_build import KINDS
from testimonia.model.dispute import Dispute
from testimonia.web import address
from testimonia.web.columns import Columns, Said
from testimonia.web.own_words import own_words
from testimonia.web.signs import WORDS, Sign


@dataclass(frozen=True, slots=True)
class Value:
    """One answer as a cell shows it: ``letter`` is the answer's own in its row, ``own`` what the column itself says."""

    letter: str
    value: str
    own: str
    denied: bool
    claims: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One column's stand on one question; ``address`` is empty where there is nothing to quote."""

    column: str
    label: str
    sign: Sign
    words: str
    values: tuple[Value, ...]
    address: str


@dataclass(frozen=True, slots=True)
class Row:
    """One question with a cell for each column shown."""

    id: str
    kind: str
    kind_words: str
    question: str
    stake: float
    counted: str
    event: str | None
    event_title: str
    address: str
    answers: tuple[Value, ...]
    cells: tuple[Cell, ...]
    silent: int
    outside: int
    period: str
    reviewed: bool = False
    pending: bool = False


def row(dispute: Dispute, columns: Columns, shown: Sequence[str], against: str = "", reviewed: bool = False) -> Row:
    """The row of ``dispute`` with a cell for each of the columns ``shown``."""
    held = columns.held
    said = columns.said(dispute)
    silent = columns.keeping_silent(dispute)
    event = held.events.get(dispute.event or "")
    accounts = [account for answer in dispute.answers for account in answer.accounts]
    origins = [origin for answer in dispute.answers for origin in answer.origins]
    return Row(
        dispute.id, dispute.kind.value, KINDS[dispute.kind], dispute.question, dispute.stake,
        wording.counted(accounts, origins), dispute.event, event.title if event else "", address.dispute(dispute.id),
        tuple(
            Value(letter(n), answer.value, answer.value, False, len(answer.claims))
            for n, answer in enumerate(dispute.answers)
        ),
        tuple(_cell(dispute, columns, column, said, silent, against) for column in shown),
        len(dispute.silent), len(dispute.out_of_scope), wording.period(event.period) if event else "", reviewed,
        held.is_pending(claim for answer in dispute.answers for claim in (*answer.claims, *answer.denied_by)),
    )  # fmt: skip


def letter(number: int) -> str:
    """A, B, ... Z, AA, AB ..."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _cell(
    dispute: Dispute, columns: Columns, column: str, said: dict[str, Said], silent: set[str], against: str
) -> Cell:
    own = said.get(column)
    if own is None:
        sign = Sign.SILENT if column in silent else Sign.OUTSIDE
        return Cell(column, columns.label(column), sign, WORDS[sign], (), "")
    values = [_value(dispute, columns, n, claims) for n, claims in own.given.items()]
    values += [
        Value(letter(n), dispute.answers[n].value, dispute.answers[n].value, True, len(c))
        for n, c in own.denied.items()
    ]
    sign = _sign(own, column, said, against)
    href = address.cell(dispute.id, column, columns.by.value)
    return Cell(column, columns.label(column), sign, WORDS[sign], tuple(values), href)


def _value(dispute: Dispute, columns: Columns, number: int, claims: Sequence[str]) -> Value:
    value = dispute.answers[number].value
    said = own_words(dispute, value, [columns.held.claims[claim] for claim in claims])
    return Value(letter(number), value, said, False, len(claims))


def _sign(own: Said, column: str, said: dict[str, Said], against: str) -> Sign:
    if not own.given:
        return Sign.DENIES
    if against and against != column and against in said:
        other = said[against]
        if set(own.given) & set(other.denied):
            return Sign.DENIES
        return Sign.AGREES if set(own.given) & set(other.given) else Sign.DIFFERS
    if len(own.given) > 1:
        return Sign.SEVERAL
    shared = Counter(number for other in said.values() for number in other.given)
    return Sign.AGREES if any(shared[number] > 1 for number in own.given) else Sign.DIFFERS
