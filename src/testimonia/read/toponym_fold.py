"""When two spellings of a place's name count as the same: lightly for any language, deeply for romanised names.

What always holds: folding is idempotent, and names that are equal in the light fold are equal in the deep one. The
light fold drops case, diacritics, apostrophes and the difference between hyphen and space. The deep fold makes
equal what romanisers of Arabic, Kurdish, Persian and Cyrillic vary: the article al-/ash-, ou/u, q/k, doubled
letters, final -ah; it is only used for places of countries where names are romanised.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from testimonia.codebook.schema import Entry, Words


class PlaceSpelling(Entry):
    """``place_spelling.yaml``: what varies between romanisations, and in which countries (ISO 3166-1 alpha-2)."""

    articles: Words
    variants: tuple[tuple[str, str], ...]
    endings: tuple[tuple[str, str], ...]
    countries: Words
    generic_tails: Words


_APOSTROPHES = re.compile(r"['’‘`´ʻʼʿʾ′]")
_BREAKS = re.compile(r"[^\w]+|_")
_UNDECOMPOSED = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ə": "a"}
)


@lru_cache(maxsize=100_000)
def fold(name: str) -> str:
    """The light fold: lower-case words without diacritics or apostrophes, joined by single spaces."""
    plain = name if name.isascii() else _plain(name)
    plain = _APOSTROPHES.sub("", plain.casefold())
    return " ".join(_BREAKS.sub(" ", plain).split())


def _plain(name: str) -> str:
    folded = name.casefold().translate(_UNDECOMPOSED)
    return "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))


class DeepFold:
    """The deep fold by the rules of one codebook; call it with a light fold or any name."""

    def __init__(self, rules: PlaceSpelling) -> None:
        self._articles = frozenset(rules.articles)
        self._variants = tuple((re.compile(variant), standard) for variant, standard in rules.variants)
        self._endings = tuple((re.compile(f"(?:{variant})$"), standard) for variant, standard in rules.endings)
        self.countries = frozenset(rules.countries)
        self._key = lru_cache(maxsize=50_000)(self._fold)

    def __call__(self, name: str) -> str:
        """One word of lower-case letters; empty where nothing but articles remains."""
        return self._key(fold(name))

    def _fold(self, name: str) -> str:
        words = [word for word in name.split() if word not in self._articles]
        key = []
        for word in words:
            deep = word
            for variant, standard in self._variants:
                deep = variant.sub(standard, deep)
            deep = re.sub(r"(\D)\1+", r"\1", deep)
            for variant, standard in self._endings:
                deep = variant.sub(standard, deep)
            key.append(deep)
        return re.sub(r"(\D)\1+", r"\1", "".join(key))
