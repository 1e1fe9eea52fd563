"""How many, and of what? Every count, measure and sum in a text, with what befell those counted.

What always holds: figures come in the order of the text and do not overlap, ``text[f.start:f.end] == f.text``, and
``low <= high`` where both are known. Dates, times, ages, ranks and the numbers of roads, resolutions and aircraft
are no figures. No parse is needed.
"""

from __future__ import annotations

from dataclasses import dataclass

from testimonia.codebook.codebook import Codebook
from testimonia.model.claim import Figure, Unit
from testimonia.read import amounts, counted, fates, period_words, periods
from testimonia.read.amounts import Amount, FigureLexicon
from testimonia.read.counted import Counted
from testimonia.read.period_words import Tokens


@dataclass(slots=True)
class Count:
    """A figure in the making: how many, of what, and the unit once something told it."""

    amount: Amount
    what: Counted
    unit: Unit | None = None
    part_of: int | None = None

    @property
    def last(self) -> int:
        """The token behind the figure."""
        return max(self.what.last, self.amount.last)


def find(text: str, codebook: Codebook | None = None) -> list[Figure]:
    """All figures that ``text`` gives, in order. Never raises on any text.

    "at least n" has no upper bound, "up to n" and "nearly n" no lower one; "dozens" are 24 to 99, "hundreds" 200
    to 999, "thousands" 2,000 to 9,999; "about n" is n on both sides and approximate.
    """
    tokens = period_words.tokenize(text, period_words.lexicon(codebook))
    lex = amounts.lexicon(codebook)
    counts = _counts(tokens, lex)
    fates.settle(tokens, counts, lex)
    return [figure for figure in (_figure(tokens, count) for count in counts) if figure is not None]


def _counts(tokens: Tokens, lex: FigureLexicon) -> list[Count]:
    """Amounts with their nouns, where neither a date nor a name has taken the number."""
    taken = _dates(tokens)
    words = lex.words
    starters = words.plurals.keys() | words.vague.keys() | words.half | words.articles | {words.one}
    counts: list[Count] = []
    floor = at = 0
    codes, lower = tokens.codes, tokens.lower
    while at < len(codes):
        code, word = codes[at], lower[at]
        if taken[at] or (
            code not in "#yAj"
            and word not in starters
            and word not in words.none
            and word not in words.nobody
            and word not in lex.nones
            and word not in words.possessives
        ):
            at += 1
            continue
        count = _count(tokens, at, lex, floor)
        if count is None:
            at += 1
            continue
        counts.append(count)
        floor = at = count.last
    return counts


def _dates(tokens: Tokens) -> bytearray:
    """Which tokens belong to a date; an amount of time ("for two weeks") is a figure and stays free."""
    taken = bytearray(len(tokens.codes) + 1)
    for reading in periods.read(tokens, None):
        if reading.type != "DURATION" or not reading.value.startswith("P"):
            first = reading.first
            if tokens.codes[first] == "F":
                continue
            taken[first : reading.last] = b"\1" * (reading.last - first)
    return taken


def _count(tokens: Tokens, at: int, lex: FigureLexicon, floor: int) -> Count | None:
    words, word = lex.words, tokens.lower[at]
    if word in lex.nones and (count := _not_one(tokens, at, lex)) is not None:
        return count
    if word in words.none or word in words.nobody:
        return _none(tokens, at, lex)
    if word in words.possessives or tokens.codes[at] == "A":
        amount = amounts.read(tokens, at, lex, floor) if word not in words.possessives else None
        return _plain(tokens, amount, lex) if amount else _single(tokens, at, lex)
    if _names_something(tokens, at, lex):
        return None
    amount = amounts.read(tokens, at, lex, floor)
    return _plain(tokens, amount, lex) if amount else None


def _plain(tokens: Tokens, amount: Amount, lex: FigureLexicon) -> Count | None:
    words, last = lex.words, amount.last
    follows = tokens.word(last)
    if follows in words.not_counted and (tokens.glued(last) or follows not in words.articles):
        return None
    if _ratio(tokens, amount, lex):
        return None
    if follows.isalpha() and tokens.glued(last) and counted.noun_unit(follows, lex) not in _MEASURES:
        return None  # "122mm rockets"
    if follows in ("%", "/") or (
        follows == "-" and tokens.word(last + 2) == "-" and tokens.word(last + 3) in words.age
    ):
        if follows == "%":
            return Count(amount, Counted(last, last + 1, Unit.OTHER, False, False), Unit.OTHER)
        return None
    of_them = follows == words.of and tokens.word(last + 1) in words.of_them
    pronoun = tokens.word(amount.first) == words.one and amount.last == amount.first + 1
    if pronoun and follows in words.pronoun_one and not of_them:
        return None
    at = last
    hyphen = follows == "-" and tokens.glued(last)
    if hyphen:
        at += 1
    while tokens.word(at) in words.fillers and tokens.word(at) not in words.no_fillers_behind:
        at += 1
    what = (
        Counted(at, at, None, True, True)
        if tokens.word(at - 1) in words.whole_fillers
        else counted.read(tokens, at, lex)
    )
    if what.empty and at > last and not hyphen:
        what = Counted(last, at, None, True, True) if tokens.lower[at - 1] in words.filler_nouns else what
    if hyphen and (
        what.unit not in (Unit.DURATION, Unit.DISTANCE, Unit.MONEY) or tokens.word(what.last + 1) in words.age
    ):
        return None
    if what.unit is Unit.DURATION and tokens.word(what.last) in words.age:
        return None
    if what.unit is Unit.DURATION and tokens.word(amount.first - 1) == "(" and tokens.word(what.last) == ")":
        return None  # "Fatima (21 years)" is an age
    if of_them:
        what = Counted(last + 1, last + 2, None, True, True)
    return Count(amount, what, Unit.MONEY if amount.money else None)


