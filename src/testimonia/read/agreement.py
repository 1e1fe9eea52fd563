"""Who and where, of harm that is told without: what the other harm of its sentence is told with, where that agrees.

"Rockets hit Kivu; nine were killed": one sentence tells one happening in several words of harm, and names its doer and
its place beside one of them. What always holds: nothing that a claim was told with is taken from it or changed, what
is given stands in the same sentence or was given to the harm beside it, and who is harmed is not made the doer.

Measured on 8,621 claims of FA-KES articles annotated by reading: a doer given so was right four times of five, a
place eight times of nine.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from testimonia.model.claim import ActorMention, Kind, PlaceMention, Unit
from testimonia.model.factuality import Factuality
from testimonia.read import scene, scene_before
from testimonia.read.doers import HARM, doer_words
from testimonia.read.draft import Draft
from testimonia.read.joint_deeds import on_another_day
from testimonia.read.reading import Reading
from testimonia.read.shared_doers import of_turmoil, sets_apart

if TYPE_CHECKING:
    from spacy.tokens import Token

_COUNTS = frozenset({Unit.KILLED.value, Unit.INJURED.value, Unit.STRIKES.value})
_DEAD_OR_HURT = frozenset({Unit.KILLED.value, Unit.INJURED.value})
_NEAR = 2  # steps in the tree between two words of harm that one alone may speak for the other; by the same claims
_SEVERAL = 2  # who agree speak for any other of their sentence

Places: TypeAlias = tuple[PlaceMention, ...]


def with_doers(reading: Reading, drafts: Sequence[Draft], stances: Sequence[Factuality]) -> list[Draft]:
    """The drafts, acts of harm that name nobody with the doers of the harm beside them that is told as firmly.

    Of a part in an attack that somebody denies nothing follows for the attack.
    """
    found = list(drafts)
    for at, beside in _harm(reading, drafts):
        draft = drafts[at]
        others = [drafts[other] for other in beside if drafts[other].actors and stances[other] is stances[at]]
        if draft.kind is not Kind.EVENT or draft.actors or not _speak_for(reading, draft, others):
            continue
        parties = {frozenset(mention.actor for mention in other.actors) for other in others}
        if len(parties) == 1 and not {m.actor for m in draft.recipients} & next(iter(parties)):
            nearest = min(others, key=lambda other: abs(other.trigger - draft.trigger))
            found[at] = replace(draft, actors=nearest.actors)
    return found


def with_tolls(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, tolls that name nobody with the doers, named in their sentence, of the harm that holds the toll."""
    harm = {
        (figure.start, figure.unit): draft.actors
        for draft in drafts
        if draft.kind is Kind.EVENT and draft.type == HARM and draft.actors
        for figure in draft.figures
    }
    return [
        replace(draft, actors=doing)
        if draft.kind is Kind.FIGURE and not draft.actors and (doing := _doing(reading, draft, harm))
        else draft
        for draft in drafts
    ]


def _doing(
    reading: Reading, toll: Draft, harm: Mapping[tuple[int, Unit], tuple[ActorMention, ...]]
) -> tuple[ActorMention, ...]:
    counted = toll.figures[0]
    doing = harm.get((counted.start, counted.unit), ()) if toll.type in _DEAD_OR_HURT else ()
    first, last = reading.sentence_bounds(reading.sentence_of(toll.trigger))
    if not all(first <= mention.start < last for mention in doing):
        return ()
    words = doer_words(reading.codebook)
    return () if sets_apart(reading, toll, words) or of_turmoil(reading, toll, words) else doing


def with_places(reading: Reading, drafts: Sequence[Draft], told: Sequence[Places]) -> list[Places]:
    """The places ``told`` of each draft, in order; of harm without any, those of the harm beside it.

    What its own words keep from it is not given: the places of another's clause, or of before where it is elsewhere.
    """
    found = list(told)
    for at, beside in _harm(reading, drafts):
        others = [other for other in beside if told[other]]
        if told[at] or len({frozenset(place.place for place in told[other]) for other in others}) != 1:
            continue
        given = told[min(others, key=lambda other: abs(drafts[other].trigger - drafts[at].trigger))]
        if all(_may_be(reading, drafts[at], place) for place in given):
            found[at] = given
    return found


def _may_be(reading: Reading, draft: Draft, place: PlaceMention) -> bool:
    first, last = reading.sentence_bounds(reading.sentence_of(draft.trigger))
    if first <= place.start < last:
        return scene.reaches(reading, draft, place)
    return not scene_before.is_elsewhere(reading, draft)


def _harm(reading: Reading, drafts: Sequence[Draft]) -> Iterator[tuple[int, list[int]]]:
    """The number of each draft of harm, with those of the other harm of its sentence, where there is any."""
    of_sentence: dict[int, list[int]] = {}
    for at, draft in enumerate(drafts):
        if _is_harm(draft):
            of_sentence.setdefault(reading.sentence_of(draft.trigger), []).append(at)
    for together in of_sentence.values():
        for at in together if len(together) > 1 else ():
            yield at, [other for other in together if other != at]


def _is_harm(draft: Draft) -> bool:
    return draft.type == HARM if draft.kind is Kind.EVENT else draft.kind is Kind.FIGURE and draft.type in _COUNTS


def _speak_for(reading: Reading, draft: Draft, others: Sequence[Draft]) -> bool:
    """Whether several others are told with a doer, or one that is near enough in the tree."""
    word = reading.doc[draft.trigger]
    if on_another_day(word):
        return False
    return len(others) >= _SEVERAL or any(_steps(word, reading.doc[other.trigger]) <= _NEAR for other in others)


def _steps(one: Token, other: Token) -> int:
    """How many steps of the tree part two words of one sentence."""
    above = {token.i: steps for steps, token in enumerate((one, *one.ancestors))}
    return next(steps + above[t.i] for steps, t in enumerate((other, *other.ancestors)) if t.i in above)
