"""Who is named with a verb of saying at the end of a sentence whose commas are missing, so that the parser went astray.

What always holds: only a verb of saying that the grammar gave no content is looked at, only before the end of its
sentence or an adjunct, and only where what stands before its speaker holds a verb.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from testimonia.read.attribution_chain import Attribution
from testimonia.read.attribution_cues import keys_of, make
from testimonia.read.reporting import CueGroup, Reporting
from testimonia.read.speech_syntax import agent_of, can_speak, end_of, first_child, token_spans

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NAMING = ("DET", "ADJ", "NOUN", "PROPN", "PART", "NUM")
_FINITE = ("VBD", "VBZ", "VBP")
_TIMES = ("DATE", "TIME")
# Words of a name at most, so that the walk leftward ends.
_LONGEST = 9
# Words of a whole sentence that says no more than "she added".
_BARE = 4


def find(doc: Doc, known: Sequence[Attribution], words: Reporting) -> Iterator[Attribution]:
    """Attributions of sentences that end in "... the monitor said" or "... said the monitor", commas or none."""
    taken = {
        a.cue_token
        for a in known
        if a.conveys
        and a.source_head is not None
        and can_speak(doc[a.source_head], words)
        and not told_to(doc, a, words)
    }
    for token in doc:
        if token.tag_ not in (*_FINITE, "VBN") or token.i in taken or token.i < 1:
            continue
        group = words.verb(keys_of(token), "clause")
        if group is None or not group.conveys or group.stance.certainty < 3:
            continue
        if token.tag_ == "VBN" and (first_child(token, "aux", "auxpass") is not None or not _ends(doc, token, words)):
            continue
        astray = _ends(doc, token, words) or _inverted(doc, token, words)
        if first_child(token, "ccomp") is not None and not astray:
            continue
        yield from _ending(doc, token, group, words)


def told_to(doc: Doc, attribution: Attribution, words: Reporting) -> bool:
    """Whether the source is the one right behind "told", who was spoken to: "... Omar told the Courier"."""
    cue = doc[attribution.cue_token] if attribution.cue_token is not None else None
    if cue is None or attribution.source_head is None or cue.lemma_.lower() not in words.lists.addressing:
        return False
    source = doc[attribution.source_head]
    return 0 < source.i - cue.i < _LONGEST and agent_of(cue) is None


def _ending(doc: Doc, token: Token, group: CueGroup, words: Reporting) -> Iterator[Attribution]:
    start = token.sent.start
    last = doc[token.i - 1]
    if last.pos_ == "PRON" and last.lower_ in words.lists.pronouns and _stops(doc, token.i + 1, token.sent.end):
        if last.i == start and last.is_lower and start > 0 and token.sent.end - start <= _BARE:
            start = doc[start - 1].sent.start  # "... was shelled. she added."
        speaker, stop, named = last, last.i, None
    elif _ends(doc, token, words):
        speaker, (stop, left) = last, _name_before(doc, token.i, start, words)
        named = (doc[left].idx, end_of(speaker))
    elif _inverted(doc, token, words):
        speaker, stop, named = _speaker_after(doc, token), token.i, None
    else:
        return
    if speaker.pos_ not in ("NOUN", "PROPN", "PRON") or not can_speak(speaker, words):
        return
    content = range(start, stop)
    if any(doc[k].tag_ in (*_FINITE, "VBN") or doc[k].pos_ == "AUX" for k in content):
        made = make(token, group, token_spans(doc, content), speaker, words)
        yield made if named is None else replace(made, source=named, subject=named)


def _name_before(doc: Doc, k: int, start: int, words: Reporting) -> tuple[int, int]:
    """Where the naming words right before word ``k`` begin: with the speaker's office and without it."""
    first = k - 1
    while first > start and k - first < _LONGEST:
        before, here = doc[first - 1], doc[first]
        joined = before.tag_ == "HYPH" or here.tag_ == "HYPH" or (before.tag_ == "VBN" and before.dep_ == "amod")
        if not (joined or before.pos_ in _NAMING) or before.ent_type_ in _TIMES or here.pos_ == "DET":
            break
        if here.pos_ == "PROPN" and before.tag_ == "NNS":
            break  # "two children Omar Hadid told"
        title = can_speak(before, words) and before.lemma_.lower() not in words.lists.documents
        opens = doc[first - 2].pos_ in ("DET", "ADP", "PART")
        if here.pos_ == "PROPN" and before.pos_ == "NOUN" and opens and not title:
            break  # "near the harbour Omar Hadid told"
        if before.pos_ == "PROPN" and not joined and here.is_lower and here.pos_ in ("ADJ", "ADV", "VERB"):
            break  # "killing Abu Omar well-informed sources told"
        first -= 1
    while first < k - 1 and doc[first].tag_ == "HYPH":
        first += 1
    return _office(doc, first, start, words), first


