"""Which words of a text tell time, and what part can each play? One letter a token, for a grammar over letters.

What always holds: ``Tokens.codes`` has one letter a token, token ``i`` stands at ``starts[i]:ends[i]`` of the text,
and tokens do not overlap. A number written in several words is one token.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from testimonia.codebook.codebook import Codebook, load
from testimonia.codebook.schema import Entry
from testimonia.read import numerals
from testimonia.read.numerals import NumeralWords

# The letter of each role in the word list, and of each kind of word that has a value.
LETTERS: Mapping[str, str] = {
    "overnight": "v", "weekend": "K", "early": "e", "mid": "i", "late": "a", "half": "H", "last": "l",
    "previous": "r", "next": "x", "following": "f", "this": "t", "that": "q", "same": "s", "ago": "g", "earlier": "k",
    "later": "z", "before": "J", "after": "Z", "of": "O", "article": "T", "one": "A", "every": "V", "since": "B",
    "until": "u", "from": "F", "between": "C", "to": "R", "and": "&", "preposition": "p", "onward": "w", "time": "I",
    "frequency": "X", "month": "M", "weekday": "W", "season": "S", "unit": "U", "small unit": "h", "part of day": "P",
    "day": "d", "decade": "E", "several": "j", "about": "b", "number": "#", "ordinal": "o", "date": "D", "clock": "c",
    "year": "y", "holiday": "L", "then": "n",
}  # fmt: skip
OTHER = "."
_MARKS = {".": "|", ",": ",", "-": "-", "‐": "-", "‑": "-", "–": "~", "—": "~", "/": "/", "(": "(", ")": ")"}

_TOKEN = re.compile(
    r"\d{4}-\d{1,2}-\d{1,2}(?:T[\d:]+)?(?![\d-])|\d{1,4}[/.]\d{1,2}[/.]\d{1,4}(?![\d/])|\d{1,2}-\d{1,2}-\d{4}(?!\d)"
    r"|\d{1,2}:\d{2}(?::\d{2})?(?!\d)|(?>\d+(?:[.,]\d+)*)(?:st|nd|rd|th|s)?(?![^\W\d_])|\d+(?:[.,]\d+)*"
    r"|['’‘]\d\ds\b|['’]s\b|[^\W\d_]+|[^\w\s]"
)
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_DECADE = re.compile(r"['’‘]?(\d\d(?:\d0)?|\d0)s")


class PeriodWords(Entry):
    """The shape of ``periods.yaml``; the comments of that file say what each list is for."""

    months: Mapping[str, int]
    month_abbreviations: Mapping[str, int]
    doubtful_months: tuple[str, ...]
    weekdays: Mapping[str, int]
    weekday_abbreviations: Mapping[str, int]
    seasons: Mapping[str, str]
    doubtful_seasons: Mapping[str, str]
    units: Mapping[str, str]
    small_units: Mapping[str, str]
    parts_of_day: Mapping[str, str]
    deictic: Mapping[str, int]
    holidays: Mapping[str, str]
    decades: Mapping[str, int]
    several: Mapping[str, tuple[int, int]]
    about: Mapping[str, str]
    roles: Mapping[str, tuple[str, ...]]
    nouns_of_part: frozenset[str]
    recent: frozenset[str]
    final: frozenset[str]
    recent_reach: Mapping[str, int]
    time_prepositions: frozenset[str]
    counting: frozenset[str]
    tallies: frozenset[str]
    counted: frozenset[str]
    verbs_in_s: frozenset[str]
    future_cues: frozenset[str]
    past_cues: frozenset[str]
    future_phrases: tuple[str, ...]
    pluperfect: frozenset[str]
    continuous: frozenset[str]
    supposing: frozenset[str]
    judged: frozenset[str]
    passive: frozenset[str]
    causal: frozenset[str]
    copulas: frozenset[str]
    references: Mapping[str, str]
    age: frozenset[str]
    degrees: tuple[str, ...]
    clock: Mapping[str, int]
    at_hour: frozenset[str]


@dataclass(frozen=True)
class Lexicon:
    """The word lists made ready: the letter of every word that has one, and the values."""

    words: PeriodWords
    numbers: NumeralWords
    letters: Mapping[str, str]

    def __hash__(self) -> int:
        return id(self.words)


@dataclass(slots=True)
class Tokens:
    """A text cut into words: ``lower[i]`` in lower case, ``codes[i]`` its letter, ``values[i]`` its number if any."""

    text: str
    lexicon: Lexicon
    starts: list[int]
    ends: list[int]
    lower: list[str]
    codes: str
    values: dict[int, float]

    def glued(self, index: int) -> bool:
        """Whether token ``index`` follows the one before it without a space."""
        return index > 0 and self.starts[index] == self.ends[index - 1]

    def capital(self, index: int) -> bool:
        """Whether the token begins with a capital letter."""
        return self.text[self.starts[index]].isupper()

    def word(self, index: int) -> str:
        """The token in lower case, or an empty string outside the text."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def code(self, index: int) -> str:
        """The token's letter, or an empty string outside the text."""
        return self.codes[index] if 0 <= index < len(self.codes) else ""


