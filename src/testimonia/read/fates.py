"""What befell those counted? The unit of each figure, from the verb near it, its noun, or the figure it stands with.

What always holds: a verb gives its unit to a number only where it stands right before it ("killing 12"), right
behind its noun ("12 dead"), or as the predicate of its sentence ("12 people were later found dead"); figures in one
list share their verb.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from testimonia.model.claim import Unit
from testimonia.read import mixed_fates, toll_nouns, uprooted
from testimonia.read.amounts import Amount, FigureLexicon, changes
from testimonia.read.counted import Counted, is_plural, shouted
from testimonia.read.period_words import Tokens

_BY_NOUN = (Unit.STRIKES, Unit.MONEY, Unit.DISTANCE, Unit.DURATION, Unit.KILLED, Unit.INJURED)
# How many tokens a predicate may stand behind its subject, and a toll before its number.
_PREDICATE, _TOLL = 26, 18
# How many figures of one list may share a verb.
_LIST = 12
# How many words may tell whose those are that are counted first: "14 fighters of the X front and five farmers".
_BELONGING = 7
_STOPS = (".", ";", ":", "?", "!")
_CLASSES = (Unit.PEOPLE, Unit.FIGHTERS)
_FATES = (Unit.KILLED, Unit.INJURED, Unit.DISPLACED, Unit.DETAINED)


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
    joined: list[bool] = []
    wholes: list[int | None] = []
    for index, count in enumerate(counts):
        following = counts[index + 1].amount.first if index + 1 < len(counts) else len(tokens.codes)
        before = counts[index - 1] if index else None
        joined.append(before is not None and _in_one_list(tokens, before, count, lex))
        wholes.append(_whole(tokens, counts, wholes, index, lex) if joined[index] else None)
        direct.append(count.unit or _own(tokens, count, following, lex))
    for index in range(len(counts) - 1):
        out_of = _out_of(tokens, counts[index], counts[index + 1], lex)
        if out_of or _among(tokens, counts[index], counts[index + 1], lex):
            part = index
            wholes[part] = index + 1
            while joined[part] and wholes[part - 1] is None and counts[part - 1].amount.single:
                part -= 1
                wholes[part] = index + 1
            if wholes[index + 1] == index:
                wholes[index + 1] = None
            if out_of and direct[index] is None:
                direct[index] = direct[index + 1] or counts[index + 1].what.unit or Unit.OTHER
            if out_of and direct[index + 1] is None:
                wholes[index] = None if counts[index].amount.single else index + 1
    for index, count in enumerate(counts):
        unit, whole = direct[index], wholes[index]
        own = unit is not None and _of_them(tokens, count, lex)
        if whole is not None and _human(count) and direct[whole] is not None and not own:
            unit = direct[whole]
        elif count.what.empty and changes(tokens, count.amount.first, lex):
            continue  # what the toll was before
        elif (index and _of_one(tokens, counts[index - 1], count, lex)) or (
            index and _human(count) and mixed_fates.unreached(tokens, count.last, lex)
        ):
            count.unit = Unit.OTHER
            continue
        elif unit is None and _human(count) and tokens.word(count.last) not in lex.words.other_states:
            unit = direct[index] = _shared(direct, joined, wholes, index) or _told_again(
                tokens, counts, direct, index, lex
            )
        if whole is not None:
            count.part_of = tokens.starts[counts[whole].amount.first]
        if unit is None and whole is not None and count.what.empty and counts[whole].unit in _CLASSES:
            unit = counts[whole].unit  # "1.5 million civilians, including some 250,000 in the camps"
        count.unit = unit or count.what.unit or (Unit.OTHER if not count.what.empty else None)
        if count.unit is Unit.OTHER and count.what.person:
            count.unit = Unit.PEOPLE


def _human(count: Counts) -> bool:
    return count.what.empty or count.what.person or count.what.unit in (None, Unit.PEOPLE, Unit.FIGHTERS)


def _own(tokens: Tokens, count: Counts, following: int, lex: FigureLexicon) -> Unit | None:
    if count.what.unit is Unit.STRIKES and tokens.word(count.amount.first - 1) in lex.words.downing:
        return Unit.OTHER
    if count.what.unit in _BY_NOUN:
        return count.what.unit
    if uprooted.cases(tokens, count.last, lex):
        return Unit.INJURED
    if _belongs(tokens, count, lex):
        return count.what.unit
    if not _human(count):
        return None
    if uprooted.driven(tokens, count.amount.first, count.last, lex):
        return Unit.DISPLACED
    known = count.what.empty or count.what.person
    ahead = _verb_ahead(tokens, count, lex)
    if ahead is not None:
        # "Child killed 3 injured": the verb before the number is the predicate of what stands before it.
        adjacent = next((lex.verbs_behind[p] for p in _phrases(tokens, count.last, 1) if p in lex.verbs_behind), None)
        ahead = Unit(adjacent) if adjacent and tokens.code(count.last + 1) != "#" else ahead
    stated = ahead or toll_nouns.unit(tokens, count.amount, count.what, lex)
    # "the death toll rose to 61 and 20 were wounded", but "the toll is high: 61 wounded"
    bare = stated and count.what.empty and not any(p in lex.verbs_behind for p in _phrases(tokens, count.last, 1))
    told = ahead or (stated if bare else None) or _verb_behind(tokens, count, following, lex, known=known) or stated
    if told is Unit.PEOPLE and count.what.unit in _CLASSES:
        return count.what.unit  # of two fates
    return (
        told
        or _described(tokens, count, lex)
        or (None if count.amount.single else _along(tokens, count.amount.first, lex))
    )


def _described(tokens: Tokens, count: Counts, lex: FigureLexicon) -> Unit | None:
    """What a participle before the noun tells of those counted: "dozens of severely injured children"."""
    if count.what.unit not in _CLASSES:
        return None
    nouns = tokens.lower[count.what.first : count.what.last - 1]
    told = {lex.fallen[word] for word in nouns if word in lex.words.states and word in lex.fallen}
    return Unit.PEOPLE if len(told) > 1 else Unit(told.pop()) if told else None


def _of_one(tokens: Tokens, left: Counts, right: Counts, lex: FigureLexicon) -> bool:
    """Whether the right figure only says of what one whole the left is: "six members of one family"."""
    one = right.amount.low == right.amount.high == 1 and not left.what.empty
    return one and list(tokens.lower[left.last : right.amount.first]) in ([lex.words.of], ["from"])


def _along(tokens: Tokens, first: int, lex: FigureLexicon) -> Unit | None:
    """The unit of those who shared a fate: "was killed along with six nurses"."""
    for length in (1, 2) if first > 2 else ():
        unit = lex.verbs_behind.get(tokens.lower[first - length - 1])
        if unit and " ".join(tokens.lower[first - length : first]) in lex.words.along:
            return Unit(unit)
    return None


def _belongs(tokens: Tokens, count: Counts, lex: FigureLexicon) -> bool:
    """Whether those counted only have others who are told of: "the wives of the five fighters were killed"."""
    at = count.amount.first - 1
    while at > 0 and (tokens.lower[at] in lex.words.of_articles or tokens.lower[at] in lex.words.possessives):
        at -= 1
    if at < 1 or tokens.lower[at] != lex.words.of or count.what.empty:
        return False
    return tokens.lower[at - 1] in lex.words.kin


def _verb_ahead(tokens: Tokens, count: Counts, lex: FigureLexicon) -> Unit | None:
    """The verb right before the number, past words that change nothing ("killing at least another 12")."""
    at = count.amount.first
    while (
        at > 0
        and tokens.lower[at - 1] in lex.words.fillers
        and tokens.lower[at - 1] != lex.words.of
        and count.amount.first - at < 4
    ):
        at -= 1
    for length in (3, 2, 1):
        if at - length < 0:
            continue
        phrase = " ".join(tokens.lower[at - length : at])
        unit = lex.verbs_ahead.get(phrase)
        if unit is not None and phrase in lex.words.weak and not (count.what.empty or count.what.person):
            return None
        if unit is not None:
            passive = length == 1 and at > 1 and tokens.lower[at - 2] in lex.words.auxiliaries and phrase.endswith("ed")
            if passive and tokens.lower[at - 2] in lex.words.be and not shouted(tokens, at - 2):
                return None
            mixed = not count.amount.single and mixed_fates.ahead(tokens, at - length, unit, lex)
            return Unit.PEOPLE if mixed else Unit(unit)
    return None


def _verb_behind(tokens: Tokens, count: Counts, following: int, lex: FigureLexicon, *, known: bool) -> Unit | None:
    """The predicate of the clause whose subject the figure is in, past other figures of its list."""
    words, begin = lex.words, count.last
    passive = listing = False
    for at in range(begin, min(begin + _PREDICATE, len(tokens.codes))):
        word = tokens.lower[at]
        if word in _STOPS and not (word == "." and tokens.code(at - 1) == "M"):
            return None
        phrase = next((p for p in _phrases(tokens, at, 3) if p in lex.verbs_behind), None)
        unit = lex.verbs_behind[phrase] if phrase else None
        if phrase in words.weak and not known:
            return None
        if unit is not None and (at < following or listing or passive):
            between = tokens.lower[begin:at]
            near = len(between) <= (3 if listing else 1)
            adjacent = near and (listing or all(w in words.fillers or w in words.auxiliaries for w in between))
            alone = word in words.intransitive and tokens.word(at - 1) not in words.not_subject
            # "left six people, including two children, dead"
            alone = alone or (listing and word in words.states and not is_plural(tokens.word(at + 1), lex))
            # "Child killed 3 injured", but "a bomber killed at least four"
            doing = not count.what.empty and not _fated(tokens, at + 1, lex)
            active = _numbered(tokens, at + 1, lex) and not passive and (not adjacent or doing)
            if active or not (adjacent or passive or alone):
                return None
            last = at + len(phrase.split()) if phrase else at
            mixed = not count.amount.single and mixed_fates.behind(tokens, last, unit, lex)
            return Unit.PEOPLE if mixed else Unit(unit)
        if word in words.of_them and tokens.word(at - 1) == words.of and at > begin + 1:
            if tokens.word(at + 1) in words.be or word in words.of_whom:
                return None
            begin = at + 2  # "ten people, some of them children, killed in"
            continue  # "23 people, most of them from the army, were killed"
        if word in words.clause_ends and not (passive and at - begin < 2):
            return None
        if word in words.be:
            passive = True
        elif word in words.including or word == ",":
            listing = True
            passive = passive and word != ","
        elif passive and _breaks(tokens, at, unit, lex):
            passive = word in words.passive_between
            if not passive and not listing:
                return None
    return None


def _numbered(tokens: Tokens, at: int, lex: FigureLexicon) -> bool:
    """Whether a number stands at ``at``, or behind a bound such as "at least"."""
    bound = next((n for n in (3, 2, 1) if " ".join(tokens.lower[at : at + n]) in lex.ahead_bounds), 0)
    return at + bound in tokens.values or tokens.word(at + bound) in lex.words.plurals


def _fated(tokens: Tokens, at: int, lex: FigureLexicon) -> bool:
    """Whether those counted from ``at`` have a fate of their own: "a child killed, 7 people injured"."""
    for behind in range(at + 1, min(at + 4, len(tokens.lower))):
        if tokens.lower[behind] in lex.verbs_behind:
            return behind + 1 not in tokens.values
    return False


def _breaks(tokens: Tokens, at: int, unit: str | None, lex: FigureLexicon) -> bool:
    """Whether a word between "were" and its participle shows that the participle is another clause's."""
    word, words = tokens.lower[at], lex.words
    if word in words.auxiliaries or word in words.fillers or word.endswith("ly"):
        return False
    return (unit is None and word.endswith("ed")) or tokens.code(at) == "."


