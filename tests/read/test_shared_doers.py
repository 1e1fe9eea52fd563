"""Tolls whose doer grammar leaves open, where their sentence names one."""

from testimonia.model.claim import Kind, Unit
from tests.read.telling import claims_of


def _doers(text: str, unit: Unit) -> list[str]:
    claims = [c for c in claims_of(text) if c.kind is Kind.FIGURE and c.type == unit.value]
    assert claims
    return [mention.name for claim in claims for mention in claim.actors]


def test_both_tolls_of_a_headline_are_the_doing_of_its_attacker() -> None:
    text = "Nine killed over 40 injured in Hezbollah rocket attack on Madaya."
    assert _doers(text, Unit.KILLED) == _doers(text, Unit.INJURED) == ["Hezbollah"]


def test_what_is_set_apart_from_an_attack_is_not_given_to_its_doer() -> None:
    assert _doers("Hezbollah shelled Madaya while nine people died elsewhere.", Unit.KILLED) == []


def test_a_war_is_not_one_side_s_doing() -> None:
    assert _doers("Turkey bombed Afrin in a war that has claimed 9,000 lives.", Unit.KILLED) == []


def test_whoever_tells_of_the_dead_did_not_kill_them() -> None:
    text = "According to news provided by a reporter at Goma Police Command 5 people were killed in the town."
    assert _doers(text, Unit.KILLED) == []


def test_whoever_owns_up_to_the_dead_killed_them() -> None:
    assert _doers("Hezbollah claimed killing nine nurses in Tyre.", Unit.KILLED) == ["Hezbollah"]


def test_infighting_of_one_side_is_its_doing() -> None:
    assert _doers("Houthi infighting in Aden has killed 45 fighters.", Unit.KILLED) == ["Houthis"]


def _attack(text: str) -> list[str]:
    found = [c for c in claims_of(text) if c.kind is Kind.EVENT and c.trigger and c.trigger.text == "attack"]
    return [mention.name for claim in found for mention in claim.actors]


def test_an_act_is_that_of_whoever_is_plainly_behind_it() -> None:
    assert _attack("Turkey says that Hezbollah was behind the attack on the market in Tyre.") == ["Hezbollah"]


def test_a_denied_part_in_an_act_names_nobody() -> None:
    assert _attack("Hezbollah denied that it was behind the attack on the market in Tyre.") == []


def test_a_caption_killed_nobody() -> None:
    assert _doers("(Reuters Photo) Airstrikes on villages in Yemen killed 85 farmers.", Unit.KILLED) == []


def test_a_monitor_cited_before_a_bombardment_is_not_behind_it() -> None:
    text = "According to the Observatory heavy bombardment has battered Idlib in Syria."
    assert all(not claim.actors for claim in claims_of(text) if claim.type == "ASSAULT")


def test_those_who_were_killed_do_not_do_what_killed_more() -> None:
    told = "Three nurses killed in a rebel raid on Hama. A rebel raid targeted two camps, injuring nine."
    assert all(m.name != "nurses" for c in claims_of(told) if c.type == "ASSAULT" for m in c.actors)


def test_residents_may_rise() -> None:
    claims = [c for c in claims_of("Residents attacked the barracks in Hama with stones.") if c.type == "ASSAULT"]
    assert any(m.text == "Residents" for c in claims for m in c.actors)


def test_a_toll_is_the_doing_of_whoever_s_attacks_it_is_counted_of() -> None:
    assert _doers("The death toll from Hezbollah's shelling of Madaya rose to nine.", Unit.KILLED) == ["Hezbollah"]


def test_those_counted_right_behind_a_killing_are_its_dead_whoever_says_so() -> None:
    text = "Turkish tanks shelled the central city of Hama Monday killing four civilians residents said."
    assert _doers(text, Unit.KILLED) == ["Turkey"]


def test_what_an_attack_claimed_by_a_party_did_is_its_doing() -> None:
    text = "Hezbollah claimed responsibility for a suicide bombing that killed more than 30 soldiers in Madaya."
    assert _doers(text, Unit.KILLED) == ["Hezbollah"]