@lru_cache(maxsize=8)
def lexicon(codebook: Codebook | None = None) -> Lexicon:
    """The words of time of ``codebook``, or of the built-in ones."""
    book = codebook or load(base=("english",))
    words = book.lexicon("periods", PeriodWords)
    numbers = book.lexicon("numerals", NumeralWords)
    letters: dict[str, str] = {}
    valued: tuple[tuple[str, Mapping[str, object]], ...] = (
        ("number", {**numbers.ones, **numbers.tens}), ("ordinal", numbers.ordinals),
        ("month", words.months), ("month", words.month_abbreviations), ("weekday", words.weekdays),
        ("weekday", words.weekday_abbreviations), ("season", words.seasons), ("season", words.doubtful_seasons),
        ("unit", words.units), ("small unit", words.small_units), ("part of day", words.parts_of_day),
        ("day", words.deictic), ("decade", words.decades), ("several", words.several), ("about", words.about),
    )  # fmt: skip
    for kind, table in valued:
        letters.update(dict.fromkeys(table, LETTERS[kind]))
    for name in words.holidays:
        letters.setdefault(name.split()[0].split("'")[0], LETTERS["holiday"])
    for role, listed in words.roles.items():
        for word in listed:
            letters.setdefault(word, LETTERS[role])
    return Lexicon(words, numbers, letters)


def tokenize(text: str, lex: Lexicon) -> Tokens:
    """``text`` as tokens with letters; doubtful words (May, Sun, a bare 2016) are decided by their neighbours."""
    starts: list[int] = []
    ends: list[int] = []
    lower: list[str] = []
    codes: list[str] = []
    letters = lex.letters
    uncertain: list[int] = []
    for match in _TOKEN.finditer(text):
        word = match.group().lower()
        first = word[0]
        if first.isdigit():
            code = _figures(word)
            uncertain.append(len(codes))
        elif (found := letters.get(word)) is not None:
            code = found
            if found in "#MWSoLeE":
                uncertain.append(len(codes))
        elif len(word) == 1:
            code = _MARKS.get(word, OTHER)
        elif first in "'’‘":
            code = "E" if word[1].isdigit() else "'"
        else:
            code = OTHER
        start, end = match.span()
        starts.append(start)
        ends.append(end)
        lower.append(word)
        codes.append(code)
    tokens = Tokens(text, lex, starts, ends, lower, "", {})
    _merge_numbers(tokens, codes, uncertain)
    _decide(tokens, codes)
    tokens.codes = "".join(codes)
    return tokens


