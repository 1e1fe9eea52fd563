"""By what means an attack was made."""

from __future__ import annotations

from testimonia.model.dispute import DisputeKind
from tests.compare.telling import compared, of_kind
from tests.factories import Telling


def _blast(outlet: str, words: str) -> Telling:
    telling = Telling(outlet, f"{words} in Darkush on 26 April, killing 14 people.")
    telling.claim(
        telling.text[:-1], place="Darkush", on="2016-04-26", acled="Remote explosive/landmine/IED",
        figures=[telling.figure("14 people", 14)],
    )  # fmt: skip
    return telling


def test_a_car_and_a_truck_are_two_answers() -> None:
    one, two = (
        _blast("Valley Post", "A car bomb went off"),
        _blast("Coast Daily", "A truck laden with explosives blew up"),
    )
    (dispute,) = of_kind(compared(one, two), DisputeKind.WEAPON)
    assert sorted(answer.value for answer in dispute.answers) == ["a car", "a truck"]


def test_an_ambulance_is_a_car() -> None:
    one, two = (
        _blast("Valley Post", "A car bomb went off"),
        _blast("Coast Daily", "An ambulance packed with explosives blew up"),
    )
    assert not of_kind(compared(one, two), DisputeKind.WEAPON)


def test_an_account_that_names_no_means_answers_nothing() -> None:
    one, two = _blast("Valley Post", "A car bomb went off"), _blast("Coast Daily", "A bomb went off")
    assert not of_kind(compared(one, two), DisputeKind.WEAPON)
