"""Which stretches of a text are written like the name of a known place: capitals first, the longest match wins.

What always holds: ``text[start:end]`` of a naming is the name as written, namings do not overlap and run from left
to right, and each has at least one candidate. Nothing is said here about whether the place is meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from testimonia.read.known_places import Candidate, Form, KnownPlaces
from testimonia.read.place_choice import prominence
from testimonia.read.place_words import WordSets
from testimonia.read.toponym_fold import fold

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’‘`ʿʼ](?!s\b|S\b)[^\W_]+)*|['’`][^\W\d_]+(?:['’](?!s\b)[^\W_]+)*")
GENITIVES = ("'s", "’s")
_JOINS = frozenset((" ", "-", "–", "- ", " -", ". ", "\n", "  ", "\xa0", ".", "/"))
_LONGEST = 6
_OBSCURE, _FAMOUS = 4.2, 6.0  # prominence: of a town of 15,000, of a city of a million or a region
_LEAST_DEEP = 4  # letters: shorter names are too easily like one another in the deep fold


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text with the characters ``gap`` that stand between it and the word before."""

    start: int
    end: int
    text: str
    low: str
    gap: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text.lstrip("'’`‘")[:1].isupper()


@dataclass(frozen=True, slots=True)
class Naming:
    """Words ``first`` to ``last`` (exclusive) that may name one of ``candidates``."""

    start: int
    end: int
    text: str
    first: int
    last: int
    candidates: tuple[Candidate, ...]

    @property
    def demonym(self) -> bool:
        """Whether every reading is of a people or an adjective."""
        return all(c.form in (Form.DEMONYM, Form.PEOPLE) for c in self.candidates)


def words_of(text: str) -> list[Word]:
    """The words of a text in order."""
    words = []
    at = 0
    for match in _WORD.finditer(text):
        written = match[0]
        words.append(Word(match.start(), match.end(), written, written.lower(), text[at : match.start()]))
        at = match.end()
    return words


def namings(text: str, words: Sequence[Word], known: KnownPlaces, sets: WordSets) -> list[Naming]:
    """Every stretch that is written like a known place's name."""
    found: list[Naming] = []
    at = 0
    while at < len(words):
        goes_on = bool(found) and found[-1].last == at
        naming = _longest(text, words, at, known, sets) if _may_begin(words, at, sets, goes_on) else None
        if naming:
            found.append(naming)
            at = naming.last
        else:
            at += 1
    return found


def _may_begin(words: Sequence[Word], at: int, sets: WordSets, goes_on: bool) -> bool:
    """Whether a name may begin at a word; ``goes_on``: another ends before it."""
    word = words[at]
    if word.capital:
        joined = word.gap == "-" and at > 0 and words[at - 1].low in sets.lists.particles
        return len(word.text) > 1 and not joined  # of "al-Sud", which nobody lists, "Sud" is no name
    if at and words[at - 1].capital and ends_later(words, at, sets):
        return False
    if word.low not in sets.lists.particles or at + 1 >= len(words) or not words[at + 1].capital:
        return False
    if "-" in words[at + 1].gap:
        return True
    if not _bare_article(words, at, sets):
        return False
    return goes_on or not at or word.gap != " " or not words[at - 1].capital  # "Hassan al Halabi"


def _bare_article(words: Sequence[Word], at: int, sets: WordSets) -> bool:
    """Whether an Arabic article stands before a name without a hyphen: "al Rai"."""
    return words[at].text in sets.lists.articles and at + 1 < len(words) and words[at + 1].gap == " "


def _longest(text: str, words: Sequence[Word], first: int, known: KnownPlaces, sets: WordSets) -> Naming | None:
    limit = _reach(words, first, sets)
    longest: Naming | None = None
    for last in range(limit, first, -1):
        if last - first > 1 and not _may_end(words[last - 1], sets):
            continue
        naming = _at(text, words, first, last, known, sets)
        if naming is None or ends_later(words, last, sets):
            continue
        if longest is None:
            longest = naming
            if last - first == 1 or _prominent(naming) >= _OBSCURE or words[last - 1].low in sets.lists.regions:
                break
        elif _prominent(naming) >= _FAMOUS:
            return naming  # "Michigan" in "Michigan Center", though a village bears the whole name
    return longest


def _may_end(word: Word, sets: WordSets) -> bool:
    if word.low in sets.lists.particles or len(word.text) < 2:
        return False
    return word.capital or "-" in word.gap


def _prominent(naming: Naming) -> float:
    return max(map(prominence, naming.candidates))


def _reach(words: Sequence[Word], first: int, sets: WordSets) -> int:
    """One past the last word that could still belong to a name beginning at ``first``."""
    last = first + 1
    while last < len(words) and last - first < _LONGEST:
        word = words[last]
        if word.low in GENITIVES and not word.gap:
            last += 1  # "Goma's Old Town"
            continue
        if word.gap not in _JOINS:
            break
        if word.gap in (". ", ".") and not (
            len(words[last - 1].text) <= 3 and words[last - 1].low in sets.lists.titles
        ):
            break
        if not word.capital and "-" not in word.gap and word.low not in sets.lists.particles:
            break
        last += 1
    return last