def _phrases(tokens: Tokens, at: int, longest: int) -> list[str]:
    return [" ".join(tokens.lower[at : at + length]) for length in range(longest, 0, -1)]


def _in_one_list(tokens: Tokens, left: Counts, right: Counts, lex: FigureLexicon) -> bool:
    """Whether only commas, "and", "including" and the like stand between two figures."""
    gap = tokens.lower[left.last : right.amount.first]
    if not gap:
        return True
    if " ".join(gap[-3:]) in lex.words.besides:
        gap = [*gap[:-3], lex.words.both_joiner]
    if len(gap) > 14 or any(word in (".", ";", ":", '"') for word in gap):
        return False
    if _of_them(tokens, right, lex) or _among_them(tokens, right, lex):
        return True
    if gap[0] in (lex.words.of, "from") and gap[-1] == lex.words.both_joiner and len(gap) <= _BELONGING:
        return not any(word in lex.verbs_ahead or word in lex.words.clause_ends or word == "," for word in gap)
    if (
        not left.what.empty
        and len(gap) == 1
        and gap[0] in lex.verbs_ahead
        and not _fated(tokens, right.amount.first, lex)
    ):
        return False  # "a bomber killed at least four"
    allowed = lex.words.coordinators
    strange = [word for word in gap if word not in allowed and word not in (",", "(", "-", "–")]
    if any(word in lex.words.including for word in gap):
        return len(strange) <= 9
    return not strange


