"""Whose a quotation is that no verb of saying leads to: of whoever told something in the sentence right before it.

What always holds: the quotation stands as a sentence of its own and is nobody else's, and one person alone told
something in the sentence before; a text or picture hands no quotation over.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from testimonia.model.claim import SpeechForm
from testimonia.read.attribution_chain import Attribution, shared
from testimonia.read.quotations import Quotation
from testimonia.read.reporting import Reporting
from testimonia.read.speech_syntax import can_speak

if TYPE_CHECKING:
    from spacy.tokens import Doc

_UNSPOKEN = frozenset({SpeechForm.BELIEF, SpeechForm.NOMINAL, SpeechForm.HEARSAY})
_MARKS = ('"', "“", "”", "''", "``")
_ENDS = (".", "!", "?")


def find(
    doc: Doc, found: Sequence[Attribution], quotations: Sequence[Quotation], words: Reporting
) -> Iterator[Attribution]:
    """Attributions of the quotations that ``found`` leaves to nobody, in the order of the text."""
    before: tuple[Quotation, Attribution] | None = None
    text = doc.text
    for quotation in quotations:
        length = quotation.end - quotation.start
        held = any(2 * shared(a.content, quotation.start, quotation.end) > length for a in found if a.conveys)
        if quotation.phrase or held or not _free(doc, quotation):
            before = None
            continue
        teller = speaker(doc, found, quotation, words)
        if teller is None and before is not None and not text[before[0].end : quotation.start].strip(" .\n"):
            teller = before[1]
        if teller is None:
            before = None
            continue
        told = replace(teller, content=((quotation.start, quotation.end),), form=SpeechForm.DIRECT, conveys=True)
        before = (quotation, told)
        yield told


def speaker(doc: Doc, found: Sequence[Attribution], quotation: Quotation, words: Reporting) -> Attribution | None:
    """The attribution that names the one speaker of the sentence before a quotation, outside quotation marks."""
    first = _token_at(doc, quotation.start)
    if first < 1:
        return None
    sentence = doc[first - 1].sent
    if any(token.text in _MARKS for token in doc[sentence.start : first]):
        return None
    near = [
        a
        for a in found
        if a.source_head is not None
        and sentence.start <= a.source_head < first
        and a.cue
        and sentence.start_char <= a.cue[0][0] < quotation.start
        and a.form not in _UNSPOKEN
        and doc[a.source_head].lemma_.lower() not in words.lists.documents
        and can_speak(doc[a.source_head], words)
    ]
    return near[0] if len({a.source_head for a in near}) == 1 else None


def _free(doc: Doc, quotation: Quotation) -> bool:
    """Whether a quotation begins a sentence and ends one."""
    first, last = _token_at(doc, quotation.start), _token_at(doc, quotation.end)
    begins = first == 0 or bool(doc[first].is_sent_start) or doc[first - 1].text in (*_ENDS, *_MARKS)
    return begins and any(token.text in _ENDS for token in doc[last - 2 : last + 1])


def _token_at(doc: Doc, offset: int) -> int:
    return bisect_left(range(len(doc)), offset, key=lambda i: doc[i].idx)
