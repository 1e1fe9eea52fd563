"""Which words of a claim take up a deed told before, and which tell of another: "the attack", not "the strikes on it"?

What always holds: a noun told as known takes up a deed, unless it says of several by whom or against whom they were
done; what has a day of its own and takes up nothing goes on from no sentence that tells another day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.model.period import Period
from testimonia.read.draft import Draft
from testimonia.read.predicates import senses
from testimonia.read.reading import Reading
from testimonia.read.scene_parties import somebody
from testimonia.read.scene_words import scene_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_AGAINST = ("against", "on", "by")


def points_back(reading: Reading, noun: Token) -> bool:
    """Whether a noun is told as known: "the attack", "those raids", "the army's shelling"."""
    return any(
        (child.dep_ == "det" and child.lower_[:2] == "th")
        or (child.dep_ == "poss" and points_back(reading, child) and somebody(reading, child))
        for child in noun.children
    )


def takes_up(reading: Reading, noun: Token) -> bool:
    """Whether a noun takes up a deed told before: "the attack", but not "the strikes against it", which are others."""
    if noun.pos_ != "NOUN" or not points_back(reading, noun) or not senses(reading.codebook).names_happening(noun):
        return False
    return not (noun.tag_ == "NNS" and _is_restricted(noun))


def is_habit(reading: Reading, draft: Draft) -> bool:
    """Whether a draft's own words tell of what is done again and again: "committed on a daily basis"."""
    habits = scene_words(reading.codebook).habits
    return any(token.lower_ in habits for token in reading.doc[draft.start : draft.end])


def has_another_day(reading: Reading, draft: Draft, told: tuple[Period, ...]) -> bool:
    """Whether a draft's own words tell a day on which nothing of what was ``told`` before happened.

    What takes up something told before may give another day of it: "the fighting that began on Thursday".
    """
    words = reading.doc[draft.start : draft.end]
    own = reading.periods_in(words.start_char, words.end_char)
    if not own or not told or any(_meet(one, other) for one in own for other in told):
        return False
    return not any(t.pos_ == "NOUN" and points_back(reading, t) and not somebody(reading, t) for t in words)


def _meet(one: Period, other: Period) -> bool:
    before = one.end is not None and other.start is not None and one.end < other.start
    after = other.end is not None and one.start is not None and other.end < one.start
    return not before and not after


def _is_restricted(noun: Token) -> bool:
    """Whether a noun tells of which deeds it speaks: "the raids carried out by the army", "the strikes against it"."""
    return any(
        (child.dep_ == "acl" and child.tag_ == "VBN" and any(c.dep_ == "agent" for c in child.children))
        or (child.dep_ == "prep" and child.lower_ in _AGAINST)
        for child in noun.rights
    )
