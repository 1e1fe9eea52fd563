"""The text of one account as a reader reads it: one line, marks removed, every character tied to the document.

Web text is broken in the middle of sentences, carries link marks and asterisks, and repeats white space. A
transcript is the text without these. What always holds: ``transcript.span(i, j)`` gives the document's offsets of
the same words, and paragraphs of a transcript are separated by one space.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from testimonia.model.claim import Span
from testimonia.model.document import Account, Document, Section, SectionKind

# Marks that carry no words: emphasis, link targets, heading signs, list signs, rules, quotation signs of a thread.
_MARKS = re.compile(
    r"(?P<image>!\[[^\]\n]*\]\([^)\n]*\))"
    r"|(?P<link>\]\([^)\n]*\)|(?<![\w\]])\[(?=[^\]\n]+\]\([^)\n]*\)))"
    r"|(?P<head>^[ \t]{0,3}(?:#{1,6}[ \t]+|>[ \t]?|[*+-][ \t]+(?=\S)|[-*_]{3,}[ \t]*$))"
    r"|(?P<emphasis>(?<![\w*])\*{1,3}(?=\S)|(?<=\S)\*{1,3}(?![\w*])|(?<!\w)_{1,2}(?=\w)|(?<=\w)_{1,2}(?!\w))"
    r"|(?P<dead>[ \t]*\((?=[ \t]*(?:$|[A-Z][a-z]+ )))(?![^()\n]*\))",
    re.MULTILINE,
)
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\s")
_BARE = 8  # characters of a sentence that is no more than a number and its marks
_FULL_STOPS = ".!?…"
_LONGEST_SENTENCE = 1500  # characters, about 250 words; by judgement longer than any sentence of prose
_HYPHENS = {"\u2010": "-", "\u2011": "-"}  # hyphens that no dictionary knows; one character stays one
# An acronym in square brackets, which a parser takes for a mark; one character stays one. "[The rebels] fled" is left.
_BRACKETED = re.compile(r"(?<=\w )\[([A-Z]{2,}[\w&.-]{0,8})\]")
_BREAK = re.compile(r"\n[ \t]*\n\s*")
# In a text that was flattened to one line, white space of two or more is what is left of a line break. Where a sentence
# ended there the parser sees it; where none did, a title, a credit or a label stood on a line of its own.
_FLATTENED = re.compile(r"(?<=[^\s.!?…:;,\"'”’)\]-])[ \t]{2,}(?=[A-Z0-9\"“‘'#@(])")
_ENDS_SENTENCE = re.compile(r"[.!?:;…][\"'”’)\]*_]*\s*$")
_GOES_ON = re.compile(r"[\s*_]*[a-z,;)]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of a transcript between breaks, and the kind of section it stands in."""

    start: int
    end: int
    kind: SectionKind


@dataclass(frozen=True, slots=True)
class Transcript:
    """``origins[i]`` is the offset in ``document`` (its whole text) of character ``i`` of ``text``."""

    text: str
    origins: tuple[int, ...]
    paragraphs: tuple[Paragraph, ...]
    document: str

    def span(self, start: int, end: int) -> Span:
        """The document's span of ``text[start:end]``. Raises ``ValueError`` for an empty stretch."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no words stand at {start}:{end} of a transcript of {len(self.text)} characters")
        first, last = self.origins[start], self.origins[end - 1] + 1
        return Span(first, last, self.document[first:last])

    def wordless(self, offset: int) -> bool:
        """Whether from ``offset`` on a sentence of its paragraph has no letter, as the count of a page's views."""
        for paragraph in self.paragraphs:
            if offset < paragraph.end:
                if paragraph.end - offset > _BARE or any(map(str.isalpha, self.text[offset : paragraph.end])):
                    return False
                before = self.text[paragraph.start : offset].rstrip()
                return not before or before[-1] in _FULL_STOPS
        return False

    def kind_at(self, offset: int) -> SectionKind:
        """The kind of section in which the character at ``offset`` stands."""
        for paragraph in self.paragraphs:
            if offset < paragraph.end:
                return paragraph.kind
        return SectionKind.BODY


