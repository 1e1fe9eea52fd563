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


def test_numbers_that_could_both_be_true_oppose_far_less_than_numbers_that_could_not() -> None:
    def stake(open_ended: bool) -> float:
        text = "Jets bombed Darkush. The Valley Monitor said 20 people died. The White Cross gave a toll of 12."
        telling = Telling("Valley Post", text)
        for words, number, count, source in (
            ("20 people died", "20 people", 20, SOURCES[0]), ("a toll of 12", "12", 12, SOURCES[1]),
        ):  # fmt: skip
            figure = telling.figure(number, count, open_ended=open_ended)
            telling.claim(words, place="Darkush", on="2016-04-26", figures=[figure], source=source)
        (dispute,) = compared(telling).disputes
        return dispute.stake

    assert stake(open_ended=True) < stake(open_ended=False) / 2


def test_what_two_do_together_is_set_less_directly_against_what_one_of_them_does() -> None:
    def stake(*doers: tuple[str, str]) -> float:
        text = "Valley Monitor: Eastland killed 11 in Darkush. White Cross: Eastland and Westland left 31 dead."
        telling = Telling("Valley Post", text)
        telling.claim(
            "Eastland killed 11 in Darkush", place="Darkush", on="2016-04-26", figures=[telling.figure("11", 11)],
            source=SOURCES[0], actors=[("eastland", "Eastland")],
        )  # fmt: skip
        telling.claim(
            "Eastland and Westland left 31 dead", place="Darkush", on="2016-04-26",
            figures=[telling.figure("31 dead", 31)], source=SOURCES[1], actors=doers,
        )  # fmt: skip
        (dispute,) = [d for d in compared(telling).disputes if d.kind.value == "toll"]
        return dispute.stake

    assert stake(("eastland", "Eastland"), ("westland", "Westland")) < stake(("eastland", "Eastland"))


def test_a_whole_that_is_shared_out_among_places_opposes_less_than_a_number_of_one_raid() -> None:
    def stake(words: str) -> float:
        one = Telling("Valley Post", "Jets bombed Darkush. The White Cross put the toll of the dead at 30.")
        one.claim(
            "put the toll of the dead at 30", place="Darkush", on="2016-04-26", figures=[one.figure("30", 30)],
            source=SOURCES[1],
        )  # fmt: skip
        two = Telling("Coast Daily", f"{words} killed in Darkush, most were children, the Valley Monitor said.")
        two.claim(
            f"{words} killed in Darkush", place="Darkush", on="2016-04-26", figures=[two.figure("45 people", 45)],
            source=SOURCES[0],
        )  # fmt: skip
        return max(d.stake for d in compared(one, two).disputes if d.kind.value == "toll")

    assert stake("Of the 45 people") < stake("There were 45 people")
