"""What is the parser shown? The text with what it misreads put in a form that it knows: dashes, and one or two words.

A spaced hyphen is the dash it stands for ("The rebels - to the surprise of many - repelled"), because the parser takes
it for part of a word and loses the subject before an aside. A noun that its training hardly held ("airstrikes") is one
that it knows, because it takes it for a verb. A land's genitive without its apostrophe ("Kenyas army") is an adjective.
What always holds: text and document keep their length and, in the end, their very characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from testimonia.codebook.codebook import load
from testimonia.codebook.schema import Entry, Words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SPACED = re.compile(r"(?<=\s)-(?=\s)")
_DASH = "–"
_PARSED: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE"]
# What makes a land's name in "a" an adjective, and one that stands before what the land owns.
_ADJECTIVE, _OWNS = "n", r"(?=\s\w)"


class UnfamiliarWords(Entry):
    """``unfamiliar.yaml``: each word, and each name in capitals, with one of the same length that is shown instead.

    ``genitives`` are names of lands in "a".
    """

    instead: dict[str, str]
    genitives: Words
    names: dict[str, str]
    acronyms: Words
    familiar: Words

    def known_for(self, name: str) -> str:
        """What is shown for a name in capitals."""
        return name if name in self.familiar else self.names.get(name) or self.capitals[len(name)]

    @cached_property
    def capitals(self) -> dict[int, str]:
        """The acronym that is shown for others of its length."""
        return {len(acronym): acronym for acronym in self.acronyms}


def shown(text: str) -> str:
    """The text as the parser is to see it; as long as ``text``."""
    unfamiliar, words, names, genitives = _unfamiliar()
    dashed = _SPACED.sub(_DASH, text)
    familiar = words.sub(lambda found: _cased(unfamiliar.instead[found[0].lower()], found[0]), dashed)
    adjectival = genitives.sub(lambda found: f"{found[0][:-1]}{_ADJECTIVE}", familiar)
    return names.sub(lambda found: unfamiliar.known_for(found[0]), adjectival)


def as_written(doc: Doc, text: str) -> Doc:
    """The parsed ``doc`` of ``shown(text)`` with the characters of ``text``."""
    from spacy.tokens import Doc

    if doc.text == text:
        return doc
    words = [text[token.idx : token.idx + len(token)] for token in doc]
    written = Doc(doc.vocab, words=words, spaces=[bool(token.whitespace_) for token in doc])
    parsed: Any = doc.to_array(_PARSED)
    written.from_array(_PARSED, parsed)
    for token, word in zip(doc, words, strict=True):
        if token.text != word:
            written[token.i].lemma_ = _lemma(token, word)
    return written


def _lemma(token: Token, word: str) -> str:
    """The lemma of a word as it is written: that of the other one shown instead, turned back."""
    unfamiliar, *_ = _unfamiliar()
    if word in unfamiliar.names or token.text in unfamiliar.acronyms:
        return word
    if word.lower() not in unfamiliar.instead:
        return token.lemma_
    return next((old for old, new in unfamiliar.instead.items() if new == token.lemma_.lower()), word.lower())


@lru_cache(maxsize=1)
def _unfamiliar() -> tuple[UnfamiliarWords, re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = load(base=("english",)).lexicon("unfamiliar", UnfamiliarWords)
    beside_capitals = r"(?<![A-Z]{2}\s)", r"(?!\s[A-Z]{2,}\b)"
    return (
        words,
        re.compile(rf"\b(?:{_any(words.instead)})\b", re.IGNORECASE),
        re.compile(
            rf"\b(?:{'|'.join((_any(words.names), *(f'[A-Z]{{{n}}}' for n in words.capitals)))})\b".join(
                beside_capitals
            )
        ),
        re.compile(rf"\b(?:{'|'.join(words.genitives)})s\b{_OWNS}"),
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words)))


def _cased(word: str, like: str) -> str:
    return word.upper() if like.isupper() else word.capitalize() if like[0].isupper() else word
