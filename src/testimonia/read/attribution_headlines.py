"""Who is named at the end of a headline, without a verb: "Air raid kills twelve - monitor", "... State media".

What always holds: only the opening of an account is looked at; what stands before the source holds a verb or a number.
Without a colon or dash before it a source counts where its capital sets it off from a headline whose other common words
are written small, where the headline plainly ends behind it, or where the story soon names it as who tells.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
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
_PARTING = ("-", "–", "—", "--", "|")
# Words of a date before the dash that opens a headline, and of the story in which its source is named.
_DATED = 9
_STORY = 90
_ENDS = (".", "!", "?")
_Teller = tuple[int, list[str], str]
# Of these a headline that tells something holds one: "Four dead in raid".
_TELLING = ("VERB", "AUX", "NUM")
_WRITTEN_SMALL = ("NOUN", "VERB", "ADJ")


def find(
    doc: Doc, words: Reporting, found: Sequence[Attribution] = (), paragraphs: Sequence[tuple[int, int]] = ()
) -> Iterator[Attribution]:
    """Attributions of the opening headlines; ``found`` are those of the story below them."""
    limit = min(len(doc), _OPENING)
    stops = {stop for _, stop in paragraphs}
    ended = 0  # the first word behind the headline before
    tellers = _tellers(doc, found)
    named = {k for a in found if a.source is not None for k in range(*a.source)}
    for k in range(_SHORTEST, limit):
        count, mark = 0, None
        if ended and (k < ended + _SHORTEST or not stops):
            continue
        if doc[k - 1].text in _SEPARATORS and doc[k - 1].tag_ != "HYPH":
            count, mark = _after_mark(doc, k, words), k - 1
        elif doc[k].text[0].isupper():
            count = _phrase(doc, k, words.lists.closing)
            text = doc[k].lower_.removesuffix("s") in words.lists.documents and _over(doc, k + count, stops)
            if count and not (_closes(doc, k, count) and (text or _small(doc, _start(doc, k, stops), k))):
                count = 0  # "Raid Leaves Six Fishermen Dead Reports."
        elif doc[k - 1].pos_ in ("NOUN", "PROPN", "NUM"):
            count = _phrase(doc, k, words.lists.closing)
            last = doc[k + count - 1]
            named_body = last.lemma_.lower() in words.lists.bodies or last.lower_ in words.lists.bodies
            body = count and named_body and doc[k - 1].pos_ != "NUM"
            if count and not (_before_agency(doc, k + count, words) or (body and _over(doc, k + count, stops))):
                count = 0
            if count and _phrase(doc, k - 1, words.lists.closing) > count:
                count = 0  # "he told state | media."
        if not count and mark is None:
            count = _saying(doc, k, stops, words)
        if not count and mark is None and doc[k].idx not in named:
            count = _told_below(doc, k, tellers, stops, words)
        if not count:
            continue
        stop = k if mark is None else mark
        first = _start(doc, stop, stops)
        if ended and first < ended:
            continue
        told = range(first, stop)
        if stop - first < _SHORTEST or not any(doc[i].pos_ in _TELLING for i in told):
            continue
        head = doc[k + count - 1]
        cue = doc[mark] if mark is not None else head
        span = (doc[k].idx, end_of(head))
        made = make(cue, COLON, token_spans(doc, told), head, words, cue=((cue.idx, end_of(cue)),))
        yield replace(made, source=span, source_head=head.i, subject=span)
        ended = k + count


def end_by_dashes(doc: Doc) -> int | None:
    """Where a headline between dashes ends, "3 May 2016 - Raid kills ten - Ten men died": ``None`` without one."""
    dashes = [k for k in range(2, min(len(doc) - 1, _OPENING)) if _parts(doc, k)]
    if len(dashes) < 2 or dashes[0] > _DATED or not any(t.pos_ == "NUM" for t in doc[: dashes[0]]):
        return None
    last = dashes[1]
    long = last - dashes[0] > _SHORTEST and doc[last + 1].text[0].isupper()
    return int(doc[last].idx) if long else None


def _parts(doc: Doc, k: int) -> bool:
    return doc[k].text in _PARTING and bool(doc[k].whitespace_) and bool(doc[k - 1].whitespace_)


def _tellers(doc: Doc, found: Sequence[Attribution]) -> list[_Teller]:
    """Where and how those are named who tell the beginning of the story, and the chief word of each name."""
    below = [a for a in found if a.conveys and a.source is not None and a.source_head is not None]
    near = [a for a in below if (a.source_head or 0) < _STORY]
    text = doc.text if near else ""
    return [
        (a.source[0], text[slice(*a.source)].lower().split(), doc[a.source_head or 0].lower_)
        for a in near
        if a.source is not None
    ]


def _told_below(doc: Doc, k: int, tellers: Sequence[_Teller], stops: Collection[int], words: Reporting) -> int:
    """How many words at ``k`` end the headline and name whoever tells the story below it; 0 for none."""
    previous = doc[k - 1]
    apart = doc[k].is_title and previous.is_lower and _small(doc, _start(doc, k, stops), k)
    follows = previous.pos_ in ("NOUN", "PROPN", "NUM", "ADV") or (apart and previous.tag_ == "VBG")
    if not follows or previous.text in _SEPARATORS:
        return 0
    for count in range(_LONGEST, 0, -1):
        last = k + count - 1
        if last + 1 >= len(doc) or not _over(doc, last + 1, stops):
            continue
        if not can_speak(doc[last], words) and doc[k : last + 1].text.lower() not in words.lists.credited:
            continue
        object_of = doc[last].dep_ == "dobj" and doc[last].head.i >= k - 2 and previous.pos_ != "NUM" and not apart
        if object_of or (previous.pos_ == "NUM" and doc[k].is_lower):
            continue
        name = [t.lower_ for t in doc[k : last + 1]]
        if any(start > doc[last].idx and head in name and _within(name, phrase) for start, phrase, head in tellers):
            return count
    return 0


def _saying(doc: Doc, k: int, stops: Collection[int], words: Reporting) -> int:
    """How many words name who "says" it where that verb ends the headline: "kills ten | monitoring group says -"."""
    count = _phrase(doc, k, words.lists.closing)
    verb = k + count
    if not count or verb + 1 >= len(doc) or doc[k - 1].pos_ not in ("NOUN", "PROPN", "NUM"):
        return 0
    said = words.verb((doc[verb].lemma_.lower(),), "clause")
    tells = said is not None and said.conveys and doc[verb].tag_ in ("VBZ", "VBP") and _parts(doc, verb + 1)
    return count if tells and _over(doc, verb + 1, stops) else 0


def _within(name: Sequence[str], phrase: Sequence[str]) -> bool:
    return any(list(phrase[n : n + len(name)]) == list(name) for n in range(len(phrase) - len(name) + 1))


def _over(doc: Doc, after: int, stops: Collection[int]) -> bool:
    """Whether a headline ends right before a word: its line does, a full stop or a parting dash follows."""
    return end_of(doc[after - 1]) in stops or doc[after].text in _ENDS or _parts(doc, after)


def apart(found: Sequence[Attribution], headline: Attribution) -> list[Attribution]:
    """Attributions whose sentence ran on from the headline, without what the headline's own source tells."""
    end = max(stop for _, stop in (*headline.content, *headline.cue, *([headline.source] if headline.source else ())))
    return behind(found, end)


