"""What is folded until it is asked for: the names of victims, and graphic passages.

What always holds: folding changes what is shown, never the text, its offsets or what is exported. A name is folded
where it stands for somebody harmed whom no codebook knows, in whatever room (``folding`` sees to that); a passage where
it holds a word of ``graphic.yaml``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from pydantic import BaseModel, ConfigDict

from testimonia.codebook.codebook import Codebook
from testimonia.codebook.schema import Words
from testimonia.model.claim import ActorMention, Claim, Kind, Unit

# PLOVER types whose recipients are harmed, and units that count the harmed.
HARMING = frozenset({"ASSAULT", "COERCE"})
HARMED = frozenset({Unit.KILLED, Unit.INJURED, Unit.DETAINED})


class GraphicWords(BaseModel):
    """Beginnings of words that tell of wounded, dying or dead bodies; words between the parts of a name; no names."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    stems: Words
    particles: Words
    no_person: Words


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a quotation: ``kind`` is ``plain``, ``mark`` (the claim's own words) or ``name`` (folded)."""

    text: str
    kind: str


def graphic(text: str, codebook: Codebook) -> bool:
    """Whether ``text`` is a passage to warn of."""
    return pattern(codebook).search(text) is not None


def occurrences(text: str, start: int, end: int, codebook: Codebook) -> Iterator[re.Match[str]]:
    """Where graphic words stand in ``text[start:end]``."""
    return pattern(codebook).finditer(text, start, end)


@lru_cache(maxsize=4)
def pattern(codebook: Codebook) -> re.Pattern[str]:
    """The graphic words, by their beginnings."""
    by_letter: dict[str, list[str]] = defaultdict(list)  # a first letter that fits none ends the search at once
    for stem in codebook.lexicon("graphic", GraphicWords).stems:
        by_letter[stem[0].lower()].append(re.escape(stem[1:]))
    letters = (f"[{one}{one.upper()}](?i:{'|'.join(rest)})" for one, rest in sorted(by_letter.items()))
    return re.compile(rf"\b(?:{'|'.join(letters)})")


@lru_cache(maxsize=4)
def _person(codebook: Codebook) -> re.Pattern[str]:
    """Two words or more with capitals: "Salim Haddad", "Umm Yasser al-Halabi"."""
    particles = "|".join(re.escape(word) for word in codebook.lexicon("graphic", GraphicWords).particles)
    word = r"[^\W\d_a-z][\w'’-]+"
    return re.compile(rf"{word}(?:\s+(?:(?:{particles})[-\s])*{word})+")


class Names:
    """The names that are folded, found where they stand as whole words, in whatever case and with whatever blanks."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for name in sorted(set(names), key=lambda name: (-len(name), name)):
            words = tuple(_WORD.findall(name.casefold()))
            if words and words not in found[words[0]]:
                found[words[0]].append(words)
        self._by_first = dict(found)
        self._words = {word for names in found.values() for words in names for word in words}

    def __bool__(self) -> bool:
        return bool(self._by_first)

    def begun_in(self, text: str) -> Names:
        """Those of the names of which the first word stands in ``text``: enough for every part of it."""
        made, lower = Names(), text.casefold()
        made._by_first = {first: rest for first, rest in self._by_first.items() if first in lower}
        return made

    def left_out(self, listed: str) -> str:
        """A list of words or stems, as reasons of links give them, without those that begin a word of a name."""
        kept = [word for word in listed.split(", ") if not self._begins_a_word(word.casefold())]
        return ", ".join(kept) or CUT

    def _begins_a_word(self, stem: str) -> bool:
        return len(stem) > 2 and any(word.startswith(stem) for word in self._words)

    def within(self, text: str) -> bool:
        """Whether one of the names stands in ``text``."""
        return next(self.spans(text), None) is not None

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where the names stand in ``text``, in order and apart."""
        done = 0
        lower = text.casefold()
        begun = tuple(first for first in self._by_first if first in lower)
        for match in _any_of(begun).finditer(text) if begun else ():
            if match.start() < done:
                continue
            for words in self._by_first.get(match.group().casefold(), ()):
                end = _end(text, match.end(), words[1:])
                if end:
                    yield match.start(), end
                    done = end
                    break


_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=512)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of those words, whole."""
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, words))})(?![^\W_])", re.IGNORECASE)


_BETWEEN = re.compile(r"(?:&#39;|[\s\-'’‘.…]){1,8}")  # between the words of a name, also as HTML writes it
CUT = "…"


def _end(text: str, at: int, rest: tuple[str, ...]) -> int:
    """Where the words of ``rest`` end that follow in ``text`` from ``at``, also where they were cut off; 0 if none."""
    for word in rest:
        between = _BETWEEN.match(text, at)
        if between is None:
            return 0
        if CUT in between.group():
            return at
        following = _WORD.match(text, between.end())
        if following is None:
            return 0
        if following.group().casefold() != word:
            cut = text.startswith(CUT, following.end()) and word.startswith(following.group().casefold())
            return following.end() if cut else 0
        at = following.end()
    return at


NO_NAMES = Names()


def harmed(claims: Iterable[Claim], codebook: Codebook) -> frozenset[str]:
    """The ids of the people whose names are folded."""
    places: set[str] = set()
    found: dict[str, str] = {}
    for claim in claims:
        places.update(name.casefold() for place in claim.places for name in (place.name, place.text))
        if _tells_of_harm(claim):
            found.update((m.actor, m.text.casefold()) for m in claim.recipients if _names_a_person(m, codebook))
    return frozenset(actor for actor, text in found.items() if text not in places)


def _names_a_person(mention: ActorMention, codebook: Codebook) -> bool:
    if mention.actor in codebook.actors or not _person(codebook).fullmatch(mention.text):
        return False
    return not set(_WORD.findall(mention.text.casefold())) & _no_person(codebook)


@lru_cache(maxsize=4)
def _no_person(codebook: Codebook) -> frozenset[str]:
    return frozenset(codebook.lexicon("graphic", GraphicWords).no_person)


def names(claims: Iterable[Claim], people: frozenset[str], *, alone: bool = False) -> Iterator[str]:
    """The names that ``claims`` give to ``people``; one word of a name too if ``alone``, as a text does that goes on.

    A single word is a name only beside the text that uses it so: elsewhere it is somebody else's.
    """
    for claim in claims:
        for mention in (*claim.actors, *claim.recipients):
            if mention.actor in people:
                yield from _written(mention, alone)


def _written(mention: ActorMention, alone: bool) -> Iterator[str]:
    whole = set(_WORD.findall(mention.name.casefold()))
    for text in (mention.text, mention.name):
        words = _WORD.findall(text)
        one = alone and len(words) == 1 and text[:1].isupper() and len(text) > 2 and text.casefold() in whole
        if one or (len(words) > 1 and all(word[:1].isupper() for word in (words[0], words[-1]))):
            yield text


def _tells_of_harm(claim: Claim) -> bool:
    return (claim.kind is Kind.EVENT and claim.type in HARMING) or any(f.unit in HARMED for f in claim.figures)


def pieces(before: str, span: str, after: str, folded: Names) -> tuple[Piece, ...]:
    """A quotation in pieces: its claim's words marked, the ``folded`` names apart, whole also across a mark's edge."""
    text, first, last = before + span + after, len(before), len(before) + len(span)
    made: list[Piece] = []

    def add(start: int, end: int) -> None:
        for kind, low, high in (("plain", 0, first), ("mark", first, last), ("plain", last, len(text))):
            if max(start, low) < min(end, high):
                made.append(Piece(text[max(start, low) : min(end, high)], kind))

    at = 0
    for start, end in folded.spans(text):
        add(at, start)
        made.append(Piece(text[start:end], "name"))
        at = end
    add(at, len(text))
    return tuple(made)
