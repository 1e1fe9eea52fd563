"""How would a text all in capitals be written? Wire copy and telegrams, given the capitals of running prose.

What always holds: the result has the length of the text, only the case of letters differs, and a paragraph that is
not all in capitals is left as it is. Names come from the codebook, from brackets ("PEOPLE'S FRONT [PF]") and from
the gazetteer; words that nobody knows are taken for names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from testimonia.codebook.codebook import Codebook, built_in
from testimonia.codebook.files import read_mapping
from testimonia.codebook.schema import Entry
from testimonia.read.transcript import Transcript

if TYPE_CHECKING:
    from testimonia.read.gazetteer import Gazetteer

# A paragraph is all in capitals with so many words of two letters or more, of which so large a part is in capitals.
# By judgement: a name or a heading of two words is none, and "km" or a hyphenated "al-" does not count against it.
_FEWEST, _PART = 4, 0.85
_WORD = re.compile(r"[^\W\d_]+(?:['’](?=[^\W\d_]{3})[^\W\d_]+)*")
_OPENS = re.compile(r"(?:^|[.!?][\"”'’)]*\s|:\s)[\s\"“”'‘’(\[]*$")
# The place and day before a report, "LIMA, 5 MAY 91 (AGENCY) -- [TEXT]", which may be so long.
_DATELINE = re.compile(r"^.{5,110}?--\s*(?:\[[^\]]*\]\s*)*[\"“]?")
_BRACKETED = re.compile(r"[\[(]\s?([A-Z]{2,}(?:-[A-Z0-9]+)?)\s?[\])]")
_SHORT = 4  # letters; unknown words up to this length are taken for abbreviations
_LARGE = 150_000  # inhabitants of a town known well enough to be meant rather than the word
_NEAR_DAY = re.compile(r"\d\s*$|^\s*\d")


class CountedWords(Entry):
    """``casing_counted.yaml``; see its head."""

    small: str
    names: str
    capitals: str


class CasingWords(Entry):
    """``casing.yaml``; see its head."""

    bodies: tuple[str, ...]
    linking: tuple[str, ...]
    pronouns: tuple[str, ...]
    endings: tuple[str, ...]
    irregular: dict[str, str]


class _Months(Entry, extra="ignore"):
    months: dict[str, int]
    month_abbreviations: dict[str, int]
    doubtful_months: tuple[str, ...]
    weekdays: dict[str, int]


@dataclass(frozen=True)
class Casing:
    """What is known of how words are written, by the word in small letters."""

    small: frozenset[str]
    names: frozenset[str]
    capitals: frozenset[str]
    bodies: frozenset[str]
    linking: frozenset[str]
    pronouns: frozenset[str]
    endings: tuple[str, ...]
    irregular: dict[str, str]
    days: frozenset[str]
    doubtful: frozenset[str]
    phrases: dict[str, tuple[tuple[str, ...], ...]]


def restored(transcript: Transcript, codebook: Codebook) -> Transcript:
    """The transcript with its paragraphs in capitals written as prose; spans stay those of the document."""
    shouted = [p for p in transcript.paragraphs if in_capitals(transcript.text[p.start : p.end])]
    if not shouted:
        return transcript
    text = transcript.text
    whole = " ".join(text[p.start : p.end] for p in shouted)
    names = frozenset(_spelt_out(whole))
    known = casing(codebook)
    found = (match.group(1).casefold() for match in _BRACKETED.finditer(whole))
    spelt = frozenset(each for each in found if each not in known.names and not is_place(each))
    for paragraph in shouted:
        written = prose(text[paragraph.start : paragraph.end], codebook, names, spelt)
        text = text[: paragraph.start] + written + text[paragraph.end :]
    return replace(transcript, text=text)


def in_capitals(text: str) -> bool:
    """Whether a paragraph is all in capitals."""
    words = [word for word in _WORD.findall(text) if len(word) > 1]
    return len(words) >= _FEWEST and sum(word.isupper() for word in words) >= _PART * len(words)


def prose(
    text: str,
    codebook: Codebook,
    names: frozenset[tuple[str, ...]] = frozenset(),
    spelt: frozenset[str] = frozenset(),
) -> str:
    """A paragraph in capitals as running prose.

    ``names`` are further phrases known to be names and ``spelt`` abbreviations, both in small letters.
    """
    known = casing(codebook)
    words = list(_WORD.finditer(text))
    folded = [word.group().casefold().replace("’", "'") for word in words]
    written: list[str | None] = [None] * len(words)
    for at, stop in phrases(folded, known, names):
        for k in range(at, stop):
            stays = (folded[k] in known.linking and k > at) or _is_ending(words[k], text)
            written[k] = _small(words[k].group()) if stays else _title(words[k].group())
    for at, word in enumerate(words):
        if _is_ending(word, text):
            written[at] = _small(word.group())
        elif written[at] is None:
            beside = text[: word.start()][-4:], text[word.end() :][:4]
            written[at] = _alone(word.group(), folded[at], known, spelt, beside)
    for at in _beside_names(words, folded, written, known, text):
        written[at] = _title(words[at].group())
    dateline = _DATELINE.match(text)
    opening = dateline.end() if dateline else -1
    for at, word in enumerate(words):  # the first word of a sentence
        if word.start() == opening or _OPENS.search(text[max(0, word.start() - 8) : word.start()]):
            written[at] = word.group()[:1] + (written[at] or word.group())[1:]
    pieces = list(text)
    for word, way in zip(words, written, strict=True):
        if way is not None and len(way) == len(word.group()):
            pieces[word.start() : word.end()] = way
    return "".join(pieces)


def phrases(
    folded: list[str], known: Casing, names: frozenset[tuple[str, ...]] = frozenset()
) -> Iterator[tuple[int, int]]:
    """Where names of several words stand, the longest at each place."""
    more: dict[str, list[tuple[str, ...]]] = {}
    for name in names:
        more.setdefault(name[0], []).append(name)
    at = 0
    while at < len(folded):
        pair = folded[at : at + 2]
        if len(pair) == 2 and not known.small.intersection(pair) and is_place(" ".join(pair)):
            more.setdefault(pair[0], []).append(tuple(pair))
        fits = [
            phrase
            for phrase in (*known.phrases.get(folded[at], ()), *more.get(folded[at], ()))
            if tuple(folded[at : at + len(phrase)]) == phrase
        ]
        length = max(map(len, fits), default=0)
        if length:
            yield at, at + length
        at += max(1, length)


def _is_ending(word: re.Match[str], text: str) -> bool:
    """ "GROUP'S", "THEY'RE"."""
    return (
        len(word.group()) <= 2
        and text[word.start() - 2 : word.start()][1:] in ("'", "’")
        and text[word.start() - 2].isalpha()
    )


def _alone(word: str, folded: str, known: Casing, spelt: frozenset[str], beside: tuple[str, str]) -> str:
    """One word by itself."""
    if folded in known.pronouns:
        return word if beside[0].casefold().rstrip().endswith("the") else _small(word)
    if folded in spelt or folded in known.capitals:
        return word
    if folded in known.days:
        if folded not in known.doubtful or _NEAR_DAY.search(beside[0]) or _NEAR_DAY.search(beside[1]):
            return _title(word)
        return _small(word)
    if len(word) == 1:
        return word if folded != "a" and not beside[0].endswith(("'", "’")) else _small(word)
    if folded in known.small:
        return _small(word)
    if folded in known.names or is_place(folded):
        return _title(word)
    if is_common(folded, known):
        return _small(word)
    if beside[0].endswith("-") and beside[1][:1].isdigit():
        return word
    return word if len(word) <= _SHORT and not re.search("[AEIOUY]", word) else _title(word)


def _beside_names(
    words: list[re.Match[str]], folded: list[str], written: list[str | None], known: Casing, text: str
) -> Iterator[int]:
    """Words in small letters that belong to the name beside them: "Salvadoran Air Force", "Juan Carlos Mir"."""
    named = [
        bool(way and way[:1].isupper() and fold not in known.days) for way, fold in zip(written, folded, strict=True)
    ]
    for at in range(1, len(words)):
        if text[words[at - 1].end() : words[at].start()].strip():
            continue
        for this, other in ((at, at - 1), (at - 1, at)):
            opens = _OPENS.search(text[max(0, words[other].start() - 8) : words[other].start()])
            if named[this] or not named[other] or (opens and folded[other] in known.small):
                continue
            if (len(folded[this]) > 1 and folded[this] not in known.small) or (
                this > other and folded[this] in known.bodies
            ):
                named[this] = True
                yield this


def _spelt_out(text: str) -> Iterator[tuple[str, ...]]:
    """Names that brackets behind them spell by their initials: "NATIONAL LIBERATION ARMY [NLA]"."""
    for match in _BRACKETED.finditer(text):
        letters = [c for c in match.group(1).casefold() if c.isalpha()]
        words = [
            w.casefold().replace("’", "'") for w in _WORD.findall(text[max(0, match.start() - 120) : match.start()])
        ]
        for length in range(len(letters), min(len(letters) + 4, len(words)) + 1):
            tail = words[-length:]
            rest = iter(tail)
            if tail and tail[0][0] in letters and all(any(w[0] == c for w in rest) for c in letters):
                yield tuple(tail)
                break
            if sorted(letters) == sorted(w[0] for w in tail if len(w) > 3 or w[0] in letters)[: len(letters)] and len(
                tail
            ) == len(letters):
                yield tuple(tail)  # spelt in another language, in another order
                break


def is_common(folded: str, known: Casing) -> bool:
    """Whether a word or its stem is known to stand in small letters, by the lists or by the parser's dictionary."""
    for ending, singular in known.irregular.items():
        if folded.endswith(ending):
            return f"{folded.removesuffix(ending)}{singular}" in _dictionary()
    stems = [
        folded,
        *(folded.removesuffix(e) for e in known.endings if folded.endswith(e) and len(folded) - len(e) > 2),
    ]
    stems += [f"{stem}e" for stem in stems[1:]]
    stems += [f"{stem.removesuffix('i')}y" for stem in stems[1:] if stem.endswith("i")]
    stems += [stem[:-1] for stem in stems[1:] if len(stem) > 3 and stem[-1] == stem[-2]]
    return any(stem in known.small or stem in _dictionary() for stem in stems)


