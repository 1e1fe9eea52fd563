"""Who quotes whom in a sentence that ends in "... the agency quoted a medic as saying", or "... a medic was quoted".

What always holds: the one quoted is the inner source of all that stands before them in the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from testimonia.read import attribution_names
from testimonia.read.attribution_chain import Attribution
from testimonia.read.attribution_cues import make
from testimonia.read.attribution_names import LONGEST
from testimonia.read.attribution_reach import FINITE, stops
from testimonia.read.reporting import Reporting
from testimonia.read.speech_syntax import can_speak, end_of, first_child, token_spans

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def find(doc: Doc, words: Reporting) -> Iterator[Attribution]:
    """Both sources of each such sentence, the one who quotes first; of a passive without an agent the quoted alone."""
    for token in doc:
        if token.i > 0 and token.tag_ in (*FINITE, "VBN") and token.lemma_.lower() in words.lists.capacity:
            yield from _passive(doc, token, words) or _active(doc, token, words)


def _active(doc: Doc, token: Token, words: Reporting) -> list[Attribution]:
    start, end = token.sent.start, token.sent.end
    if first_child(token, "auxpass") is not None:
        return []
    last = next((k for k in range(end - 1, token.i, -1) if doc[k].pos_ == "VERB"), token.i)
    if doc[last].tag_ != "VBG" or doc[last - 1].lower_ != "as" or not stops(doc, last + 1, end):
        return []
    named = [t for t in doc[token.i + 1 : last - 1] if t.pos_ in ("NOUN", "PROPN") and can_speak(t, words)]
    left = attribution_names.before(doc, token.i, start, words)[1]
    content = _told(doc, start, left)
    outer, inner = (words.verb((doc[k].lemma_.lower(),), "clause") for k in (token.i, last))
    if not named or not content or outer is None or inner is None:
        return []
    who = (doc[left].idx, end_of(doc[token.i - 1]))
    whom = (doc[token.i + 1].idx, end_of(doc[last - 2]))
    head = next((t for t in named if doc[t.i + 1].pos_ not in ("NOUN", "PROPN")), named[0])  # "a police source"
    quoted = make(doc[last], inner, content, head, words)
    return [
        replace(make(token, outer, content, doc[token.i - 1], words), source=who, subject=who),
        replace(quoted, source=whom, subject=whom, group="citing"),
    ]


def _passive(doc: Doc, token: Token, words: Reporting) -> list[Attribution]:
    """ "... a medic was quoted as saying by local media", "... a medic was quoted by local media"."""
    be = first_child(token, "auxpass")
    behind = doc[token.i + 1 : min(token.sent.end, token.i + 1 + LONGEST)]
    saying = next((t for t in behind if t.tag_ == "VBG" and doc[t.i - 1].lower_ == "as"), None)
    by = next((t for t in doc[token.i + 1 : token.sent.end] if t.lower_ == "by"), None)
    agent = first_child(by, "pobj") if by is not None else None
    closed = agent is not None and stops(doc, agent.right_edge.i + 1, token.sent.end)
    if be is None or not (closed if saying is None else not _goes_on(saying)):
        return []
    start = token.sent.start
    stop, left = attribution_names.before(doc, be.i, start, words)
    cue = saying if saying is not None else token
    content, inner = _told(doc, start, stop), words.verb((cue.lemma_.lower(),), "clause")
    speaker = doc[be.i - 1]
    if not content or inner is None or speaker.pos_ not in ("NOUN", "PROPN") or not can_speak(speaker, words):
        return []
    whom = (doc[left].idx, end_of(speaker))
    made = [replace(make(cue, inner, content, speaker, words), source=whom, subject=whom, group="citing")]
    outer = words.verb((token.lemma_.lower(),), "clause")
    if outer is not None and agent is not None and can_speak(agent, words):
        made.insert(0, make(token, outer, content, agent, words))
    return made


def _goes_on(saying: Token) -> bool:
    """Whether what is said follows: "was quoted as saying that the road was cut"."""
    return first_child(saying, "ccomp") is not None


def _told(doc: Doc, start: int, stop: int) -> tuple[tuple[int, int], ...]:
    """The spans of what stands before the sources, none where it holds no verb."""
    told = any(doc[k].tag_ in (*FINITE, "VBN") or doc[k].pos_ == "AUX" for k in range(start, stop))
    return token_spans(doc, range(start, stop)) if told else ()
