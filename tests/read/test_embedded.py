"""Whom a demand, threat or refusal concerns where only the act it speaks of names somebody."""

from tests.read.expecting import event, ids


def test_a_threat_is_against_whomever_the_threatened_act_would_meet() -> None:
    claim = event("Turkey threatened to impose restrictions on Greek shipping.", "THREATEN")
    assert ids(claim.recipients) == ["greece"]


def test_a_threat_with_a_condition_is_against_whoever_is_to_give_way() -> None:
    claim = event("Miners threatened to hold a general strike unless Poland raised their pay.", "THREATEN")
    assert ids(claim.recipients) == ["poland"]


def test_a_demanded_withdrawal_is_asked_of_those_who_are_to_withdraw() -> None:
    claim = event("Chad demanded the withdrawal of Libyan troops from the border strip.", "REQUEST")
    assert [actor for actor in ids(claim.recipients) if "liby" in actor]


def test_nobody_is_the_recipient_of_his_own_threat() -> None:
    claim = event("Georgia threatened to withdraw from the talks.", "THREATEN")
    assert "georgia" not in ids(claim.recipients)


def test_who_says_that_another_must_act_has_demanded_it() -> None:
    claim = event("Kenya said Somalia must withdraw its troops.", "REQUEST")
    assert (ids(claim.actors), ids(claim.recipients), claim.factuality.value) == (["kenya"], ["somalia"], "CT+")
