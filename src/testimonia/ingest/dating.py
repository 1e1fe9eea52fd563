"""When was an undated text published? Between the latest of its earliest days and the earliest of its latest.

What always holds: the result never contradicts a firm bound for a weak one; each bound that closes the period is
evidence with the words it rests on; without any bound the date is unknown, not guessed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from testimonia.codebook.codebook import Codebook
from testimonia.ingest.blocks import Block
from testimonia.ingest.bounds import Bound, Side, all_bounds, later_dates
from testimonia.ingest.recognition import Sentence
from testimonia.ingest.sentences import sentences
from testimonia.model.document import Evidence
from testimonia.model.period import Basis, Period, Precision

_SUPPORT = 4  # bounds that are shown beside the deciding ones


@dataclass(frozen=True, slots=True)
class Dated:
    """A period of publication with its basis and the evidence for each bound."""

    period: Period
    basis: Basis
    evidence: tuple[Evidence, ...]


def date_by_evidence(text: str, blocks: Sequence[Block], codebook: Codebook, outside: Sequence[Bound] = ()) -> Dated:
    """The bounds that the sentences in ``blocks`` of ``text`` give, with those known from ``outside`` of them.

    ``outside`` are such as the date of an article that is carried in the text, or the day a page was fetched.
    """
    told = [
        Sentence(text[start:end], start) for block in blocks for start, end in sentences(text, block.start, block.end)
    ]
    bounds = [*outside, *all_bounds(told, codebook)]
    start, end = _settled(bounds)
    while start and (later := [b for b in later_dates(told, codebook, start.day) if end is None or b.day <= end.day]):
        start = max(later, key=_day)
        bounds += later
    if start is None and end is None:
        return Dated(Period(None, None, Precision.VAGUE), Basis.UNKNOWN, ())
    period = Period(start.day if start else None, end.day if end else None, Precision.INTERVAL)
    return Dated(period, Basis.INFERRED, _evidence(bounds, start, end))


def _settled(bounds: Sequence[Bound]) -> tuple[Bound | None, Bound | None]:
    """The deciding bounds: firm ones first, weak ones only where they narrow the period and contradict nothing."""
    firm = [bound for bound in bounds if not bound.weak]
    start = max((b for b in firm if b.side is Side.EARLIEST), key=_day, default=None)
    end = min((b for b in firm if b.side is Side.LATEST), key=_day, default=None)
    if start and end and end.day < start.day:
        end = min((b for b in firm if b.side is Side.LATEST and b.day >= start.day), key=_day, default=None)
    weak = [bound for bound in bounds if bound.weak]
    for bound in sorted((b for b in weak if b.side is Side.EARLIEST), key=_day):
        if (start is None or bound.day > start.day) and (end is None or bound.day <= end.day):
            start = bound
    for bound in sorted((b for b in weak if b.side is Side.LATEST), key=_day, reverse=True):
        if (end is None or bound.day < end.day) and (start is None or bound.day >= start.day):
            end = bound
    return start, end


def _evidence(bounds: Sequence[Bound], start: Bound | None, end: Bound | None) -> tuple[Evidence, ...]:
    """The deciding bounds, then the next best for the earliest day, each reason once."""
    support = sorted(
        (b for b in bounds if b.side is Side.EARLIEST and not b.weak and start and b.day <= start.day),
        key=_day,
        reverse=True,
    )
    chosen = [bound for bound in (start, end) if bound]
    for bound in support:
        if len(chosen) < 2 + _SUPPORT and all(bound.reason != other.reason for other in chosen):
            chosen.append(bound)
    return tuple(Evidence("published", _written(bound), bound.reason, bound.span) for bound in chosen)


def _written(bound: Bound) -> str:
    return f"{'not before' if bound.side is Side.EARLIEST else 'not after'} {bound.day.isoformat()}"


def _day(bound: Bound) -> date:
    return bound.day
