"""What in a text shows that it cannot have been written before, or after, some day?

Each finder gives bounds with the words they rest on. What always holds: no finder looks outside the account's own
sentences, and a sentence that may speak of what has not happened yet gives no earliest day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from testimonia.codebook.codebook import Codebook
from testimonia.codebook.schema import ActorEntry, DatedHappening, DatedName, Entry, Words
from testimonia.ingest.datelines import DateReader, Named, date_reader, span_of_parts
from testimonia.model.claim import Span
from testimonia.model.source import ActorKind


class Relative(Entry):
    """Words for a number of days back from publication."""

    words: Words
    least: int
    most: int


class DatingWords(Entry):
    """``dating.yaml``."""

    relative: tuple[Relative, ...]
    unfulfilled: Words
    before_dates: Words
    former: Words


class Side(StrEnum):
    """Which end of the time of publication a bound closes; the day itself is allowed."""

    EARLIEST = "earliest"
    LATEST = "latest"


@dataclass(frozen=True, slots=True)
class Bound:
    """Published not before, or not after, ``day``. A ``weak`` bound gives way to a firm one that contradicts it."""

    side: Side
    day: date
    reason: str
    span: Span | None
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an account: ``text`` are the words at ``start`` of the document."""

    text: str
    start: int

    def span(self, start: int, end: int) -> Span:
        """The document's span of ``text[start:end]``."""
        return Span(self.start + start, self.start + end, self.text[start:end])


@dataclass(frozen=True, slots=True)
class Recognised:
    """A dated happening that a sentence speaks of; ``by_name`` where a name alone, which is no older, shows it."""

    happening: DatedHappening
    sentence: Sentence
    span: Span
    by_name: bool


def all_bounds(sentences: Sequence[Sentence], codebook: Codebook) -> list[Bound]:
    """Every bound that the sentences of one account give."""
    words = codebook.lexicon("dating", DatingWords)
    dates = date_reader(codebook)
    hopes = _phrases(words.unfulfilled)
    told = [sentence for sentence in sentences if not hopes.search(sentence.text)]
    recognised = [
        hit
        for sentence in sentences
        for hit in recognise(sentence, codebook, dates)
        if hit.by_name or not hopes.search(sentence.text)
    ]
    return [
        *_from_happenings(recognised, words, dates),
        *_from_years(told, words, dates),
        *_from_weekdays(told, codebook, dates),
        *_from_names(sentences, codebook),
        *_from_offices(sentences, codebook, words),
    ]


def recognise(sentence: Sentence, codebook: Codebook, dates: DateReader) -> list[Recognised]:
    """The dated happenings of the codebook that ``sentence`` speaks of; where it names a month, those of that month."""
    found = []
    for happening, ways in _compiled(codebook):
        for way in ways:
            matches = [expression.search(sentence.text) for expression in way]
            if matches and all(matches):
                starts = [m.start() for m in matches if m]
                ends = [m.end() for m in matches if m]
                found.append(Recognised(happening, sentence, sentence.span(min(starts), max(ends)), len(way) == 1))
                break
    named = dates.find(sentence.text)
    agreeing = [hit for hit in found if any(_agrees(one, hit.happening) for one in named)]
    return agreeing if agreeing and len(found) > 1 else found


def _agrees(named: Named, happening: DatedHappening) -> bool:
    since = happening.since
    if since is None or named.month != since.month or (named.year and named.year != since.year):
        return False
    return named.day is None or abs(named.day - since.day) <= 1


