"""Does this text carry a whole article of somebody else's, and from where to where?

What always holds: a repost begins with a head of its own (a title with a byline, date or outlet) or directly after
the words that announce it with their source; the host's own words come before the first of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from testimonia.ingest.blocks import Block
from testimonia.ingest.furniture import Furniture, Reading, Role
from testimonia.ingest.heads import CREDITS, Head, head_role, headline_shaped, read_head, title_like

_LEAST_WORDS = 60  # of an article; a shorter one is a quotation


@dataclass(frozen=True, slots=True)
class Repost:
    """Blocks ``start`` to ``stop`` with their head; ``announced`` is the block that announces it, if one does."""

    start: int
    stop: int
    head: Head
    announced: int | None
    source: Reading | None


def find_reposts(blocks: Sequence[Block], floor: int, stop: int, furniture: Furniture) -> list[Repost]:
    """The articles carried in ``blocks[floor:stop]``, in order and without overlap."""
    openings: list[tuple[Head, int | None]] = []
    announced: int | None = None
    at = floor
    while at < stop:
        if openings and at < openings[-1][0].stop:
            at += 1
            continue
        head = _opening(blocks, at, stop, announced, furniture) if at > floor else None
        if head:
            openings.append((head, announced))
            announced = None
        elif furniture.announces(blocks[at]):
            announced = at
        at += 1
    found = []
    for number, (head, by) in enumerate(openings):
        ceiling = openings[number + 1][0].start if number + 1 < len(openings) else stop
        end = _end(blocks, head, ceiling, furniture)
        if sum(block.words for block in blocks[head.start : end]) >= _LEAST_WORDS:
            source = furniture.announced(blocks[by]) if by is not None else None
            found.append(Repost(head.start, end, head, by, source))
    return found


def _opening(blocks: Sequence[Block], at: int, stop: int, announced: int | None, furniture: Furniture) -> Head | None:
    """The head of a carried article if one begins at block ``at``."""
    block = blocks[at]
    directly = announced is not None and all(b.rule for b in blocks[announced + 1 : at])
    credit = head_role(block, furniture)
    begins = credit is not None and credit.role in CREDITS and announced is not None
    if headline_shaped(block) or begins:
        head = read_head(blocks, at, stop, furniture)
        credited = len(head.credited) >= (1 if announced is not None else 2) or (directly and title_like(block))
        if head.stop < stop and head.title is not None and credited:
            return head
    if directly and announced is not None and block.prose:
        source = furniture.announced(blocks[announced])
        if blocks[announced].shown.endswith(":") and source.outlet and (source.date or source.author):
            return Head(at, at, {})
    return None


def _end(blocks: Sequence[Block], head: Head, ceiling: int, furniture: Furniture) -> int:
    """Where the carried article ends: at a rule like the one before it, where its quotation marks of a thread end,
    or at the ceiling.
    """
    ruled = head.start > 0 and blocks[head.start - 1].rule
    quoted = blocks[head.start].quoted
    for at in range(head.stop, ceiling):
        if (ruled and blocks[at].rule) or (quoted and not blocks[at].quoted):
            return at
        reading = furniture.role(blocks[at], "tail")
        if reading and reading.role is Role.SMALLPRINT and blocks[at].words <= 5:
            return at + 1  # "End of article"
    return ceiling
