"""Is he who is told to have done it only suspected of it? Then the claim, which names him, is no more than probable.

What always holds: only a word of doubt in the doer's own name, or right before it, is looked at.
"""

from __future__ import annotations

from testimonia.model.factuality import Factuality
from testimonia.read.certainty import certainty
from testimonia.read.draft import Draft
from testimonia.read.reading import Reading


def of_doer(reading: Reading, draft: Draft, stance: Factuality) -> Factuality:
    """``stance``, or probable where a doer is doubted: "a suspected Russian raid", "suspected rebel fire killed"."""
    if stance is not Factuality.CERTAIN:
        return stance
    doubts = certainty(reading.codebook).lists.of_the_doer
    here = reading.sentence_of(draft.trigger)
    for mention in draft.actors:
        span = reading.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is None or reading.sentence_of(span.start) != here:
            continue
        before = reading.doc[span.start - 1] if span.start else span[0]
        if span[0].lower_ in doubts or before.lower_ in doubts:
            return Factuality.PROBABLE
    return stance
