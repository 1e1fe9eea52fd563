"""Which of the days near a claim are its own, and not those of the saying or of how a war began.

What always holds: a day is refused by the words it hangs on alone; a stretch that "since" opens is left open.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from testimonia.model.claim import Figure, Kind, Unit
from testimonia.model.period import Period
from testimonia.read import scene_reach
from testimonia.read.draft import Draft
from testimonia.read.reading import Reading
from testimonia.read.scene_words import scene_words

if TYPE_CHECKING:
    from spacy.tokens import Token


def own(reading: Reading, draft: Draft, periods: Iterable[Period], *, apart: bool = False) -> list[Period]:
    """Of some periods, those that are no saying's and tell of no other's deeds.

    Where they stand ``apart`` from its clause, an event takes none that another clause on somebody, or somebody's
    words, keep to themselves.
    """
    kept = [period for period in periods if not _of_another(reading, draft, period)]
    if apart:
        kept = [period for period in kept if _reaches(reading, draft, period)]
    return [_opened(reading, draft, period) for period in kept]


def _reaches(reading: Reading, draft: Draft, period: Period) -> bool:
    root = _root(reading, period)
    if root is None or draft.kind is not Kind.EVENT:
        return True
    return scene_reach.day_reaches(reading, draft, root)


def told_before(reading: Reading, draft: Draft, periods: Iterable[Period]) -> list[Period]:
    """Of the periods of an earlier sentence, those that a draft may go on from: no stretch that "since" opens."""
    opening = scene_words(reading.codebook).onset_prepositions
    found = []
    for period in periods:
        root = _root(reading, period)
        if not _of_another(reading, draft, period) and (root is None or root.head.lower_ not in opening):
            found.append(period)
    return found


def may_go_on(reading: Reading, draft: Draft) -> bool:
    """Whether a draft may go on from a day told before: not where its own words tell for how long it has lasted."""
    words = reading.doc[draft.start : draft.end]
    lasting = (f for f in reading.figures_in(words.start_char, words.end_char) if f.unit is Unit.DURATION)
    return not any(_rests_on_preposition(reading, figure) for figure in lasting)


def _rests_on_preposition(reading: Reading, figure: Figure) -> bool:
    """Whether a figure is a phrase of its own, "for two years", and no part of a noun: "a two-year siege"."""
    head = reading.head_of(figure.start, figure.end)
    return head is not None and head.dep_ == "pobj"


def _root(reading: Reading, period: Period) -> Token | None:
    if period.start_offset is None or period.end_offset is None:
        return None
    return reading.head_of(period.start_offset, period.end_offset)


def _of_another(reading: Reading, draft: Draft, period: Period) -> bool:
    """Whether a period hangs on the word that says it, or in a clause of its own that only tells of somebody.

    A day before that word may be either's: "on Monday the army said that two were killed" tells when they were.
    """
    root = _root(reading, period)
    if root is None:
        return False
    sayings = scene_words(reading.codebook).sayings
    at = period.start_offset or 0
    for above in root.ancestors:
        if above.i == draft.trigger:
            return False
        said = reading.attributions.by_cue.get(above.i)
        if said is not None and said.cue_lemma in sayings and at > above.idx:
            return not any(start <= at < end for start, end in said.content)
        if above.dep_ == "relcl":
            return _only_tells_of(reading, draft, above)
        if above.pos_ in ("VERB", "AUX"):
            return False
    return False


def _only_tells_of(reading: Reading, draft: Draft, clause: Token) -> bool:
    """Whether a relative clause tells of somebody's other deeds, or of how a long affair began."""
    if clause.left_edge.i <= draft.trigger <= clause.right_edge.i:
        return False
    began = clause.lemma_.lower() in scene_words(reading.codebook).onset_verbs
    return began or reading.cast.naming_at(clause.head.i) is not None


def _opened(reading: Reading, draft: Draft, period: Period) -> Period:
    """A period with its end left open where "since" stands over it: "since the war began in May"."""
    root = _root(reading, period)
    if root is None or period.start is None or period.end is None:
        return period
    opening = scene_words(reading.codebook).onset_prepositions
    for above in (root, *root.ancestors):
        marked = any(child.dep_ == "mark" and child.lower_ in opening for child in above.children)
        if marked or (above.dep_ == "prep" and above.lower_ in opening):
            within = above.left_edge.i <= draft.trigger <= above.right_edge.i
            return period if within else replace(period, end=None)
        if above.pos_ in ("VERB", "AUX"):
            break
    return period
