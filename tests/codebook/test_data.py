"""What the built-in codebooks hold: enough of it, consistent, and right where it can be computed."""

import time
from collections import Counter, defaultdict
from datetime import date
from itertools import pairwise

import pytest

from testimonia.codebook import load
from testimonia.codebook.codebook import _load
from testimonia.model.source import ActorKind

BOOK = load()
# Degrees: every place of Syria lies in the box around the country, crossings and the Golan included.
SYRIA = (32.2, 37.5, 35.5, 42.5)
GOVERNORATES = {
    "aleppo-governorate": (35.4, 37.0, 36.4, 38.6),
    "idlib-governorate": (35.2, 36.4, 36.1, 37.2),
    "hama-governorate": (34.8, 35.8, 36.0, 38.0),
    "homs-governorate": (33.2, 35.4, 36.1, 39.2),
    "latakia-governorate": (35.2, 36.0, 35.7, 36.4),
    "tartus-governorate": (34.6, 35.4, 35.8, 36.4),
    "rif-dimashq-governorate": (33.1, 34.4, 35.8, 38.2),
    "daraa-governorate": (32.3, 33.3, 35.8, 36.6),
    "suwayda-governorate": (32.2, 33.3, 36.2, 37.4),
    "quneitra-governorate": (32.8, 33.5, 35.6, 36.1),
    "raqqa-governorate": (35.3, 36.8, 38.2, 39.8),
    "deir-ez-zor-governorate": (34.2, 35.8, 39.3, 41.3),
    "hasakah-governorate": (35.7, 37.4, 39.9, 42.5),
}


def test_there_are_as_many_entries_as_promised() -> None:
    kinds = Counter(actor.kind for actor in BOOK.actors.values())
    ours = [actor for actor in BOOK.actors.values() if BOOK.parts[actor.id] == "syria"]
    groups = [actor for actor in ours if actor.kind in (ActorKind.GROUP, ActorKind.COALITION, ActorKind.MILITARY)]
    assert len(BOOK.states) >= 200
    assert kinds[ActorKind.OUTLET] >= 150
    assert kinds[ActorKind.PERSON] >= 500
    assert len(groups) >= 150
    assert len(BOOK.places) >= 300
    assert len([h for h in BOOK.happenings.values() if h.since and date(2011, 3, 1) <= h.since]) >= 80


def test_loading_takes_less_than_a_second_of_the_processor() -> None:
    _load.cache_clear()
    began = time.process_time()
    load()
    assert time.process_time() - began < 1.0


def test_no_name_stands_for_two_actors() -> None:
    holders: dict[str, set[str]] = defaultdict(set)
    for actor in BOOK.actors.values():
        for name in (actor.name, *actor.aliases, *(dated.name for dated in actor.names)):
            holders[name].add(actor.id)
    listed = {name for about in BOOK.about for name in about.ambiguous}
    assert {name: ids for name, ids in holders.items() if len(ids) > 1 and name not in listed} == {}


def test_no_host_belongs_to_two_actors() -> None:
    hosts = Counter(host for actor in BOOK.actors.values() for host in actor.hosts)
    assert [host for host, count in hosts.items() if count > 1] == []


def test_dates_run_forward() -> None:
    for actor in BOOK.actors.values():
        for run in (*actor.names, *actor.part_of, *actor.sponsors, *actor.sides, *actor.offices):
            assert not (run.since and run.until and run.since > run.until), (actor.id, run)


def test_names_of_one_actor_do_not_overlap_in_time() -> None:
    for actor in BOOK.actors.values():
        runs = sorted(actor.names, key=lambda name: name.since or date.min)
        for first, second in pairwise(runs):
            assert first.until and second.since and first.until < second.since, actor.id


def test_states_have_codes_of_the_right_length_and_a_middle() -> None:
    for state in BOOK.states.values():
        assert len(state.iso3) == 3 and state.iso3.isupper(), state.id
        assert len(state.iso2) == 2 and state.iso2.isupper(), state.id
        assert state.latitude is not None and -90 <= state.latitude <= 90, state.id
        assert state.longitude is not None and -180 <= state.longitude <= 180, state.id