def _ratio(tokens: Tokens, amount: Amount, lex: FigureLexicon) -> bool:
    """ "one in five houses" counts neither one nor five."""
    for left, right in ((amount.last - 1, amount.last + 1), (amount.first - 2, amount.first)):
        if left < 0 or tokens.word(left + 1) not in lex.words.ratio or left not in tokens.values:
            continue
        one, many = tokens.values[left], tokens.values.get(right, 0)
        if tokens.code(right) == "#" and one < many <= 100 and tokens.code(right + 1) not in ("U", "h"):
            return True
    return False


def _none(tokens: Tokens, at: int, lex: FigureLexicon) -> Count | None:
    """ "no casualties" is a count of zero; "no doubt" is none."""
    last = next((at + n for n in (1, 2) if " ".join(tokens.lower[at : at + n]) in lex.words.nobody), None)
    if last is not None:
        return Count(Amount(at, last, 0, 0, single=True), Counted(last, last, None, True, True))
    start = at + 1
    while tokens.word(start) in lex.words.none_fillers:
        start += 1
    what = counted.read(tokens, start, lex)
    if what.empty or what.unit not in (
        Unit.KILLED,
        Unit.INJURED,
        Unit.PEOPLE,
        Unit.FIGHTERS,
        Unit.STRIKES,
        Unit.DISPLACED,
    ):
        return None
    if not what.plural and what.unit is not Unit.PEOPLE:
        return None
    return Count(Amount(at, at + 1, 0, 0), what)


def _not_one(tokens: Tokens, at: int, lex: FigureLexicon) -> Count | None:
    """ "not a single soldier" is a count of zero, kept only if something is denied to have befallen them."""
    for phrase in lex.words.not_one:
        last = at + len(phrase.split())
        if " ".join(tokens.lower[at:last]) == phrase:
            what = counted.read(tokens, last, lex, single=True)
            return Count(Amount(at, last, 0, 0), what) if what.person else None
    return None


def _single(tokens: Tokens, at: int, lex: FigureLexicon) -> Count | None:
    """ "a child", "his wife": one person, kept only if something befell them."""
    what = counted.read(tokens, at + 1, lex, single=True)
    if what.empty or not what.person or what.plural or tokens.word(what.last) == "-":
        return None
    return Count(Amount(at, at + 1, 1, 1, single=True), what)


def _names_something(tokens: Tokens, at: int, lex: FigureLexicon) -> bool:
    """Whether a number is a name, an age between commas, a part of a compound, or an item of a list."""
    before, word = tokens.word(at - 1) if at else "", tokens.lower[at]
    if not word[0].isdigit():
        return False
    if at and tokens.codes[at - 1] == "M":
        return True
    if (
        at
        and tokens.glued(at)
        and (before not in ("(", "[", '"', "“", "'", "‘", "$", "€", "£", "~", "-", "–", "—", "¥", "*"))
    ):
        return True
    if before == "-" and tokens.glued(at) and not (at > 1 and at - 2 in tokens.values):
        return tokens.glued(at - 1)
    if before in lex.words.designators and tokens.codes[at - 1] not in "U":
        capital = tokens.capital(at - 1)
        return capital or before in lex.words.lower_designators
    if word.startswith("0") and len(word) > 1 and word.isdigit():
        return True
    if before == lex.words.both_joiner and at > 2 and tokens.lower[at - 3] in lex.words.lower_designators:
        return at - 2 in tokens.values
    return (
        before in (",", "(")
        and tokens.word(at + 1) in (",", ")")
        and at > 1
        and tokens.capital(at - 2)
        and len(word) < 3
    )


def _speaks_for_itself(tokens: Tokens, amount: Amount) -> bool:
    """Whether a number without a noun is large enough to be a count ("the opposition spoke of 800") and no name."""
    first = amount.first
    named = first > 0 and tokens.capital(first - 1) and tokens.codes[first - 1] != "P"
    digits = tokens.lower[first].isdigit()
    year = digits and amount.high is not None and _YEARS[0] <= amount.high <= _YEARS[1]
    return (amount.high or 0) >= _LARGE and not year and not named


_LARGE = 100  # a smaller bare number is mostly a rank, a score or a turn of phrase
_YEARS = (1000, 2200)
_MEASURES = (Unit.DISTANCE, Unit.DURATION, Unit.MONEY)
# What "few", "a couple" and "several" reach to.
_FEW = (2, 5, 9)


def _figure(tokens: Tokens, count: Count) -> Figure | None:
    amount, what = count.amount, count.what
    bare = what.empty and amount.low == amount.high and not _speaks_for_itself(tokens, amount)
    if count.unit is None and (amount.single or bare):
        return None
    if amount.single and count.unit not in (Unit.KILLED, Unit.INJURED, Unit.DETAINED):
        return None
    if amount.high == 0 and count.unit in (Unit.PEOPLE, Unit.FIGHTERS, Unit.OTHER, None):
        return None
    if (count.unit in (None, Unit.OTHER)) and (amount.low == amount.high == 1 or (what.empty and amount.high in _FEW)):
        # "one final comment", "only few": nobody's count.
        return None
    start, end = tokens.starts[amount.first], tokens.ends[count.last - 1]
    name = tokens.text[tokens.starts[what.first] : tokens.ends[what.last - 1]] if not what.empty else ""
    return Figure(
        amount.low, amount.high, amount.approximate, count.unit or Unit.OTHER, name, tokens.text[start:end], start, end,
        count.part_of,
    )  # fmt: skip
