"""How would a headline in Title Case be written as prose? "Army Retakes Town Kills 50 Rebels" hides its verbs.

What always holds: only words that begin with one capital are changed, and only to small letters; the length of the
text stays, names the codebook or the gazetteer knows stay as they are, and so does a line that is not in Title Case.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from testimonia.codebook.codebook import Codebook
from testimonia.read import casing
from testimonia.read.known_places import known_places
from testimonia.read.place_words import word_sets
from testimonia.read.transcript import Transcript

_FEWEST = 4  # words of a headline that are capitalised; by judgement
_PART = 0.75  # of its longer words
_SHORT = 3  # letters of a weekday in short
_LONG = 4  # letters from which headlines capitalise all words
_LINE = re.compile(r"\S.*?(?=[.!?]?\s{2,}|[.!?]\s|\s-\s|\n|[.!?]?$)")
_WORD = re.compile(r"[^\W\d_]+")


def lowered(transcript: Transcript, codebook: Codebook) -> Transcript:
    """The transcript with the headlines in Title Case that open its paragraphs written as prose."""
    text = transcript.text
    for paragraph in transcript.paragraphs:
        line = _LINE.match(text, paragraph.start, paragraph.end)
        if line is not None and is_headline(line.group()):
            text = text[: line.start()] + as_prose(line.group(), codebook) + text[line.end() :]
    return replace(transcript, text=text) if text != transcript.text else transcript


def is_headline(line: str) -> bool:
    """Whether a line is in Title Case."""
    words = [word for word in _WORD.findall(line) if len(word) >= _LONG]
    capital = [word for word in words if word[:1].isupper()]
    return len(capital) >= _FEWEST and len(capital) >= _PART * len(words) and not casing.in_capitals(line)


def as_prose(line: str, codebook: Codebook) -> str:
    """A headline with its common words in small letters, but for the first."""
    known = casing.casing(codebook)
    words = list(_WORD.finditer(line))
    folded = [word.group().casefold() for word in words]
    kept = {at for start, stop in casing.phrases(folded, known) for at in range(start, stop)}
    kept |= _compounds(words, codebook)
    pieces = list(line)
    for at, word in enumerate(words):
        if word.start() > 0 and at not in kept and _is_lowered(word, line, known):
            pieces[word.start() : word.end()] = word.group().lower()
    return "".join(pieces)


def _compounds(words: Sequence[re.Match[str]], codebook: Codebook) -> set[int]:
    """Words that begin the name of a listed place though they are common ones too: "Tell" of "Tell Afar"."""
    parts, known = word_sets(codebook).lists.place_parts, known_places(codebook)
    found = set()
    for at, (word, after) in enumerate(pairwise(words)):
        if word.group().casefold() in parts:
            name = f"{word.group()} {after.group()}"
            found |= {at} if known.named(name) or known.spelt_like(name) else set()
    return found


def _is_lowered(word: re.Match[str], line: str, known: casing.Casing) -> bool:
    letters = word.group()
    folded = letters.casefold()
    joined = "-" in line[max(0, word.start() - 1) : word.start()] + line[word.end() : word.end() + 1]
    if len(letters) == 1 or not letters.istitle() or joined or len(letters.lower()) != len(letters):
        return False
    if folded in known.days or _is_weekday(folded, known) or folded in known.names or folded in known.capitals:
        return False
    return folded in known.small or (casing.is_common(folded, known) and not casing.is_place(folded))


def _is_weekday(folded: str, known: casing.Casing) -> bool:
    """Whether a word is a day of the week in short: "Tue"."""
    return len(folded) == _SHORT and any(day.startswith(folded) and day.endswith("day") for day in known.days)
