"""Where and when a claim is set: the places and the period of its own words, of its sentence, or those it goes on from.

What always holds: a place or period is taken from the nearest words that give one - clause, sentence, then at most
two sentences before in the same paragraph - and how far it was fetched is told with it.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from testimonia.model.claim import Kind, PlaceMention, PlacePrecision
from testimonia.model.period import Period
from testimonia.read import scene_days, scene_near, scene_parties, scene_places, scene_reach
from testimonia.read.draft import Draft
from testimonia.read.reading import Reading
from testimonia.read.scene_words import scene_words

if TYPE_CHECKING:
    from spacy.tokens import Token


def places_of(reading: Reading, draft: Draft) -> tuple[tuple[PlaceMention, ...], str]:
    """The places of a draft, and in a word where they were found: clause, anaphor, sentence, before or nowhere."""
    named = scene_near.parties(reading, draft)
    own = _within(reading, draft, scene_near.bounds(reading, draft), but=named)
    meant = _meant(reading, draft)
    if own:
        meant = tuple(m for m in meant if not _taken_up(reading, m) or m.start < min(p.start for p in own))
        return tuple({place.place: place for place in (*own, *meant)}.values()), "clause"
    if meant:
        return meant, "anaphor"
    number = reading.sentence_of(draft.trigger)
    near = _within(reading, draft, reading.sentence_bounds(number), but=named, reaching=True)
    if near:
        return near, "sentence"
    if scene_near.goes_back(draft):
        for earlier in scene_near.sentences_before(reading, number):
            found = tuple(p for p in _within(reading, draft, earlier) if p.precision is not PlacePrecision.COUNTRY)
            if found:
                sites = tuple(p for p in found if p.precision is PlacePrecision.EXACT)
                return (sites or found)[-1:], "before"
    return (), "nowhere"


def period_of(reading: Reading, draft: Draft, *, happened: bool = True) -> tuple[Period | None, str]:
    """The period of a draft, and in a word where it was found.

    What has not ``happened`` - is still to come, or did not come about - goes on from no day told before, nor does
    what stands in a sentence that tells a day, be it another's.
    """
    start, end = scene_near.bounds(reading, draft)
    trigger = reading.doc[draft.trigger].idx
    first, last = reading.sentence_bounds(reading.sentence_of(draft.trigger))
    around = reading.periods_in(first, last)
    for where, near in (("clause", reading.periods_in(start, end)), ("sentence", around)):
        within = scene_days.own(reading, draft, near, apart=where == "sentence")
        if within:
            return min(within, key=lambda p: abs((p.start_offset or 0) - trigger)), where
    if draft.kind is Kind.EVENT and happened and not around and scene_days.may_go_on(reading, draft):
        for first, last in scene_near.sentences_before(reading, reading.sentence_of(draft.trigger)):
            within = scene_days.told_before(reading, draft, reading.periods_in(first, last))
            if within:
                return within[-1], "before"
    return None, "nowhere"


def _within(
    reading: Reading,
    draft: Draft,
    offsets: tuple[int, int],
    but: Collection[tuple[int, int]] = (),
    *,
    reaching: bool = False,
) -> tuple[PlaceMention, ...]:
    found: dict[str, PlaceMention] = {}
    for place in scene_places.scenes(reading, draft, reading.places_in(*offsets)):
        if not reaching or _reaches(reading, draft, place):
            found.setdefault(place.place, place)
    return tuple(place for place in found.values() if (place.start, place.end) not in but)


def _reaches(reading: Reading, draft: Draft, place: PlaceMention) -> bool:
    head = scene_parties.root(reading, place)
    return head is None or scene_reach.place_reaches(reading, draft, head)


def _meant(reading: Reading, draft: Draft) -> tuple[PlaceMention, ...]:
    """The place that "the city" or "the rebel-held east" in the clause means: the one the account dwells on."""
    for token in scene_near.place_nouns(reading, draft):
        if token.dep_ == "poss" and token.lemma_.lower() in scene_words(reading.codebook).realms:
            continue  # "the country's chief port" is the port
        place = _called(reading, token)
        if place is not None:
            return (replace(place, text=token.text, start=token.idx, end=token.idx + len(token.text)),)
    return ()


def _taken_up(reading: Reading, meant: PlaceMention) -> bool:
    """Whether a noun takes up a place named just before it: "shelled Kivu, pounding the enclave"."""
    head, known = reading.head_of(meant.start, meant.end), scene_words(reading.codebook)
    return head is not None and head.lemma_.lower() in (*known.settlements, *known.realms)


def _called(reading: Reading, noun: Token) -> PlaceMention | None:
    """The place that a noun means: the country, one named with that very noun, or the one the account dwells on."""
    if noun.lemma_.lower() in scene_words(reading.codebook).realms:
        return scene_places.realm(reading)
    named, place = scene_places.named_so(reading, noun)
    if named:
        return place
    return scene_places.town_at_hand(reading, noun) or scene_near.dwelt_on(reading, noun.idx)
