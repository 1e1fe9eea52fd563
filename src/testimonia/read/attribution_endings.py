"""Who is named with a verb of saying at the end of a sentence whose commas are missing, so that the parser went astray.

What always holds: only a verb of saying that the grammar gave no content is looked at, only before the end of its
sentence or an adjunct, and only where what stands before its speaker holds a verb.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from testimonia.read.attribution_chain import Attribution
from testimonia.read.attribution_cues import keys_of, make
from testimonia.read.reporting import Reporting
from testimonia.read.speech_syntax import can_speak, first_child, token_spans

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NAMING = ("DET", "ADJ", "NOUN", "PROPN", "PART", "NUM")
_FINITE = ("VBD", "VBZ", "VBP")
# Words of a name at most, so that the walk leftward ends.
_LONGEST = 9


def find(doc: Doc, known: Sequence[Attribution], words: Reporting) -> Iterator[Attribution]:
    """Attributions of sentences that end in "... the monitor said" or "... said the monitor", commas or none."""
    taken = {
        a.cue_token for a in known if a.conveys and a.source_head is not None and can_speak(doc[a.source_head], words)
    }
    for token in doc:
        if token.tag_ not in _FINITE or token.i in taken or token.i < 3:
            continue
        group = words.verb(keys_of(token), "clause")
        if group is None or not group.conveys or group.stance.certainty < 3:
            continue
        if first_child(token, "ccomp") is not None and not _ends(doc, token) and not _inverted(doc, token, words):
            continue
        yield from _ending(doc, token, words)


def _ending(doc: Doc, token: Token, words: Reporting) -> Iterator[Attribution]:
    group = words.verb(keys_of(token), "clause")
    if group is None:
        return
    start = token.sent.start
    if _ends(doc, token):
        first = token.i
        while first > start and token.i - first < _LONGEST and doc[first - 1].pos_ in _NAMING:
            if doc[first - 1].ent_type_ in ("DATE", "TIME"):
                break
            first -= 1
            if doc[first].pos_ == "DET":
                break
        speaker, stop = doc[token.i - 1], first
    elif _inverted(doc, token, words):
        speaker, stop = _speaker_after(doc, token), token.i
    else:
        return
    if speaker.pos_ not in ("NOUN", "PROPN") or not can_speak(speaker, words):
        return
    content = range(start, stop)
    if any(doc[k].tag_ in (*_FINITE, "VBN") for k in content):
        yield make(token, group, token_spans(doc, content), speaker, words)


def _ends(doc: Doc, token: Token) -> bool:
    """Whether a verb ends its sentence or clause, a noun standing right before it."""
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    last = after is None or after.i >= token.sent.end or after.text in (".", "!", "?") or after.tag_ == "IN"
    return last and doc[token.i - 1].pos_ in ("NOUN", "PROPN")


def _inverted(doc: Doc, token: Token, words: Reporting) -> bool:
    """Whether the speaker follows the verb: "... near the embassy said the monitor"."""
    if token.i + 2 >= len(doc) or doc[token.i + 1].pos_ not in ("DET", "PROPN"):
        return False
    if any(c.dep_ in ("nsubj", "nsubjpass") and c.i < token.i and can_speak(c, words) for c in token.children):
        return False
    return can_speak(_speaker_after(doc, token), words) and token.sent.end - token.i < 2 * _LONGEST


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
