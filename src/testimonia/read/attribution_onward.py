"""What a speaker at the head of a clause says where the parser saw no clause in what follows the verb of saying.

What always holds: the verb has no content yet, who speaks stands before it, and what is told reaches to the end of the
sentence; nothing is added where quotation marks or commas follow, which tell more than a walk over words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from testimonia.read import attribution_names
from testimonia.read.attribution_chain import Attribution
from testimonia.read.attribution_cues import make
from testimonia.read.attribution_reach import FINITE, auxiliaries, edge
from testimonia.read.attribution_sources import parted
from testimonia.read.reporting import Reporting
from testimonia.read.speech_syntax import can_speak, end_of, first_child, is_passive, token_spans

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Words of a clause that can tell anything.
_SHORTEST = 4
# Words from the verb to "that": "said in a statement to the paper on Friday that".
_SOON = 12
_NEAR = 6


def find(doc: Doc, known: Sequence[Attribution], words: Reporting) -> Iterator[Attribution]:
    """Attributions of finite verbs of saying without content, in the order of the words."""
    taken = {a.cue_token for a in known if a.conveys and a.source is not None and not _misled(doc, a, words)}
    misled = {a.cue_token: a for a in known if a.conveys and a.source is not None and a.cue_token not in taken}
    nameless = {a.cue_token: a for a in known if a.source is None and not a.conveys and a.cue_token is not None}
    for token in doc:
        finite = token.tag_ in FINITE or (token.tag_ == "VBN" and auxiliaries(token))
        if token.i in taken or not finite or token.is_title:
            continue
        group = words.verb((token.lemma_.lower(),), "clause")
        if group is None or group.stance.certainty < 3 or not group.conveys or group.voiced:
            continue
        given = nameless.get(token.i) if not is_passive(token) else None
        told = given.content if given is not None else token_spans(doc, _content(doc, token, words))
        speaker = _speaker(doc, token, words) if told and told[0][0] > token.idx else None
        if speaker is not None:
            head, span = speaker
            made = make(token, group, told, head, words)
            yield made if span is None else replace(made, source=span, subject=span)
        elif token.i in misled and told and told[0][0] > token.idx:
            yield replace(misled[token.i], content=told)


def _misled(doc: Doc, attribution: Attribution, words: Reporting) -> bool:
    """Whether what stands before a verb of saying was taken for its content though "that" follows it."""
    cue = attribution.cue_token
    if cue is None or attribution.content[-1][1] > doc[cue].idx or doc[cue].tag_ not in FINITE:
        return False
    for token in doc[cue + 1 : cue + _NEAR]:  # "said on Thursday that"
        if token.lower_ in words.lists.content:
            return token.dep_ == "mark"
        if token.is_punct or token.pos_ in ("VERB", "AUX"):
            return False
    return False


def _content(doc: Doc, token: Token, words: Reporting) -> range:
    """The words from "that" on, or, behind a verb that takes no object, all that follow it; none where none tell."""
    end = token.sent.end
    nothing = range(0)
    if end - token.i <= _SHORTEST + 2:
        return nothing
    for k in range(token.i + 1, min(end - _SHORTEST, token.i + _SOON)):
        if doc[k].is_quote or doc[k].text == "," or doc[k].tag_ in FINITE:
            break
        if doc[k].lower_ in words.lists.content and doc[k].dep_ != "det":
            return range(k, end)
    if any(each.is_quote or each.text == "," for each in doc[token.i + 1 : end]):
        return nothing
    if first_child(token, "ccomp") is not None or words.verb((token.lemma_.lower(),), "object") is not None:
        return nothing
    later = any(each.tag_ in (*FINITE, "MD") for each in doc[token.i + 1 : end])
    opens = doc[token.i + 1].pos_ in ("DET", "NOUN", "PROPN", "NUM", "ADJ", "PRON")
    return range(token.i + 1, end) if opens and (later or first_child(token, "dobj") is not None) else nothing


def _speaker(doc: Doc, token: Token, words: Reporting) -> tuple[Token, tuple[int, int] | None] | None:
    """Who speaks: the subject, or the name right before the verb where no other clause ends in it."""
    subject = first_child(token, "nsubj")
    if subject is not None and subject.i < token.i and can_speak(subject, words):
        return parted(subject, words), None
    k, start = edge(doc, token), token.sent.start
    last = doc[k - 1]
    if last.i < start or last.pos_ not in ("NOUN", "PROPN") or not can_speak(last, words):
        return None
    stop, left = attribution_names.before(doc, k, start, words)
    if any(each.tag_ in FINITE for each in doc[start:stop]) and doc[stop - 1].pos_ not in ("CCONJ", "SCONJ", "PUNCT"):
        return None
    officer = attribution_names.officer(doc, stop, left, words)
    return (officer or last), (doc[stop].idx, end_of(last))
