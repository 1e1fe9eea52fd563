"""What an author says of the words he quotes: "This is false", "Whatever the truth of that", "rightly said".

What always holds: only a sentence outside the quotation, right after it, is heard, and it changes what the account
commits itself to, never what the source does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from testimonia.model.factuality import Factuality
from testimonia.read.attribution_chain import Attribution
from testimonia.read.quotations import Quotation, covering
from testimonia.read.reporting import Reporting

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

# A comment names what it speaks of within this many words of its beginning.
_OPENING = 8


def judge(
    doc: Doc, found: Sequence[Attribution], quotations: Sequence[Quotation], words: Reporting
) -> list[Attribution]:
    """``found`` with ``author`` set to what the next sentence of the account's own says of the content."""
    sentences = list(doc.sents)
    result = list(found)
    order = sorted(range(len(result)), key=lambda k: result[k].content[-1][1])
    at = 0
    for number, sentence in enumerate(sentences):
        verdict = _verdict(sentence, words)
        if verdict is None or covering(quotations, sentence.start_char) is not None:
            continue
        floor = sentences[max(0, number - 2)].start_char
        spoken = [
            k for k in order if floor < max(result[k].content[-1][1], result[k].cue[-1][1]) <= sentence.start_char + 1
        ]
        if not spoken:
            continue
        outer = [k for k in spoken if not _inside(result, k, spoken) and result[k].conveys]
        for k in outer[-1:]:
            result[k] = replace(result[k], author=verdict)
        at += 1
    return result


def _inside(found: Sequence[Attribution], k: int, others: Sequence[int]) -> bool:
    a = found[k]
    return any(o != k and any(start <= a.cue[0][0] < end for start, end in found[o].content) for o in others)


def _verdict(sentence: Span, words: Reporting) -> Factuality | None:
    """What a sentence says of the words before it, or ``None`` where it does not speak of them."""
    comment = words.lists.comment
    lowered = " ".join(token.lower_ for token in sentence)
    if any(phrase in lowered for phrase in comment.reserve):
        return Factuality.UNCOMMITTED
    if (short := _short_answer(sentence, words)) is not None:
        return short
    head = sentence.root
    subjects = [c for c in head.children if c.dep_ in ("nsubj", "nsubjpass")]
    if not subjects or subjects[0].i - sentence.start > _OPENING:
        return None
    subject = subjects[0]
    if subject.lower_ not in comment.subjects and subject.lemma_.lower() not in comment.subjects:
        return None
    if subject.pos_ == "NOUN" and not any(
        c.tag_ in ("DT", "PRP$", "POS") or c.dep_ == "poss" for c in subject.children
    ):
        return None
    return of_predicate(head, words)


def _short_answer(sentence: Span, words: Reporting) -> Factuality | None:
    """What a pronoun with an auxiliary and nothing more says: "It is not.", "They had not.", "It did."."""
    said = [t for t in sentence if not t.is_punct and not t.is_space and t.dep_ not in ("cc", "advmod")]
    if len(said) not in (2, 3) or said[0].pos_ != "PRON" or said[0].tag_ not in ("PRP", "DT"):
        return None
    if (
        said[1].lemma_ not in words.lists.comment.short
        or any(t.dep_ != "neg" for t in said[2:])
        or sentence[-1].text == "?"
    ):
        return None
    denied = any(t.dep_ == "neg" for t in sentence)
    return Factuality.CERTAINLY_NOT if denied else Factuality.CERTAIN


def of_predicate(head: Token, words: Reporting) -> Factuality | None:
    """What a predicate says of the truth of its subject: "is false", "is not true", "are unproven"."""
    comment = words.lists.comment
    while (inner := next((c for c in head.children if c.dep_ == "xcomp" and c.lemma_ == "be"), None)) is not None:
        head = inner  # "turned out to be untrue"
    negated = any(c.dep_ == "neg" for c in head.children)
    predicate = [head, *(c for c in head.children if c.dep_ in ("acomp", "attr", "oprd", "xcomp", "prep", "advmod"))]
    said = {form for t in predicate for form in (t.lower_, t.lemma_.lower())}
    said |= {t.lower_ for p in predicate if p.dep_ in ("attr", "prep") for t in p.subtree}
    for value, listed in (
        (Factuality.CERTAINLY_NOT, comment.false),
        (Factuality.POSSIBLE, comment.doubtful),
        (Factuality.CERTAIN, comment.true),
    ):
        for entry in listed:
            if entry.endswith(" not"):
                if negated and entry.removesuffix(" not").removeprefix("the ") in said:
                    return value
            elif entry in said and not (negated and value is Factuality.CERTAIN):
                return value.negated() if negated and value is Factuality.CERTAINLY_NOT else value
    return None
