"""How the source that closes a sentence stands to those it cites, quotes or reports: theirs is the inner word.

What always holds: attributions keep their cues; only contents, and the source of a participle, are set right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from testimonia.read.attribution_chain import Attribution
from testimonia.read.attribution_endings import is_citing
from testimonia.read.attribution_names import LONGEST, NAMING
from testimonia.read.reporting import Reporting
from testimonia.read.speech_syntax import first_child

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Words from a closing verb of saying to whom its subject cites.
_NEAR = 5


def enclosed(found: Sequence[Attribution], endings: Sequence[Attribution]) -> list[Attribution]:
    """``found`` without the words of a closing source in what is told under it: "medics said ... it wrote"."""
    result = list(found)
    for ending in endings:
        if ending.source is None:
            continue
        for k, a in enumerate(result):
            under = a.cue and ending.start <= a.cue[0][0] < ending.content[-1][1] and a.start < ending.source[0]
            if under and a.content[-1][1] > ending.source[0]:
                kept = tuple((start, min(end, ending.source[0] - 1)) for start, end in a.content)
                result[k] = replace(a, content=tuple(span for span in kept if span[0] < span[1]))
    return result


def cited(doc: Doc, found: Sequence[Attribution], words: Reporting) -> list[Attribution]:
    """``found`` with all that a closing source tells given to whom it cites: "... it said citing a source"."""
    result = list(found)
    for k, inner in enumerate(result):
        if (
            inner.group not in ("according", "citing")
            or inner.cue_token is None
            or not is_citing(doc[inner.cue_token], words)
        ):
            continue
        floor = doc[inner.cue_token].sent.start_char
        for host in found:
            before = inner.cue_token - host.cue_token if host.cue_token is not None else 0
            if (
                0 < before <= _NEAR
                and host.conveys
                and host.source is not None
                and floor <= host.start < host.cue[0][0]
            ):
                result[k] = replace(inner, content=host.content, group="citing")
    return result


def adding(doc: Doc, found: Sequence[Attribution], words: Reporting) -> list[Attribution]:
    """``found`` with a participle right behind a closing source given that source: "... it said adding that".

    Whoever is told something in between is no source: "... the mayor told the Courier adding that".
    """
    named = {a.cue_token: a for a in found if a.source is not None and a.conveys and a.cue_token is not None}
    result = list(found)
    for k, a in enumerate(result):
        if a.cue_token is None or doc[a.cue_token].tag_ != "VBG" or a.group in ("according", "citing"):
            continue
        host = named.get(a.cue_token - 1)
        if host is None and (teller := _telling(doc, a, words)) is not None:
            host = named.get(teller)
        if host is None:
            continue
        if a.source is None or first_child(doc[a.cue_token], "nsubj") is None:
            result[k] = replace(a, source=host.source, source_head=host.source_head, subject=host.subject, conveys=True)
    return result


def _telling(doc: Doc, attribution: Attribution, words: Reporting) -> int | None:
    """The verb of telling whose addressee was taken for the source of a participle right behind him."""
    first = attribution.cue_token or 0
    if attribution.source_head is None or doc[first].lemma_.lower() not in words.lists.adding:
        return None
    for k in range(first - 1, max(doc[first].sent.start, first - LONGEST - 1), -1):
        if doc[k].lemma_.lower() in words.lists.addressing and doc[k].pos_ == "VERB":
            return k if attribution.source_head > k else None
        if doc[k].pos_ not in NAMING and doc[k].text != ",":
            return None
    return None
