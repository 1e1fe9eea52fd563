from __future__ import annotations

from dataclasses import replace

import pytest

from testimonia.link.evidence import Scales
from testimonia.link.kinship import Kinship
from testimonia.link.mentions import lay_out
from testimonia.link.words import linking_words
from testimonia.model.claim import PlaceMention, PlacePrecision, Unit
from tests.factories import BOOK, Telling

WORDS = linking_words(BOOK)


def levels(one: Telling, two: Telling) -> dict[str, str]:
    """The level of each feature of the first claims of two accounts."""
    accounts = {telling.id: telling.account for telling in (one, two)}
    mentions = lay_out([*one.claims, *two.claims], accounts, WORDS)
    scales = Scales(WORDS, Kinship(BOOK), BOOK, mentions)
    left, right = (next(m for m in mentions if m.claim.account == telling.id) for telling in (one, two))
    assert scales.levels(left, right) == scales.levels(right, left)
    assert scales.edge(left, right).bits == pytest.approx(scales.weigh(left, right).bits, abs=0.01)
    return {level.feature: level.name for level in scales.levels(left, right)}


def told(outlet: str, on: str, place: str = "Darkush", **slots: object) -> Telling:
    telling = Telling(outlet, f"{outlet}: Northland bombed {place}.")
    telling.claim(f"Northland bombed {place}", place=place, on=on, **slots)  # type: ignore[arg-type]
    return telling


@pytest.mark.parametrize(
    ("day", "level"),
    [("2016-04-26", "day_same"), ("2016-04-27", "day_next"), ("2016-04-24", "day_second"), ("2016-05-20", "day_far")],
)
def test_days_stand_to_each_other(day: str, level: str) -> None:
    assert levels(told("Valley Post", "2016-04-26"), told("Coast Daily", day))["days"] == level


@pytest.mark.parametrize(
    ("place", "level"), [("Darkush", "place_town"), ("Hama", "place_far"), ("Syria", "place_country")]
)
def test_places_stand_to_each_other(place: str, level: str) -> None:
    one, two = told("Valley Post", "2016-04-26"), told("Coast Daily", "2016-04-26", place)
    assert levels(one, two)["place"] == level


def test_an_air_force_is_akin_to_its_state() -> None:
    one = told("Valley Post", "2016-04-26", actors=[("northland", "Northland")])
    two = told("Coast Daily", "2016-04-26", actors=[("northern-air-force", "Northland")])
    assert levels(one, two)["actors"] == "actor_kin"


def site(outlet: str, name: str) -> Telling:
    telling = Telling(outlet, f"{outlet}: Jets bombed the {name} on Monday.")
    claim = telling.claim(f"Jets bombed the {name}", on="2016-04-26")
    at = telling.at(name)
    place = PlaceMention(f"case:{name}", name, None, None, PlacePrecision.EXACT, name, at.start, at.end)
    telling.claims[0] = replace(claim, places=(place,))
    return telling


@pytest.mark.parametrize(
    ("name", "level"), [("Orchard clinic", "place_fine"), ("Harbour hospital", "place_other_site")]
)
def test_sites_are_one_by_the_words_of_their_names_that_are_not_their_kind(name: str, level: str) -> None:
    assert levels(site("Valley Post", "Orchard hospital"), site("Coast Daily", name))["place"] == level


def village(outlet: str, name: str) -> Telling:
    telling = Telling(outlet, f"{outlet}: Jets bombed {name} in Hama province on Monday.")
    claim = telling.claim(f"Jets bombed {name}", on="2016-04-26")
    at = telling.at(name)
    place = PlaceMention(f"unlisted:{name}", name, None, None, PlacePrecision.LOCALITY, name, at.start, at.end)
    telling.claims[0] = replace(claim, places=(place,))
    return telling


def test_villages_that_no_gazetteer_holds_are_one_where_they_are_spelt_alike() -> None:
    near = levels(village("Valley Post", "Tel Nouran"), village("Coast Daily", "Tell Noran"))
    far = levels(village("Valley Post", "Tel Nouran"), village("Coast Daily", "Kafr Zita"))
    assert (near["place"], far["place"]) == ("place_town", "place_unknown")


def quarter(outlet: str, name: str, town: str) -> Telling:
    """An account of a quarter that no gazetteer holds, with the town named beside it that it lies in."""
    telling = Telling(outlet, f"{outlet}: Jets bombed the {name} quarter of {town} on Monday.")
    claim = telling.claim(f"Jets bombed the {name} quarter of {town}", place=town, on="2016-04-26")
    (beside,) = claim.places
    at = telling.at(name)
    spot = PlaceMention(
        f"unlisted:{name}", name, None, None, PlacePrecision.LOCALITY, name, at.start, at.end, beside.place
    )
    telling.claims[0] = replace(claim, places=(spot, beside))
    return telling


def test_a_quarter_that_no_gazetteer_holds_is_as_far_as_its_town() -> None:
    darkush, hama = quarter("Valley Post", "Orchard Gate", "Darkush"), told("Coast Daily", "2016-04-26", "Hama")
    assert levels(darkush, hama)["place"] == "place_far"
    assert levels(darkush, told("Coast Daily", "2016-04-26"))["place"] == "place_town"


def test_a_village_that_no_gazetteer_holds_is_far_from_what_its_region_has_no_room_for() -> None:
    village = quarter("Valley Post", "Tel Nouran", "Hama")
    spot, beside = village.claims[0].places
    village.claims[0] = replace(village.claims[0], places=(spot, replace(beside, precision=PlacePrecision.REGION)))
    assert levels(village, told("Coast Daily", "2016-04-26", "Aleppo"))["place"] == "place_far"
    assert levels(village, told("Coast Daily", "2016-04-26", "Syria"))["place"] != "place_far"


def test_rare_kinds_of_attack_speak_for_one_attack() -> None:
    tellings = [told(outlet, "2016-04-26") for outlet in ("Valley Post", "Coast Daily")]
    for telling in tellings:
        telling.claims[0] = replace(telling.claims[0], acled="Chemical weapon")
    assert levels(*tellings)["mode"] == "mode_rare"


def counting(outlet: str, number: int, unit: Unit) -> Telling:
    telling = Telling(outlet, f"{outlet}: {number} carpenters were near Darkush.")
    figure = telling.figure(f"{number} carpenters", number, unit=unit)
    telling.claim("carpenters were near Darkush", place="Darkush", on="2016-04-26", figures=[figure])
    return telling


def test_a_number_of_people_of_unknown_fate_speaks_for_one_happening_and_never_against_it() -> None:
    assert (
        levels(counting("Valley Post", 4, Unit.KILLED), counting("Coast Daily", 14, Unit.KILLED))["toll"] == "toll_far"
    )
    assert "toll" not in levels(counting("Valley Post", 4, Unit.PEOPLE), counting("Coast Daily", 14, Unit.PEOPLE))
    one, two = counting("Valley Post", 14, Unit.PEOPLE), counting("Coast Daily", 14, Unit.PEOPLE)
    assert levels(one, two)["toll"] == "toll_equal"
