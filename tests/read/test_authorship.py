"""Acts of violence laid on somebody without a verb of violence."""

from __future__ import annotations

from testimonia.model.claim import Claim
from testimonia.model.factuality import Factuality
from tests.read.telling import claims_of


def _laid(text: str) -> list[Claim]:
    return [claim for claim in claims_of(text) if claim.rule.startswith("authorship.")]


def _doers(text: str) -> list[list[str]]:
    return [[mention.text for mention in claim.actors] for claim in _laid(text)]


def test_who_is_behind_an_attack_is_its_doer() -> None:
    assert _doers("Russia said the rebels were behind the gas attack.") == [["rebels"]]


def test_an_accusation_of_being_behind_a_deed_names_the_accused() -> None:
    assert _doers("The rebels accused the army of being behind the attack on the mosque.") == [["army"]]


def test_whoever_is_responsible_for_a_deed_is_its_doer() -> None:
    assert _doers("The rebels were responsible for the attack, the monitor said.") == [["rebels"]]


def test_whoever_is_responsible_for_an_office_does_no_deed() -> None:
    assert not _laid("The government is responsible for the economy.")


def test_a_deed_that_is_the_work_of_somebody_is_theirs() -> None:
    assert _doers("The raid was the work of the rebels, the monitor said.") == [["rebels"]]


def test_whoever_denies_using_a_weapon_is_cleared_of_it() -> None:
    (claim,) = _laid("The army denied using barrel bombs.")
    assert claim.factuality is Factuality.CERTAINLY_NOT
    assert claim.acled == "Air/drone strike"


def test_using_gas_as_a_weapon_is_a_chemical_attack_and_heating_with_it_is_none() -> None:
    used = claims_of("The army used sarin gas in Darkush on Monday, activists said.")
    assert "Chemical weapon" in {claim.acled for claim in used}
    assert not _laid("The army used gas to heat its barracks.")


def test_the_use_of_a_weapon_by_somebody_is_theirs() -> None:
    assert _doers("The use of barrel bombs by the army was condemned.") == [["army"]]


def test_an_involvement_that_is_denied_clears_whoever_denies_it() -> None:
    (claim,) = _laid("The army denied any involvement in the raid on Darkush.")
    assert claim.factuality is Factuality.CERTAINLY_NOT