def behind(found: Sequence[Attribution], end: int) -> list[Attribution]:
    """Attributions whose cue stands behind an offset, without what stands before it."""
    return [_behind(a, end) if a.cue[0][0] >= end else a for a in found]


def _behind(attribution: Attribution, end: int) -> Attribution:
    content = tuple((max(start, end), stop) for start, stop in attribution.content if stop > end + 1)
    return replace(attribution, content=content)


def _phrase(doc: Doc, k: int, phrases: Sequence[str]) -> int:
    """How many words of a listed phrase begin at a word; 0 for none."""
    counts = [0]
    first = doc[k].lower_
    for phrase in phrases:
        if not phrase.startswith(first):
            continue
        parts = phrase.split()
        if k + len(parts) <= len(doc) and all(doc[k + n].lower_ == part for n, part in enumerate(parts)):
            counts.append(len(parts))
    return max(counts)


def _closes(doc: Doc, k: int, count: int) -> bool:
    """Whether what follows opens something new: the end, a full stop, or a word with a capital."""
    after = k + count
    if doc[k - 1].pos_ in ("DET", "ADP", "CCONJ") and doc[k - 1].text not in _SEPARATORS:
        return False
    if after >= len(doc) or doc[after].text in _ENDS or doc[after].is_sent_start or _parts(doc, after):
        return True
    return doc[after].text[0].isupper()


def _before_agency(doc: Doc, k: int, words: Reporting) -> bool:
    """Whether the name of an agency and a day follow: "... AFP Friday 3 May"."""
    return k + 1 < len(doc) and doc[k].is_upper and len(doc[k]) > 1 and doc[k + 1].lower_ in words.lists.mute


def _small(doc: Doc, first: int, stop: int) -> bool:
    """Whether common words of the headline are written small, so that a capital tells something."""
    common = [t for t in doc[first:stop] if t.pos_ in _WRITTEN_SMALL and len(t) > 2 and t.is_alpha]
    return sum(t.is_lower for t in common) > len(common) / 2


def _start(doc: Doc, k: int, stops: Collection[int]) -> int:
    """The first word of the headline that a word ends."""
    opens = (i + 1 for i in range(k - 1, -1, -1) if doc[i].text in _ENDS or (i > 1 and _parts(doc, i)))
    first = next(opens, 0)
    return next((i + 1 for i in range(k - 2, first - 1, -1) if end_of(doc[i]) in stops), first)


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
