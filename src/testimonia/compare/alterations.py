"""Where one text is a copy of another with facts changed: another day, place, doer, weapon, or other victims.

Two texts that share much of their wording are laid side by side, and what stands in one place of both is compared by
what it names. What always holds: texts that are no copies of one another have no alterations, however much they differ;
both spans of an alteration are replaced by one another, and their words name different things of one kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from testimonia.codebook import Codebook
from testimonia.codebook.schema import Entry, Words
from testimonia.link.kinship import Kinship
from testimonia.link.mentions import stem
from testimonia.link.words import LinkingWords, linking_words
from testimonia.model.claim import Claim, Unit

# Equal words in a row that count as copied, and the least share of the shorter text that such rows make up in a copy.
RUN = 4
COPIED = 0.2
# A stretch of more words than this is told anew; what people it names says nothing of who was put for whom.
SHORT = 12
_WORD = re.compile(r"\w+(?:[-/]\w+)*")
_COUNTED = (Unit.KILLED, Unit.INJURED)
_VIOLENT = ("ASSAULT", "COERCE")


class AlterationKind(StrEnum):
    """What was changed."""

    DATE = "date"
    PLACE = "place"
    DOER = "doer"
    VICTIM = "victim"
    MEANS = "means"


@dataclass(frozen=True, slots=True)
class Alteration:
    """Spans are code points into either text; ``left_values`` and ``right_values`` what only the one or other names."""

    kind: AlterationKind
    left_span: tuple[int, int]
    right_span: tuple[int, int]
    left_values: tuple[str, ...]
    right_values: tuple[str, ...]


class AlterationWords(Entry):
    """``alterations.yaml``: names of means of killing with the beginnings of their words."""

    means: dict[str, Words]


@dataclass(frozen=True, slots=True)
class _Named:
    kind: AlterationKind | None  # an actor that no claim gives a part has none
    value: str
    start: int
    end: int


def between(
    left: str, left_claims: Sequence[Claim], right: str, right_claims: Sequence[Claim], codebook: Codebook
) -> tuple[Alteration, ...]:
    """The alterations between two texts, each with the claims read from it, in order of the left text."""
    stretches = _replaced(left, right)
    if not stretches:
        return ()
    linking = linking_words(codebook)
    words = codebook.lexicon("alterations", AlterationWords)
    ours, theirs = (_named(text, claims, codebook) for text, claims in ((left, left_claims), (right, right_claims)))
    found = []
    for one, two in stretches:
        here = [*_within(ours, one), *_means(left, one, words)]
        there = [*_within(theirs, two), *_means(right, two, words)]
        doers = _doers(here, there)
        for kind in AlterationKind:
            lost, won = _values(here, kind), _values(there, kind)
            if kind is AlterationKind.DOER:
                lost, won = doers
            if (
                kind is AlterationKind.VICTIM
                and not (lost and won)
                and not (doers[0] - doers[1] and doers[1] - doers[0])
            ):
                lost, won = lost | _people(left, one, linking), won | _people(right, two, linking)
            if _differ(lost, won):
                found.append(Alteration(kind, one, two, tuple(sorted(lost - won)), tuple(sorted(won - lost))))
    return tuple(found)


def _differ(lost: set[str], won: set[str]) -> bool:
    """Whether either side names what the other does not."""
    return bool(lost - won and won - lost)


def _replaced(left: str, right: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """The stretches of two texts that stand for one another, none where neither is a copy of the other."""
    ours, theirs = ([(stem(_plain(m.group())), *m.span()) for m in _WORD.finditer(text)] for text in (left, right))
    matcher = SequenceMatcher(None, [word for word, *_ in ours], [word for word, *_ in theirs], autojunk=False)
    runs = [(block.a, block.b, block.size) for block in matcher.get_matching_blocks() if block.size >= RUN]
    if sum(size for *_, size in runs) < COPIED * max(1, min(len(ours), len(theirs))) or not runs:
        return []
    found = []
    one = two = 0
    for first, second, size in (*runs, (len(ours), len(theirs), 0)):
        if first > one and second > two:
            found.append(((ours[one][1], ours[first - 1][2]), (theirs[two][1], theirs[second - 1][2])))
        one, two = first + size, second + size
    return found


def _plain(word: str) -> str:
    return word.casefold().replace("-", " ")


def _named(text: str, claims: Sequence[Claim], codebook: Codebook) -> list[_Named]:
    """All days, places, actors and victims that ``text`` names."""
    from testimonia.read import actors, periods, places

    kinship = Kinship(codebook)
    found = []
    for period in periods.find(text, None, codebook):
        if period.start_offset is not None and period.end_offset is not None:
            value = f"{period.start} to {period.end}" if period.known else period.text.casefold()
            found.append(_Named(AlterationKind.DATE, value, period.start_offset, period.end_offset))
    found += [_Named(AlterationKind.PLACE, spot.place, spot.start, spot.end) for spot in places.find(text, codebook)]
    found += [_Named(None, kinship.root(m.actor), m.start, m.end) for m in actors.find(text, codebook)]
    for claim in claims:
        found += _parts(claim, kinship)
    return found


def _parts(claim: Claim, kinship: Kinship) -> Iterator[_Named]:
    """Who did violence, and who suffered it, by a claim."""
    counted = [figure for figure in claim.figures if figure.unit in _COUNTED]
    if claim.type in _VIOLENT or counted:
        for mention in claim.actors:
            yield _Named(AlterationKind.DOER, kinship.root(mention.actor), mention.start, mention.end)
        for mention in claim.recipients:
            yield _Named(AlterationKind.VICTIM, mention.name.casefold(), mention.start, mention.end)
        for figure in counted:
            nouns = re.findall(r"[^\W\d_]+", figure.counted.casefold())
            if nouns:
                yield _Named(AlterationKind.VICTIM, nouns[-1], figure.start, figure.end)


def _means(text: str, span: tuple[int, int], words: AlterationWords) -> Iterator[_Named]:
    said = " ".join(["", *re.split(r"[\s-]+", text[slice(*span)].casefold()), ""])
    for name in sorted(words.means):
        if any(f" {beginning}" in said for beginning in words.means[name]):
            yield _Named(AlterationKind.MEANS, name, *span)


def _within(named: Sequence[_Named], span: tuple[int, int]) -> list[_Named]:
    return [one for one in named if one.start < span[1] and span[0] < one.end]


def _values(named: Sequence[_Named], kind: AlterationKind | None) -> set[str]:
    return {one.value for one in named if one.kind is kind}


def _doers(here: Sequence[_Named], there: Sequence[_Named]) -> tuple[set[str], set[str]]:
    """Doers of both sides; where only one side's reading tells them, the actors that the other names instead."""
    ours, theirs = _values(here, AlterationKind.DOER), _values(there, AlterationKind.DOER)
    if not (ours and theirs):
        victims = _values(here, AlterationKind.VICTIM) | _values(there, AlterationKind.VICTIM)
        ours = ours or (_values(here, None) - victims if theirs else set())
        theirs = theirs or (_values(there, None) - victims if ours else set())
    return ours, theirs


def _people(text: str, span: tuple[int, int], words: LinkingWords) -> set[str]:
    """The kinds of people that a short stretch names, whatever was read from it."""
    said = re.findall(r"[^\W\d_]+", text[slice(*span)].casefold())
    if len(said) > SHORT:
        return set()
    return {victims.name for word in said for victims in words.victims if word in victims.words}