def _figures(word: str) -> str:
    if word.isdigit():
        return "y" if len(word) == 4 and "1000" <= word <= "2199" else "#"
    if _ORDINAL.fullmatch(word):
        return "o"
    if _DECADE.fullmatch(word):
        return "E"
    if ":" in word and "-" not in word:
        return "c"
    if word.count(".") == 2 or "/" in word or word.count("-") == 2:
        return "D"
    return "#" if numerals.digits(word) is not None else OTHER


def _merge_numbers(tokens: Tokens, codes: list[str], uncertain: list[int]) -> None:
    """Gives number tokens their values and makes one token of a number in several words."""
    drop: list[tuple[int, int]] = []
    done = -1
    for index in uncertain:
        if index < done:
            continue
        code = codes[index]
        if code == "o":
            written = _ORDINAL.fullmatch(tokens.lower[index])
            tokens.values[index] = int(written[1]) if written else tokens.lexicon.numbers.ordinals[tokens.lower[index]]
        elif code == "y":
            tokens.values[index] = int(tokens.lower[index])
        elif code == "#":
            number = numerals.read(tokens.lower, index, tokens.lexicon.numbers)
            if number is None:
                continue
            value, last = number.value, number.last
            if 11 <= value <= 20 and last < len(codes) and not tokens.lower[index][0].isdigit() and codes[last] == "#":
                rest = numerals.read(tokens.lower, last, tokens.lexicon.numbers)
                if rest and 10 <= rest.value <= 99 and not tokens.lower[last][0].isdigit():
                    value, last = 100 * value + rest.value, rest.last
                    codes[index] = "y"
            if last < len(codes) and last > index and codes[last - 1] == "#" and last - index == 1:
                last = _ordinal_tail(tokens, codes, index, last)
            tokens.values[index] = value if codes[index] != "o" else tokens.values[index]
            if last > index + 1:
                drop.append((index, last))
            done = last
    if drop:
        _squeeze(tokens, codes, drop)


def _ordinal_tail(tokens: Tokens, codes: list[str], index: int, last: int) -> int:
    """Reads "twenty-first" as one ordinal."""
    ordinals = tokens.lexicon.numbers.ordinals
    if tokens.lower[index] not in tokens.lexicon.numbers.tens or last + 1 >= len(codes):
        return last
    tail = ordinals.get(tokens.lower[last + 1])
    if codes[last] == "-" and tail and tail < 10:
        codes[index] = "o"
        tokens.values[index] = tokens.lexicon.numbers.tens[tokens.lower[index]] + tail
        return last + 2
    return last


def _squeeze(tokens: Tokens, codes: list[str], drop: list[tuple[int, int]]) -> None:
    keep = [True] * len(codes)
    for first, last in drop:
        tokens.ends[first] = tokens.ends[last - 1]
        tokens.lower[first] = tokens.text[tokens.starts[first] : tokens.ends[first]].lower()
        keep[first + 1 : last] = [False] * (last - first - 1)
    kept = [index for index, stays in enumerate(keep) if stays]
    tokens.values = {new: tokens.values[old] for new, old in enumerate(kept) if old in tokens.values}
    for numbers in (tokens.starts, tokens.ends):
        numbers[:] = [numbers[index] for index in kept]
    for words in (tokens.lower, codes):
        words[:] = [words[index] for index in kept]


def _decide(tokens: Tokens, codes: list[str]) -> None:
    """Takes their letter from words that are, here, no words of time."""
    words = tokens.lexicon.words
    for index, code in enumerate(codes):
        word = tokens.lower[index]
        if code == "M":
            if not _is_month(tokens, codes, index):
                codes[index] = OTHER
        elif code == "W":
            if word in words.weekday_abbreviations and not (tokens.capital(index) and _beside_date(codes, index)):
                codes[index] = OTHER
        elif code == "S" and word in words.doubtful_seasons:
            around = codes[index - 1] if index else OTHER
            year = re.match(r"y|Oy|OT?[lxt]", "".join(codes[index + 1 : index + 4])) is not None
            if not (around in "tlx" or (around == "T" and (year or (index > 1 and codes[index - 2] == "p")))):
                codes[index] = OTHER
        elif code == "y" and not _is_year(tokens, codes, index):
            codes[index] = "#"