def test_the_places_of_syria_lie_in_syria() -> None:
    south, north, west, east = SYRIA
    for place in BOOK.places.values():
        if place.country == "syria":
            assert south <= place.latitude <= north and west <= place.longitude <= east, place.id


def test_the_places_of_a_governorate_lie_in_it() -> None:
    for place in BOOK.places.values():
        box = GOVERNORATES.get(place.within or "")
        if box:
            south, north, west, east = box
            assert south <= place.latitude <= north and west <= place.longitude <= east, place.id


def test_each_place_of_syria_stands_in_one_of_its_governorates_or_in_none() -> None:
    within = {place.within for place in BOOK.places.values() if place.country == "syria" and place.within}
    assert within == set(GOVERNORATES)


def test_every_tie_country_and_surrounding_is_known() -> None:
    for place in BOOK.places.values():
        assert place.country is None or place.country in BOOK.states, place.id
        assert place.within is None or place.within in BOOK.places or place.within in BOOK.states, place.id
    for happening in BOOK.happenings.values():
        assert all(actor in BOOK.actors for actor in happening.actors), happening.id
        assert all(place in BOOK.places or place in BOOK.states for place in happening.places), happening.id


@pytest.mark.parametrize(
    ("actor", "day", "name"),
    [
        ("hayat-tahrir-al-sham", date(2016, 7, 27), "Jabhat al-Nusra"),
        ("hayat-tahrir-al-sham", date(2016, 7, 28), "Jabhat Fateh al-Sham"),
        ("hayat-tahrir-al-sham", date(2017, 1, 28), "Hayat Tahrir al-Sham"),
        ("islamic-state", date(2012, 1, 1), "Islamic State of Iraq"),
        ("islamic-state", date(2013, 12, 1), "Islamic State of Iraq and Syria"),
        ("islamic-state", date(2016, 2, 1), "Islamic State"),
        ("high-negotiations-committee", date(2016, 2, 1), "High Negotiations Committee"),
    ],
)
def test_groups_are_called_by_the_name_of_the_day(actor: str, day: date, name: str) -> None:
    assert BOOK.actors[actor].called(day) == name


@pytest.mark.parametrize(
    ("title", "of", "day", "holder"),
    [
        ("foreign minister", "russia", date(2003, 3, 20), "igor-ivanov"),
        ("foreign minister", "russia", date(2016, 2, 1), "sergei-lavrov"),
        ("secretary of state", "united-states", date(2016, 2, 1), "john-kerry"),
        ("president", "united-states", date(2003, 3, 20), "george-w-bush"),
        ("prime minister", "turkey", date(2016, 2, 1), "ahmet-davutoglu"),
        ("president", "turkey", date(2016, 2, 1), "recep-tayyip-erdogan"),
        ("foreign minister", "france", date(2016, 2, 1), "laurent-fabius"),
        ("prime minister", "united-kingdom", date(2016, 7, 14), "theresa-may"),
        ("president", "syria", date(2016, 2, 1), "bashar-al-assad"),
        ("president", "syria", date(2025, 3, 1), "abu-mohammad-al-julani"),
        ("president", "syrian-national-coalition", date(2016, 2, 1), "khaled-khoja"),
        ("supreme leader", "iran", date(2016, 2, 1), "ali-khamenei"),
        ("secretary-general", "un", date(2016, 2, 1), "ban-ki-moon"),
    ],
)
def test_an_office_has_its_holder_of_the_day(title: str, of: str, day: date, holder: str) -> None:
    holders = [
        actor.id
        for actor in BOOK.actors.values()
        for office in actor.offices
        if (office.title, office.of) == (title, of) and office.holds(day)
    ]
    assert holders == [holder]


def test_chief_offices_of_great_states_never_have_two_holders_for_long() -> None:
    for of, title in (("united-states", "president"), ("russia", "president"), ("france", "president"),
                      ("united-kingdom", "prime minister"), ("israel", "prime minister"), ("turkey", "president"),
                      ("russia", "foreign minister"), ("united-states", "secretary of state")):  # fmt: skip
        runs = sorted(
            (office.since, office.until or date.max)
            for actor in BOOK.actors.values()
            for office in actor.offices
            if (office.title, office.of) == (title, of) and office.since
        )
        for (_, ended), (began, _) in pairwise(runs):
            assert ended <= began, (of, title, began)