def _office(doc: Doc, first: int, start: int, words: Reporting) -> int:
    """Where the words before a name begin that say what its bearer is, or with whom he says it."""
    k = first - 1
    if k - 2 > start and doc[k].lower_ == "and" and doc[k - 1].pos_ == "NOUN" and doc[k - 2].pos_ == "DET":
        return k - 2 if can_speak(doc[k - 1], words) else first
    while k > start and first - k < _LONGEST and doc[k].pos_ in (*_NAMING, "ADP"):
        if doc[k].pos_ == "ADP" and doc[k].lower_ not in words.lists.prepositions.office:
            break
        if doc[k].pos_ == "ADP" and doc[k - 1].pos_ == "NOUN" and can_speak(doc[k - 1], words):
            while k - 1 > start and doc[k - 1].pos_ in _NAMING:
                k -= 1
                if doc[k].pos_ == "DET":
                    break
            return k
        k -= 1
    return first


def _stops(doc: Doc, k: int, end: int) -> bool:
    """Whether nothing follows but the end of the sentence."""
    return k >= len(doc) or k >= end or doc[k].text in (".", "!", "?")


def _ends(doc: Doc, token: Token, words: Reporting) -> bool:
    """Whether a verb, with the one spoken to, ends its sentence or clause, a noun standing right before it."""
    if doc[token.i - 1].pos_ not in ("NOUN", "PROPN"):
        return False
    k, end = token.i + 1, token.sent.end
    if token.lemma_.lower() in words.lists.addressing:
        while k < min(end, token.i + 6) and (
            doc[k].tag_ == "HYPH" or (doc[k].pos_ in _NAMING and doc[k].ent_type_ not in _TIMES)
        ):
            k += 1
        if k == token.i + 1:
            return False
    if _stops(doc, k, end):
        return True
    dated = doc[k].ent_type_ in _TIMES or doc[k].lower_ in words.lists.mute
    timed = doc[k].tag_ == "IN" and k + 1 < end and doc[k + 1].ent_type_ in _TIMES
    return dated or timed or (token.tag_ != "VBN" and doc[k].tag_ == "IN")


def _inverted(doc: Doc, token: Token, words: Reporting) -> bool:
    """Whether the speaker follows the verb: "... near the embassy said the monitor"."""
    if token.i + 2 >= len(doc) or doc[token.i + 1].pos_ not in ("DET", "PROPN") or token.i < 3:
        return False
    if token.lemma_.lower() in words.lists.addressing:
        return False
    if any(c.dep_ in ("nsubj", "nsubjpass") and c.i < token.i and can_speak(c, words) for c in token.children):
        return False
    speaker = _speaker_after(doc, token)
    behind = doc[speaker.i + 1].tag_ if speaker.i + 1 < len(doc) else ""
    near = token.sent.end - token.i < (3 if behind in ("WDT", "WP") else 2) * _LONGEST
    return near and can_speak(speaker, words)


def _speaker_after(doc: Doc, token: Token) -> Token:
    """The last word of the run of naming words after the verb."""
    last = token.i + 1
    while (
        last + 1 < min(len(doc), token.i + _LONGEST) and doc[last + 1].pos_ in _NAMING[1:] and doc[last].pos_ != "PROPN"
    ):
        last += 1
    while last + 1 < len(doc) and doc[last].pos_ == "PROPN" and doc[last + 1].pos_ == "PROPN":
        last += 1
    return doc[last]
