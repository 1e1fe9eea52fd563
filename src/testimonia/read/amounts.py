"""How many? A number, range, bound or round word at a place in the text, as a closed interval.

What always holds: ``low <= high`` where both are known, ``None`` marks an open side, and the tokens from ``first``
up to ``last`` are exactly those that say how many ("more than 2,000", "between 1 and 2.5 million", "dozens").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from testimonia.codebook.codebook import Codebook, load
from testimonia.codebook.schema import Entry
from testimonia.model.claim import Unit
from testimonia.read import numerals
from testimonia.read.period_words import Tokens

# Words between a verb of change and its "from": "revised the number of the dead from 90 to 61".
_SINCE = 7
NOUN_UNITS = tuple(unit.value for unit in Unit)


class Verbs(Entry):
    """Words that say what befell those counted, by where they stand."""

    behind: tuple[str, ...]
    ahead: tuple[str, ...]


class FigureWords(Entry):
    """The shape of ``figures.yaml``; the comments of that file say what each list is for."""

    lower: tuple[str, ...]
    upper: tuple[str, ...]
    about: tuple[str, ...]
    lower_behind: tuple[str, ...]
    upper_behind: tuple[str, ...]
    about_behind: tuple[str, ...]
    plurals: Mapping[str, tuple[int, int]]
    singles: Mapping[str, int]
    vague: Mapping[str, tuple[int, int]]
    half: frozenset[str]
    fractions: frozenset[str]
    clock_openers: frozenset[str]
    shares: Mapping[str, float]
    verbal: Mapping[str, tuple[str, ...]]
    no_fire: frozenset[str]
    kin: frozenset[str]
    idle: frozenset[str]
    telling: frozenset[str]
    range_openers: frozenset[str]
    range_links: frozenset[str]
    none: frozenset[str]
    nobody: frozenset[str]
    not_one: tuple[str, ...]
    changing: frozenset[str]
    counting: frozenset[str]
    fillers: frozenset[str]
    possessives: frozenset[str]
    stops: frozenset[str]
    of_them: frozenset[str]
    of_whom: frozenset[str]
    relatives: frozenset[str]
    along: frozenset[str]
    articles: frozenset[str]
    one: str
    of: str
    both_joiner: str
    either_joiner: str
    counted_singles: frozenset[str]
    exact_singles: frozenset[str]
    no_fillers_behind: frozenset[str]
    filler_nouns: frozenset[str]
    whole_fillers: frozenset[str]
    none_fillers: frozenset[str]
    of_articles: frozenset[str]
    be: frozenset[str]
    passive_between: frozenset[str]
    intransitive: frozenset[str]
    not_subject: frozenset[str]
    states: frozenset[str]
    lower_designators: frozenset[str]
    ratio: frozenset[str]
    weak: frozenset[str]
    others: frozenset[str]
    yet_more: frozenset[str]
    one_more: frozenset[str]
    numbers: frozenset[str]
    sides: frozenset[str]
    grounds: frozenset[str]
    lying: frozenset[str]
    directions: frozenset[str]
    driving: frozenset[str]
    homes: frozenset[str]
    driven_from: frozenset[str]
    ailments: frozenset[str]
    cases: frozenset[str]
    strength: frozenset[str]
    downing: frozenset[str]
    other_states: frozenset[str]
    unreached: frozenset[str]
    unreached_by: frozenset[str]
    among: frozenset[str]
    including: frozenset[str]
    coordinators: frozenset[str]
    besides: frozenset[str]
    auxiliaries: frozenset[str]
    clause_ends: frozenset[str]
    verbs: Mapping[str, Verbs]
    leaving: frozenset[str]
    tolls: Mapping[str, tuple[str, ...]]
    fallen: Mapping[str, tuple[str, ...]]
    fallen_articles: frozenset[str]
    naming: frozenset[str]
    reaching: frozenset[str]
    not_reaching: frozenset[str]
    number_of: tuple[str, ...]
    within: frozenset[str]
    ago: frozenset[str]
    last: frozenset[str]
    nouns: Mapping[str, tuple[str, ...]]
    money_signs: frozenset[str]
    collectives: frozenset[str]
    plural_forms: Mapping[str, str]
    person_endings: tuple[str, ...]
    designators: frozenset[str]
    not_counted: frozenset[str]
    age: frozenset[str]
    percent: frozenset[str]
    pronoun_one: frozenset[str]


@dataclass(frozen=True)
class FigureLexicon:
    """The word lists made ready for look-up by whole phrases."""

    words: FigureWords
    numbers: numerals.NumeralWords
    ahead_bounds: Mapping[str, str]
    behind_bounds: Mapping[str, str]
    units: Mapping[str, str]
    verbs_behind: Mapping[str, str]
    verbs_ahead: Mapping[str, str]
    tolls: Mapping[str, str]
    fallen: Mapping[str, str]
    nones: frozenset[str]


@dataclass(frozen=True, slots=True)
class Amount:
    """How many, said by tokens ``first:last``; ``single`` where no number word stands ("a child")."""

    first: int
    last: int
    low: float | None
    high: float | None
    approximate: bool = False
    single: bool = False
    money: bool = False


@lru_cache(maxsize=8)
def lexicon(codebook: Codebook | None = None) -> FigureLexicon:
    """The words of number of ``codebook``, or of the built-in ones."""
    book = codebook or load(base=("english",))
    words = book.lexicon("figures", FigureWords)
    ahead = {phrase: kind for kind in ("about", "upper", "lower") for phrase in getattr(words, kind)}
    behind = {phrase: kind for kind in ("about", "upper", "lower") for phrase in getattr(words, f"{kind}_behind")}
    units = {noun: unit for unit in reversed(NOUN_UNITS) for noun in words.nouns.get(unit, ())}
    return FigureLexicon(
        words, book.lexicon("numerals", numerals.NumeralWords), ahead, behind, units,
        {verb: unit for unit, verbs in words.verbs.items() for verb in verbs.behind},
        {verb: unit for unit, verbs in words.verbs.items() for verb in verbs.ahead},
        {noun: unit for unit, nouns in words.tolls.items() for noun in nouns},
        {noun: unit for unit, nouns in words.fallen.items() for noun in nouns},
        frozenset(phrase.split()[0] for phrase in words.not_one),
    )  # fmt: skip


def read(tokens: Tokens, at: int, lex: FigureLexicon, floor: int) -> Amount | None:
    """The amount whose number word is token ``at``, with the bounds around it; no token before ``floor`` is used."""
    amount = _core(tokens, at, lex)
    if amount is None:
        return None
    amount = _ranged(tokens, amount, lex)
    return _bounded(tokens, amount, lex, floor)


def _core(tokens: Tokens, at: int, lex: FigureLexicon) -> Amount | None:
    word, words = tokens.lower[at], lex.words
    if word in words.plurals:
        return _round(tokens, at, lex)
    follows = tokens.word(at + 1)
    if word in words.vague:
        last = at + 2 if follows == words.of and tokens.word(at + 2) else at + 1
        if follows in words.singles:
            return _several(at, at + 2, follows, lex)
        low, high = words.vague[word]
        return Amount(at, last - 1 if last == at + 2 else last, low, high, True)
    if word in words.half and follows in words.articles:
        factor = words.singles.get(tokens.word(at + 2))
        return Amount(at, at + 3, factor / 2, factor / 2) if factor else None
    if word in words.articles and (share := words.shares.get(follows)) and tokens.word(at + 2) == words.of:
        factor = words.singles.get(tokens.word(at + 4)) if tokens.word(at + 3) in words.articles else None
        return Amount(at, at + 5, round(factor * share), round(factor * share), True) if factor else None
    if word in words.articles or word == words.one:
        if follows in words.singles:
            return Amount(
                at,
                at + 2,
                words.singles[follows],
                words.singles[follows],
                word != words.one and follows not in words.exact_singles,
            )
        if follows in words.vague and word != words.one:
            inner = _core(tokens, at + 1, lex)
            return replace(inner, first=at) if inner else None
        if word != words.one:
            return None
    if at in tokens.values and tokens.codes[at] in "#y":
        value, last = tokens.values[at], at + 1
        while word.isdigit() and len(word) < 4 and len(tokens.word(last)) == 3 and tokens.word(last).startswith("0"):
            if not tokens.word(last).isdigit():
                break
            value, last = value * 1000 + int(tokens.lower[last]), last + 1  # "1 000"
            follows = tokens.word(last)
        glued = tokens.glued(last) if last < len(tokens.lower) else False
        suffix = lex.numbers.suffixes.get(follows)
        if suffix and glued and word[0].isdigit():
            return Amount(at, last + 1, value * suffix, value * suffix)
        if follows in words.counted_singles:
            return Amount(at, last + 1, value * words.singles[follows], value * words.singles[follows])
        if follows == "+" and glued:
            return Amount(at, last + 1, value, None)
        return Amount(at, last, value, value)
    return None


def _round(tokens: Tokens, at: int, lex: FigureLexicon) -> Amount:
    """ "dozens", "tens of thousands", "hundreds of thousands"."""
    low, high = lex.words.plurals[tokens.lower[at]]
    last = at + 1
    if tokens.word(at + 1) == lex.words.of and tokens.word(at + 2) in lex.words.plurals:
        scale = lex.words.singles.get(tokens.lower[at + 2][:-1], 10)
        return Amount(at, at + 3, low * scale, (high + 1) * scale - 1, True)
    return Amount(at, last, low, high, True)


def _several(first: int, last: int, single: str, lex: FigureLexicon) -> Amount | None:
    plural = lex.words.plurals.get(single + "s")
    return Amount(first, last, plural[0], plural[1], True) if plural else None


def _ranged(tokens: Tokens, amount: Amount, lex: FigureLexicon) -> Amount:
    """Joins "60 to 80", "between 60 and 80", "1-2 million"; the left end takes the scale of the right one."""
    at, words = amount.last, lex.words
    link = tokens.word(at)
    opened = tokens.word(amount.first - 1) in words.range_openers if amount.first else False
    if opened and changes(tokens, amount.first, lex):
        return amount
    dashed = tokens.code(at) in "-~" and link not in ("/", "")
    if not (dashed or link in words.range_links) or amount.low is None or (link == words.both_joiner and not opened):
        return amount
    at += 1
    kind: str | None = None
    for length in (3, 2, 1):
        kind = lex.ahead_bounds.get(" ".join(tokens.lower[at : at + length])) if opened else None
        if kind is not None:
            at += length
            break
    right = _core(tokens, at, lex) if at in tokens.values else None
    if right is None or right.high is None or right.low is None:
        return amount
    low = amount.low
    for scale in (1_000_000_000, 1_000_000, 1000):
        plain = right.high >= scale and tokens.lower[amount.first].replace(".", "").isdigit()
        if plain and low < right.high / scale and low < 1000 and _scaled(tokens, right, scale):
            low *= scale
            break
    if low >= right.high or (link == words.either_joiner and right.high - low > 2):
        return amount
    first = amount.first - 1 if opened else amount.first
    return Amount(
        first, right.last, low, None if kind == "lower" else right.high, amount.approximate or kind == "about"
    )


def changes(tokens: Tokens, first: int, lex: FigureLexicon) -> bool:
    """Whether the number at ``first`` is what a toll was: "rose from 12 to 19", "corrected, up from 98"."""
    if first < 2 or tokens.lower[first - 1] not in lex.words.range_openers:
        return False
    return any(tokens.lower[at] in lex.words.changing for at in range(max(0, first - _SINCE), first - 1))


def _scaled(tokens: Tokens, right: Amount, scale: int) -> bool:
    written = tokens.lower[right.first]
    return not written.isdigit() and (written.endswith("000") or right.last > right.first + 1 or " " in written)


def _bounded(tokens: Tokens, amount: Amount, lex: FigureLexicon, floor: int) -> Amount:
    first, last, low, high, near = amount.first, amount.last, amount.low, amount.high, amount.approximate
    money = first > floor and tokens.lower[first - 1] in lex.words.money_signs
    first -= money
    exact = low
    for _ in range(2):
        for length in (4, 3, 2, 1):
            start = first - length
            if start < floor:
                continue
            phrase = tokens.lower[start] if length == 1 else " ".join(tokens.lower[start:first])
            kind = lex.ahead_bounds.get(phrase)
            if kind is None or (start and tokens.lower[start - 1] in lex.words.verbal.get(phrase, ())):
                continue
            near = near or phrase in lex.words.about
            if kind == "lower":
                high = None if high is not None and low is not None else high
            elif kind == "upper" and low is not None:
                low = None
            first = start
            break
        else:
            break
    if last + 1 < len(tokens.lower):
        for length in (2, 1):
            kind = lex.behind_bounds.get(" ".join(tokens.lower[last : last + length]))
            if kind is not None:
                last += length
                near = near or kind == "about"
                low, high = (exact, None) if kind == "lower" else (None, high) if kind == "upper" else (low, high)
                break
    return Amount(first, last, low, high, near, amount.single, money)
