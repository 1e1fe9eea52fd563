from __future__ import annotations

from testimonia.link import link
from testimonia.model.claim import Kind
from testimonia.model.event import Event
from tests.factories import BOOK, Telling, of


def situations(*tellings: Telling) -> tuple[Event, ...]:
    return link(*of(*tellings), BOOK).situations


def siege(outlet: str, published: str) -> Telling:
    telling = Telling(outlet, f"{outlet}: Northland besieges Darkush.", published)
    telling.claim("Northland besieges Darkush", "BESIEGES", kind=Kind.RELATION, place="Darkush",
                  actors=[("northland", "Northland")], trigger="besieges")  # fmt: skip
    return telling


def test_a_siege_told_twice_in_one_week_is_one_situation() -> None:
    (situation,) = situations(siege("Valley Post", "2016-04-28"), siege("Coast Daily", "2016-05-03"))
    assert situation.title == "Encirclement: Darkush"
    assert len(situation.accounts) == 2


def test_a_siege_of_the_next_year_is_another() -> None:
    assert len(situations(siege("Valley Post", "2016-04-28"), siege("Coast Daily", "2017-05-03"))) == 2


def test_who_arms_whom_is_one_question_and_who_arms_another_is_another() -> None:
    tellings = []
    for outlet, giver in (("Valley Post", "eastland"), ("Coast Daily", "westland")):
        name = giver.capitalize()
        telling = Telling(outlet, f"{name} arms the rebels.")
        telling.claim(f"{name} arms the rebels", "ARMS", kind=Kind.RELATION, actors=[(giver, name)],
                      recipients=[("rebels", "rebels")])  # fmt: skip
        tellings.append(telling)
    assert sorted(s.title for s in situations(*tellings)) == [
        "Arming: Eastland and opposition",
        "Arming: Westland and opposition",
    ]


def test_a_place_named_just_before_is_the_place_of_a_siege_without_one() -> None:
    telling = Telling("Valley Post", "Shells fell on Darkush. The army has encircled the rebels.")
    telling.claim("Shells fell on Darkush", place="Darkush")
    telling.claim(
        "The army has encircled the rebels", "BESIEGES", kind=Kind.RELATION, recipients=[("rebels", "rebels")]
    )
    (situation,) = situations(telling)
    assert situation.title == "Encirclement: Darkush"
