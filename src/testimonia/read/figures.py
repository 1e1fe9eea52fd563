"""How many, and of what? Every count, measure and sum in a text, with what befell those counted.

What always holds: figures come in the order of the text and do not overlap, ``text[f.start:f.end] == f.text``, and
``low <= high`` where both are known. Dates, times, ages, ranks and the numbers of roads, resolutions and aircraft
are no figures. No parse is needed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from testimonia.codebook.codebook import Codebook
from testimonia.model.claim import Figure, Unit
from testimonia.read import amounts, bare_victims, counted, fates, period_words, uncounted
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
    taken = uncounted.dated(tokens, lex)
    words = lex.words
    starters = words.plurals.keys() | words.vague.keys() | words.half | words.articles | {words.one}
    bare = bare_victims.find(tokens, lex)
    counts: list[Count] = []
    floor = at = 0
    codes, lower = tokens.codes, tokens.lower
    while at < len(codes):
        code, word = codes[at], lower[at]
        if at in bare:
            counts.append(Count(Amount(at, at, 1, 1, single=True), bare[at]))
            floor = at = bare[at].last
            continue
        if taken[at] or (
            code not in "#yAj"
            and word not in starters
            and word not in words.none
            and word not in words.nobody
            and word not in lex.nones
            and word not in words.possessives
            and word not in words.one_more
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


def _count(tokens: Tokens, at: int, lex: FigureLexicon, floor: int) -> Count | None:
    words, word = lex.words, tokens.lower[at]
    if word in lex.nones and (count := _not_one(tokens, at, lex)) is not None:
        return count
    if word in words.none or word in words.nobody:
        return _none(tokens, at, lex)
    if word in words.one_more:  # "another child", but "another three", "another dozen"
        return None if tokens.code(at + 1) in "#yAj" else _single(tokens, at, lex)
    if word in words.possessives or tokens.codes[at] == "A":
        amount = amounts.read(tokens, at, lex, floor) if word not in words.possessives else None
        return _plain(tokens, amount, lex) if amount else _single(tokens, at, lex)
    if uncounted.names_something(tokens, at, lex):
        return None
    amount = amounts.read(tokens, at, lex, floor)
    return _plain(tokens, amount, lex) if amount else None


def _plain(tokens: Tokens, amount: Amount, lex: FigureLexicon) -> Count | None:
    words, last = lex.words, amount.last
    follows = tokens.word(last)
    if follows in words.not_counted and (tokens.glued(last) or follows not in words.articles):
        return None
    if uncounted.is_ratio(tokens, amount, lex):
        return None
    if follows.isalpha() and tokens.glued(last) and counted.noun_unit(follows, lex) not in _MEASURES:
        return None  # "122mm rockets"
    if follows in words.percent or f"{follows} {tokens.word(last + 1)}" in words.percent:
        return None
    if follows == "/" or (follows == "-" and tokens.word(last + 2) == "-" and tokens.word(last + 3) in words.age):
        return None
    of_them = follows == words.of and tokens.word(last + 1) in words.of_them
    pronoun = tokens.word(amount.first) == words.one and amount.last == amount.first + 1
    if pronoun and follows in words.pronoun_one and not of_them:
        if follows != words.of:
            return None
        amount = replace(amount, single=True)  # "killed one of their nurses", kept only if something befell them
    toll = any(" ".join(tokens.lower[last : last + len(p.split())]) == p for p in words.number_of)
    if follows in words.possessives or toll or uncounted.broken(tokens, last):
        return Count(amount, Counted(last, last, None, True, True))  # "updated to 18 its toll"
    if follows in words.strength:
        return Count(amount, Counted(last, last + 1, Unit.PEOPLE, True, True))  # "a 2,000 strong force"
    if (tokens.word(last + 1) if follows == "-" else follows) in words.fractions:
        return None
    at = last
    hyphen = follows == "-" and tokens.glued(last)
    if hyphen:
        at += 1
    while tokens.word(at) in words.fillers and tokens.word(at) not in words.no_fillers_behind:
        if tokens.word(at - 1) in words.filler_nouns and tokens.word(at) in words.of_articles:
            break  # "dozens more the observatory said"
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
    if amount.single and not what.person:
        return None  # "one of the raids killed twelve"
    if of_them:
        what = Counted(last + 1, last + 2, None, True, True)
    return Count(amount, what, Unit.MONEY if amount.money else None)


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
    words, what = lex.words, counted.read(tokens, at + 1, lex, single=True)
    if not what.empty and tokens.lower[what.last - 1] in words.collectives and tokens.word(what.last) != words.of:
        return None
    if _of_two(tokens, what, lex):
        return None
    if what.empty or not what.person or what.plural or tokens.word(what.last) in ("-", *words.telling):
        return None
    return Count(Amount(at, at + 1, 1, 1, single=True), what)


def _of_two(tokens: Tokens, what: Counted, lex: FigureLexicon) -> bool:
    """Whether what reads as one person only describes several: "its Russian and Iranian allies"."""
    if what.empty or tokens.word(what.last) != lex.words.both_joiner:
        return False
    named = tokens.text[tokens.starts[what.last - 1]].isupper()
    return named and counted.is_plural(tokens.word(what.last + 2), lex)


_MEASURES = (Unit.DISTANCE, Unit.DURATION, Unit.MONEY)
# What "few", "a couple" and "several" reach to.
_FEW = (2, 5, 9)


def _figure(tokens: Tokens, count: Count) -> Figure | None:
    amount, what = count.amount, count.what
    bare = what.empty and amount.low == amount.high and not uncounted.speaks_for_itself(tokens, amount)
    if what.empty and uncounted.stands_alone(tokens, amount):
        return None
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