def plain(text: str) -> Transcript:
    """A transcript of a bare text, for using a finder on its own."""
    return _gather(text, [(0, len(text), SectionKind.BODY)])


def of_account(document: Document, account: Account) -> Transcript:
    """The transcript of what ``account`` says in ``document``: its headline, body or repost sections in order."""
    sections = [s for s in document.sections if s.account == account.id and s.kind.read]
    return _gather(document.text, [(s.start, s.end, s.kind) for s in sorted(sections, key=_position)])


def _position(section: Section) -> int:
    return section.start


def _gather(text: str, stretches: list[tuple[int, int, SectionKind]]) -> Transcript:
    characters: list[str] = []
    origins: list[int] = []
    paragraphs: list[Paragraph] = []
    for section_start, section_end, kind in stretches:
        pieces = _paragraphs(text, section_start, section_end)
        for start, end in (part for piece in pieces for part in _bearable(text, *piece)):
            if characters:
                characters.append(" ")
                origins.append(start)
            begin = len(characters)
            _append_words(text, start, end, characters, origins)
            while len(characters) > begin and characters[-1] == " ":
                characters.pop()
                origins.pop()
            if len(characters) > begin:
                paragraphs.append(Paragraph(begin, len(characters), kind))
            elif characters:
                characters.pop()
                origins.pop()
    return Transcript(_BRACKETED.sub(r"(\1)", "".join(characters)), tuple(origins), tuple(paragraphs), text)


def _paragraphs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Stretches between blank lines, joined again where a page break cut a sentence in two.

    A text all in one line is cut where it was flattened.
    """
    pieces: list[tuple[int, int]] = []
    at = start
    if "\n" not in text[start:end].strip():
        cuts = [match.span() for match in _FLATTENED.finditer(text, start, end)]
        begins, stops = [start, *(stop for _, stop in cuts)], [*(begin for begin, _ in cuts), end]
        return [(begin, stop) for begin, stop in zip(begins, stops, strict=True) if text[begin:stop].strip()]
    for gap in [*_BREAK.finditer(text, start, end), None]:
        stop = gap.start() if gap else end
        if text[at:stop].strip():
            broken = (
                bool(pieces)
                and not _ENDS_SENTENCE.search(text, pieces[-1][0], pieces[-1][1])
                and _GOES_ON.match(text, at, stop) is not None
            )
            pieces[-1:] = [(pieces[-1][0], stop)] if broken else [*pieces[-1:], (at, stop)]
        at = gap.end() if gap else end
    return pieces


def _bearable(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A stretch cut where it runs on too long without the end of a sentence, as lists and tables do.

    A parser's time grows with the square of a sentence, and nobody's claim is that long.
    """
    parts: list[tuple[int, int]] = []
    begin = last_end = start
    for stop in [*_SENTENCE_END.finditer(text, start, end), None]:
        until = stop.end() if stop else end
        while until - last_end > _LONGEST_SENTENCE:
            cut = text.rfind(" ", last_end + _LONGEST_SENTENCE // 2, last_end + _LONGEST_SENTENCE)
            cut = cut if cut > 0 else last_end + _LONGEST_SENTENCE
            parts.append((begin, cut))
            begin = last_end = cut
        last_end = until
    return [*parts, (begin, end)]


def _append_words(text: str, start: int, end: int, characters: list[str], origins: list[int]) -> None:
    """Adds ``text[start:end]`` without marks, white space folded to single spaces."""
    begin = len(characters)
    at = start
    for mark in [*_MARKS.finditer(text, start, end), None]:
        stop = mark.start() if mark else end
        for offset in range(at, stop):
            character = text[offset]
            if not character.isspace():
                characters.append(_HYPHENS.get(character, character))
                origins.append(offset)
            elif len(characters) > begin and characters[-1] != " ":
                characters.append(" ")
                origins.append(offset)
        at = mark.end() if mark else end
