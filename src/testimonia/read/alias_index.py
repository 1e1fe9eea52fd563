"""Which codebook actors a stretch of words may name: a tree of folded words, walked once over a parsed account.

What always holds: a hit covers whole tokens, hits do not overlap, and the longest name at a place wins. Words are
folded for case, diacritics and the spellings of romanised Arabic, so that one alias serves its usual variants;
names in capitals such as "IS" or "US" match only as they are written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from testimonia.codebook.codebook import Codebook
from testimonia.codebook.schema import ActorEntry, Words
from testimonia.codebook.schema import Entry as Schema
from testimonia.model.source import ActorKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SHORT = 5  # names in capitals up to this length are matched in capitals only
_SHORTEST = 4  # letters; a shorter word in "s" is another word more often than a name without its apostrophe
_SPELT_ALIKE = 6  # single words up to this length are matched in the codebook's own spelling
_MARK = re.compile(r"[^\w]+")


class Form(StrEnum):
    """How a word or phrase names an actor."""

    NAME = "name"
    SURNAME = "surname"
    PEOPLE = "people"
    ADJECTIVE = "adjective"
    METONYM = "metonym"
    NOMINAL = "nominal"


class Romanisation(Schema):
    """``romanisation.yaml``: articles that may be absent from a name, spellings that stand for each other.

    ``reproaches`` are words that may stand inside a name in addition.
    """

    articles: Words
    reproaches: Words = ()
    spellings: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An actor that an alias names, how, and in which days; ``cased`` asks for the very capitals of ``alias``."""

    actor: str
    form: Form
    alias: str
    since: date | None = None
    until: date | None = None

    def holds(self, day: date | None) -> bool:
        """Whether the alias was in use on ``day``; unknown days rule nothing out."""
        return day is None or ((self.since is None or self.since <= day) and (self.until is None or day <= self.until))


@dataclass(frozen=True, slots=True)
class Hit:
    """Tokens ``start`` to ``end`` (exclusive) that name one of ``candidates``; ``shorter`` begins at the same word."""

    start: int
    end: int
    candidates: tuple[Candidate, ...]
    shorter: Hit | None = None


@dataclass(slots=True)
class _Node:
    children: dict[str, _Node] = field(default_factory=dict)
    candidates: list[Candidate] = field(default_factory=list)


class AliasIndex:
    """The tree of all names of a codebook's actors."""

    def __init__(self, codebook: Codebook) -> None:
        self._fold = Folding(codebook.lexicon("romanisation", Romanisation))
        self._root = _Node()
        for actor in codebook.actors.values():
            for candidate in _aliases_of(actor):
                self._add(candidate)

    def _add(self, candidate: Candidate) -> None:
        node = self._root
        alias = re.sub(r"^[Tt]he ", "", candidate.alias)
        candidate = replace(candidate, alias=alias)
        for word in self._fold.words(alias):
            node = node.children.setdefault(word, _Node())
        if node is not self._root and candidate not in node.candidates:
            node.candidates.append(candidate)

    def hits(self, doc: Doc) -> Iterator[Hit]:
        """Non-overlapping hits from left to right, the longest at each place."""
        folded = ["" if token.tag_ == "POS" else self._fold.word(token.text) for token in doc]
        at = 0
        while at < len(doc):
            hit = self._longest(doc, folded, at)
            if hit:
                yield hit
                at = hit.end
            else:
                at += 1

    def _longest(self, doc: Doc, folded: list[str], start: int) -> Hit | None:
        node, at, best = self._root, start, None
        if not folded[start]:
            return None
        while at < len(doc):
            word = folded[at]
            child = node.children.get(word) or self._stripped(node, doc, at)
            if child is None:
                if at > start and (not word or word in self._fold.added) and doc[at].text not in ",.;:()":
                    at += 1  # a hyphen, or an article or reproach that the name has here and not in the codebook
                    continue
                break
            at += 1
            node = child
            found = tuple(c for c in node.candidates if _written_so(c, doc, start, at))
            if found:
                best = Hit(start, at, found, best)
        return best

    def _stripped(self, node: _Node, doc: Doc, at: int) -> _Node | None:
        """Where a word leads whose apostrophe was lost before what it owns: "Nasrallahs forces", "the regimes jets"."""
        text, own = doc[at].text, doc[at].dep_ in ("compound", "poss", "nmod", "amod")
        if not own or len(text) <= _SHORTEST or not text.endswith("s"):
            return None
        child = node.children.get(self._fold.word(text[:-1]))
        if child is None or text[:1].isupper() or node is not self._root:
            return child
        return child if any(c.form is Form.NOMINAL for c in child.candidates) else None


class Folding:
    """Folds words so that usual variants of a romanised name become equal."""

    def __init__(self, rules: Romanisation) -> None:
        self.articles = frozenset(rules.articles)
        self._spellings = rules.spellings
        self.added = self.articles | frozenset(self._word(word) for word in rules.reproaches)
        self.word = lru_cache(maxsize=200_000)(self._word)

    def _word(self, text: str) -> str:
        plain = _bare(text)
        if plain.isdigit():
            return plain
        for variant, standard in self._spellings:
            plain = plain.replace(variant, standard)
        single = re.sub(r"(.)\1", r"\1", plain)
        return single if len(single) > 1 else plain

    def words(self, name: str) -> list[str]:
        """The folded words of a name, without hyphens, articles (except where first) and possessive marks."""
        parts = [self.word(part) for part in re.findall(r"[^\s\-–—/]+", re.sub(r"['’]s?(?=\s|$)", "", name))]
        return [part for index, part in enumerate(parts) if part and (index == 0 or part not in self.articles)]


def _aliases_of(actor: ActorEntry) -> Iterator[Candidate]:
    for alias in (actor.name, *actor.aliases):
        yield Candidate(actor.id, Form.NAME, alias)
    for dated in actor.names:
        yield Candidate(actor.id, Form.NAME, dated.name)
    for forms, words in (
        (Form.ADJECTIVE, actor.adjectives),
        (Form.PEOPLE, actor.people),
        (Form.METONYM, actor.metonyms),
        (Form.NOMINAL, actor.nominals),
    ):
        for word in words:
            yield Candidate(actor.id, forms, word)
    if actor.kind is ActorKind.PERSON and actor.surname:
        yield Candidate(actor.id, Form.SURNAME, actor.surname)


def _written_so(candidate: Candidate, doc: Doc, start: int, end: int) -> bool:
    """Whether the words stand in the case the alias needs."""
    if candidate.form is Form.NOMINAL:
        return True
    alias = candidate.alias
    bare = re.sub(r"\W", "", alias)
    if bare.isupper() and len(bare) <= _SHORT:
        return re.sub(r"\W", "", doc[start:end].text) == bare
    text = doc[start].text
    if end - start == 1 and len(text) <= _SPELT_ALIKE and not {_bare(text), _bare(text[:-1])} & {_bare(alias)}:
        return False  # short words of other meaning fold to the same letters
    first, last = doc[start], doc[end - 1]
    if not alias[:1].isupper():
        return True
    return _capital(first) and (end - start == 1 or _capital(last) or not alias.split()[-1][:1].isupper())


def _bare(text: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _MARK.sub("", plain.casefold())


def _capital(token: Token) -> bool:
    return token.text[:1].isupper() or not token.text[:1].isalpha()


@lru_cache(maxsize=8)
def index(codebook: Codebook) -> AliasIndex:
    """The index of a codebook, built once."""
    return AliasIndex(codebook)
