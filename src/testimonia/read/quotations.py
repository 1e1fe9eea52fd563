"""Where quotation marks open and close in an account, over paragraphs, balanced or not.

What always holds: quotations come in order and do not overlap, each lies within one paragraph, and none is raised
over: a mark without its partner reaches to the end of its paragraph where it opens, and is dropped where it closes.
A quotation left open at the end of a paragraph and opened anew in the next is one quotation in two parts
(``continues`` on the second), as printers have it since the eighteenth century.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

_MARK = re.compile(r"“|”|„|‟|«|»|\"|''|``|‘|’|(?<!\w)'|'(?!\w)")
_OPENS_TO_CLOSE = {"“": "”", "„": "”“", "«": "»", "‘": "’", "``": "''"}
_SINGLE = re.compile("[‘’']")
_STRAIGHT = ('"', "''")
# A quotation of at most this many words that is no sentence is a word held at arm's length or a borrowed phrase.
_FEW_WORDS = 4


@dataclass(frozen=True, slots=True)
class Quotation:
    """``text[start:end]`` with its marks. ``inner_start`` and ``inner_end`` leave the marks out.

    ``closed`` is false where no closing mark follows; ``continues`` says that it goes on with the quotation that
    the paragraph before left open; ``phrase`` that it holds a few words and no sentence.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool
    continues: bool
    phrase: bool


def find(text: str, paragraphs: Iterable[tuple[int, int]]) -> tuple[Quotation, ...]:
    """The quotations of ``text``, paragraph by paragraph, in order. Offsets are code points; never raises."""
    found: list[Quotation] = []
    open_before = False
    for start, end in paragraphs:
        here = _in_paragraph(text, start, min(end, len(text)))
        if here and open_before and not text[start : here[0].start].strip():
            here[0] = replace(here[0], continues=True, phrase=False)
        open_before = bool(here) and not here[-1].closed and here[-1].inner_end - here[-1].inner_start > 0
        found.extend(here)
    return tuple(found)


def inner(text: str, quotation: Quotation) -> tuple[Quotation, ...]:
    """The quotations between single marks within one between double marks, in order."""
    found: list[Quotation] = []
    opened: re.Match[str] | None = None
    for mark in _SINGLE.finditer(text, quotation.inner_start, quotation.inner_end):
        after = text[mark.end()] if mark.end() < quotation.inner_end else " "
        before = text[mark.start() - 1]
        if opened is None:
            if not after.isspace() and not before.isalnum() and mark.group() != "’":
                opened = mark
        elif not after.isalnum():
            found.append(_quotation(text, opened, mark.start(), mark.end(), closed=True))
            opened = None
    return tuple(found)


def covering(quotations: Sequence[Quotation], offset: int) -> Quotation | None:
    """The quotation in which the character at ``offset`` stands, or ``None``."""
    low, high = 0, len(quotations)
    while low < high:
        middle = (low + high) // 2
        if quotations[middle].end <= offset:
            low = middle + 1
        else:
            high = middle
    return quotations[low] if low < len(quotations) and quotations[low].start <= offset else None


def _in_paragraph(text: str, start: int, end: int) -> list[Quotation]:
    found: list[Quotation] = []
    opened: re.Match[str] | None = None
    single = _main_single(text, start, end)
    for mark in _MARK.finditer(text, start, end):
        sign = mark.group()
        if sign in ("‘", "’", "'") and not single:
            continue
        if opened is None:
            if _can_open(text, mark, start, end):
                opened = mark
        elif _closes(text, opened.group(), mark, end):
            found.append(_quotation(text, opened, mark.start(), mark.end(), closed=True))
            opened = None
    if opened is not None:
        found.append(_quotation(text, opened, end, end, closed=False))
    return found


def _main_single(text: str, start: int, end: int) -> bool:
    """Whether this paragraph quotes with single marks: it has such an opening mark and no double one."""
    if any(sign in text[start:end] for sign in ("“", "”", '"', "''", "«", "``")):
        return False
    return bool(re.compile(r"(?:(?<=[\s(—–-])|(?<![\s\S]))[‘'](?=\w)").search(text, start, end)) and bool(
        re.compile(r"[\w.,!?…][’'](?=[\s),.;:—–-]|$)").search(text, start, end)
    )


def _can_open(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    sign = mark.group()
    after = text[mark.end()] if mark.end() < end else " "
    before = text[mark.start() - 1] if mark.start() > start else " "
    if sign in ("”", "»", "’"):
        return False
    if sign in _OPENS_TO_CLOSE:
        return mark.end() < end
    if sign in _STRAIGHT:
        return not after.isspace() and (not before.isalnum() or sign == "''") and mark.end() < end
    return not after.isspace() and not before.isalnum()  # a straight single mark


def _closes(text: str, opening: str, mark: re.Match[str], end: int) -> bool:
    sign = mark.group()
    if opening in _STRAIGHT:
        after = text[mark.end()] if mark.end() < end else " "
        before = text[mark.start() - 1]
        nested = before.isspace() and after.isalnum()
        return sign in (opening, "”") and not nested
    if opening in ("'", "‘"):
        after = text[mark.end()] if mark.end() < end else " "
        return sign in ("'", "’") and not after.isalnum()
    return sign in _OPENS_TO_CLOSE.get(opening, "") or (opening == "“" and sign == '"')


def _quotation(text: str, opened: re.Match[str], inner_end: int, end: int, *, closed: bool) -> Quotation:
    inner = text[opened.end() : inner_end].strip()
    words = len(inner.split())
    sentence = inner[-1:] in ".!?…" and bool(inner)
    phrase = words <= _FEW_WORDS and not (sentence and (inner[:1].isupper() or words > 2)) and not inner.endswith(",")
    return Quotation(opened.start(), end, opened.end(), inner_end, closed, False, phrase)