def is_place(folded: str) -> bool:
    """Whether a town has that name, a large one where the dictionary has the word too (it has names as well)."""
    least = _LARGE if folded in _dictionary() else 1
    return any(place.population >= least for place in _gazetteer().named(folded))


@lru_cache(maxsize=1)
def _gazetteer() -> Gazetteer:
    from testimonia.read.gazetteer import gazetteer

    return gazetteer()


@lru_cache(maxsize=1)
def _dictionary() -> frozenset[str]:
    """The base forms that the parser's lemmatizer knows."""
    from testimonia.read.grammar import pipeline

    lemmatizer = pipeline().get_pipe("lemmatizer")
    tables = lemmatizer.lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    return frozenset(word for table in tables.values() for word in table)


@lru_cache(maxsize=8)
def casing(codebook: Codebook) -> Casing:
    """What a codebook knows of how words are written. Raises ``CodebookError`` where a file breaks its schema."""
    words = codebook.lexicon("casing", CasingWords)
    counted = codebook.lexicon("casing_counted", CountedWords)
    days = read_mapping(built_in("english") / "periods.yaml", _Months)
    phrases: dict[str, set[tuple[str, ...]]] = {}
    single: set[str] = set()
    capitals: set[str] = set(counted.capitals.split())
    small = frozenset(counted.small.split())
    for actor in codebook.actors.values():
        for alias in (actor.name, *actor.aliases, *actor.adjectives, *actor.people):
            parts = tuple(part.casefold().replace("’", "'") for part in _WORD.findall(alias))
            if len(parts) > 1 and alias[:1].isupper():
                phrases.setdefault(parts[0], set()).add(parts)
            elif len(parts) == 1 and alias.isupper() and alias.casefold() not in small:
                capitals.add(parts[0])
            elif len(parts) == 1 and alias[:1].isupper() and parts[0] not in small:
                single.add(parts[0])
    return Casing(
        small=small,
        names=frozenset((*counted.names.split(), *single)),
        capitals=frozenset(capitals),
        bodies=frozenset(words.bodies),
        linking=frozenset(words.linking),
        pronouns=frozenset(words.pronouns),
        endings=words.endings,
        irregular=words.irregular,
        days=frozenset((*days.months, *days.month_abbreviations, *days.weekdays)),
        doubtful=frozenset(days.doubtful_months),
        phrases={first: tuple(sorted(found)) for first, found in phrases.items()},
    )


def _title(word: str) -> str:
    return word[:1] + _small(word[1:])


def _small(word: str) -> str:
    """In small letters, one character for each."""
    lowered = word.lower()
    return lowered if len(lowered) == len(word) else word
