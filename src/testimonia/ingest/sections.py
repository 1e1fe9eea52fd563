"""Which stretches of a text are headline, byline, body, repost, comment and boilerplate, and whose are they?

What always holds: every character that is not white space belongs to exactly one section, sections come in order,
and account 0 is the document's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from testimonia.ingest.blocks import Block, blocks_of
from testimonia.ingest.furniture import Furniture, Reading, Role
from testimonia.ingest.heads import CREDITS, Head, read_head, read_tail
from testimonia.ingest.piece import Mark
from testimonia.ingest.reposts import Repost, find_reposts
from testimonia.model.document import Section, SectionKind

_COMMENT_WORDS = 4  # fewer, after a comment form, are labels of the form


@dataclass(frozen=True, slots=True)
class Placed:
    """A block with its kind, its account's number (``None``: nobody's) and the role it was recognised by."""

    block: Block
    kind: SectionKind
    account: int | None
    reading: Reading | None


@dataclass(frozen=True, slots=True)
class Layout:
    """All blocks of a text in order, and the reposts among them; repost ``n`` is account ``n + 1``."""

    placed: tuple[Placed, ...]
    reposts: tuple[Repost, ...]

    def of_account(self, number: int) -> list[Placed]:
        """What belongs to one account."""
        return [placed for placed in self.placed if placed.account == number]


def lay_out(text: str, furniture: Furniture, marks: Sequence[Mark] = ()) -> Layout:
    """The layout of ``text``; ``marks`` are kinds that the markup gave and that overrule what the words look like."""
    blocks = blocks_of(text)
    comments = _comments_start(blocks, furniture, marks)
    head = _own_head(blocks, comments, furniture, marks)
    authors = [reading.author for reading in head.roles.values() if reading.author]
    tail = read_tail(blocks, head.stop, comments, authors, furniture)
    body_stop = min(tail, default=comments)
    reposts = find_reposts(blocks, head.stop, body_stop, furniture)
    placed = []
    for at, block in enumerate(blocks):
        if at >= comments:
            placed.append(_below(block, at, comments, blocks, furniture))
        elif at in tail and not any(r.start <= at < r.stop for r in reposts):
            placed.append(Placed(block, SectionKind.BOILERPLATE, None, tail[at]))
        elif at in head.roles:
            placed.append(_of_head(block, head.roles[at], 0))
        else:
            placed.append(_of_middle(block, at, reposts, furniture))
    return Layout(tuple(_overruled(one, marks) for one in placed), tuple(reposts))


def sections(text: str, layout: Layout, document: str) -> tuple[Section, ...]:
    """The layout as sections of the document of that id: neighbours of one kind and account are joined."""
    joined: list[Section] = []
    for placed in layout.placed:
        account = account_id(document, placed.account)
        block = placed.block
        last = joined[-1] if joined else None
        if last and last.kind is placed.kind and last.account == account:
            joined[-1] = replace(last, end=block.end)
        else:
            joined.append(Section(placed.kind, block.start, block.end, account))
    return tuple(joined)


def account_id(document: str, number: int | None) -> str | None:
    """The id of account ``number`` of a document: its own id, or that with ``.1``, ``.2`` for reposts."""
    return document if number == 0 else None if number is None else f"{document}.{number}"


def _own_head(blocks: Sequence[Block], stop: int, furniture: Furniture, marks: Sequence[Mark]) -> Head:
    head = read_head(blocks, 0, stop, furniture)
    title = head.title
    named = next((r.title for b in blocks[stop:] if (r := furniture.role(b, "tail")) and r.title), None)
    if title is None or named is None or any(mark.kind is SectionKind.HEADLINE for mark in marks):
        return head
    if _folded(blocks[title].shown)[:30] == _folded(named)[:30]:
        return head
    # The page's own comment line gives another title: the first line is a caption of a picture, part of the text.
    return Head(head.start, head.stop, {**head.roles, title: Reading(Role.STANDFIRST)})


def _comments_start(blocks: Sequence[Block], furniture: Furniture, marks: Sequence[Mark]) -> int:
    """The first block of the readers' part: a comment count or form after which no article goes on."""
    readings = {at: reading for at, block in enumerate(blocks) if (reading := furniture.role(block, "tail"))}
    replies = [at for at, reading in readings.items() if reading.role is Role.REPLY and at > 0]
    for at, reading in readings.items():
        if reading.role is not Role.COMMENTS or at == 0:
            continue
        counted = blocks[at].shown[:1].isdigit()
        in_last_part = 2 * at >= len(blocks)
        if (replies and replies[-1] > at and (counted or in_last_part)) or (counted and in_last_part):
            return at
    late = [at for at in replies if 2 * at >= len(blocks)]
    marked = [at for at, block in enumerate(blocks) for mark in marks if _within(block, mark, SectionKind.COMMENT)]
    return min([*late, *marked], default=len(blocks))


def _below(block: Block, at: int, comments: int, blocks: Sequence[Block], furniture: Furniture) -> Placed:
    reading = furniture.role(block, "tail")
    after_form = any(
        (r := furniture.role(b, "tail")) is not None and r.role is Role.REPLY for b in blocks[comments : at + 1]
    )
    said = reading is None and (not after_form or (block.sentence and block.words > _COMMENT_WORDS))
    return Placed(block, SectionKind.COMMENT if said else SectionKind.BOILERPLATE, None, reading)


def _of_head(block: Block, reading: Reading, account: int) -> Placed:
    if reading.role in (Role.TITLE, Role.STANDFIRST) and account:
        return Placed(block, SectionKind.REPOST, account, reading)
    if reading.role is Role.TITLE:
        return Placed(block, SectionKind.HEADLINE, account, reading)
    if reading.role is Role.STANDFIRST:
        return Placed(block, SectionKind.BODY, account, reading)
    if reading.role in CREDITS:
        return Placed(block, SectionKind.BYLINE, account, reading)
    return Placed(block, SectionKind.BOILERPLATE, None, reading)


def _of_middle(block: Block, at: int, reposts: Sequence[Repost], furniture: Furniture) -> Placed:
    for number, repost in enumerate(reposts, 1):
        if at in repost.head.roles and repost.start <= at < repost.stop:
            return _of_head(block, repost.head.roles[at], number)
        if repost.start <= at < repost.stop:
            return _furnished(block, SectionKind.REPOST, number, furniture)
    return _furnished(block, SectionKind.BODY, 0, furniture)


def _furnished(block: Block, kind: SectionKind, account: int, furniture: Furniture) -> Placed:
    reading = furniture.role(block, "middle")
    if reading is None:
        return Placed(block, kind, account, None)
    if reading.role in CREDITS:
        return Placed(block, SectionKind.BYLINE, account, reading)
    return Placed(block, SectionKind.BOILERPLATE, None, reading)


def _overruled(placed: Placed, marks: Sequence[Mark]) -> Placed:
    for mark in marks:
        if _within(placed.block, mark, mark.kind):
            kept = mark.kind in (SectionKind.HEADLINE, SectionKind.BYLINE, SectionKind.BODY)
            reading = Reading(Role.TITLE) if mark.kind is SectionKind.HEADLINE else placed.reading
            return Placed(placed.block, mark.kind, (placed.account or 0) if kept else None, reading)
    return placed


def _within(block: Block, mark: Mark, kind: SectionKind) -> bool:
    return mark.kind is kind and mark.start <= block.start < mark.end


def _folded(words: str) -> str:
    return "".join(character for character in words.casefold() if character.isalnum())
