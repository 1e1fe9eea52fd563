"""Which stretch of time does "since" open, and for which claims?

What always holds: a stretch that "since" opens is left open, but for what is told of its beginning; and what is only
measured by it ("the deadliest attack since 2012") is not set in it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from testimonia.model.period import Period
from testimonia.read import periods
from testimonia.read.reading import Reading
from testimonia.read.scene_words import scene_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERBS = ("VERB", "AUX")
_FINITE = ("VBD", "VBZ", "VBP")
_SUBJECTS = ("nsubj", "nsubjpass")
# How many tokens before "since" what is measured by it may stand: "the first strike by either side on the port since".
_MEASURED = 16


def opened(reading: Reading, trigger: Token, period: Period, word: Token | None) -> Period:
    """A period with its end left open where "since" stands over ``word``, and shut for what is told of its beginning.

    "Since the war began in May" is open but for the beginning; so is "since May, when the army shelled Goma" but for
    the shelling.
    """
    if word is None or period.start is None:
        return period
    if period.end is None:
        return _begun(reading, period) if _tells(word, trigger) else period
    found = _onset(reading, word)
    if found is None:
        return period
    return period if _tells(found[1], trigger) else replace(period, end=None)


def opens_under(reading: Reading, trigger: Token, word: Token) -> bool:
    """Whether the "since" over ``word`` is right under the trigger: "have starved since rebels closed the road"."""
    found = _onset(reading, word)
    return found is not None and trigger.i in (found[0].head.i, found[1].head.i)


def measures(reading: Reading, word: Token) -> bool:
    """Whether a "since" over ``word`` only tells what something is the first or worst of: "deadliest raid since"."""
    found = _onset(reading, word)
    if found is None:
        return False
    ranks = scene_words(reading.codebook).ranks
    for at in range(found[0].i - 1, max(found[0].i - _MEASURED, -1), -1):
        token = reading.doc[at]
        if token.tag_ in _FINITE or token.is_sent_end:
            return False
        if token.lower_ in ranks or (token.tag_ == "JJS" and token.dep_ == "amod"):
            return True
    return False


def _onset(reading: Reading, word: Token) -> tuple[Token, Token] | None:
    """The "since" over a word of time, and the word or clause that it leads."""
    opening = scene_words(reading.codebook).onset_prepositions
    for above in (word, *word.ancestors):
        if above.lower_ in opening:
            return above, above
        if above.dep_ == "pcomp" and above.head.lower_ in opening:  # "since shortly after the war began"
            return above.head, above
        for child in above.children:
            if child.dep_ == "mark" and child.lower_ in opening:
                return child, above
        if above.pos_ in _VERBS:
            return None
    return None


def _begun(reading: Reading, period: Period) -> Period:
    """The time at which an open stretch began: "early 2011" of "since early 2011"."""
    _, _, rest = period.text.partition(" ")
    inner = periods.find(rest, reading.day, reading.codebook)
    return replace(period, end=inner[0].end) if inner and inner[0].start == period.start else period


def _tells(clause: Token, trigger: Token) -> bool:
    """Whether a clause tells of the trigger, and no clause set in or beside it with a subject of its own does."""
    for above in (trigger, *trigger.ancestors):
        if above.i == clause.i:
            return True
        if above.dep_ in ("conj", "ccomp") and any(child.dep_ in _SUBJECTS for child in above.children):
            return False
        if above.tag_ == "VBG" and above.dep_ in ("acl", "advcl") and above.head.pos_ not in _VERBS:
            return False  # "has bombed Goma since May killing hundreds", where the parser has no comma to go by
    return False
