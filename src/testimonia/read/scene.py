"""Where is a claim set? The places of its own words, of its sentence, or those it goes on from.

What always holds: a place is taken from the nearest words that give one - clause, sentence, then at most two sentences
before in the same paragraph - and how far it was fetched is told with it.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from testimonia.model.claim import PlaceMention, PlacePrecision
from testimonia.read import (
    scene_before,
    scene_capitals,
    scene_near,
    scene_nearest,
    scene_nested,
    scene_parties,
    scene_places,
    scene_reach,
    scene_seats,
    scene_sides,
    scene_taken_up,
    scene_voiced,
    scene_wider,
)
from testimonia.read.draft import Draft
from testimonia.read.reading import Reading
from testimonia.read.scene_words import scene_words

if TYPE_CHECKING:
    from spacy.tokens import Token


def places_of(reading: Reading, draft: Draft, *, done: bool = True) -> tuple[tuple[PlaceMention, ...], str]:
    """The places of a draft, and in a word where they were found: clause, anaphor, sentence, before or nowhere.

    Only what is told as ``done``, not as awaited or under a condition, goes on from the sentences before.
    """
    places, where = _places_of(reading, draft, done=done)
    if where in ("clause", "sentence"):
        places = _once(scene_wider.beside(reading, draft, places))
    return places, where


def _places_of(reading: Reading, draft: Draft, *, done: bool) -> tuple[tuple[PlaceMention, ...], str]:
    if scene_voiced.is_voiced(reading, draft):
        spoken = scene_voiced.places_of(reading, draft)
        return spoken, "clause" if spoken else "nowhere"
    named = scene_near.parties(reading, draft)
    own, weak = _within(reading, draft, scene_near.bounds(reading, draft), but=named)
    own = scene_sides.on_its_side(reading, draft, scene_nested.straight(reading, draft, own))
    own = scene_sides.in_its_half(reading, draft, scene_sides.of_its_count(reading, draft, own))
    meant = _meant(reading, draft)
    if own:
        meant = tuple(m for m in meant if not _taken_up(reading, m) or m.start < min(p.start for p in own))
        return _once((*own, *meant)), "clause"
    if meant:
        return meant, "anaphor"
    if scene_near.is_bond(reading, draft):
        return (), "nowhere"
    number = reading.sentence_of(draft.trigger)
    near, rest = _within(reading, draft, reading.sentence_bounds(number), but=named)
    near = scene_sides.on_its_side(reading, draft, [place for place in near if reaches(reading, draft, place)])
    near = scene_nearest.nearest(reading, draft, near)
    if near:
        return _once(near), "sentence"
    rest = tuple(place for place in rest if reaches(reading, draft, place))
    if weak or rest:
        return (_once(weak), "clause") if weak else (_once(rest), "sentence")
    first, last = reading.sentence_tokens(number)
    meant = _meant(reading, replace(draft, start=first, end=last), together=True)
    if meant:
        return meant, "anaphor"
    if done and scene_before.goes_on(reading, draft) and not _anywhere(reading, draft):
        for earlier in scene_near.sentences_before(reading, number):
            if scene_taken_up.has_another_day(reading, draft, reading.periods_in(*earlier)):
                break
            before, _ = _within(reading, draft, earlier)
            found = scene_before.phrase(reading, before)
            if found:
                return _once(found), "before"
    return (), "nowhere"


def _within(
    reading: Reading, draft: Draft, offsets: tuple[int, int], but: Collection[tuple[int, int]] = ()
) -> tuple[tuple[PlaceMention, ...], tuple[PlaceMention, ...]]:
    """The places between two offsets where a draft is set, and those that only stand in for one."""
    told = [place for place in reading.places_in(*offsets) if (place.start, place.end) not in but]
    firm, weak = scene_places.scenes(reading, draft, told)
    return tuple(firm), tuple(weak)


def _once(places: tuple[PlaceMention, ...]) -> tuple[PlaceMention, ...]:
    """Each place once, by its first mention."""
    found: dict[str, PlaceMention] = {}
    for place in places:
        found.setdefault(place.place, place)
    return tuple(found.values())


def reaches(reading: Reading, draft: Draft, place: PlaceMention) -> bool:
    """Whether a place that its sentence names is not kept from a draft by the words around it."""
    head = scene_parties.root(reading, place)
    return head is None or scene_reach.place_reaches(
        reading, draft, head, land=place.precision is PlacePrecision.COUNTRY
    )


def _anywhere(reading: Reading, draft: Draft) -> bool:
    """Whether a draft's words tell of a whole country that is not named: "in several areas across the country"."""
    realms = scene_words(reading.codebook).realms
    return any(token.lemma_.lower() in realms for token in scene_near.place_nouns(reading, draft))


def _meant(reading: Reading, draft: Draft, *, together: bool = False) -> tuple[PlaceMention, ...]:
    """The place that "the city" or "the rebel-held east" in the clause means: the one the account dwells on."""
    for token in scene_near.place_nouns(reading, draft):
        if token.dep_ == "poss" and token.lemma_.lower() in scene_words(reading.codebook).realms:
            continue  # "the country's chief port" is the port
        if together and not (scene_reach.one_clause(draft, token) or scene_reach.of_what_moved(reading, draft, token)):
            continue
        place = called(reading, token)
        if place is not None:
            precision = scene_places.precision_by(reading, token, place)
            return (
                replace(place, text=token.text, start=token.idx, end=token.idx + len(token.text), precision=precision),
            )
    return ()


def _taken_up(reading: Reading, meant: PlaceMention) -> bool:
    """Whether a noun takes up a place named just before it: "shelled Kivu, pounding the enclave"."""
    head, known = reading.head_of(meant.start, meant.end), scene_words(reading.codebook)
    return head is not None and head.lemma_.lower() in (*known.settlements, *known.realms, *known.grounds)


def called(reading: Reading, noun: Token) -> PlaceMention | None:
    """The place that a noun means: the country, one named with that very noun, or the one the account dwells on."""
    known, lemma = scene_words(reading.codebook), noun.lemma_.lower()
    if lemma in known.realms or (lemma in known.bearings and _of_a_realm(noun, known.realms)):
        return scene_places.realm(reading)
    named, place = scene_places.named_so(reading, noun)
    if named:
        return place
    seat = scene_seats.taken_up(reading, noun)
    if seat is not None:
        return seat
    if lemma in known.provinces:
        return scene_places.province_at_hand(reading, noun) or scene_capitals.province(
            reading, noun, scene_near.dwelt_on(reading, noun)
        )
    capital = scene_capitals.capital(reading, noun, scene_places.realm(reading))
    return capital or scene_places.town_at_hand(reading, noun) or scene_near.dwelt_on(reading, noun)


def _of_a_realm(noun: Token, realms: Collection[str]) -> bool:
    return any(child.dep_ == "poss" and child.lemma_.lower() in realms for child in noun.lefts)
