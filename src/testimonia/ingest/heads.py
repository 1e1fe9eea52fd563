"""What stands before and after the words of an article: its head of title, byline and date, its tail of small print.

What always holds: a head ends at the first paragraph, a tail never reaches up to it, and no line has two roles.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from testimonia.ingest.blocks import Block
from testimonia.ingest.furniture import Furniture, Reading, Role

CREDITS = (Role.BYLINE, Role.DATELINE, Role.OUTLET, Role.CREDIT)
_LONGEST_HEAD = 16  # blocks; Global Research-like heads have ten
_LONGEST_STANDFIRST = 45  # words
_LONGEST_TITLE = 28  # words
_STRAY = 2  # unmatched short lines in a row that a tail may hold
_STRAY_WORDS = 12


@dataclass(frozen=True, slots=True)
class Head:
    """The roles of the blocks from ``start`` to ``stop``, which is the first block of the article's words."""

    start: int
    stop: int
    roles: Mapping[int, Reading]

    @property
    def credited(self) -> frozenset[Role]:
        """Which of byline, date line and outlet it has; a date line that names its outlet counts as both."""
        found = {reading.role for reading in self.roles.values() if reading.role in CREDITS}
        if any(reading.role in CREDITS and reading.outlet for reading in self.roles.values()):
            found.add(Role.OUTLET)
        return frozenset(found)

    @property
    def title(self) -> int | None:
        """The block that is the title."""
        return next((at for at, reading in self.roles.items() if reading.role is Role.TITLE), None)


def read_head(blocks: Sequence[Block], start: int, stop: int, furniture: Furniture) -> Head:
    """The head that begins at block ``start``."""
    roles: dict[int, Reading] = {}
    unmatched: list[int] = []
    at = start
    while at < min(stop, start + _LONGEST_HEAD):
        block = blocks[at]
        if reading := head_role(block, furniture):
            roles[at] = reading
        elif len(unmatched) == 3 or _ends_head(blocks, at, stop, furniture):
            break
        else:
            unmatched.append(at)
        at += 1
    if at == stop and len(unmatched) == stop - start > 1:
        at, unmatched = start + 1, [start]  # nothing but short lines: the first is the title, the rest the text
    # Short lines without any credit after them are the article's own first words, save the first.
    last_credit = max((i for i, r in roles.items() if r.role is not Role.RULE), default=start - 1)
    while len(unmatched) > 1 and unmatched[-1] > last_credit and blocks[unmatched[-1]].level != 1:
        at = unmatched.pop()
    _name_people(blocks, roles, unmatched, furniture)
    _tell_outlet_from_author(roles)
    title = next((i for i in unmatched if blocks[i].level == 1), None)
    if title is None:
        title = next((i for i in unmatched if 1 < blocks[i].words <= _LONGEST_TITLE or blocks[i].level), None)
    for i in unmatched:
        role = Role.TITLE if i == title else Role.TAG if title is not None and i < title else Role.STANDFIRST
        roles[i] = Reading(role)
    return Head(start, at, {i: roles[i] for i in sorted(roles) if i < at})


def head_role(block: Block, furniture: Furniture) -> Reading | None:
    """The role of a block of a head, known outlets on a line of their own included."""
    if reading := furniture.role(block, "head"):
        return reading
    outlet = furniture.outlets.named(block.shown)
    return Reading(Role.OUTLET, outlet=outlet.name) if outlet and block.level != 1 else None


def read_tail(
    blocks: Sequence[Block], floor: int, stop: int, authors: Sequence[str], furniture: Furniture
) -> dict[int, Reading]:
    """The roles of the blocks at the end of ``blocks[floor:stop]``; a block without one is missing there."""
    roles: dict[int, Reading] = {}
    lowest, misses = stop, 0
    for at in range(stop - 1, floor, -1):
        block = blocks[at]
        reading = furniture.role(block, "tail")
        if reading and reading.role is Role.BIO and reading.author:
            reading = reading if block.emphasised or _same_person(reading.author, authors) else None
        if reading:
            roles[at] = reading
            lowest, misses = at, 0
            continue
        misses += 1
        if misses > _STRAY or block.prose or block.words > _STRAY_WORDS:
            break
    for at in range(lowest, stop):
        roles.setdefault(at, Reading(Role.SMALLPRINT))
    while roles and roles[lowest].role is Role.RULE and lowest + 1 in roles and roles[lowest + 1].role is Role.TITLE:
        lowest += 1
    return roles


def headline_shaped(block: Block) -> bool:
    """Whether a block could be a headline: short, beginning with a capital, no full stop."""
    words = block.shown.split()
    if not 2 <= len(words) <= 22 or block.shown[-1] in ".,;:" or block.rule:
        return False
    first = block.shown.lstrip("“\"'‘(")[:1]
    return bool(block.level) or first.isupper() or first.isdigit()


def title_like(block: Block) -> bool:
    """Whether it must be a headline: most of its words have capitals, or it bears a heading mark."""
    if not headline_shaped(block) or block.level:
        return headline_shaped(block)
    words = block.shown.split()
    long_words = [word.lstrip("“\"'‘(") for word in words if len(word) > 3] or words
    capitals = sum(word[:1].isupper() or word[:1].isdigit() for word in long_words)
    return len(words) > 2 and capitals >= 0.6 * len(long_words)


def _ends_head(blocks: Sequence[Block], at: int, stop: int, furniture: Furniture) -> bool:
    """Whether the block is the article's first paragraph, and no standfirst with a byline or date after it."""
    block = blocks[at]
    if block.words > _LONGEST_STANDFIRST:
        return True
    return block.prose and not _credit_follows(blocks, at, stop, furniture)


def _credit_follows(blocks: Sequence[Block], at: int, stop: int, furniture: Furniture) -> bool:
    for later in range(at + 1, min(at + 3, stop)):
        reading = head_role(blocks[later], furniture)
        if reading and reading.role in CREDITS:
            return True
        if furniture.is_person(blocks[later].shown):
            return True
        if blocks[later].words > _LONGEST_STANDFIRST:
            return False
    return False


def _name_people(
    blocks: Sequence[Block], roles: dict[int, Reading], unmatched: list[int], furniture: Furniture
) -> None:
    """Takes a bare name beside a date, or after the title, for the byline."""
    bylined = any(reading.role is Role.BYLINE for reading in roles.values())
    for at in list(unmatched):
        name = blocks[at].shown
        beside = any(i in roles and roles[i].role in CREDITS for i in (at - 1, at + 1))
        if not bylined and furniture.is_person(name) and not blocks[at].level and (beside or at != unmatched[0]):
            roles[at] = Reading(Role.BYLINE, author=name)
            unmatched.remove(at)
            bylined = True


def _tell_outlet_from_author(roles: dict[int, Reading]) -> None:
    """Of two bylines, the one that is only a name before a date is that of the outlet: "By X", then "Y, 3 May"."""
    named = [at for at, reading in roles.items() if reading.role is Role.BYLINE and reading.author]
    dated = [at for at in named if roles[at].date]
    if len(named) > len(dated) > 0:
        for at in dated:
            roles[at] = Reading(Role.DATELINE, outlet=roles[at].author, date=roles[at].date)


def _same_person(name: str, authors: Sequence[str]) -> bool:
    return any(name == author or name.rsplit(maxsplit=1)[-1] == author.split()[-1] for author in authors)