def _shared(
    direct: Sequence[Unit | None], joined: Sequence[bool], wholes: Sequence[int | None], index: int
) -> Unit | None:
    """The unit of the nearest figure of the same list that has one: what follows first, then what stands before."""
    at = index
    while at + 1 < min(len(joined), index + _LIST) and joined[at + 1]:
        at += 1
        if direct[at] in _FATES and wholes[at] is None:
            return direct[at]
    at = index
    while joined[at] and at > index - _LIST:
        at -= 1
        if direct[at] in _FATES:
            return direct[at]
    return None


def _told_again(
    tokens: Tokens, counts: Sequence[Counts], direct: Sequence[Unit | None], index: int, lex: FigureLexicon
) -> Unit | None:
    """The unit of the figure before, where a verb of counting hands over a bare number: "the hospital counted 22"."""
    first = counts[index].amount.first
    if index == 0 or counts[index - 1].unit not in (*_FATES, Unit.PEOPLE):
        return None
    gap = tokens.lower[counts[index - 1].last : first]
    joined = first - (tokens.lower[first - 1] in lex.words.yet_more) - 1
    more = joined < first - 1 or tokens.word(counts[index].amount.last) in lex.words.whole_fillers
    if first > 1 and more and tokens.lower[joined] == lex.words.both_joiner:
        near = len(gap) <= _TOLL and not any(word in _STOPS or word in lex.words.clause_ends for word in gap)
        return counts[index - 1].unit if near else None  # "killed six people in one town and another nine in the next"
    if not counts[index].what.empty or direct[index - 1] not in _FATES:
        return None
    before = (" ".join(tokens.lower[max(0, first - n) : first]) for n in (1, 2, 3, 4))
    stops = sum(word in _STOPS for word in tokens.lower[counts[index - 1].last : first])
    return direct[index - 1] if stops <= 1 and any(b in lex.words.counting for b in before) else None


