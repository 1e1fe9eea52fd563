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
from testimonia.codebook.schema import ActorEntry, DatedName, Entry, Words
from testimonia.ingest.datelines import DateReader, Named, date_reader, span_of_parts
from testimonia.ingest.recognition import Recognised, Sentence, agrees, name_pattern, recognise
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
    momentary: Words
    loose_titles: Words


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


def all_bounds(sentences: Sequence[Sentence], codebook: Codebook) -> list[Bound]:
    """Every bound that the sentences of one account give."""
    words = codebook.lexicon("dating", DatingWords)
    dates = date_reader(codebook)
    hopes = _phrases(words.unfulfilled)
    told = [sentence for sentence in sentences if not hopes.search(sentence.text)]
    recognised = [
        hit for hit in recognise(sentences, codebook, dates) if hit.by_name or not hopes.search(hit.sentence.text)
    ]
    return [
        *_from_happenings(recognised, words, dates),
        *_from_years(told, words, dates),
        *_from_weekdays(told, codebook, dates),
        *_from_names(sentences, codebook),
        *_from_offices(sentences, codebook, words),
    ]


def _from_happenings(recognised: Iterable[Recognised], words: DatingWords, dates: DateReader) -> Iterator[Bound]:
    for hit in recognised:
        happening, sentence = hit.happening, hit.sentence
        since = happening.since
        if since is None:
            continue
        last = happening.until or since
        yield Bound(Side.EARLIEST, since, f"it speaks of {happening.name} ({_days(since, last)})", hit.span)
        if (last - since).days > 14 or hit.by_name or happening.type not in words.momentary:
            continue
        yearly = False
        for relative in words.relative:
            if match := _phrases(relative.words).search(sentence.text):
                yearly = yearly or relative.most > 366
                said = f"{match[0]!r} of {happening.name} ({_days(since, last)})"
                span = sentence.span(*match.span())
                yield Bound(Side.EARLIEST, since + timedelta(relative.least), f"it says {said}", span)
                yield Bound(Side.LATEST, last + timedelta(relative.most), f"it says {said}", span)
        for named in dates.find(sentence.text):
            if yearly or named.year is not None:
                continue
            if agrees(named, happening) and _is_date(named, sentence, words):
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
    """Days without a year in the fortnight after ``earliest``: it tells of them, so it is later still."""
    words = codebook.lexicon("dating", DatingWords)
    dates = date_reader(codebook)
    hopes = _phrases(words.unfulfilled)
    found = []
    for sentence in told:
        if hopes.search(sentence.text):
            continue
        for named in dates.find(sentence.text):
            if named.year or named.day is None or not _follows_preposition(named, sentence, words):
                continue
            period = span_of_parts(earliest.year, named.month, named.day)
            if period and period.start and 0 < (period.start - earliest).days <= 14:
                reason = (
                    f"it tells of {sentence.text[named.start : named.end]} as past, and is no older than {earliest}"
                )
                found.append(
                    Bound(Side.EARLIEST, period.start, reason, sentence.span(named.start, named.end), weak=True)
                )
    return found


def _from_names(sentences: Sequence[Sentence], codebook: Codebook) -> Iterator[Bound]:
    """A group that the text calls by a name it gave up, and never by its later one."""
    whole = "\n".join(sentence.text for sentence in sentences).lower()
    for actor in codebook.actors.values():
        for old in actor.names:
            if old.until is None or re.split(r"[\s’'-]+", old.name)[-1].lower() not in whole:
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
    expression = name_pattern(name.name)
    return [s.span(*match.span()) for s in sentences for match in expression.finditer(s.text)]


def _from_offices(sentences: Sequence[Sentence], codebook: Codebook, words: DatingWords) -> Iterator[Bound]:
    """A person called by an office that they held from one day to another."""
    named = "\n".join(sentence.text for sentence in sentences)
    whole = named.lower()
    former = re.compile(rf"(?:{'|'.join(map(re.escape, words.former))})[\s-]+(?:[\w.]+\s+)?$", re.IGNORECASE)
    for actor, title, since, until, expression in _offices(codebook):
        if (
            title.lower() in words.loose_titles
            or title.lower() not in whole
            or (actor.surname or actor.name.split()[-1]) not in named
        ):
            continue
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
    return sentence.text[named.start].isupper() and _follows_preposition(named, sentence, words)


def _follows_preposition(named: Named, sentence: Sentence, words: DatingWords) -> bool:
    before = sentence.text[: named.start].split()
    return bool(before) and before[-1].lower() in words.before_dates


def _days(since: date, last: date) -> str:
    return since.isoformat() if since == last else f"{since.isoformat()} to {last.isoformat()}"


@lru_cache(maxsize=256)
def _phrases(words: Words) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=4)
def _offices(codebook: Codebook) -> tuple[tuple[ActorEntry, str, date | None, date | None, re.Pattern[str]], ...]:
    """Every dated office with an expression for its title before its holder's name.

    A last name alone counts only where one person of that name held such an office.
    """
    held = [
        (actor, office, actor.surname or actor.name.split()[-1])
        for actor in codebook.actors.values()
        if actor.kind is ActorKind.PERSON
        for office in actor.offices
        if office.since or office.until
    ]
    bearers: dict[tuple[str, str], set[str]] = {}
    for actor, office, surname in held:
        bearers.setdefault((office.title.lower(), surname), set()).add(actor.id)
    found = []
    for actor, office, surname in held:
        names = {actor.name, *(alias for alias in actor.aliases if " " in alias)}
        if len(bearers[office.title.lower(), surname]) == 1:
            names.add(surname)
        options = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
        expression = re.compile(rf"(?<!\w)(?i:{re.escape(office.title)})\s+(?:{options})(?!\w)")
        found.append((actor, office.title, office.since, office.until, expression))
    return tuple(found)
