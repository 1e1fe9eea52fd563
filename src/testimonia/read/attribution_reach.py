"""How far what is told reaches around a speaker who is named, without commas, behind it.

"Two men died a monitor said in the second raid this week". What always holds: what is told lies in the sentence of the
cue; where and how somebody speaks is no part of it, nor what the account itself sets beside it with "as" or "while".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from testimonia.read import attribution_names
from testimonia.read.attribution_chain import Attribution
from testimonia.read.attribution_names import NAMING, TIMES
from testimonia.read.reporting import Reporting
from testimonia.read.speech_syntax import end_of, first_child, token_spans

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FINITE = ("VBD", "VBZ", "VBP")
_LONGEST_BRACKET = 6
_ADDRESSEE = 8
_OPENERS = ("CC", "WDT", "WP", "WRB", "TO")
_MARKS = (",", '"', "“", "”", "''", "``", "—", "–", "--")


def edge(doc: Doc, token: Token) -> int:
    """The first word of the verb's group, with a short name in brackets before it: "the monitor (OHR) has said"."""
    k = token.i
    while k > 1 and (_has(doc[k - 1]) or (doc[k - 1].pos_ == "ADV" and doc[k - 1].dep_ == "advmod")):
        k -= 1
    if doc[k - 1].text == ")":
        return next((n for n in range(k - 2, max(0, k - _LONGEST_BRACKET), -1) if doc[n].text == "("), k)
    return k


def beyond(doc: Doc, token: Token, words: Reporting) -> int:
    """The first word behind a verb of saying, whoever is spoken to, and the time of speaking."""
    k, end = token.i + 1, token.sent.end
    if token.lemma_.lower() in words.lists.addressing:
        while k < min(end, token.i + _ADDRESSEE) and (
            doc[k].tag_ == "HYPH" or (doc[k].pos_ in NAMING and doc[k].ent_type_ not in TIMES)
        ):
            k += 1
    return k


def stops(doc: Doc, k: int, end: int) -> bool:
    """Whether nothing follows but the end of the sentence."""
    return k >= len(doc) or k >= end or doc[k].text in (".", "!", "?")


def tail(doc: Doc, k: int, end: int, words: Reporting) -> range:
    """The words from ``k`` on that go on with what is told; an empty range where they tell how it was said."""
    end = next((n for n in range(k, end) if cited_at(doc, n, words)), end)  # "... according to the Courier"
    while k < end and _timed(doc, k, words):
        k += 1
    nothing = range(k, k)
    if stops(doc, k, end) or doc[k].lower_ in words.lists.framing:
        return nothing
    if doc[k].tag_ == "VBG" and doc[k].pos_ == "VERB":
        lemma = doc[k].lemma_.lower()
        spoken = lemma in words.verbs or lemma in words.lists.manner or (doc[k].lower_,) in words.according
        return nothing if spoken or doc[k].dep_ in ("nsubj", "csubj") else range(k, end)
    if doc[k].pos_ == "CCONJ" and k + 1 < end:
        following = doc[k + 1]
        spoken = following.lemma_.lower() in words.verbs or following.lemma_.lower() in words.lists.manner
        return nothing if following.tag_ not in FINITE or spoken else range(k + 1, end)
    if doc[k].pos_ in ("ADP", "SCONJ"):
        noun = next((doc[n] for n in range(k + 1, end) if _heads(doc, n)), None)
        if noun is None:
            return nothing
        lemma = noun.lemma_.lower()
        spoken = lemma in words.lists.occasions or lemma in words.lists.documents or lemma in words.nouns
        return nothing if spoken else range(k, end)
    clause = any(t.tag_ in (*FINITE, "MD") or t.pos_ == "AUX" or t.is_quote for t in doc[k:end])
    return range(k, end) if doc[k].pos_ in ("DET", "NOUN", "ADJ") and not clause else nothing


def cited_at(doc: Doc, n: int, words: Reporting) -> int:
    """How many words of a phrase such as "according to" begin at a word; 0 for none."""
    first = doc[n].lower_ if n < len(doc) else ""
    for phrase in words.according:
        if phrase[0] == first and all(n + k < len(doc) and doc[n + k].lower_ == word for k, word in enumerate(phrase)):
            return len(phrase)
    return 0


