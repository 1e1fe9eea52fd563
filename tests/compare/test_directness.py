"""How directly numbers clash, as the stake of their dispute shows it."""

from __future__ import annotations

from tests.compare.telling import compared
from tests.factories import Telling

SOURCES = (("valley-monitor", "Valley Monitor"), ("white-cross", "White Cross"))


def _stake(text: str, *said: tuple[str, str, int, tuple[str, str]]) -> float:
    telling = Telling("Valley Post", text)
    for words, number, count, source in said:
        telling.claim(words, place="Darkush", on="2016-04-26", figures=[telling.figure(number, count)], source=source)
    (dispute,) = compared(telling).disputes
    return dispute.stake


def test_a_number_of_another_place_opposes_less_than_one_of_the_same() -> None:
    here = _stake(
        "Jets bombed Darkush on 26 April. The Valley Monitor said 20 people died, the White Cross said 14 died.",
        ("20 people died", "20 people", 20, SOURCES[0]), ("14 died", "14", 14, SOURCES[1]),
    )  # fmt: skip
    elsewhere = _stake(
        "Jets bombed Darkush on 26 April. The Valley Monitor said 20 people died. The White Cross: elsewhere 14 died.",
        ("20 people died", "20 people", 20, SOURCES[0]), ("elsewhere 14 died", "14", 14, SOURCES[1]),
    )  # fmt: skip
    assert here > elsewhere