def _from_happenings(recognised: Iterable[Recognised], words: DatingWords, dates: DateReader) -> Iterator[Bound]:
    for hit in recognised:
        happening, sentence = hit.happening, hit.sentence
        since = happening.since
        if since is None:
            continue
        last = happening.until or since
        yield Bound(Side.EARLIEST, since, f"it speaks of {happening.name} ({_days(since, last)})", hit.span)
        if (last - since).days > 14 or hit.by_name:
            continue
        for relative in words.relative:
            if match := _phrases(relative.words).search(sentence.text):
                said = f"{match[0]!r} of {happening.name} ({_days(since, last)})"
                span = sentence.span(*match.span())
                yield Bound(Side.EARLIEST, since + timedelta(relative.least), f"it says {said}", span)
                yield Bound(Side.LATEST, last + timedelta(relative.most), f"it says {said}", span)
        for named in dates.find(sentence.text):
            if named.year is None and _agrees(named, happening) and _is_date(named, sentence, words):
                day = _before_anniversary(named, since)
                reason = f"it gives the date of {happening.name} ({_days(since, last)}) without a year"
                yield Bound(Side.LATEST, day, reason, sentence.span(named.start, named.end), weak=True)


def _before_anniversary(named: Named, since: date) -> date:
    """The last day on which the month named still means the one of the happening."""
    first = span_of_parts(since.year + 1, since.month, None)
    assert first and first.start
    return first.start - timedelta(1)


def _from_years(told: Sequence[Sentence], words: DatingWords, dates: DateReader) -> Iterator[Bound]:
    before = _phrases(words.before_dates).pattern
    year = re.compile(
        rf"(?:{before})\s+((?:19|20)\d\d)(?!\d|\s*(?:-|–)?\s*\w*\s*(?:people|dead|troops|fighters))", re.IGNORECASE
    )
    for sentence in told:
        for named in dates.find(sentence.text):
            period = named.period()
            if period and period.start:
                reason = f"it tells of {sentence.text[named.start : named.end]} as past"
                yield Bound(Side.EARLIEST, period.start, reason, sentence.span(named.start, named.end))
        for match in year.finditer(sentence.text):
            start, end = match.span(1)
            yield Bound(
                Side.EARLIEST, date(int(match[1]), 1, 1), f"it tells of {match[1]} as past", sentence.span(start, end)
            )


def _from_weekdays(told: Sequence[Sentence], codebook: Codebook, dates: DateReader) -> Iterator[Bound]:
    """A weekday with a day and month fits only some years; where one year of the war alone fits, it is that one."""
    since = min((about.since for about in codebook.about if about.since), default=None)
    until = max((about.until for about in codebook.about if about.until), default=None)
    if since is None or until is None:
        return
    for sentence in told:
        for named in dates.find(sentence.text):
            if named.year or named.weekday is None or named.day is None or (named.month, named.day) == (2, 29):
                continue
            days = [date(year, named.month, named.day) for year in range(since.year, until.year + 1)]
            fitting = [day for day in days if since <= day <= until and day.weekday() == named.weekday]
            if len(fitting) == 1:
                reason = f"of the years of the war, only {fitting[0].year} had that weekday on that day"
                yield Bound(Side.EARLIEST, fitting[0], reason, sentence.span(named.start, named.end), weak=True)


def later_dates(told: Sequence[Sentence], codebook: Codebook, earliest: date) -> list[Bound]:
    """Dates without a year that fall within a month after ``earliest``: it tells of them, so it is later still."""
    words = codebook.lexicon("dating", DatingWords)
    dates = date_reader(codebook)
    hopes = _phrases(words.unfulfilled)
    found = []
    for sentence in told:
        if hopes.search(sentence.text):
            continue
        for named in dates.find(sentence.text):
            if named.year or named.day is None or not _is_date(named, sentence, words):
                continue
            period = span_of_parts(earliest.year, named.month, named.day)
            if period and period.start and 0 < (period.start - earliest).days <= 31:
                reason = (
                    f"it tells of {sentence.text[named.start : named.end]} as past, and is no older than {earliest}"
                )
                found.append(
                    Bound(Side.EARLIEST, period.start, reason, sentence.span(named.start, named.end), weak=True)
                )
    return found


def _from_names(sentences: Sequence[Sentence], codebook: Codebook) -> Iterator[Bound]:
    """A group that the text calls by a name it gave up, and never by its later one."""
    for actor in codebook.actors.values():
        for old in actor.names:
            if old.until is None:
                continue
            newer = [name for name in actor.names if name.since and name.since > old.until]
            if not newer or any(_called(sentences, name) for name in newer):
                continue
            uses = _called(sentences, old)
            if len(uses) > 1:
                reason = (
                    f"it calls the group {old.name} and never {newer[0].name}, its name from {newer[0].since} "
                    "(weak: some went on using the old name)"
                )
                yield Bound(Side.LATEST, old.until, reason, uses[0], weak=True)


