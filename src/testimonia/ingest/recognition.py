"""Which dated happenings of the codebook does a text speak of, in which sentence and in which words?

What always holds: all words of one way of speaking of a happening stand in one sentence; where a sentence names a
month, happenings of that month go before others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from testimonia.codebook.codebook import Codebook
from testimonia.codebook.schema import DatedHappening
from testimonia.ingest.datelines import DateReader, Named
from testimonia.model.claim import Span


@dataclass(frozen=True, slots=True)
class Mention:
    """One word of a way of speaking: ``literals`` in lower case, one of which must occur for ``expression`` to."""

    literals: tuple[str, ...]
    expression: re.Pattern[str]


Way = tuple[Mention, ...]


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


def recognise(sentences: Sequence[Sentence], codebook: Codebook, dates: DateReader) -> Iterator[Recognised]:
    """The dated happenings of the codebook that ``sentences`` speak of."""
    # Most happenings are ruled out by one look at the whole text for plain strings.
    whole = "\n".join(sentence.text for sentence in sentences).lower()
    possible = [
        (happening, likely)
        for happening, ways in _compiled(codebook)
        if (likely := [way for way in ways if all(_occurs(mention, whole) for mention in way)])
    ]
    for sentence in sentences:
        yield from _in_sentence(sentence, possible, dates)


def _occurs(mention: Mention, whole: str) -> bool:
    return any(literal in whole for literal in mention.literals)


def _in_sentence(
    sentence: Sentence, possible: Sequence[tuple[DatedHappening, Sequence[Way]]], dates: DateReader
) -> list[Recognised]:
    found = []
    for happening, ways in possible:
        for way in ways:
            matches = [match for mention in way if (match := mention.expression.search(sentence.text))]
            if matches and len(matches) == len(way):
                span = sentence.span(min(m.start() for m in matches), max(m.end() for m in matches))
                found.append(Recognised(happening, sentence, span, len(way) == 1))
                break
    if len(found) < 2:
        return found
    named = dates.find(sentence.text)
    agreeing = [hit for hit in found if any(agrees(one, hit.happening) for one in named)]
    return agreeing or found


def agrees(named: Named, happening: DatedHappening) -> bool:
    """Whether a date as named in a text can be the day of ``happening``."""
    since = happening.since
    if since is None or named.month != since.month or (named.year and named.year != since.year):
        return False
    return named.day is None or abs(named.day - since.day) <= 1


@lru_cache(maxsize=4096)
def name_pattern(name: str) -> re.Pattern[str]:
    """A name with its parts joined by spaces, hyphens or apostrophes, in either case."""
    parts = [re.escape(part) for part in re.split(r"[\s’'-]+", name) if part]
    return re.compile(r"(?<!\w)" + r"[\s’'-]*".join(parts) + r"(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=4)
def _compiled(codebook: Codebook) -> tuple[tuple[DatedHappening, tuple[Way, ...]], ...]:
    """Each happening with the ways in which a sentence may speak of it, each way a set of expressions."""
    compiled = []
    for happening in codebook.happenings.values():
        ways = [tuple(_mention(word) for word in way) for way in happening.mentions]
        names = [
            name for name in (happening.name, *happening.aliases) if len(name.split()) > 2 or re.search(r"\d", name)
        ]
        ways += [(Mention((_longest(name),), name_pattern(name)),) for name in names]
        compiled.append((happening, tuple(ways)))
    return tuple(compiled)


_NUMERIC = re.compile(r"\d{1,2}/\d{1,2}")  # "9/11" is one word


def _mention(word: str) -> Mention:
    """``a/b`` allows either, a trailing ``*`` any ending."""
    parts = [word] if _NUMERIC.fullmatch(word) else word.split("/")
    options = [re.escape(option.rstrip("*")) + (r"\w*" if option.endswith("*") else "") for option in parts]
    spaced = "|".join(option.replace(r"\ ", r"\s+") for option in options)
    expression = re.compile(rf"(?<!\w)(?:{spaced})(?!\w)", re.IGNORECASE)
    return Mention(tuple(_longest(option) for option in parts), expression)


def _longest(words: str) -> str:
    """The longest piece of ``words`` that occurs as it is, whatever stands between the words."""
    return max(re.split(r"[\s’'*-]+", words.lower()), key=len)
