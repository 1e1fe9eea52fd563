import pytest

from testimonia.model.claim import Kind
from tests.read.telling import claims_of, names, only


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        ("Greece announced that it will impose restrictions on Turkey.", "THREATEN", "Greece"),
        ("Syria says it is willing to withdraw its troops from Lebanon.", "AGREE", "Syria"),
        ("Uganda said it would send food to the refugees.", "AGREE", "Uganda"),
        ("France said that Serbia must withdraw its troops.", "REQUEST", "France"),
    ],
)
def test_what_is_announced_is_a_promise_a_threat_or_a_demand(text: str, kind: str, actor: str) -> None:
    assert names(only(claims_of(text), Kind.EVENT, kind).actors) == [actor]


def test_the_act_announced_is_still_told_as_one_to_come() -> None:
    claims = claims_of("Syria says it is willing to withdraw its troops from Lebanon.")
    assert only(claims, Kind.EVENT, "RETREAT").factuality.value != "CT+"


def test_an_act_of_the_past_is_no_promise() -> None:
    claims = claims_of("Syria says it withdrew its troops from Lebanon.")
    assert not [claim for claim in claims if claim.type in ("AGREE", "THREATEN", "REQUEST")]


def test_what_another_will_do_is_no_promise_of_the_speaker() -> None:
    claims = claims_of("France said that Serbia will withdraw its troops.")
    assert not [claim for claim in claims if claim.type == "AGREE"]


def test_an_intent_stands_on_the_word_of_whoever_tells_that_it_was_said() -> None:
    found = [c for c in claims_of("Russia said that it will bomb Kharkiv.") if c.type == "THREATEN"]
    assert [link.kind.value for link in found[0].attribution] == ["account"]
    assert found[0].factuality.value == "CT+"


def test_an_intent_told_at_second_hand_keeps_whoever_reports_it() -> None:
    text = "SANA reported that Russia said it would withdraw its troops from Syria."
    found = [c for c in claims_of(text) if c.type == "AGREE"]
    assert [link.name for link in found[0].attribution[1:]] == ["SANA"]