def _of_them(tokens: Tokens, count: Counts, lex: FigureLexicon) -> bool:
    """ "three of them", "of whom 35": a part with a fate of its own."""
    last, first = count.amount.last, count.amount.first
    behind = tokens.word(last) == lex.words.of and tokens.word(last + 1) in lex.words.of_them
    return behind or (
        first > 1 and tokens.lower[first - 1] in lex.words.of_them and tokens.lower[first - 2] == lex.words.of
    )


def _among_them(tokens: Tokens, count: Counts, lex: FigureLexicon) -> bool:
    """ "Nine were killed, a woman among them": a part that shares the fate told before it."""
    return tokens.word(count.last) in lex.words.among and tokens.word(count.last + 1) in lex.words.of_them


def _closed(gap: Sequence[str], lex: FigureLexicon) -> bool:
    """Whether the list of parts ends before the next figure: "50 people, mostly women, were killed and 90 …"."""
    parted = max((at for at, word in enumerate(gap) if word in lex.words.including), default=-1)
    return parted >= 0 and any(word in lex.verbs_behind for word in gap[parted + 1 :])


def _out_of(tokens: Tokens, left: Counts, right: Counts, lex: FigureLexicon) -> bool:
    """Whether the left figure is so many out of the right one: "sixteen of the 22 hostages"."""
    gap = tokens.lower[left.last : right.amount.first]
    return left.what.empty and 1 <= len(gap) <= 5 and gap[0] == lex.words.of


def _among(tokens: Tokens, left: Counts, right: Counts, lex: FigureLexicon) -> bool:
    """Whether the left figure is a part of the right one: "ten children were among 48 people killed"."""
    gap = tokens.lower[left.last : right.amount.first]
    if len(gap) > 1 and gap[-1] in lex.words.of_articles:
        gap = gap[:-1]
    return 1 <= len(gap) <= 4 and gap[-1] in lex.words.among and (left.amount.high or 0) <= (right.amount.low or 0)


def _whole(
    tokens: Tokens, counts: Sequence[Counts], wholes: Sequence[int | None], index: int, lex: FigureLexicon
) -> int | None:
    """The index of the figure that figure ``index`` is a part of, given the wholes of those before it."""
    left, right = counts[index - 1], counts[index]
    gap = tokens.lower[left.last : right.amount.first]
    earlier = wholes[index - 1]
    whole = index - 1 if earlier is None else earlier
    more, most = right.amount.low or right.amount.high or 0, counts[whole].amount.high
    if (most is not None and more > most) or _closed(gap, lex):
        return None
    parted = _of_them(tokens, right, lex) or _among_them(tokens, right, lex)
    if parted or any(word in lex.words.including for word in gap):
        return whole
    other = any(word in lex.words.others for word in tokens.lower[right.amount.first : right.last + 1])
    return earlier if earlier is not None and not other and len(gap) <= 2 else None