def _at(text: str, words: Sequence[Word], first: int, last: int, known: KnownPlaces, sets: WordSets) -> Naming | None:
    start, end = words[first].start, words[last - 1].end
    written = text[start:end]
    if last - first == 1:
        short = _abbreviation(text, words, first, known, sets)
        if short:
            return short
        if _unwritten(written) or _goes_on(words, first, sets):
            return None
    candidates = known.named(written)
    if written.isupper() and len(written) <= 5:
        exact = tuple(c for c in candidates if c.form is Form.NAME and (c.chief or c.kind not in ("city", "region2")))
        candidates = exact
    elif not candidates and words[first].low not in sets.lists.locative and not _bare_article(words, first, sets):
        candidates = _likely(written, words, first, last, known)
    if not candidates and last - first == 1 and (owner := _owner(words, first, known, sets)):
        return Naming(start, end - 1, written[:-1], first, last, owner)
    if not candidates:
        candidates = known.inhabitants(written) if last - first == 1 and written[0].isupper() else ()
    return Naming(start, end, written, first, last, candidates) if candidates else None


def _owner(words: Sequence[Word], at: int, known: KnownPlaces, sets: WordSets) -> tuple[Candidate, ...]:
    """The land that a codebook is about before its war, where the genitive lost its apostrophe: "in Kenyas war"."""
    written, following = words[at].text, {word.low for word in words[at + 1 : at + 3]}
    if not written[0].isupper() or written[-1] != "s" or sets.lists.strife.isdisjoint(following):
        return ()
    return tuple(c for c in known.named(written[:-1]) if c.kind == "state" and c.country in known.countries)


def _unwritten(written: str) -> bool:
    """Whether a single word cannot be a name: a numeral, or a pronoun in capitals."""
    return not any(c.isalpha() for c in written) or len(fold(written)) < 2


def _goes_on(words: Sequence[Word], first: int, sets: WordSets) -> bool:
    """Whether the word is only the first part of a compound name whose whole is not listed."""
    following = words[first + 1] if first + 1 < len(words) else None
    if words[first].low not in sets.lists.first_parts or following is None or following.gap not in (" ", "-", ". "):
        return False
    if following.capital:
        return True
    bare = following.low in sets.lists.articles and first + 2 < len(words) and words[first + 2].capital
    return bare or (following.low in sets.lists.particles and "-" in following.gap + _gap_after(words, first + 1))


def ends_later(words: Sequence[Word], last: int, sets: WordSets) -> int:
    """Behind the last part of a compound name of which the words before ``last`` are the first: "Aleppo al-Jadida".

    0 where no such part follows.
    """
    if last + 1 >= len(words) or words[last].gap != " " or words[last].low not in sets.lists.particles:
        return 0
    tail = words[last + 1]
    return last + 2 if tail.gap in ("-", "- ") and tail.low in sets.lists.last_parts else 0


def _gap_after(words: Sequence[Word], at: int) -> str:
    return words[at + 1].gap if at + 1 < len(words) else ""


def _likely(written: str, words: Sequence[Word], first: int, last: int, known: KnownPlaces) -> tuple[Candidate, ...]:
    letters = sum(c.isalpha() for c in written)
    if (
        letters < _LEAST_DEEP
        or any(
            not w.capital and "-" not in w.gap + _gap_after(words, at)  # "Tareeq al-Bab"
            for at, w in enumerate(words[first + 1 : last], first + 1)
        )
    ):
        return ()
    return known.spelt_like(written)


def _abbreviation(text: str, words: Sequence[Word], at: int, known: KnownPlaces, sets: WordSets) -> Naming | None:
    """A region's abbreviation: with its stop, or bare or as a code after a place and a comma."""
    word = words[at]
    for written in (f"{word.text}." if text[word.end : word.end + 1] == "." else "", word.text):
        if written not in sets.abbreviations and f"{written}." not in sets.abbreviations:
            continue
        stopped = written.endswith(".")
        listed = next(k for k in (written, f"{written}.") if k in sets.abbreviations)
        bare = listed == written and not stopped
        if stopped and len(written) > 3 and not _after_place(words, at) and "." not in written[:-1]:
            continue
        if not stopped and not bare and not _after_place(words, at):
            continue
        return Naming(
            word.start, word.start + len(written), written, at, at + 1, known.abbreviated(listed)
        )  # fmt: skip
    if len(word.text) == 2 and word.text.isupper() and _after_place(words, at):
        for country in sorted(sets.lists.coded_regions):
            if region := known.region(f"{country}.{word.text}"):
                return Naming(word.start, word.end, word.text, at, at + 1, region)
    return None


def _after_place(words: Sequence[Word], at: int) -> bool:
    return at > 0 and words[at].gap.strip() == "," and words[at - 1].capital
