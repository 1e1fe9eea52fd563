"""The shape of codebook entries: dates, facts in one line, names by day, extensions."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from testimonia.codebook.schema import ActorEntry, DatedHappening, Office, PlaceRow, StateRow, Tie


def _actor(**fields: Any) -> ActorEntry:
    return ActorEntry.model_validate({"name": "Ridge Brigade", "kind": "group", **fields})


def test_a_year_begins_on_its_first_day_and_ends_on_its_last() -> None:
    tie = Tie.model_validate({"actor": "orsk", "from": 2016, "until": 2016})
    assert (tie.since, tie.until) == (date(2016, 1, 1), date(2016, 12, 31))


def test_a_month_begins_on_its_first_day_and_ends_on_its_last() -> None:
    tie = Tie.model_validate({"actor": "orsk", "from": "2016-02", "until": "2016-02"})
    assert (tie.since, tie.until) == (date(2016, 2, 1), date(2016, 2, 29))


def test_what_is_no_date_is_refused() -> None:
    with pytest.raises(ValidationError, match="expected a date such as"):
        Tie.model_validate({"actor": "orsk", "from": "spring"})


def test_a_fact_may_be_written_in_one_line() -> None:
    actor = _actor(part_of="northern-front 2015-03..2016 | orsk")
    assert [(tie.actor, tie.since, tie.until) for tie in actor.part_of] == [
        ("northern-front", date(2015, 3, 1), date(2016, 12, 31)),
        ("orsk", None, None),
    ]


def test_a_fact_of_one_year_holds_within_it() -> None:
    (side,) = _actor(sides="rebels 2015").sides
    assert (side.side, side.since, side.until) == ("rebels", date(2015, 1, 1), date(2015, 12, 31))


def test_a_fact_may_be_written_as_a_mapping() -> None:
    (side,) = _actor(sides=[{"side": "rebels", "from": 2015}]).sides
    assert (side.side, side.since, side.until) == ("rebels", date(2015, 1, 1), None)


def test_an_office_is_parted_at_its_last_of() -> None:
    person = ActorEntry.model_validate(
        {"name": "Ada Varn", "kind": "person", "offices": "head of staff of orsk 2015.."}
    )
    assert person.offices == (Office.model_validate({"title": "head of staff", "of": "orsk", "from": 2015}),)


def test_an_office_without_whom_it_serves_is_refused() -> None:
    with pytest.raises(ValidationError, match="expected an office such as"):
        ActorEntry.model_validate({"name": "Ada Varn", "kind": "person", "offices": "minister 2015.."})


@given(st.dates(date(1000, 1, 1)), st.dates(date(1000, 1, 1)))
def test_any_two_days_survive_the_one_line_form(since: date, until: date) -> None:
    (tie,) = _actor(part_of=f"orsk {since}..{until}").part_of
    assert (tie.since, tie.until) == (since, until)


def test_an_undated_fact_always_holds() -> None:
    assert Tie.model_validate({"actor": "orsk"}).holds(date(1937, 4, 26))


def test_a_dated_fact_holds_on_its_first_and_last_day_only_between() -> None:
    tie = Tie.model_validate({"actor": "orsk", "from": date(2015, 1, 2), "until": date(2015, 1, 4)})
    held = [tie.holds(date(2015, 1, day)) for day in (1, 2, 4, 5)]
    assert held == [False, True, True, False]


def test_an_actor_is_called_by_the_name_of_the_day() -> None:
    actor = _actor(names="Ridge Band ..2015 | Army of the Ridge 2016..")
    assert [actor.called(day) for day in (date(2015, 6, 1), date(2016, 6, 1), None)] == [
        "Ridge Band",
        "Army of the Ridge",
        "Ridge Brigade",
    ]


def test_an_id_is_by_default_the_slug_of_the_name() -> None:
    assert _actor(name="Élan d'Orsk").id == "elan-dorsk"


@pytest.mark.parametrize(
    ("fields", "surname"),
    [
        ({"name": "Ada Varn"}, "Varn"),
        ({"name": "Samir al-Haddad"}, "Haddad"),
        ({"name": "Kim Lo", "surname": "Kim"}, "Kim"),
        ({"name": "Ada Varn", "surname": "-"}, None),
    ],
)
def test_a_person_has_the_last_word_as_surname_unless_told(fields: dict[str, str], surname: str | None) -> None:
    assert ActorEntry.model_validate({"kind": "person", **fields}).surname == surname


def test_only_persons_have_surnames_by_default() -> None:
    assert _actor().surname is None


def test_an_extension_adds_lists_and_replaces_single_values() -> None:
    first = _actor(aliases="RB", country="orsk")
    more = ActorEntry.model_validate(
        {"id": first.id, "extends": True, "aliases": "RB | Ridge Men", "nominals": "the brigade", "note": "seen"}
    )
    whole = first.extended(more)
    assert (whole.name, whole.kind, whole.country) == (first.name, first.kind, "orsk")
    assert (whole.aliases, whole.nominals, whole.note) == (("RB", "Ridge Men"), ("the brigade",), "seen")
    assert not whole.extends


def test_an_extension_may_rename() -> None:
    more = ActorEntry.model_validate({"id": "ridge-brigade", "extends": True, "name": "Army of the Ridge"})
    assert _actor().extended(more).name == "Army of the Ridge"


def test_a_state_is_known_by_the_slug_of_its_name() -> None:
    assert StateRow(iso3="USA", iso2="US", name="United States").id == "united-states"


def test_a_place_without_an_id_takes_the_slug_of_its_name() -> None:
    assert PlaceRow.model_validate({"name": "Old Mill", "latitude": "1", "longitude": "2"}).id == "old-mill"


def test_the_mentions_of_a_happening_are_sets_of_words() -> None:
    happening = DatedHappening.model_validate(
        {"id": "x", "name": "Truce", "from": 2016, "mentions": ["truce* | Orsk/Orska", "ceasefire"]}
    )
    assert happening.mentions == (("truce*", "Orsk/Orska"), ("ceasefire",))
