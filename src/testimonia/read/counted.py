"""What does a number count? The noun phrase behind it, its head, and the unit that the noun alone tells.

What always holds: the phrase is a run of tokens right behind the amount, and its head is one of them.
"""

from __future__ import annotations

from dataclasses import dataclass

from testimonia.model.claim import Unit
from testimonia.read.amounts import FigureLexicon
from testimonia.read.period_words import Tokens
from testimonia.read.uncounted import broken

FEW = 10  # below it, a number of things told of before says nothing new
# The longest noun phrase looked at, in words: "22 Syrian Arab Red Crescent volunteers and ..." has five.
_LONGEST = 9
_MEASURES = (Unit.DISTANCE, Unit.DURATION, Unit.MONEY)
_INNER, _OPENING, _CLOSING = ("-", "'s", "’s"), ("(", "["), (")", "]")


@dataclass(frozen=True, slots=True)
class Counted:
    """Tokens ``first:last`` name what is counted; empty where the number stands alone. ``unit`` by the noun alone."""

    first: int
    last: int
    unit: Unit | None
    person: bool
    plural: bool

    @property
    def empty(self) -> bool:
        """Whether no noun follows the number."""
        return self.first == self.last


def singular(word: str, lex: FigureLexicon) -> str:
    """A noun's singular as far as endings tell."""
    if word in lex.words.plural_forms:
        return lex.words.plural_forms[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def noun_unit(word: str, lex: FigureLexicon) -> Unit | None:
    """The unit that a noun alone tells, or ``None`` where it tells none."""
    unit = lex.units.get(word) or lex.units.get(singular(word, lex))
    return Unit(unit) if unit else None


def is_plural(word: str, lex: FigureLexicon) -> bool:
    """Whether a word has the form of a plural noun."""
    return word in lex.words.plural_forms or (
        len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    )


def is_person(word: str, lex: FigureLexicon) -> bool:
    """Whether a noun names a person, by the list or by its ending."""
    unit = noun_unit(word, lex)
    if unit is not None:
        return unit in (Unit.PEOPLE, Unit.FIGHTERS, Unit.DISPLACED, Unit.DETAINED)
    return word.endswith(lex.words.person_endings)


def read(tokens: Tokens, at: int, lex: FigureLexicon, *, single: bool = False) -> Counted:
    """The noun phrase that begins at token ``at``, behind an amount."""
    words = lex.words
    start = at
    if tokens.word(at) == words.of:
        start = _behind_of(tokens, at, lex)
        if start == at:
            return Counted(at, at, None, False, False)
        if tokens.word(start) in words.states:
            return Counted(start, start + 1, _befallen(tokens, start, lex), True, True)
        if any(start + step in tokens.values for step in range(4)):
            # "sixteen of the 22 hostages": what is counted stands behind the second number.
            return Counted(at, at, None, False, False)
    if single:
        start = _behind_age(tokens, start, lex)
    index, head = start, _Head(one=single or tokens.word(at - 1) == words.one or tokens.values.get(at - 1) == 1)
    while index < len(tokens.lower) and index - start < _LONGEST:
        word = tokens.lower[index]
        if word in _OPENING and head.at is None and (closing := _closing(tokens, index)) is not None:
            index = closing
        elif (word in _INNER and tokens.glued(index)) or (
            word == words.both_joiner and head.at is None and index > start and not single
        ):
            index += 1
        elif not word[0].isalpha() or _ends(tokens, index, head.at, lex):
            break
        elif head.at is None and (behind := _behind_compound(tokens, index, lex)) is not None:
            index = behind
        else:
            index = head.take(tokens, index, lex, single=single)
            if head.at is not None and index < len(tokens.lower) and not _more_nouns(tokens, index, lex):
                break
            if head.unit is Unit.DURATION and head.at is not None and is_plural(tokens.lower[head.at], lex):
                break  # "after several days rebel units withdrew", its comma lost
    if head.at is not None:
        word = tokens.lower[head.at]
        return Counted(start, head.at + 1, head.unit, is_person(word, lex), is_plural(word, lex))
    last = min(index, start + 3)
    while last > start and (tokens.lower[last - 1] in _INNER or tokens.lower[last - 1] in _CLOSING):
        last -= 1
    if index in tokens.values and last > start and not head.one and tokens.lower[last - 1] == words.both_joiner:
        return Counted(start, last, None, True, False)  # "30 regime and 39 rebel fighters"
    person = last > start and is_person(tokens.lower[last - 1], lex)
    # No noun that can be counted follows: the number stands alone ("2235 banning …").
    return Counted(start, last if person or single else start, None, person, False)


def _befallen(tokens: Tokens, at: int, lex: FigureLexicon) -> Unit | None:
    """What befell "the wounded", "the dead" of whom some are counted, or "dead and wounded members"."""
    unit = lex.fallen.get(tokens.word(at))
    if unit not in (Unit.KILLED, Unit.INJURED):
        return None
    joined = tokens.word(at + 1) in (lex.words.both_joiner, lex.words.either_joiner)
    beside = lex.fallen.get(tokens.word(at + 2)) if joined else None
    return Unit.PEOPLE if beside not in (None, unit) else Unit(unit)


def _behind_compound(tokens: Tokens, at: int, lex: FigureLexicon) -> int | None:
    """Where a compound ends that only describes what follows: "two rebel-held towns", "six long-range bombers"."""
    end = at + 1
    if noun_unit(tokens.lower[at], lex) in _MEASURES:
        return None  # "a 40 month-long siege"
    while tokens.word(end) == "-" and tokens.glued(end) and end + 1 < len(tokens.lower) and tokens.glued(end + 1):
        end += 2
    if end == at + 1 or end >= len(tokens.lower) or not tokens.lower[end][0].isalpha():
        return None
    return None if _ends(tokens, end, at, lex) else end


@dataclass(slots=True)
class _Head:
    """The noun that the phrase is about, as far as it has been read, and the unit that it tells."""

    at: int | None = None
    unit: Unit | None = None
    one: bool = False  # whether just one is counted

    def take(self, tokens: Tokens, index: int, lex: FigureLexicon, *, single: bool) -> int:
        """Looks at the word at ``index``; returns where to go on."""
        word = tokens.lower[index]
        unit = noun_unit(word, lex)
        paired = _pair_unit(f"{word} {tokens.word(index + 1)}", lex)
        fated = single and tokens.word(index + 1) in lex.verbs_behind  # "a woman wounded in the raid"
        lasting = unit is Unit.DURATION and is_plural(word, lex)  # "in the last few weeks centres on villages"
        if unit is not None and not fated and not lasting and _names_group(tokens, index, lex):
            unit = None
            if not is_plural(word, lex) and paired is None:
                return index + 1
        if paired is not None:
            self.at, self.unit = index + 1, Unit(paired)
            return index + 2
        thing = unit is Unit.OTHER and not is_plural(word, lex) and not self.one
        if unit is not None and not single and (thing or _describes(tokens, index, lex)):
            return index + 1  # "kills 14 state media"
        if unit is not None:
            self.at, self.unit = index, Unit.OTHER if _no_fire(tokens, index, unit, lex) else unit
            return index + 1
        # "ISIS" is no plural.
        plural = is_plural(word, lex) and not tokens.text[tokens.starts[index] : tokens.ends[index]].isupper()
        if plural or (single and is_person(word, lex)):
            self.at, self.unit = index, None
        return index + 1


def _ends(tokens: Tokens, index: int, head: int | None, lex: FigureLexicon) -> bool:
    """Whether the noun phrase is over before token ``index``: a preposition, a verb, a predicate."""
    word, words = tokens.lower[index], lex.words
    if broken(tokens, index):
        return True
    if word in words.age and head is None:
        return False
    if word in words.stops:
        return not shouted(tokens, index)
    if word in words.states:
        return head is not None or not _adjective(tokens, index, lex)
    if _adjective(tokens, index, lex):
        return False
    return word in lex.verbs_behind or (
        word in lex.verbs_ahead and (noun_unit(word, lex) is None or index + 1 in tokens.values)
    )  # "Kills 3 Wounds 20"


def shouted(tokens: Tokens, index: int) -> bool:
    """Whether a small word in capitals among words that are not is a name: "287 IS fighters"."""
    written = tokens.text[tokens.starts[index] : tokens.ends[index]]
    around = tokens.text[tokens.ends[index] : tokens.ends[index] + 40].strip()
    return len(written) > 1 and written.isupper() and not around[:40].isupper()


def _behind_age(tokens: Tokens, at: int, lex: FigureLexicon) -> int:
    """Where the noun begins behind an age ("a 10-year-old child")."""
    if at in tokens.values and tokens.code(at + 1) == "-" and tokens.word(at + 4) in lex.words.age:
        return at + 5
    return at


def _pair_unit(pair: str, lex: FigureLexicon) -> str | None:
    first, _, second = pair.partition(" ")
    return lex.units.get(pair) or lex.units.get(f"{first} {singular(second, lex)}") if second else None


def _behind_of(tokens: Tokens, at: int, lex: FigureLexicon) -> int:
    """Where the noun begins in "19 of its inhabitants", "dozens of civilians", "three of the dead"."""
    index = at + 1
    while tokens.word(index) in lex.words.possessives or tokens.word(index) in lex.words.of_articles:
        index += 1
    word = tokens.word(index)
    if not word or not word[0].isalpha() or word in lex.words.of_them or word in lex.words.stops:
        return at
    return index


def _closing(tokens: Tokens, index: int) -> int | None:
    for at in range(index + 1, min(index + 6, len(tokens.lower))):
        if tokens.lower[at] in _CLOSING:
            return at + 1
    return None


def _adjective(tokens: Tokens, index: int, lex: FigureLexicon) -> bool:
    """Whether a participle describes the noun behind it ("12 wounded soldiers", "40 displaced families")."""
    following = tokens.word(index + 1)
    if broken(tokens, index + 1):
        return False
    if tokens.word(index + 2) in lex.words.telling and not is_person(following, lex):
        return False  # "left scores wounded reports say"
    if following in lex.words.plurals or following in lex.words.fillers or following in lex.verbs_behind:
        return False
    return (
        bool(following)
        and following not in lex.words.stops
        and (is_plural(following, lex) or noun_unit(following, lex) is not None)
    )


def _names_group(tokens: Tokens, index: int, lex: FigureLexicon) -> bool:
    """Whether a singular noun only describes the next ("rebel fighters", "mortar shells", "suicide bomber attacks")."""
    following = tokens.word(index + 1)
    if is_plural(tokens.lower[index], lex):
        return (
            bool(following)
            and following not in lex.words.stops
            and noun_unit(following, lex) is not None
            and is_plural(following, lex)
        )
    return (
        bool(following)
        and following not in lex.words.stops
        and (noun_unit(following, lex) is not None or is_plural(following, lex))
    )


def _no_fire(tokens: Tokens, index: int, unit: Unit, lex: FigureLexicon) -> bool:
    """Whether a noun of fire is of something else: "several rounds of heavy fighting"."""
    if unit is not Unit.STRIKES or tokens.word(index + 1) != lex.words.of:
        return False
    return any(tokens.word(at) in lex.words.no_fire for at in (index + 2, index + 3))


def _describes(tokens: Tokens, index: int, lex: FigureLexicon) -> bool:
    """Whether a noun in the singular belongs to a plural that follows: "dozens of Iraqi and Syrian tribesmen"."""
    word = tokens.lower[index]
    if is_plural(word, lex) or (word in lex.words.plural_forms.values() and lex.words.plural_forms.get(word) == word):
        return False
    for at in range(index + 1, min(index + 5, len(tokens.lower))):
        following = tokens.lower[at]
        if at in tokens.values:
            return False
        if following != lex.words.both_joiner and (not following[0].isalpha() or _ends(tokens, at, index, lex)):
            return False
        if is_plural(following, lex):
            return True
    return False


def _more_nouns(tokens: Tokens, index: int, lex: FigureLexicon) -> bool:
    """Whether the noun phrase goes on with another known or plural noun ("Syrian soldiers' relatives")."""
    word = tokens.word(index)
    if word in _INNER:
        return tokens.glued(index)
    if not word or not word[0].isalpha() or word in lex.words.stops or word in lex.verbs_behind:
        return False
    if is_plural(tokens.lower[index - 1], lex) and noun_unit(word, lex) is Unit.OTHER:
        return False  # "kills ten children reports say"
    return noun_unit(word, lex) is not None or _goes_on(tokens, index, lex)


def _goes_on(tokens: Tokens, index: int, lex: FigureLexicon) -> bool:
    word = tokens.lower[index]
    return (
        is_plural(word, lex)
        and word not in lex.verbs_ahead
        and not word.endswith("ies")
        and noun_unit(word, lex) is not None
    )
