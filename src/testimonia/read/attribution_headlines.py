"""Who is named at the end of a headline, without a verb: "Air raid kills twelve - monitor", "... State media".

What always holds: only the opening of an account is looked at; what stands before the source holds a verb or a
number; without a colon or dash before it a source counts only where its capital sets it off from a headline whose
other common words are written small.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from testimonia.read.attribution_chain import Attribution
from testimonia.read.attribution_cues import make
from testimonia.read.attribution_phrases import COLON
from testimonia.read.reporting import Reporting
from testimonia.read.speech_syntax import can_speak, end_of, token_spans

if TYPE_CHECKING:
    from spacy.tokens import Doc

# A headline, with place line and date before it, has at most so many words.
_OPENING = 45
# Words of a source after a colon or dash.
_LONGEST = 6
_SHORTEST = 4
_SEPARATORS = (":", "-", "–", "—", "--")
_ENDS = (".", "!", "?")
# Of these a headline that tells something holds one: "Four dead in raid".
_TELLING = ("VERB", "AUX", "NUM")
_WRITTEN_SMALL = ("NOUN", "VERB", "ADJ")


def find(doc: Doc, words: Reporting) -> Iterator[Attribution]:
    """Attributions of the opening headline, at most one."""
    limit = min(len(doc), _OPENING)
    for k in range(_SHORTEST, limit):
        count, mark = 0, None
        if doc[k - 1].text in _SEPARATORS:
            count, mark = _after_mark(doc, k, words), k - 1
        elif doc[k].text[0].isupper():
            count = _phrase(doc, k, words.lists.closing)
            if count and not (_closes(doc, k, count) and _small(doc, _start(doc, k), k)):
                count = 0
        elif doc[k - 1].pos_ in ("NOUN", "PROPN", "NUM"):
            count = _phrase(doc, k, words.lists.closing)
            if count and not _before_agency(doc, k + count, words):
                count = 0
        if not count:
            continue
        first = _start(doc, k)
        stop = k if mark is None else mark
        told = range(first, stop)
        if stop - first < _SHORTEST or not any(doc[i].pos_ in _TELLING for i in told):
            continue
        head = doc[k + count - 1]
        cue = doc[mark] if mark is not None else head
        span = (doc[k].idx, end_of(head))
        made = make(cue, COLON, token_spans(doc, told), head, words, cue=((cue.idx, end_of(cue)),))
        yield replace(made, source=span, source_head=head.i, subject=span)
        return


def apart(found: Sequence[Attribution], headline: Attribution) -> list[Attribution]:
    """Attributions whose sentence ran on from the headline, without what the headline's own source tells."""
    end = max(stop for _, stop in (*headline.content, *headline.cue, *([headline.source] if headline.source else ())))
    return [_behind(a, end) if a.cue[0][0] >= end else a for a in found]


def _behind(attribution: Attribution, end: int) -> Attribution:
    content = tuple((max(start, end), stop) for start, stop in attribution.content if stop > end + 1)
    return replace(attribution, content=content)


def _phrase(doc: Doc, k: int, phrases: Sequence[str]) -> int:
    """How many words of a listed phrase begin at a word; 0 for none."""
    counts = [0]
    for phrase in phrases:
        parts = phrase.split()
        if k + len(parts) <= len(doc) and all(doc[k + n].lower_ == part for n, part in enumerate(parts)):
            counts.append(len(parts))
    return max(counts)


def _closes(doc: Doc, k: int, count: int) -> bool:
    """Whether what follows opens something new: the end, a full stop, or a word with a capital."""
    after = k + count
    if doc[k - 1].pos_ in ("DET", "ADP", "CCONJ") and doc[k - 1].text not in _SEPARATORS:
        return False
    if after >= len(doc) or doc[after].text in _ENDS or doc[after].is_sent_start:
        return True
    return doc[after].text[0].isupper()


def _before_agency(doc: Doc, k: int, words: Reporting) -> bool:
    """Whether the name of an agency and a day follow: "... AFP Friday 3 May"."""
    return k + 1 < len(doc) and doc[k].is_upper and len(doc[k]) > 1 and doc[k + 1].lower_ in words.lists.mute


def _small(doc: Doc, first: int, stop: int) -> bool:
    """Whether common words of the headline are written small, so that a capital tells something."""
    common = [t for t in doc[first:stop] if t.pos_ in _WRITTEN_SMALL and len(t) > 2 and t.is_alpha]
    return sum(t.is_lower for t in common) > len(common) / 2


def _start(doc: Doc, k: int) -> int:
    """The first word of the headline that a word ends."""
    return next((i + 1 for i in range(k - 1, -1, -1) if doc[i].text in _ENDS), 0)


def _after_mark(doc: Doc, k: int, words: Reporting) -> int:
    """How many words of source stand between a colon or dash and the end of the headline; 0 for none."""
    count = _phrase(doc, k, (*words.lists.closing, *words.lists.credited))
    if count and _closes(doc, k, count):
        return count
    if doc[k - 1].text != ":":
        return 0
    stop = next((i for i in range(k, min(len(doc), k + _LONGEST + 1)) if doc[i].text in _ENDS), len(doc))
    named = doc[k:stop]
    if not 0 < len(named) <= _LONGEST or any(t.pos_ in ("VERB", "AUX", "NUM", "PUNCT", "PRON") for t in named):
        return 0
    return len(named) if named[-1].pos_ in ("NOUN", "PROPN") and can_speak(named[-1], words) else 0
