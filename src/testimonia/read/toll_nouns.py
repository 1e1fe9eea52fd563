"""What befell those counted by a bare number, where a noun tells it: "the death toll rose to 61", "the number killed".

What always holds: the noun stands in the number's own clause, and but for a toll handed on ("rose from 12 to 19") no
other number stands between the two.
"""

from __future__ import annotations

from testimonia.model.claim import Unit
from testimonia.read import counted, mixed_fates
from testimonia.read.amounts import Amount, FigureLexicon, changes
from testimonia.read.counted import Counted
from testimonia.read.period_words import Tokens

# How many tokens a toll may stand before its number, and those it is of before what befell them.
_TOLL, _OF = 24, 8
_STOPS = frozenset(".;:?!")


def unit(tokens: Tokens, amount: Amount, what: Counted, lex: FigureLexicon) -> Unit | None:
    """The unit of ``amount``, behind which stands ``what``, by a noun of dead or hurt; ``None`` where there is none."""
    last = max(what.last, amount.last)
    if amount.first == 0 or (not what.empty and not what.person):
        return _number_of(tokens, last, lex) if what.empty else None
    if amount.single:
        return _named(tokens, amount.first, lex)
    return _reached(tokens, amount.first, lex) or _named(tokens, amount.first, lex) or _number_of(tokens, last, lex)


def _reached(tokens: Tokens, first: int, lex: FigureLexicon) -> Unit | None:
    """ "the death toll in the province rose to 61", "the number of those who died in the camp has reached nine"."""
    before = tokens.lower[first - 1]
    if before not in lex.words.reaching or tokens.word(first - 2) in lex.words.not_reaching:
        return None
    if before == ":" and (label := lex.fallen.get(tokens.word(first - 2))) is not None:
        return Unit(label)
    for at in range(first - 1 - (before == ":"), max(first - _TOLL, -1), -1):
        if tokens.lower[at] in _STOPS or (
            at in tokens.values and not changes(tokens, at, lex) and not _compound(tokens, at) and not _when(tokens, at)
        ):
            return None
        for phrase in _phrases(tokens, at, 4):
            if phrase in lex.tolls:
                return _unless_mixed(tokens, at, phrase, lex.tolls[phrase], lex)
        if tokens.lower[at] in lex.words.number_of and tokens.word(at + 1) == lex.words.of:
            return _befallen(tokens, at + 2, lex)
    return None


def _compound(tokens: Tokens, at: int) -> bool:
    """Whether a number is part of a word: "the toll from the six-year war"."""
    return tokens.word(at + 1) == "-" and tokens.glued(at + 1)


def _when(tokens: Tokens, at: int) -> bool:
    """Whether a number is of a date or a stretch of time: "the toll of the past 24 hours has reached nine"."""
    return tokens.code(at) == "y" or tokens.code(at + 1) in ("U", "h", "M") or tokens.code(at - 1) == "M"


def _befallen(tokens: Tokens, at: int, lex: FigureLexicon) -> Unit | None:
    """What befell the people named from ``at`` on: "people who were killed", "civilians wounded", "residents held"."""
    words, index = lex.words, at
    while tokens.word(index) in words.of_articles or tokens.word(index) in words.possessives:
        index += 1
    people = counted.read(tokens, index, lex)
    if not people.empty and not people.person:
        return None
    told = {lex.fallen[word] for word in tokens.lower[index : people.last] if word in lex.fallen}
    if told:  # "the number of wounded civilians"
        return Unit.PEOPLE if len(told) > 1 else Unit(told.pop())
    index = index if people.empty else people.last
    for end in range(index, min(index + _OF, len(tokens.lower))):
        for phrase in _phrases(tokens, end, 3):
            if phrase in lex.verbs_behind:
                return _unless_mixed(tokens, end, phrase, lex.verbs_behind[phrase], lex)
        word = tokens.lower[end]
        linked = word in words.relatives or word in words.auxiliaries or word in words.passive_between
        if not linked:
            return None
    return None


def _unless_mixed(tokens: Tokens, at: int, phrase: str, unit: str, lex: FigureLexicon) -> Unit:
    """The unit that ``phrase`` at ``at`` tells, or people where a second fate is joined: "the killed and wounded"."""
    last = at + len(phrase.split())
    joined = tokens.word(last) in (lex.words.both_joiner, lex.words.either_joiner)
    beside = lex.fallen.get(tokens.word(last + 1), unit) if joined else unit
    return Unit.PEOPLE if beside != unit or mixed_fates.behind(tokens, last, unit, lex) else Unit(unit)


def _named(tokens: Tokens, first: int, lex: FigureLexicon) -> Unit | None:
    """ "among the dead were two nurses", "those killed in the raid include 14 children"."""
    if tokens.lower[first - 1] not in lex.words.naming:
        return None
    for at in range(first - 2, max(first - _TOLL, 0), -1):
        if tokens.lower[at] in _STOPS:
            return None
        if tokens.lower[at] in lex.fallen and tokens.lower[at - 1] in lex.words.fallen_articles:
            return Unit(lex.fallen[tokens.lower[at]])
    return None


def _number_of(tokens: Tokens, last: int, lex: FigureLexicon) -> Unit | None:
    """ "bringing to 45 the number killed"."""
    owned = last + (tokens.word(last) in lex.words.possessives)
    for length in (2, 1):  # "updated to 18 its toll"
        if owned > last and (unit := lex.tolls.get(" ".join(tokens.lower[owned : owned + length]))):
            return Unit(unit)
    ahead = " ".join(tokens.lower[last : last + 4])
    for phrase in lex.words.number_of:
        if ahead.startswith(phrase) or ahead.partition(" ")[2].startswith(phrase):
            for at in range(last + 1, min(last + 7, len(tokens.lower))):
                if tokens.lower[at] in lex.fallen:
                    return Unit(lex.fallen[tokens.lower[at]])
    return None


def _phrases(tokens: Tokens, at: int, longest: int) -> list[str]:
    return [" ".join(tokens.lower[at : at + length]) for length in range(longest, 0, -1)]
