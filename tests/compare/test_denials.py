"""Denials that stand in sentences of their own."""

from __future__ import annotations

from dataclasses import replace

from testimonia.model.dispute import DisputeKind
from testimonia.model.factuality import Factuality
from tests.compare.telling import compared, of_kind, strike
from tests.factories import Telling


def _with_denial(text: str, words: str, claim_type: str, rule: str, factuality: Factuality) -> Telling:
    telling = Telling("Coast Daily", f"Jets of Eastland bombed the clinic in Darkush on 26 April. {text}")
    telling.claim(
        "Jets of Eastland bombed the clinic in Darkush on 26 April", actors=[("eastland", "Eastland")], place="Darkush",
        on="2016-04-26", trigger="bombed", acled="Air/drone strike",
    )  # fmt: skip
    telling.claim(words, claim_type, actors=[("eastland", "Eastland")], factuality=factuality, acled=None)
    telling.claims[-1] = replace(telling.claims[-1], rule=rule)
    return telling


def test_the_accused_who_rejects_the_accusations_is_cleared_by_his_own_word() -> None:
    telling = _with_denial(
        "Its ministry dismissed the accusations.", "Its ministry dismissed the accusations", "REJECT", "rejection.x",
        Factuality.CERTAIN,
    )  # fmt: skip
    other = strike("Valley Post", "Jets of Eastland bombed the clinic", actors=[("eastland", "Eastland")])
    (dispute,) = of_kind(compared(telling, other), DisputeKind.RESPONSIBILITY)
    assert len(dispute.answers[0].denied_by) == 1


def test_whoever_turns_down_an_offer_denies_no_deed() -> None:
    telling = _with_denial(
        "Its ministry dismissed the accusations.", "Its ministry dismissed the accusations", "REJECT", "reject.refuse",
        Factuality.CERTAIN,
    )  # fmt: skip
    other = strike("Valley Post", "Jets of Eastland bombed the clinic", actors=[("eastland", "Eastland")])
    assert not of_kind(compared(telling, other), DisputeKind.RESPONSIBILITY)


def test_reports_that_are_called_untrue_put_the_event_in_question() -> None:
    telling = _with_denial(
        "State radio said the reports were untrue.",
        "the reports were untrue",
        "REJECT",
        "rejection.x",
        Factuality.CERTAIN,
    )
    other = strike("Valley Post", "Jets of Eastland bombed the clinic", actors=[("eastland", "Eastland")])
    (dispute,) = of_kind(compared(telling, other), DisputeKind.OCCURRENCE)
    assert {answer.value for answer in dispute.answers} == {"yes", "no; the reports are said to be untrue"}


def _stake_of_denial(words: str) -> float:
    telling = _with_denial(f"{words}.", words, "REJECT", "rejection.x", Factuality.CERTAIN)
    other = strike("Valley Post", "Jets of Eastland bombed the clinic", actors=[("eastland", "Eastland")])
    (dispute,) = of_kind(compared(telling, other), DisputeKind.RESPONSIBILITY)
    assert len(dispute.answers[0].denied_by) == 1
    return dispute.stake


def test_a_denial_of_earlier_charges_weighs_far_less_than_one_of_the_attack() -> None:
    at_large = _stake_of_denial("Its ministry has repeatedly denied accusations of bombing clinics")
    of_this = _stake_of_denial("Its ministry dismissed the accusations over the attack")
    assert at_large < of_this / 2
