"""Who says what in an account: sources, cues and contents, nested as deep as the text goes.

What always holds: every content lies in the account, no content holds its own cue, and unbalanced quotation marks
raise nothing. Direct and indirect speech, beliefs, intentions, accusations, denials and documents are found by
grammar first and by words second: three quarters of what news attributes stands in no quotation marks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from testimonia.codebook.codebook import Codebook
from testimonia.read import (
    attribution_clauses,
    attribution_comments,
    attribution_endings,
    attribution_headlines,
    attribution_nesting,
    attribution_onward,
    attribution_phrases,
    attribution_quotes,
    attribution_reach,
    attribution_relayed,
    attribution_unled,
    quotations,
)
from testimonia.read.attribution_chain import Attribution, chain_at
from testimonia.read.reporting import reporting

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Attribution", "chain_at", "find"]


def find(doc: Doc, paragraphs: Sequence[tuple[int, int]], codebook: Codebook) -> list[Attribution]:
    """All attributions of one account, in the order of their contents.

    ``doc`` is the parsed account, ``paragraphs`` its stretches as offsets of the transcript. Never raises.
    """
    words = reporting(codebook)
    text = doc.text
    marks = quotations.find(text, paragraphs)
    found = [*attribution_clauses.find(doc, words), *attribution_phrases.find(doc, paragraphs, marks, words)]
    relayed = list(attribution_relayed.find(doc, words))
    quoting = {a.cue_token for a in relayed}
    endings = [*relayed, *(a for a in attribution_endings.find(doc, found, words) if a.cue_token not in quoting)]
    found = attribution_nesting.enclosed(found, endings)
    replaced = {a.cue_token for a in endings}
    found = [
        *(a for a in found if a.cue_token not in replaced and not attribution_endings.told_to(doc, a, words)),
        *endings,
    ]
    onward = list(attribution_onward.find(doc, found, words))
    led = {a.cue_token for a in onward}
    found = [*(a for a in found if a.cue_token not in led), *onward]
    found = attribution_reach.widened(doc, found, words)
    found = attribution_nesting.adding(doc, attribution_nesting.cited(doc, found, words), words)
    if (over := attribution_headlines.end_by_dashes(doc)) is not None:
        found = attribution_headlines.behind(found, over)
    for headline in attribution_headlines.find(doc, words, found, paragraphs):
        found = [*attribution_headlines.apart(found, headline), headline]
    found = _apart([a for a in found if a.content])
    found = attribution_quotes.credit(doc, found, marks, paragraphs, words)
    found = attribution_comments.judge(doc, found, marks, words)
    mute = words.lists.mute
    found = [a for a in found if a.source_head is None or doc[a.source_head].lower_ not in mute]
    found = [a for a in found if a.cue_token is None or not _surname(doc, a.cue_token)]
    return sorted((a for a in found if a.content), key=lambda a: (a.content[0][0], -a.length, a.cue))


def with_unled(
    doc: Doc, found: Sequence[Attribution], paragraphs: Sequence[tuple[int, int]], codebook: Codebook
) -> tuple[Attribution, ...]:
    """``found`` and the quotations without a cue that go on with whoever told something before them."""
    unled = attribution_unled.find(doc, found, quotations.find(doc.text, paragraphs), reporting(codebook))
    return tuple(sorted((*found, *unled), key=lambda a: (a.content[0][0], -a.length, a.cue)))


def _surname(doc: Doc, cue: int) -> bool:
    """Whether a word is the surname in the credit of a picture: "AGENCY/Omar Said"."""
    return bool(doc[cue].is_title and cue > 0 and "/" in doc[max(0, cue - 3) : cue].text)


def _apart(found: Sequence[Attribution]) -> list[Attribution]:
    """Of two phrases of source that each hold the other, the later is the outer one and leaves the inner's content.

    "..., according to a commander quoted by the Times": the Times, of the commander.
    """
    result = list(found)
    phrases = [k for k, a in enumerate(result) if a.group == "according"]
    for k in phrases:
        for other in phrases:
            inner, outer = result[k], result[other]
            mutual = _holds(inner, outer) and _holds(outer, inner)
            if mutual and inner.cue[0][0] < outer.cue[0][0]:
                kept = tuple(span for span in inner.content if not span[0] <= outer.cue[0][0] < span[1])
                result[k] = replace(inner, content=kept) if kept else inner
    return result


def _holds(over: Attribution, under: Attribution) -> bool:
    return any(start <= under.cue[0][0] < end for start, end in over.content)