def widened(doc: Doc, found: Sequence[Attribution], words: Reporting) -> list[Attribution]:
    """``found`` with the whole sentence told where a speaker closes it and a parser gave him only a part."""
    result = list(found)
    for n, a in enumerate(result):
        if a.cue_token is None or a.source is None or a.source_head is None or not a.conveys:
            continue
        token, head = doc[a.cue_token], doc[a.source_head]
        if token.pos_ not in ("VERB", "NOUN") or not head.i < token.i or a.content[0][0] > a.source[0]:
            continue
        begins, closes = a.source
        if (first_of := _behind_the_hurt(doc, head, token, words)) is not None:
            head = doc[edge(doc, token) - 1]
            begins, closes = doc[first_of].idx, end_of(head)
        left = _first_of(doc, token.sent.start, head.i, begins)
        left = attribution_names.trimmed(doc, left, head.i, words)
        first = token.sent.start
        if left - first > 2 and doc[left - 2].pos_ == "NOUN":  # "... on Sunday residents and a monitor said"
            left = attribution_names.beside(doc, left, first, words)
        if left <= first or doc[left - 1].text in _MARKS or _opens(doc[left - 1]):
            continue
        if any(each.is_quote for each in doc[first:left]):
            continue
        if head.i < edge(doc, token) - 1 or a.content[-1][0] > closes:
            continue
        behind = beyond(doc, token, words)
        rest = tail(doc, behind, token.sent.end, words)
        if not rest and not _closes(doc, behind, token.sent.end, words):
            continue
        name = (doc[left].idx, max(closes, end_of(head)))
        spans = token_spans(doc, [*range(first, left), *rest])
        subject = name if a.subject == a.source else a.subject
        result[n] = replace(a, content=spans, source=name, source_head=head.i, subject=subject)
    return result


def _behind_the_hurt(doc: Doc, head: Token, token: Token, words: Reporting) -> int | None:
    """Where the name begins behind those hurt whom a parser made speak: "nine men including boys | activists said"."""
    k = edge(doc, token)
    if head.i + 2 >= k or not any(child.dep_ == "nummod" for child in head.children):
        return None
    first = next((n for n in range(head.i + 2, k) if doc[n:k].text.lower() in words.lists.closing), None)
    if first is not None and doc[first - 1].lower_ in words.lists.fresh:
        return first - 1
    return first


def _opens(token: Token) -> bool:
    """Whether a word opens a clause, whose speaker says what follows him."""
    return token.tag_ in _OPENERS or token.dep_ == "mark"


def _closes(doc: Doc, k: int, end: int, words: Reporting) -> bool:
    while k < end and _timed(doc, k, words):
        k += 1
    if stops(doc, k, end) or doc[k].lower_ in words.lists.framing:
        return True
    return doc[k].pos_ in ("ADP", "SCONJ") or (doc[k].tag_ == "VBG" and doc[k].pos_ == "VERB")


def _first_of(doc: Doc, start: int, head: int, offset: int) -> int:
    return next((k for k in range(start, head + 1) if doc[k].idx >= offset), head)


def _timed(doc: Doc, k: int, words: Reporting) -> bool:
    """Whether a word tells when it was said: "said on Friday", "reported late Monday"."""
    if doc[k].ent_type_ in TIMES or doc[k].lower_ in words.lists.mute:
        return True
    following = doc[k + 1] if k + 1 < len(doc) else None
    return (
        doc[k].tag_ == "IN"
        and following is not None
        and (following.ent_type_ in TIMES or following.lower_ in words.lists.mute)
    )


def _has(token: Token) -> bool:
    return bool(token.pos_ == "AUX" and token.lemma_ == "have")


def _heads(doc: Doc, n: int) -> bool:
    """Whether a noun ends the phrase it stands in."""
    ends = n + 1 >= len(doc) or doc[n + 1].pos_ not in ("NOUN", "PROPN")
    return bool(doc[n].pos_ in ("NOUN", "PROPN")) and ends


def auxiliaries(token: Token) -> bool:
    """Whether a participle stands with "have" and so is the finite verb of its clause: "residents have said"."""
    own = [child for child in token.children if child.dep_ in ("aux", "auxpass")]
    return bool(own) and all(_has(child) for child in own) and first_child(token, "auxpass") is None
