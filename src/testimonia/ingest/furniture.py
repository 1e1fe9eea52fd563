"""What role does a line play on the page? Bylines, date lines, credits, share links, small print, comment forms.

What always holds: a role comes from one pattern of the word list ``sections``, whose captured words are kept; what
matches no pattern has no role.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Literal

from testimonia.codebook.codebook import Codebook
from testimonia.codebook.schema import Entry, Words
from testimonia.ingest.blocks import Block
from testimonia.ingest.datelines import date_reader
from testimonia.ingest.outlets import Outlets, outlets_of


class Role(StrEnum):
    """What a block is to the page it stands on."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    OUTLET = "outlet"
    CREDIT = "credit"
    TAG = "tag"
    BIO = "bio"
    CONTACT = "contact"
    COPYRIGHT = "copyright"
    SMALLPRINT = "smallprint"
    SHARE = "share"
    CAPTION = "caption"
    COMMENTS = "comments"
    REPLY = "reply"
    RULE = "rule"


class Pattern(Entry):
    """One pattern of the word list; see the head of ``sections.yaml``."""

    role: Role
    where: Literal["head", "tail", "any"]
    match: str
    known: bool = False
    paper: bool = False
    short: int | None = None


class SectionWords(Entry):
    """``sections.yaml``."""

    patterns: tuple[Pattern, ...]
    announcements: tuple[str, ...]
    announced_in: tuple[str, ...]
    announced_by: tuple[str, ...]
    name_particles: Words
    paper_words: Words
    organisation_words: Words
    platforms: Words


@dataclass(frozen=True, slots=True)
class Reading:
    """The role of a block, with the author, outlet, date or title that its words give."""

    role: Role
    author: str | None = None
    outlet: str | None = None
    date: str | None = None
    title: str | None = None


@dataclass(frozen=True)
class Furniture:
    """The patterns of one codebook, compiled; made once by ``furniture_of``."""

    words: SectionWords
    compiled: tuple[tuple[Pattern, re.Pattern[str]], ...]
    announcing: tuple[re.Pattern[str], ...]
    announced_in: tuple[re.Pattern[str], ...]
    announced_by: tuple[re.Pattern[str], ...]
    person: re.Pattern[str]
    date: re.Pattern[str]
    outlet: re.Pattern[str]
    outlets: Outlets

    def role(self, block: Block, where: Literal["head", "tail", "middle"]) -> Reading | None:
        """The role that ``block`` plays at that place of a page, or ``None`` for words of the article."""
        if block.rule:
            return Reading(Role.RULE)
        words = block.words
        if len(block.shown) > _LONGEST:
            return None
        for pattern, expression in self.compiled:
            if pattern.where not in ("any", where) or (pattern.short and words > pattern.short):
                continue
            if where == "middle" and block.sentence and words > 12 and pattern.role is not Role.COMMENTS:
                continue
            match = expression.fullmatch(block.shown)
            if match and self._plausible(pattern, match.groupdict()):
                return _reading(pattern.role, match.groupdict())
        return None

    def is_person(self, words: str) -> bool:
        """Whether ``words`` have the shape of a personal name and are no outlet's."""
        if not self.person.fullmatch(words) or self.outlets.named(words):
            return False
        named = {word if word in self.words.paper_words else word.title() for word in words.split()}
        return not named & {*self.words.paper_words, *self.words.organisation_words}

    def is_paper(self, name: str) -> bool:
        """Whether ``name`` is a known outlet's, or ends as those of papers, stations and sites do."""
        if self.outlets.named(name) is not None:
            return True
        return self.outlet.fullmatch(name) is not None and name.rsplit(maxsplit=1)[-1].title() in self.words.paper_words

    def is_platform(self, host: str) -> bool:
        """Whether ``host`` belongs to a platform on which anybody publishes."""
        return any(host == platform or host.endswith(f".{platform}") for platform in self.words.platforms)

    def announces(self, block: Block) -> bool:
        """Whether ``block`` says that another article follows."""
        return any(expression.search(block.shown) for expression in self.announcing)

    def announced(self, block: Block) -> Reading:
        """The outlet, author and date that an announcement names."""
        found: dict[str, str | None] = {}
        for expression in self.announced_in:
            for match in expression.finditer(block.shown):
                outlet = self.outlets.named_at_start(match["outlet"])
                if outlet or set(match["outlet"].split()) & set(self.words.paper_words):
                    found.setdefault("outlet", outlet.name if outlet else match["outlet"])
                    dated = self.date.search(block.shown, match.start("outlet"))
                    found["date"] = found.get("date") or (dated[0] if dated else None)
        for expression in self.announced_by:
            for match in expression.finditer(block.shown):
                if self.is_person(match["author"]):
                    found.setdefault("author", match["author"])
        return _reading(Role.CREDIT, found)

    def _plausible(self, pattern: Pattern, groups: Mapping[str, str | None]) -> bool:
        author, outlet = groups.get("author"), groups.get("outlet")
        if author and not all(self.is_person(name) for name in _NAMES_APART.split(author)):
            return False
        if not outlet:
            return True
        known = self.outlets.named(outlet) is not None
        if pattern.paper:
            return known or (self.is_paper(outlet) and len(outlet.split()) > 1)
        if pattern.known or pattern.role is Role.DATELINE:
            return known or (not pattern.known and len(outlet.split()) > 1 and not self.outlets.is_place(outlet))
        return True


