"""Where does one block of a text end and the next begin? A block is a heading, a line of its own, or a paragraph.

What always holds: every character of the text that is not white space lies in exactly one block, blocks come in
order, and lines are joined to a block only where the text is wrapped to a width.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from testimonia.model.claim import Span

_LINE = re.compile(r"[^\n\r]+")
# A piece of a text that was flattened to one line: white space of two or more is what is left of a line break.
_PIECE = re.compile(r"\S+(?:[ \t]\S+)*")
_LINK = re.compile(r"!?\[([^\]\n]*)\]\(([^)\n]*)\)")
_EMPHASIS = re.compile(r"(?<![\w*])[*_]{1,3}(?=[^\s*_])|(?<=[^\s*_])[*_]{1,3}(?!\w)")
_HEADING = re.compile(r"(#{1,6})\s+")
_QUOTED = re.compile(r"(?:>\s?)+")
_RULE = re.compile(r"(?:[-*_=~]\s?){3,}")
_WIDEST = 120  # characters; a text with longer lines is not wrapped
_HOST = re.compile(
    r"(?:https?://|(?<![\w@.])www\.)[^\s\])>\"'”’]+|(?<![\w@./])(?:[a-z0-9-]+\.)+[a-z]{2,24}/[^\s\])>]*", re.I
)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@([\w-]+(?:\.[\w-]+)+)")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")


@dataclass(frozen=True, slots=True)
class Block:
    """``text[start:end]`` without white space at its ends; ``shown`` is what a reader of the page sees of it.

    ``level`` is that of a Markdown heading, 0 for none; ``blank`` tells whether an empty line stands before it.
    """

    start: int
    end: int
    shown: str
    level: int = 0
    emphasised: bool = False
    quoted: bool = False
    rule: bool = False
    blank: bool = False
    hosts: tuple[str, ...] = ()
    mail_hosts: tuple[str, ...] = ()

    @property
    def words(self) -> int:
        """How many words a reader sees."""
        return len(self.shown.split())

    @property
    def sentence(self) -> bool:
        """Whether it ends as a sentence does."""
        return _SENTENCE_END.search(self.shown) is not None

    @property
    def prose(self) -> bool:
        """Whether it is a paragraph rather than a title, a line of data or a caption."""
        return not self.level and (self.words >= 30 or (self.words >= 9 and self.sentence))


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of ``text`` in order."""
    wrapped = "\n" in text.strip()
    lines = [(m.start(), m.end()) for m in (_LINE if wrapped else _PIECE).finditer(text) if m[0].strip()]
    width = max((end - start for start, end in lines), default=0)
    joined: list[tuple[int, int]] = []
    for start, end in lines:
        if joined and wrapped and width <= _WIDEST and _runs_on(text, joined[-1], (start, end), width):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    ends = [0, *(end for _, end in joined)]
    return tuple(
        _block(text, start, end, blank=text.count("\n", before, start) > 1 or before == 0)
        for before, (start, end) in zip(ends, joined, strict=False)
    )


def span_of(text: str, block: Block, value: str) -> Span:
    """Where ``value`` stands in ``block``; the whole block where marks break it up."""
    at = text.find(value, block.start, block.end) if value else -1
    start, end = (at, at + len(value)) if at >= 0 else (block.start, block.end)
    return Span(start, end, text[start:end])


def _runs_on(text: str, before: tuple[int, int], line: tuple[int, int], width: int) -> bool:
    """Whether the line broke only because the next word would not have fitted."""
    gap = text[before[1] : line[0]]
    if gap.count("\n") > 1 or gap.count("\r") > 1:
        return False
    last = text[max(text.rfind("\n", 0, before[1]) + 1, before[0]) : before[1]]
    following = text[line[0] : line[1]]
    if last.endswith("  ") or _HEADING.match(last) or _HEADING.match(following) or _RULE.fullmatch(last.strip()):
        return False
    first_word = following.split(maxsplit=1)[0]
    return len(last.rstrip()) + 1 + len(first_word) > width - 4


def _block(text: str, start: int, end: int, *, blank: bool) -> Block:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    raw = text[start:end]
    quoted = _QUOTED.match(raw)
    bare = raw[quoted.end() :] if quoted else raw
    heading = _HEADING.match(bare)
    rule = _RULE.fullmatch(bare) is not None
    bare = bare[heading.end() :].rstrip("# ") if heading else bare
    emphasised = len(bare) > 2 and bare[0] in "*_" and bare.rstrip(".")[-1] in "*_"
    hosts = tuple(host for match in _HOST.finditer(bare) if (host := host_of(match[0])))
    shown = bare if rule else " ".join(_EMPHASIS.sub("", _LINK.sub(r"\1", bare)).split())
    return Block(
        start, end, shown, len(heading[1]) if heading else 0, emphasised, quoted is not None, rule, blank, hosts,
        tuple(match[1].lower() for match in _MAIL.finditer(bare)),
    )  # fmt: skip


def host_of(address: str) -> str | None:
    """The host of a web address, lower case and without ``www.``; ``None`` where it has none."""
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return None
    host = host.removeprefix("www.").rstrip(".")
    return host if "." in host else None
