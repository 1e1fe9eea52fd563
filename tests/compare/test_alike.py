"""Whether two numbers are of the same dead."""

from __future__ import annotations

from dataclasses import replace

from testimonia.compare.alike import of_one_attack
from testimonia.compare.given import Given
from testimonia.model.claim import Kind
from testimonia.model.dispute import DisputeKind
from tests.compare.telling import case_of, compared, of_kind
from tests.factories import Telling


def test_the_dead_of_two_doers_in_two_places_are_not_set_against_each_other() -> None:
    one = Telling("Valley Post", "Eastland bombed Darkush on 26 April and killed 42 people.")
    one.claim("Eastland bombed Darkush on 26 April and killed 42 people", place="Darkush", on="2016-04-26",
              actors=[("eastland", "Eastland")], figures=[one.figure("42 people", 42)],
              acled="Air/drone strike")  # fmt: skip
    two = Telling("Coast Daily", "Westland bombed Hama on 26 April and killed eleven people.")
    two.claim("Westland bombed Hama on 26 April and killed eleven people", place="Hama", on="2016-04-26",
              actors=[("westland", "Westland")], figures=[two.figure("eleven people", 11)],
              acled="Air/drone strike")  # fmt: skip
    assert not of_kind(compared(one, two), DisputeKind.TOLL)


def test_the_wounded_of_a_shelling_are_not_those_of_a_gas_attack_of_that_day() -> None:
    def told(outlet: str, words: str, number: str, count: int, acled: str) -> Telling:
        telling = Telling(outlet, f"{words} in Darkush on 26 April.")
        telling.claim(
            f"{words} in Darkush on 26 April", place="Darkush", on="2016-04-26", acled=acled,
            figures=[telling.figure(number, count)],
        )  # fmt: skip
        return telling

    gas = [
        told("Valley Post", "Gas killed 50 people", "50 people", 50, "Chemical weapon"),
        told("Coast Daily", "Gas killed 22 people", "22 people", 22, "Chemical weapon"),
    ]
    shells = told("Hill Times", "Shells killed 35 people", "35 people", 35, "Shelling/artillery/missile attack")
    dispute = next(d for d in of_kind(compared(*gas, shells), DisputeKind.TOLL))
    assert "35" not in {answer.value for answer in dispute.answers}


def test_the_fighters_of_two_sides_are_not_counted_against_each_other() -> None:
    def told(outlet: str, words: str, number: str, count: int, whom: tuple[str, str]) -> Telling:
        telling = Telling(outlet, f"{words} died in Darkush on 26 April.")
        figure = replace(telling.figure(number, count), counted=f"{whom[1]} soldiers")
        telling.claim(
            f"{words} died in Darkush on 26 April", place="Darkush", on="2016-04-26", figures=[figure],
            recipients=[whom], acled="Armed clash",
        )  # fmt: skip
        return telling

    one = told("Valley Post", "129 Eastland soldiers", "129 Eastland soldiers", 129, ("eastland", "Eastland"))
    two = told("Coast Daily", "48 Westland soldiers", "48 Westland soldiers", 48, ("westland", "Westland"))
    same = told("Coast Daily", "48 Eastland soldiers", "48 Eastland soldiers", 48, ("eastland", "Eastland"))
    assert not of_kind(compared(one, two), DisputeKind.TOLL)
    assert of_kind(compared(one, same), DisputeKind.TOLL)


def test_whoever_holds_the_quarters_around_is_not_taken_for_the_bomber_of_a_road() -> None:
    one = Telling("Valley Post", "Eastland killed ten people on the mill road in Darkush on 26 April.")
    one.claim("Eastland killed ten people on the mill road in Darkush on 26 April", place="Darkush", on="2016-04-26",
              actors=[("eastland", "Eastland")], figures=[one.figure("ten people", 10)],
              acled="Air/drone strike")  # fmt: skip
    two = Telling("Coast Daily", "Shells killed eight people on the mill road in Darkush, the way to rebel quarters.")
    two.claim("Shells killed eight people on the mill road in Darkush", place="Darkush", on="2016-04-26",
              figures=[two.figure("eight people", 8)], acled="Shelling/artillery/missile attack")  # fmt: skip
    two.claim("rebel quarters", "rebels", kind=Kind.LABEL, actors=[("rebels", "rebel")])
    case = case_of(one, two)
    sides = [
        [Given(c.figures[0], c, case.voice(c)) for c in case.claims.values() if c.account == telling.id and c.figures]
        for telling in (one, two)
    ]
    assert of_one_attack(sides[0], sides[1], case)


def test_gunmen_of_one_account_may_be_the_soldiers_of_another() -> None:
    def told(outlet: str, number: str, count: int, whom: tuple[str, str]) -> Telling:
        telling = Telling(outlet, f"{number} died in Darkush on 26 April.")
        figure = replace(telling.figure(number, count), counted=f"{whom[1]}")
        telling.claim(
            f"{number} died in Darkush on 26 April", place="Darkush", on="2016-04-26", figures=[figure],
            recipients=[whom], acled="Armed clash",
        )  # fmt: skip
        return telling

    one = told("Valley Post", "129 rebels", 129, ("rebels", "rebels"))
    two = told("Coast Daily", "48 gunmen", 48, ("gunmen", "gunmen"))
    assert of_kind(compared(one, two), DisputeKind.TOLL)