def _called(sentences: Sequence[Sentence], name: DatedName) -> list[Span]:
    expression = _name(name.name)
    return [s.span(*match.span()) for s in sentences for match in expression.finditer(s.text)]


def _from_offices(sentences: Sequence[Sentence], codebook: Codebook, words: DatingWords) -> Iterator[Bound]:
    """A person called by an office that they held from one day to another."""
    former = re.compile(rf"(?:{'|'.join(map(re.escape, words.former))})[\s-]+(?:[\w.]+\s+)?$", re.IGNORECASE)
    for actor, title, since, until, expression in _offices(codebook):
        for sentence in sentences:
            match = expression.search(sentence.text)
            if not match or former.search(sentence.text[: match.start()]):
                continue
            span = sentence.span(*match.span())
            reason = f"it calls {actor.name} {title}, an office held {since or '..'} to {until or '..'}"
            if since:
                yield Bound(Side.EARLIEST, since, reason, span, weak=True)
            if until:
                yield Bound(Side.LATEST, until, reason, span, weak=True)
            break


def _is_date(named: Named, sentence: Sentence, words: DatingWords) -> bool:
    """Whether a month alone is one, and not a verb such as "may"."""
    if named.day is not None:
        return True
    before = sentence.text[: named.start].split()
    return sentence.text[named.start].isupper() and bool(before) and before[-1].lower() in words.before_dates


def _days(since: date, last: date) -> str:
    return since.isoformat() if since == last else f"{since.isoformat()} to {last.isoformat()}"


@lru_cache(maxsize=256)
def _phrases(words: Words) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=4096)
def _name(name: str) -> re.Pattern[str]:
    parts = [re.escape(part) for part in re.split(r"[\s’'-]+", name) if part]
    return re.compile(r"(?<!\w)" + r"[\s’'-]*".join(parts) + r"(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=4)
def _compiled(codebook: Codebook) -> tuple[tuple[DatedHappening, tuple[tuple[re.Pattern[str], ...], ...]], ...]:
    """Each happening with the ways in which a sentence may speak of it, each way a set of expressions."""
    compiled = []
    for happening in codebook.happenings.values():
        ways = [tuple(_mention(word) for word in way) for way in happening.mentions]
        names = [
            name for name in (happening.name, *happening.aliases) if len(name.split()) > 2 or re.search(r"\d", name)
        ]
        ways += [(_name(name),) for name in names]
        compiled.append((happening, tuple(ways)))
    return tuple(compiled)


_NUMERIC = re.compile(r"\d{1,2}/\d{1,2}")  # "9/11" is one word


def _mention(word: str) -> re.Pattern[str]:
    """``a/b`` allows either, a trailing ``*`` any ending."""
    parts = [word] if _NUMERIC.fullmatch(word) else word.split("/")
    options = [re.escape(option.rstrip("*")) + (r"\w*" if option.endswith("*") else "") for option in parts]
    return re.compile(
        r"(?<!\w)(?:" + "|".join(option.replace(r"\ ", r"\s+") for option in options) + r")(?!\w)", re.IGNORECASE
    )


@lru_cache(maxsize=4)
def _offices(codebook: Codebook) -> tuple[tuple[ActorEntry, str, date | None, date | None, re.Pattern[str]], ...]:
    found = []
    for actor in codebook.actors.values():
        if actor.kind is not ActorKind.PERSON:
            continue
        surname = actor.surname or actor.name.split()[-1]
        for office in actor.offices:
            if office.since or office.until:
                names = rf"(?:[A-Z][\w.’'-]+\s+){{0,3}}{re.escape(surname)}(?!\w)"
                expression = re.compile(rf"(?<!\w)(?i:{re.escape(office.title)})\s+{names}")
                found.append((actor, office.title, office.since, office.until, expression))
    return tuple(found)
