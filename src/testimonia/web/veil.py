"""What is folded until it is asked for: the names of victims, and graphic passages.

What always holds: folding changes what is shown, never the text, its offsets or what is exported. A name is folded
where it stands for somebody harmed whom no codebook knows; a passage where it holds a word of ``graphic.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from pydantic import BaseModel, ConfigDict

from testimonia.codebook.codebook import Codebook
from testimonia.codebook.schema import Words
from testimonia.model.claim import Claim, Kind, Unit

# PLOVER types whose recipients are harmed, and units that count the harmed.
HARMING = frozenset({"ASSAULT", "COERCE"})
HARMED = frozenset({Unit.KILLED, Unit.INJURED, Unit.DETAINED})


class GraphicWords(BaseModel):
    """Beginnings of words that tell of wounded, dying or dead bodies, and words between the parts of a name."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    stems: Words
    particles: Words


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a quotation: ``kind`` is ``plain``, ``mark`` (the claim's own words) or ``name`` (folded)."""

    text: str
    kind: str


def graphic(text: str, codebook: Codebook) -> bool:
    """Whether ``text`` is a passage to warn of."""
    return _pattern(codebook).search(text) is not None


def occurrences(text: str, start: int, end: int, codebook: Codebook) -> Iterator[re.Match[str]]:
    """Where graphic words stand in ``text[start:end]``."""
    return _pattern(codebook).finditer(text, start, end)


@lru_cache(maxsize=4)
def _pattern(codebook: Codebook) -> re.Pattern[str]:
    stems = codebook.lexicon("graphic", GraphicWords).stems
    return re.compile(r"\b(?:" + "|".join(re.escape(stem) for stem in stems) + ")", re.IGNORECASE)


@lru_cache(maxsize=4)
def _person(codebook: Codebook) -> re.Pattern[str]:
    """Two words or more with capitals: "Salim Haddad", "Umm Yasser al-Halabi"."""
    particles = "|".join(re.escape(word) for word in codebook.lexicon("graphic", GraphicWords).particles)
    word = r"[^\W\d_a-z][\w'’-]+"
    return re.compile(rf"{word}(?:\s+(?:(?:{particles})[-\s])*{word})+")


def names(claims: Iterable[Claim], codebook: Codebook) -> tuple[str, ...]:
    """The names, as their texts write them, of people whom ``claims`` say were harmed; the longest first."""
    person = _person(codebook)
    found = {
        mention.text
        for claim in claims
        if _tells_of_harm(claim)
        for mention in claim.recipients
        if mention.actor not in codebook.actors and person.fullmatch(mention.text)
    }
    return tuple(sorted(found, key=lambda name: (-len(name), name)))


def harmed(claims: Iterable[Claim], codebook: Codebook) -> frozenset[str]:
    """The ids of the people whose names are folded."""
    person = _person(codebook)
    return frozenset(
        mention.actor
        for claim in claims
        if _tells_of_harm(claim)
        for mention in claim.recipients
        if mention.actor not in codebook.actors and person.fullmatch(mention.text)
    )


def _tells_of_harm(claim: Claim) -> bool:
    return (claim.kind is Kind.EVENT and claim.type in HARMING) or any(f.unit in HARMED for f in claim.figures)


def pieces(before: str, span: str, after: str, folded: tuple[str, ...]) -> tuple[Piece, ...]:
    """A quotation in pieces: its claim's words marked, the ``folded`` names apart."""
    return (*_split(before, "plain", folded), *_split(span, "mark", folded), *_split(after, "plain", folded))


def spans(text: str, folded: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Where the names stand in ``text``, in order and apart."""
    if folded:
        for match in re.finditer("|".join(re.escape(name) for name in folded), text):
            yield match.start(), match.end()


def _split(text: str, kind: str, folded: tuple[str, ...]) -> Iterator[Piece]:
    at = 0
    for start, end in spans(text, folded):
        if start > at:
            yield Piece(text[at:start], kind)
        yield Piece(text[start:end], "name")
        at = end
    if at < len(text):
        yield Piece(text[at:], kind)
