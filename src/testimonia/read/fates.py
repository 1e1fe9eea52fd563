"""What befell those counted? The unit of each figure, from the verb near it, its noun, or the figure it stands with.

What always holds: a verb gives its unit to a number only where it stands right before it ("killing 12"), right
behind its noun ("12 dead"), or as the predicate of its sentence ("12 people were later found dead"); figures in one
list share their verb.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from testimonia.model.claim import Unit
from testimonia.read.amounts import Amount, FigureLexicon
from testimonia.read.counted import Counted
from testimonia.read.period_words import Tokens

_BY_NOUN = (Unit.STRIKES, Unit.MONEY, Unit.DISTANCE, Unit.DURATION, Unit.KILLED, Unit.INJURED)
# How many tokens a predicate may stand behind its subject, and a toll before its number.
_PREDICATE, _TOLL = 26, 12


class Counts(Protocol):
    """What this module asks of a figure in the making."""

    amount: Amount
    what: Counted
    unit: Unit | None
    part_of: int | None

    @property
    def last(self) -> int:
        """The token behind the figure."""
        ...


def settle(tokens: Tokens, counts: Sequence[Counts], lex: FigureLexicon) -> None:
    """Gives every figure of ``counts`` its unit and its whole, in place."""
    direct: list[Unit | None] = []
    for index, count in enumerate(counts):
        following = counts[index + 1].amount.first if index + 1 < len(counts) else len(tokens.codes)
        direct.append(count.unit or _own(tokens, count, following, lex))
    joined = [index > 0 and _in_one_list(tokens, counts[index - 1], counts[index], lex) for index in range(len(counts))]
    for index, count in enumerate(counts):
        unit = direct[index]
        if unit is None and _human(count):
            unit = _shared(direct, joined, counts, index)
        if joined[index] and count.part_of is None and _is_part(tokens, counts[index - 1], count, lex):
            whole = counts[index - 1]
            count.part_of = whole.part_of if whole.part_of is not None else tokens.starts[whole.amount.first]
        count.unit = unit or count.what.unit or (Unit.OTHER if not count.what.empty else None)
        if count.unit is Unit.OTHER and count.what.person:
            count.unit = Unit.PEOPLE


def _human(count: Counts) -> bool:
    return count.what.empty or count.what.person or count.what.unit in (None, Unit.PEOPLE, Unit.FIGHTERS)


def _own(tokens: Tokens, count: Counts, following: int, lex: FigureLexicon) -> Unit | None:
    if count.what.unit in _BY_NOUN:
        return count.what.unit
    ahead = _verb_ahead(tokens, count, lex)
    if ahead is not None and _human(count):
        return ahead
    if not _human(count):
        return None
    return _verb_behind(tokens, count, following, lex) or _toll(tokens, count, lex)


def _verb_ahead(tokens: Tokens, count: Counts, lex: FigureLexicon) -> Unit | None:
    """The verb right before the number, past words that change nothing ("killing at least another 12")."""
    at = count.amount.first
    while at > 0 and tokens.lower[at - 1] in lex.words.fillers and tokens.lower[at - 1] != "of" and count.amount.first - at < 4:
        at -= 1
    for length in (3, 2, 1):
        if at - length < 0:
            continue
        phrase = " ".join(tokens.lower[at - length : at])
        unit = lex.verbs_ahead.get(phrase)
        if unit is not None:
            passive = length == 1 and at > 1 and tokens.lower[at - 2] in lex.words.auxiliaries and phrase.endswith("ed")
            return None if passive and tokens.lower[at - 2] in ("was", "were", "been", "be", "being", "is", "are") else Unit(unit)
    return None


def _verb_behind(tokens: Tokens, count: Counts, following: int, lex: FigureLexicon) -> Unit | None:
    words, at = lex.words, count.last
    begin, passive, listing = at, False, False
    while at < len(tokens.codes) and at - begin < _PREDICATE:
        word = tokens.lower[at]
        if word in (".", ";", ":", "?", "!", "|") and not (word == "." and tokens.code(at - 1) == "M"):
            return None
        unit = next((lex.verbs_behind[p] for p in _phrases(tokens, at, 3) if p in lex.verbs_behind), None)
        if unit is not None and not (at >= following and not listing and not passive):
            adjacent = at - begin <= 1 and (at == begin or tokens.lower[at - 1] in words.fillers or tokens.lower[at - 1] in words.auxiliaries)
            intransitive = word in ("died", "die", "perished", "drowned", "fled", "succumbed", "lost") and tokens.word(at - 1) not in ("and", "who")
            if adjacent or passive or intransitive:
                active = tokens.code(at + 1) in "#" and not passive and not adjacent
                return None if active else Unit(unit)
            return None
        if word in words.clause_ends:
            return None
        if word in ("was", "were", "been", "are", "being", "be", "is", "got"):
            passive = True
        elif word in words.including or word == ",":
            listing = True
            passive = False if word == "," else passive
        elif passive and word not in words.auxiliaries and not word.endswith("ly") and word not in words.fillers:
            if unit is None and word.endswith("ed") or tokens.code(at) == ".":
                passive = word in ("also", "among", "later", "instantly", "found")
                if not passive and not listing:
                    return None
        at += 1
    return None


def _phrases(tokens: Tokens, at: int, longest: int) -> list[str]:
    return [" ".join(tokens.lower[at : at + length]) for length in range(longest, 0, -1)]


def _toll(tokens: Tokens, count: Counts, lex: FigureLexicon) -> Unit | None:
    """ "the death toll rose to 61", "bringing to 45 the number killed"."""
    first = count.amount.first
    if not count.what.empty and not count.what.person:
        return None
    if first > 0 and tokens.lower[first - 1] in lex.words.reaching:
        for at in range(first - 1, max(first - _TOLL, -1), -1):
            if tokens.lower[at] in (".", ";") or at in tokens.values:
                break
            for phrase in _phrases(tokens, at, 2):
                if phrase in lex.tolls:
                    return Unit(lex.tolls[phrase])
    for phrase in lex.words.number_of:
        ahead = " ".join(tokens.lower[count.last : count.last + 4])
        if ahead.startswith(phrase):
            for at in range(count.last + 1, min(count.last + 6, len(tokens.lower))):
                if tokens.lower[at] in lex.tolls:
                    return Unit(lex.tolls[tokens.lower[at]])
    return None


def _in_one_list(tokens: Tokens, left: Counts, right: Counts, lex: FigureLexicon) -> bool:
    """Whether only commas, "and", "including" and the like stand between two figures."""
    gap = tokens.lower[left.last : right.amount.first]
    if not gap:
        return True
    if len(gap) > 9 or any(word in (".", ";", ":", '"') for word in gap):
        return False
    allowed = lex.words.coordinators
    strange = [word for word in gap if word not in allowed and word not in (",", "(", "-", "–")]
    if any(word in lex.words.including for word in gap):
        return len(strange) <= 6
    return not strange


def _shared(direct: Sequence[Unit | None], joined: Sequence[bool], counts: Sequence[Counts], index: int) -> Unit | None:
    """The unit of the nearest figure of the same list that has one: what follows first, then what stands before."""
    fates = (Unit.KILLED, Unit.INJURED, Unit.DISPLACED, Unit.DETAINED)
    at = index
    while at + 1 < len(counts) and joined[at + 1]:
        at += 1
        if direct[at] in fates:
            return direct[at]
    at = index
    while joined[at]:
        at -= 1
        if direct[at] in fates:
            return direct[at]
    return None


def _is_part(tokens: Tokens, left: Counts, right: Counts, lex: FigureLexicon) -> bool:
    gap = tokens.lower[left.last : right.amount.first]
    if any(word in lex.words.including for word in gap):
        return True
    if tokens.word(right.amount.last) == "of" and tokens.word(right.amount.last + 1) in lex.words.of_them:
        return True
    whole, part = left.amount.low or left.amount.high, right.amount.high or right.amount.low
    return left.part_of is not None and bool(gap) and gap[0] in ("and", ",") and bool(whole and part)
