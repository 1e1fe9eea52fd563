"""The order of disputes, and that each is asked once."""

from __future__ import annotations

from tests.compare.telling import compared, strike
from tests.factories import Telling


def test_a_second_dispute_over_one_event_weighs_less() -> None:
    one = strike("Valley Post", "Jets of Eastland bombed the clinic", 14, actors=[("eastland", "Eastland")])
    two = strike("Coast Daily", "Jets of Westland bombed the clinic", 40, actors=[("westland", "Westland")])
    disputes = compared(one, two).disputes
    events = [dispute.event for dispute in disputes]
    assert len(disputes) == 2
    assert events[0] == events[1]
    assert disputes[0].stake > disputes[1].stake


def test_two_sources_in_one_account_weigh_more_than_two_headlines() -> None:
    text = "Jets bombed Darkush on 26 April. The Valley Monitor said 20 people died, the White Cross said 14 died."
    both = Telling("Valley Post", text)
    for words, number, count, source in (
        ("20 people died", "20 people", 20, ("valley-monitor", "Valley Monitor")),
        ("14 died", "14", 14, ("white-cross", "White Cross")),
    ):
        both.claim(words, place="Darkush", on="2016-04-26", figures=[both.figure(number, count)], source=source)
    (opposed,) = compared(both).disputes
    (apart,) = compared(
        strike("Valley Post", "Jets bombed the clinic", 20), strike("Coast Daily", "Jets bombed the clinic", 14)
    ).disputes
    assert opposed.stake > apart.stake


def test_two_events_of_one_day_and_town_are_not_asked_about_twice() -> None:
    tellings = []
    for outlet, words, counts in (("Valley Post", "bomb", (6, 4)), ("Coast Daily", "blast", (7, 5))):
        text = (
            f"A {words} hit Darkush on 26 April. The Valley Monitor said {counts[0]} died, the White Cross {counts[1]}."
        )
        telling = Telling(outlet, text)
        voices = (("valley-monitor", "Valley Monitor"), ("white-cross", "White Cross"))
        for number, source in zip(counts, voices, strict=True):
            telling.claim(str(number), place="Darkush", on="2016-04-26", figures=[telling.figure(str(number), number)],
                          source=source)  # fmt: skip
        tellings.append(telling)
    questions = [dispute.question for dispute in compared(*tellings).disputes]
    assert len(questions) == len(set(questions))