_LONGEST = 4_000  # characters of the longest small print; what is longer is text
_NAMES_APART = re.compile(r",\s+(?:and\s+)?|\s+and\s+")
_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĪİŁŃŇŌŘŚŞŠŤŪŮŹŻŽ"


def furniture_of(codebook: Codebook) -> Furniture:
    """The patterns of ``codebook``. Raises ``CodebookError`` where it has no such word list."""
    dates = date_reader(codebook)
    months = "(?i:" + "|".join(sorted(map(re.escape, dates.months), key=len, reverse=True)) + ")"
    return _furniture(codebook.lexicon("sections", SectionWords), dates.source, months, outlets_of(codebook))


@lru_cache(maxsize=8)
def _furniture(words: SectionWords, date: str, month: str, outlets: Outlets) -> Furniture:
    particle = "(?:" + "|".join(map(re.escape, words.name_particles)) + ")"
    part = rf"[{_CAPITAL}][\w.'’]*(?:-\w[\w'’]*)*"
    name = rf"{part}(?:\s+(?:{particle}[\s-]+)*{part}){{1,3}}"
    word = rf"[{_CAPITAL}0-9][\w.'’&-]*(?<!\.)"
    # A name goes on over small words, but not into a date: "The Herald on 3 May" is "The Herald".
    onward = rf"(?!(?:(?:on|in|of)\s+)?(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?{month}\b)"
    outlet = rf"(?:[Tt]he\s+)?{word}(?:\s+{onward}(?:(?:of|the|and|for|in|on|&|{particle})\s+)*{word}){{0,6}}"
    shapes = {
        "{author}": rf"(?-i:(?P<author>{name}(?:(?:,\s+(?:and\s+)?|\s+and\s+){name}){{0,3}}))",
        "{outlet}": rf"(?-i:(?P<outlet>{outlet}))",
        "{glued}": rf"(?-i:(?P<outlet>(?:The\s+)?[{_CAPITAL}][\w.'’&]*?(?:\s+[{_CAPITAL}&][\w.'’&]*?)*?))",
        "{date}": f"(?P<date>{date})",
    }

    def compiled(match: str) -> re.Pattern[str]:
        for mark, shape in shapes.items():
            match = match.replace(mark, shape)
        return re.compile(match, re.IGNORECASE | re.DOTALL)

    return Furniture(
        words,
        tuple((pattern, compiled(pattern.match)) for pattern in words.patterns),
        tuple(map(compiled, words.announcements)),
        tuple(map(compiled, words.announced_in)),
        tuple(map(compiled, words.announced_by)),
        re.compile(name),
        re.compile(date, re.IGNORECASE),
        re.compile(outlet),
        outlets,
    )


def _reading(role: Role, groups: Mapping[str, str | None]) -> Reading:
    title = groups.get("title") or None
    if title and title.count("“") > title.count("”"):
        title += "”"  # the closing mark that the pattern took for the line's own
    return Reading(role, groups.get("author"), groups.get("outlet"), groups.get("date"), title)
