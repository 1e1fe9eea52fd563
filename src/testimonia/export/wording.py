"""How values of the data model are said in plain English words, the same in every table, page and picture.

What always holds: nothing is rounded away - an open bound stays open in words, a number of accounts never
stands without the number of independent origins behind it.
"""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date

from testimonia.model.claim import Claim, Figure, Link, SourceKind, SpeechForm
from testimonia.model.document import Account
from testimonia.model.factuality import Factuality
from testimonia.model.period import Basis, Period

FIRMNESS = {
    Factuality.CERTAIN: "as certain",
    Factuality.PROBABLE: "as likely",
    Factuality.POSSIBLE: "as possible",
    Factuality.UNCOMMITTED: "without committing to it",
    Factuality.POSSIBLY_NOT: "as possibly not so",
    Factuality.PROBABLY_NOT: "as unlikely",
    Factuality.CERTAINLY_NOT: "as not so",
}

_PASSING_ON = {
    SpeechForm.OWN: "citing",
    SpeechForm.DIRECT: "quoting",
    SpeechForm.MIXED: "quoting",
    SpeechForm.INDIRECT: "citing",
    SpeechForm.NOMINAL: "citing",
    SpeechForm.BELIEF: "on the belief of",
    SpeechForm.HEARSAY: "on hearsay from",
}


def counted(accounts: Sequence[str], origins: Sequence[str]) -> str:
    """``3 accounts, 2 independent origins``."""
    return f"{_plural(len(set(accounts)), 'account')}, {_plural(len(set(origins)), 'independent origin')}"


def chain(claim: Claim, label: str) -> str:
    """Who says it on whose word: ``Herald, citing the Valley Monitor``, or that the account speaks for itself."""
    return ", ".join((label, *(f"{_PASSING_ON[link.form]} {_name(link)}" for link in claim.attribution[1:])))


def firmness(claim: Claim, label: str) -> str:
    """How firmly the innermost source tells it, and which of those between also commit: ``as certain; Herald: ...``."""
    said = [FIRMNESS[claim.factuality]]
    for link in reversed(claim.attribution[:-1]):
        if link.factuality is not Factuality.UNCOMMITTED:
            name = label if link.kind is SourceKind.ACCOUNT else _name(link)
            said.append(f"{name} itself {FIRMNESS[link.factuality]}")
    return "; ".join(said)


def _name(link: Link) -> str:
    if link.kind is SourceKind.UNNAMED and link.name in ("", SourceKind.UNNAMED.value):
        return "an unnamed source"
    return link.name or link.source


def day(value: date) -> str:
    """``3 May 2031``."""
    return f"{value.day} {calendar.month_name[value.month]} {value.year}"


def period(value: Period | None) -> str:
    """``3 May 2031``, ``May 2031``, ``1 to 7 May 2031``, ``since 3 May 2031``, or nothing where it is unknown."""
    if value is None or not value.known:
        return ""
    if value.start is None:
        return f"until {day(value.end)}" if value.end else ""
    if value.end is None:
        return f"since {day(value.start)}"
    return _between(value.start, value.end)


def _between(start: date, end: date) -> str:
    if start == end:
        return day(start)
    last_day = calendar.monthrange(end.year, end.month)[1]
    whole_months = start.day == 1 and end.day == last_day
    if whole_months and (start.month, end.month) == (1, 12):
        return str(start.year) if start.year == end.year else f"{start.year} to {end.year}"
    if whole_months and (start.year, start.month) == (end.year, end.month):
        return f"{calendar.month_name[start.month]} {start.year}"
    if start.year != end.year:
        return f"{day(start)} to {day(end)}"
    if start.month != end.month:
        return f"{start.day} {calendar.month_name[start.month]} to {day(end)}"
    return f"{start.day} to {day(end)}"


def published(account: Account) -> str:
    """When an account was published, and that it is inferred where it is."""
    said = period(account.published) or "undated"
    return f"{said} (inferred)" if account.published_basis is Basis.INFERRED and account.published.known else said


def number(value: float) -> str:
    """``1,200`` or ``2.5``."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,g}"


def interval(low: float | None, high: float | None) -> str:
    """``14``, ``20 to 30``, ``at least 14``, ``at most 50``; open on both sides is ``unknown``."""
    if low is not None and high is not None:
        return number(low) if low == high else f"{number(low)} to {number(high)}"
    if low is not None:
        return f"at least {number(low)}"
    return f"at most {number(high)}" if high is not None else "unknown"


def figure(value: Figure) -> str:
    """``about 14 people (killed)``."""
    about = "about " if value.approximate else ""
    unit = "" if value.unit.value in ("other", value.counted) else f" ({value.unit.value})"
    return f"{about}{interval(value.low, value.high)} {value.counted}".rstrip() + unit


def names(values: Sequence[str], none: str = "") -> str:
    """Names one after another, each once, in their order."""
    return ", ".join(dict.fromkeys(values)) or none


def labels(accounts: Sequence[Account]) -> dict[str, str]:
    """A short name for each account by its id.

    Where several would be the same they are told apart: a reprint by where it stands, others by date, then title.
    """
    hosts = {account.id: _cut(account.label) for account in accounts}
    made = dict(hosts)

    def reprint(account: Account) -> str | None:
        return None if account.id == account.document else f"reprinted in {hosts.get(account.document)}"

    ways: tuple[Callable[[Account], str | None], ...]
    ways = (reprint, published, lambda account: account.title, lambda account: account.id)
    for tell in ways:
        times = Counter(made.values())
        for account in accounts:
            if times[made[account.id]] > 1 and (told := tell(account)):
                made[account.id] = f"{hosts[account.id]} ({told})"
    return made


def _cut(label: str) -> str:
    """A title that stands for an outlet is cut after forty characters or so, between words."""
    return label if len(label) <= 48 else label[:40].rpartition(" ")[0] + " …"


def short(identifier: str) -> str:
    """The first digits of an id, which are enough for ``testimonia show`` in all but the largest cases.

    The id of a republished account is kept whole, because it begins as that of its document does.
    """
    digits = identifier.rpartition("-")[2]
    return digits if "." in digits else digits[:10]


def one_line(text: str) -> str:
    """``text`` on one line, with control characters made visible, so that a text cannot steer a terminal."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in " ".join(text.split()))


def _plural(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
