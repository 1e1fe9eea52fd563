"""Does the clock explain why two numbers differ? Tolls rise as rescuers dig, and outlets correct themselves.

What always holds: only a greater number of a later or equal day replaces a lesser one, and never within one account.
The rules follow how differing tolls of war reports were annotated in the development set of issue 5 (FA-KES
comparisons): what a later account counts more is no contradiction, what it counts less is one.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from testimonia.compare.comparison import Revision
from testimonia.compare.values import closed, figure_words
from testimonia.compare.words import begins_any
from testimonia.link.figures import anchor
from testimonia.link.kinship import Kin
from testimonia.model.claim import Figure, SourceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from testimonia.compare.case import Case
    from testimonia.compare.given import Given
    from testimonia.model.event import Event

# Days within which a toll still rises; what another source counts later is another count.
RISING_DAYS = 7
# Days by which a copy of an old count may come after its update.
COPY_DAYS = 2
# Times by which a toll may rise within those days and still be one count; judgement.
MOST_RISE = 8.0
# Times by which it may rise where no word says that it did, and nobody named counts.
USUAL_RISE = 2.0
_NAMELESS = {SourceKind.ACCOUNT, SourceKind.UNNAMED}


def named(number: Given, case: Case) -> bool:
    """Whether a number stands on the word of somebody named, other than the outlet itself and its reporters."""
    source = number.claim.source
    if source.kind in _NAMELESS or case.kinship.nobody(source.source):
        return False
    outlet = case.accounts[number.claim.account].outlet
    return outlet is None or outlet.casefold() not in (source.source.casefold(), number.voice.name.casefold())


def same_source(one: Given, two: Given, case: Case) -> bool:
    """Whether two numbers rest on one word: one voice, one outlet, or two arms of one state."""
    if one.voice.id == two.voice.id:
        return True
    first, second = (case.accounts[number.claim.account].outlet for number in (one, two))
    if first is not None and first == second:
        return True
    return named(one, case) and named(two, case) and case.kinship.kin(one.voice.id, two.voice.id) >= Kin.STATE


def replaces(later: Given, earlier: Given, case: Case) -> bool:
    """Whether ``later`` is what ``earlier`` had become: greater, of another account, and not of an earlier day."""
    if later.claim.account == earlier.claim.account or later.figure == earlier.figure:
        return False
    least, most = anchor(earlier.figure), anchor(later.figure)
    if most <= least:
        return False
    before, after = _day(earlier, case), _day(later, case)
    lag = COPY_DAYS if _says_update(later, case) else 0
    if same_source(later, earlier, case):
        return before is None or after is None or (after - before).days >= -lag
    if before is None or after is None or not -lag <= (after - before).days <= RISING_DAYS:
        return False
    if most > MOST_RISE * max(1.0, least):
        return False
    if _says_update(later, case) or begins_any(case.sentence(earlier.claim), case.words.so_far):
        return True
    return before < after and not named(later, case) and most <= USUAL_RISE * least


def first_count(earlier: Given, later: Given, event: Event, case: Case) -> bool:
    """Whether ``earlier`` was counted on the day of the event itself, and ``later``, which is greater, after it."""
    before, after = _day(earlier, case), _day(later, case)
    happened = event.period.start if event.period else None
    if before is None or after is None or happened is None or earlier.claim.account == later.claim.account:
        return False
    least, most = anchor(earlier.figure), anchor(later.figure)
    return before <= happened < after and least < most <= MOST_RISE * max(1.0, least)


def _says_update(number: Given, case: Case) -> bool:
    """Whether the sentence of a number, or its account's title, says that the count has changed."""
    title = case.accounts[number.claim.account].title or ""
    return begins_any(f"{title} {case.sentence(number.claim)}", case.words.updating)


def _day(number: Given, case: Case) -> date | None:
    published = case.accounts[number.claim.account].published
    return published.end or published.start


def revisions(event: Event, numbers: Sequence[Given], case: Case) -> Iterable[Revision]:
    """The numbers of ``event`` that the same source or outlet replaced later."""
    for earlier in numbers:
        for later in numbers:
            alike = same_source(later, earlier, case) and replaces(later, earlier, case)
            if alike and not _same(earlier.figure, later.figure):
                statement = f"{figure_words(earlier.figure)}, later {figure_words(later.figure)}"
                yield Revision(event.id, later.voice.name, earlier.claim.id, later.claim.id, statement)


def _same(one: Figure, two: Figure) -> bool:
    return (one.low, one.high) == (two.low, two.high) or (not closed(one) and not closed(two) and one.low == two.low)
