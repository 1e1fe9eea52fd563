from __future__ import annotations

from testimonia.model.claim import Kind
from testimonia.model.dispute import DisputeKind
from testimonia.model.factuality import Factuality
from tests.compare.telling import compared, of_kind, only
from tests.factories import Telling


def siege(outlet: str, words: str, trigger: str, *, published: str = "2016-04-28", **slots: object) -> Telling:
    telling = Telling(outlet, f"{words}.", published)
    telling.claim(words, "BESIEGES", kind=Kind.RELATION, place="Darkush", trigger=trigger, **slots)  # type: ignore[arg-type]
    return telling


def test_a_fact_here_and_a_state_not_reached_there_are_two_answers() -> None:
    dispute = only(
        compared(
            siege("Valley Post", "The army has encircled Darkush", "encircled"),
            siege("Coast Daily", "The army is close to completing the encirclement of Darkush", "encirclement"),
        ),
        DisputeKind.STATUS,
    )
    assert dispute.question == "Was Darkush encircled as of April 2016?"
    assert sorted(answer.value for answer in dispute.answers) == [
        "complete (stated as fact)",
        "within reach, not complete",
    ]


def test_a_denied_siege_is_an_answer() -> None:
    dispute = only(
        compared(
            siege("Valley Post", "The army has encircled Darkush", "encircled"),
            siege("Coast Daily", "Darkush is not besieged", "besieged", factuality=Factuality.CERTAINLY_NOT),
        ),
        DisputeKind.STATUS,
    )
    assert {answer.value for answer in dispute.answers} == {"complete (stated as fact)", "not so"}


def test_what_an_encirclement_would_bring_is_no_fact() -> None:
    comparison = compared(
        siege("Valley Post", "The encirclement of Darkush would starve thousands", "encirclement"),
        siege("Coast Daily", "The army has encircled Darkush", "encircled"),
    )
    dispute = only(comparison, DisputeKind.STATUS)
    assert {answer.value for answer in dispute.answers} == {"possible", "complete (stated as fact)"}


def test_a_siege_of_another_season_is_no_contradiction() -> None:
    comparison = compared(
        siege("Valley Post", "The army has encircled Darkush", "encircled", published="2016-01-10"),
        siege("Coast Daily", "Darkush is not besieged", "besieged", factuality=Factuality.CERTAINLY_NOT),
    )
    assert not of_kind(comparison, DisputeKind.STATUS)


def test_two_holders_of_one_town_are_two_answers() -> None:
    tellings = []
    for outlet, holder, name in (("Valley Post", "eastland", "Eastland"), ("Coast Daily", "westland", "Westland")):
        telling = Telling(outlet, f"{name} holds Darkush.")
        telling.claim(f"{name} holds Darkush", "CONTROLS", kind=Kind.RELATION, place="Darkush", actors=[(holder, name)])
        tellings.append(telling)
    dispute = only(compared(*tellings), DisputeKind.STATUS)
    assert dispute.question.startswith("Who held Darkush")
    assert sorted(answer.value for answer in dispute.answers) == ["Eastland", "Westland"]


def test_a_siege_denied_without_the_towns_name_is_still_an_answer() -> None:
    telling = Telling("Coast Daily", "Shells fell on Darkush. They have not surrounded us.")
    telling.claim("Shells fell on Darkush", place="Darkush")
    telling.claim(
        "They have not surrounded us", "BESIEGES", kind=Kind.RELATION, place="Darkush", trigger="surrounded",
        factuality=Factuality.CERTAINLY_NOT,
    )  # fmt: skip
    comparison = compared(siege("Valley Post", "The army has encircled Darkush", "encircled"), telling)
    dispute = only(comparison, DisputeKind.STATUS)
    assert {answer.value for answer in dispute.answers} == {"complete (stated as fact)", "not so"}