def _is_month(tokens: Tokens, codes: list[str], index: int) -> bool:
    words = tokens.lexicon.words
    word = tokens.lower[index]
    short = word in words.month_abbreviations
    if not short and word not in words.doubtful_months:
        return True
    if not tokens.capital(index):
        return False
    before = codes[index - 1] if index else OTHER
    after = codes[index + 1] if index + 1 < len(codes) else OTHER
    beyond = codes[index + 2] if index + 2 < len(codes) else OTHER
    if after in "#oyD" or (after in "|,-" and beyond in "#oy") or before in "#oeialtxrFCBuR&W":
        return True
    if before == "-" and index > 1 and codes[index - 2] in "eia#":
        return True
    return index > 0 and tokens.lower[index - 1] in words.time_prepositions and before != "T"


def _beside_date(codes: list[str], index: int) -> bool:
    after = codes[index + 1] if index + 1 < len(codes) else OTHER
    if after in ",|":
        after = codes[index + 2] if index + 2 < len(codes) else OTHER
    before = codes[index - 1] if index else OTHER
    return after in "#oMD" or before in "lxt"


def _is_year(tokens: Tokens, codes: list[str], index: int) -> bool:
    """Whether a four-digit number is a year and no count, by the words at both sides."""
    words = tokens.lexicon.words
    before = tokens.lower[index - 1] if index else ""
    after = tokens.lower[index + 1] if index + 1 < len(codes) else ""
    if before in words.counting or before in ("$", "€", "£", "#"):
        return codes[index - 1] == "b" and after in ("", ".", ",")
    if before == "-" and tokens.glued(index) and codes[index - 2 if index > 1 else 0] not in "yeiaM":
        return False
    if after == "-" and index + 2 < len(codes) and tokens.glued(index + 1) and codes[index + 2] not in "#y":
        return False
    if index and codes[index - 1] in "M,o#|":
        return "M" in codes[max(index - 3, 0) : index] or after not in words.counted
    if after in words.counted or (after in ("%", "°")) or _counts(tokens, codes, index):
        return False
    if index + 1 < len(codes) and codes[index + 1] == "w":
        return True
    if len(after) > 3 and after.endswith("s") and after[0].islower() and after not in words.verbs_in_s:
        return codes[index + 1] == "U" if before in words.time_prepositions else False
    year = int(tokens.values.get(index, 0))
    return 1800 <= year <= 2100 or before in words.time_prepositions


# Years of a range are seldom both round, this long ago; how many tokens before a number may say that it is a tally.
_OLD, _ROUND, _TALLY = 1900, 100, 4


def _counts(tokens: Tokens, codes: list[str], index: int) -> bool:
    """Whether a number is one of a range of counts or a tally: "between 500 and 1300", "raised the toll to 1900"."""
    before, values = codes[index - 1] if index else OTHER, tokens.values
    if before in "&R~" and index > 1 and codes[index - 2] == "#" and "M" not in codes[max(index - 4, 0) : index]:
        return codes[index - 3] in "CF" if index > 2 else False
    if before in "CF" and index + 2 < len(codes) and codes[index + 1] in "&R" and codes[index + 2] == "y":
        low, high = int(values.get(index, 0)), int(values.get(index + 2, 0))
        after = tokens.lower[index + 3] if index + 3 < len(codes) else ""
        return after in tokens.lexicon.words.counted or (low < _OLD and not low % _ROUND and not high % _ROUND)
    told = tokens.lower[max(index - _TALLY, 0) : index]
    return before in "RO" and any(word in tokens.lexicon.words.tallies for word in told)
