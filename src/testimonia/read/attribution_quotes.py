"""Whose words stand between quotation marks: the cue and the source of each quotation.

What always holds: a quotation is credited to the nearest verb of saying outside it in its own sentence, else to the
credit in brackets after it or the introduction with a colon before it, else, where it stands as a sentence of its
own beside words already credited, to the same source as those.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from testimonia.model.claim import SpeechForm
from testimonia.model.factuality import Factuality
from testimonia.read import attribution_unled
from testimonia.read.attribution_chain import Attribution, Spans, shared
from testimonia.read.attribution_cues import keys_of, make
from testimonia.read.quotations import Quotation, covering, inner
from testimonia.read.reporting import CueGroup, Reporting
from testimonia.read.speech_syntax import can_speak, is_expletive, phrase_span, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_DIRECT = CueGroup(name="direct", stance=Factuality.CERTAIN, author=Factuality.UNCOMMITTED, form=SpeechForm.DIRECT)
_CREDIT = _DIRECT.model_copy(update={"name": "credit"})
# Words between a quotation and the verb that introduces or follows it.
_REACH = 30
# Words from a verb to the "that" of what it says itself.
_SOON = 6


@dataclass
class _Text:
    doc: Doc
    quotations: Sequence[Quotation]
    paragraphs: Sequence[tuple[int, int]]
    words: Reporting
    starts: list[int]

    def token_at(self, offset: int) -> int:
        """Index of the first token that begins at or after ``offset``."""
        low, high = 0, len(self.starts)
        while low < high:
            middle = (low + high) // 2
            if self.starts[middle] < offset:
                low = middle + 1
            else:
                high = middle
        return low

    def paragraph_of(self, offset: int) -> int:
        low, high = 0, len(self.paragraphs)
        while low < high:
            middle = (low + high) // 2
            if self.paragraphs[middle][1] <= offset:
                low = middle + 1
            else:
                high = middle
        return low


def credit(
    doc: Doc,
    found: Sequence[Attribution],
    quotations: Sequence[Quotation],
    paragraphs: Sequence[tuple[int, int]],
    words: Reporting,
) -> list[Attribution]:
    """``found`` with their contents widened over the quotations they begin, and new ones for quotations of no one."""
    text = _Text(doc, quotations, paragraphs, words, [token.idx for token in doc])
    result = [_spoken_after(text, a) for a in found if not _breaks_out(text, a)]
    last: int | None = None  # index in result of the attribution that the last quotation went to
    last_quotation: Quotation | None = None
    waiting: list[Quotation] = []  # quotations left open whose source is named only after the next
    outside = sorted(
        (a.content[0][0], k) for k, a in enumerate(result) if a.cue and covering(quotations, a.cue[0][0]) is None
    )
    whole = doc.text
    for quotation in quotations:
        result += _within(text, whole, quotation) if not quotation.phrase else []
        if quotation.phrase:
            after = _zone(text, text.token_at(quotation.end), paragraphs[-1][1], forward=True)
            named = _bracket(text, after, ((quotation.start, quotation.end),))
            result += [named] if named is not None else []
            continue
        owner = _owner(result, outside, quotation)
        if last is not None and last_quotation is not None and owner is None:
            owner = last if _second_half(text, result[last], last_quotation, quotation) else None
        if owner is None:
            owner = _before_colon(doc, text, result, quotation)
        if owner is None and (new := _introduced(text, quotation)) is not None:
            owner = next((k for k, a in enumerate(result) if a.cue == new.cue and a.cue_token == new.cue_token), None)
            if owner is None:
                result.append(new)
                owner = len(result) - 1
        if owner is None and last is not None and last_quotation is not None:
            owner = last if _goes_on(text, last_quotation, quotation) else None
            if (
                owner is not None
                and not quotation.continues
                and attribution_unled.speaker(doc, result, quotation, words)
            ):
                owner = None  # another told something in the sentence before
        if owner is None:
            if not quotation.closed:
                waiting.append(quotation)
            elif quotation.continues or not _free(text, quotation):
                last = None
            continue
        for part in (*(waiting if quotation.continues else ()), quotation):
            result[owner] = _widened(result[owner], part)
        waiting = []
        last, last_quotation = owner, quotation
    return result


def _breaks_out(text: _Text, attribution: Attribution) -> bool:
    """Whether a cue within a quotation was given content that stands before that quotation."""
    around = covering(text.quotations, attribution.cue[0][0])
    return around is not None and not around.phrase and attribution.content[0][0] < around.start


def _before_colon(doc: Doc, text: _Text, found: Sequence[Attribution], quotation: Quotation) -> int | None:
    """The outermost named source whose words end in a colon right before the quotation."""
    first = text.token_at(quotation.start)
    if first < 2 or doc[first - 1].text != ":":
        return None
    stop = doc[first - 1].idx
    near = [k for k, a in enumerate(found) if a.source and a.conveys and 0 <= stop - a.content[-1][1] <= 1]
    return max(near, key=lambda k: found[k].length) if near else None


def _within(text: _Text, whole: str, quotation: Quotation) -> list[Attribution]:
    """Quotations between single marks inside one, where a verb of saying stands right before them."""
    made = []
    for part in inner(whole, quotation):
        if part.phrase:
            continue
        first = text.token_at(part.start)
        before = [t for t in reversed(text.doc[max(0, first - 6) : first]) if t.idx >= quotation.inner_start]
        verb = _cue_in(before, text.words, near_start=False)
        if verb is not None and before and before[0].text in (",", ":"):
            made.append(_attributed(verb, ((part.start, part.end),), text.words))
    return made


def _spoken_after(text: _Text, attribution: Attribution) -> Attribution:
    """The attribution with the noun after its cue as source where the parser took one from within the quotation.

    "The town," said the mayor, "no longer exists."
    """
    cue, source = attribution.cue_token, attribution.source
    if cue is None or source is None or covering(text.quotations, source[0]) is None:
        return attribution
    if covering(text.quotations, text.doc[cue].idx) is not None or text.doc[cue].pos_ != "VERB":
        return attribution
    head = attribution.source_head
    if head is not None and covering(text.quotations, text.doc[head].idx) is None:
        return attribution  # "... three men" activist Omar Hadid told the Courier
    for token in text.doc[cue + 1 : cue + 6]:
        if token.is_punct or covering(text.quotations, token.idx) is not None:
            break
        if token.pos_ in ("NOUN", "PROPN", "PRON") and token.dep_ != "compound" and can_speak(token, text.words):
            span = phrase_span(token)
            outside = tuple(s for s in _without(attribution.content, (span,)) if s[1] - s[0] > 2)
            if not outside:
                break
            return replace(attribution, source=span, subject=span, source_head=token.i, content=outside)
    return attribution


def _owner(found: Sequence[Attribution], outside: Sequence[tuple[int, int]], quotation: Quotation) -> int | None:
    """The attribution from outside the quotation whose content already holds a good part of it, the tightest first."""
    best: tuple[int, int] | None = None
    for start, k in outside:
        if start >= quotation.end:
            break
        attribution = found[k]
        if attribution.content[-1][1] <= quotation.start:
            continue
        covered = shared(attribution.content, quotation.start, quotation.end)
        if covered and (covered >= 12 or 2 * covered > quotation.end - quotation.start):
            distance = min(abs(quotation.start - attribution.cue[-1][1]), abs(attribution.cue[0][0] - quotation.end))
            if best is None or distance < best[0]:
                best = (distance, k)
    return best[1] if best else None


def _second_half(text: _Text, attribution: Attribution, earlier: Quotation, later: Quotation) -> bool:
    """Whether the cue stands between two quotations of one sentence: "X," he said, "Y"."""
    if not (attribution.cue and earlier.end <= attribution.cue[0][0] and attribution.cue[-1][1] <= later.start):
        return False
    between = text.doc[text.token_at(earlier.end) : text.token_at(later.start)]
    return len(between) < _REACH and not any(token.text in (".", "!", "?") for token in between)


def _widened(attribution: Attribution, quotation: Quotation) -> Attribution:
    """The attribution with the whole quotation in its content; its form is direct or mixed from now on."""
    spans = sorted([*attribution.content, (quotation.start, quotation.end)])
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    outside = sum(end - start for start, end in merged) - (quotation.end - quotation.start)
    direct = attribution.form is SpeechForm.DIRECT or outside < 4
    form: SpeechForm = attribution.form
    if form not in (SpeechForm.BELIEF, SpeechForm.NOMINAL):
        form = SpeechForm.DIRECT if direct else SpeechForm.MIXED
    return replace(attribution, content=_without(tuple(merged), attribution.cue) or attribution.content, form=form)


def _without(spans: Spans, holes: Spans) -> Spans:
    """The spans less the holes, so that no cue stands inside its own content."""
    for hole_start, hole_end in holes:
        pieces: list[tuple[int, int]] = []
        for start, end in spans:
            if hole_start >= end or hole_end <= start:
                pieces.append((start, end))
                continue
            if hole_start > start:
                pieces.append((start, hole_start))
            if hole_end < end:
                pieces.append((hole_end, end))
        spans = tuple(pieces)
    return spans


def _introduced(text: _Text, quotation: Quotation) -> Attribution | None:
    """The attribution of a quotation whose cue the grammar did not tie to it."""
    start, end = text.paragraphs[min(text.paragraph_of(quotation.start), len(text.paragraphs) - 1)]
    content = ((quotation.start, quotation.end),)
    first = text.token_at(quotation.start)
    after = _zone(text, text.token_at(quotation.end), end, forward=True)
    for_credit = _bracket(text, after, content)
    if for_credit is not None:
        return for_credit
    ends = text.doc[after[0].i - 1 - (1 if after[0].i - 2 >= first else 0) : after[0].i].text if after else ""
    open_end = any(sign in ends for sign in (",", "?", "!", "—", "–"))
    unmarked = "." not in ends  # "... here" said the mayor
    if after and (open_end or unmarked or after[0].text in (",", "—", "–", "-")):
        verb = _cue_in(after if open_end or not unmarked else after[:1], text.words, near_start=True)
        if verb is not None and not _leads_on(text, verb):
            return _attributed(verb, content, text.words)
    before = _zone(text, first - 1, start, forward=False)
    if before:
        verb = _cue_in(before, text.words, near_start=False)
        if verb is not None and (before[0].text in (",", ":", "that", "as") or before[0].i - verb.i < _REACH // 2):
            return _attributed(verb, content, text.words)
        if before[0].text == ":":
            return _labelled(before, content, text.words)
    elif not quotation.continues:
        return _announced(text, quotation, content)
    return None


def _leads_on(text: _Text, verb: Token) -> bool:
    """Whether a clause with "that" soon behind a verb is what it says: "reports also said on Thursday that"."""
    for token in text.doc[verb.i + 1 : verb.i + _SOON]:
        if token.is_punct or token.pos_ in ("VERB", "AUX"):
            return False
        if token.lower_ in text.words.lists.content and token.dep_ == "mark":
            return True
    return False


def _zone(text: _Text, index: int, limit: int, *, forward: bool) -> list[Token]:
    """Tokens outside quotations from ``index`` on to the end (or start) of the sentence, nearest first."""
    zone: list[Token] = []
    doc = text.doc
    while 0 <= index < len(doc) and len(zone) < _REACH:
        token = doc[index]
        if (token.idx >= limit) if forward else (token.idx < limit):
            break
        if covering(text.quotations, token.idx) is not None and token.text not in ('"', "”", "''"):
            break
        if token.text in (".", "!", "?", "…", ";") and zone:
            break
        if not token.is_space and token.text not in ('"', "”", "''", "“"):
            if token.text in (".", "!", "?") and not zone:
                break
            zone.append(token)
        index += 1 if forward else -1
    return zone


def _cue_in(zone: Sequence[Token], words: Reporting, *, near_start: bool) -> Token | None:
    """The nearest verb of the zone that says something and has a subject, listed verbs before others."""
    others: Token | None = None
    for token in zone:
        if token.pos_ not in ("VERB", "AUX") or token.tag_ in ("MD",) or token.dep_ in ("aux", "auxpass"):
            continue
        if token.dep_ in ("relcl", "acl") and near_start and token.tag_ != "VBG":
            continue
        subject = subject_of(token)
        listed = any(group.quotes for key in keys_of(token) for group in words.verbs.get(key, ()))
        if listed and (subject is None or not is_expletive(subject)):
            return token
        speaks = subject is not None and can_speak(subject, words) and token.lemma_.lower() not in words.lists.silent
        if others is None and speaks:
            others = token
    return others


def _attributed(verb: Token, content: Spans, words: Reporting) -> Attribution:
    group = words.verb(keys_of(verb), "clause") or _DIRECT
    subject = subject_of(verb)
    if subject is None:
        subject = next(
            (t for t in verb.doc[verb.i + 1 : verb.i + 6] if t.pos_ in ("PROPN", "PRON") and t.dep_ != "pobj"), None
        )
    if subject is not None and is_expletive(subject):
        subject = None
    made = make(verb, group, content, subject, words, form=SpeechForm.DIRECT)
    return replace(made, conveys=True)


def _bracket(text: _Text, after: Sequence[Token], content: Spans) -> Attribution | None:
    """A credit in brackets after a quotation: ("(Bloomberg)")."""
    if len(after) < 3 or after[0].text != "(":
        return None
    close = next((k for k, token in enumerate(after) if token.text == ")"), None)
    if close is None or close > 12:
        return None
    inner = after[1:close]
    name = next((t for t in reversed(inner) if t.pos_ == "PROPN"), None)
    if name is None or not inner[0].text[:1].isupper():
        return None
    return make(name, _CREDIT, content, name, text.words, cue=((after[0].idx, after[0].idx + 1),))


def _labelled(before: Sequence[Token], content: Spans, words: Reporting) -> Attribution | None:
    """A name and a colon before a quotation."""
    name = next((t for t in before[1:] if t.pos_ in ("PROPN", "PRON", "NOUN") and can_speak(t, words)), None)
    if name is None:
        return None
    return make(before[0], _CREDIT, content, name, words, cue=((before[0].idx, before[0].idx + 1),))


def _announced(text: _Text, quotation: Quotation, content: Spans) -> Attribution | None:
    """A quotation that opens a paragraph, announced by the colon at the end of the paragraph before."""
    number = text.paragraph_of(quotation.start)
    if number == 0 or text.paragraphs[number][0] != quotation.start:
        return None
    start, end = text.paragraphs[number - 1]
    index = text.token_at(end) - 1
    while index > 0 and text.doc[index].is_space:
        index -= 1
    if index < 1 or text.doc[index].text != ":":
        return None
    return introduction(text.doc, index, start, content, text.words)


def introduction(doc: Doc, colon: int, start: int, content: Spans, words: Reporting) -> Attribution | None:
    """The source named in a sentence that ends in a colon: its speaker, else what follows "from", else a name."""
    sentence = [t for t in doc[max(0, colon - 40) : colon] if t.idx >= start]
    for k in range(len(sentence) - 1, -1, -1):
        if sentence[k].text in (".", "!", "?"):
            sentence = sentence[k + 1 :]
            break
    verb = _cue_in(list(reversed(sentence)), words, near_start=False)
    if verb is not None and subject_of(verb) is not None:
        return _attributed(verb, content, words)
    origin = next(
        (
            c
            for t in reversed(sentence)
            if t.lower_ in words.lists.prepositions.source
            for c in t.children
            if c.dep_ == "pobj"
        ),
        None,
    )
    name = origin or next((t for t in reversed(sentence) if t.pos_ == "PROPN"), None)
    if name is None:
        return None
    return make(doc[colon], _CREDIT, content, name, words, cue=((doc[colon].idx, doc[colon].idx + 1),))


def _goes_on(text: _Text, earlier: Quotation, later: Quotation) -> bool:
    """Whether a quotation without a cue carries on the one before: beside it, or opening the next paragraph."""
    if later.continues:
        return True
    here, there = text.paragraph_of(earlier.start), text.paragraph_of(later.start)
    if here == there:
        return _free(text, later)
    return there == here + 1 and _free(text, later) and text.paragraphs[there][0] == later.start


def _free(text: _Text, quotation: Quotation) -> bool:
    """Whether a quotation stands as a sentence of its own."""
    start, _ = text.paragraphs[min(text.paragraph_of(quotation.start), len(text.paragraphs) - 1)]
    return not _zone(text, text.token_at(quotation.start) - 1, start, forward=False)
