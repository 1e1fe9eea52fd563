"""Tests of who is said to have done it and how firmly: a sentence for every line of the table."""

import pytest

from testimonia.read import perpetrators
from testimonia.read.perpetrators import Charge, Firmness, Stage
from tests.read.telling import book, claims_of

_TABLE = (
    ("The Shining Path killed the mayor of Lima.", Firmness.FACT),
    ("A nurse said the Shining Path had killed the mayor of Lima.", Firmness.FACT),
    ("The Shining Path said it had killed the mayor of Lima.", Firmness.CLAIMED),
    ("The Shining Path claimed responsibility for the attack on a police station in Lima.", Firmness.CLAIMED),
    ("The bishop accused the Shining Path of killing the mayor of Lima.", Firmness.ACCUSED),
    ("The mayor was kidnapped, apparently by the Shining Path.", Firmness.ACCUSED),
    ("The mayor of Lima was killed by alleged Shining Path guerrillas.", Firmness.ACCUSED),
    ("The FARC said the Shining Path had killed the mayor of Lima.", Firmness.ACCUSED),
    ("The police accused the Shining Path of killing the mayor of Lima.", Firmness.ACCUSED_BY_AUTHORITIES),
    ("The Shining Path may have killed the mayor of Lima.", Firmness.POSSIBLE),
    ("The Shining Path did not kill the mayor of Lima.", Firmness.DENIED),
)


def _charges(text: str) -> dict[str, Charge]:
    return perpetrators.standing(perpetrators.find(claims_of(text), text, book()))


@pytest.mark.parametrize(("text", "firmness"), _TABLE)
def test_each_way_of_laying_an_act_on_somebody_has_its_firmness(text: str, firmness: Firmness) -> None:
    assert _charges(text)["shining-path"].firmness is firmness


def test_whoever_is_blamed_is_charged_on_the_word_of_who_blames() -> None:
    charge = _charges("General Ruiz blamed the Shining Path for the murder of the priest.")["shining-path"]
    assert charge.firmness is Firmness.ACCUSED_BY_AUTHORITIES


def test_an_act_is_owned_in_another_sentence_than_the_one_that_tells_it() -> None:
    text = "A bomb killed four people in Lima on Monday. The Shining Path claimed responsibility for it."
    assert _charges(text)["shining-path"].firmness is Firmness.CLAIMED


def test_an_act_that_nobody_owns_is_not_laid_on_who_is_named() -> None:
    text = "A bomb killed four people in Lima. The Shining Path has not claimed responsibility for it."
    assert "shining-path" not in _charges(text)


def test_an_opinion_of_the_police_is_a_suspicion() -> None:
    text = "In the opinion of the police, the Shining Path killed the mayor of Lima."
    charge = _charges(text).get("shining-path")
    assert charge is None or charge.firmness is Firmness.ACCUSED_BY_AUTHORITIES


def test_nobody_is_charged_with_what_is_only_planned() -> None:
    text = "If talks fail, the Shining Path will attack Lima."
    found = perpetrators.find(claims_of(text), text, book())
    assert all(charge.firmness is not Firmness.FACT for charge in found)


def test_the_doers_own_word_stands_over_the_first_report() -> None:
    text = (
        "Police suspect that the Shining Path killed the mayor of Lima. "
        "The Shining Path said it had killed the mayor of Lima."
    )
    assert _charges(text)["shining-path"].firmness is Firmness.CLAIMED


def test_a_charge_names_its_source_and_rests_on_a_claim() -> None:
    text = "Police suspect that the Shining Path killed the mayor of Lima."
    charge = _charges(text)["shining-path"]
    assert charge.source is not None and charge.source.name.casefold() == "police"
    assert charge.claim in claims_of(text)


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Rebels killed the mayor of Lima.", Stage.ACCOMPLISHED),
        ("Rebels will attack Lima.", Stage.THREATENED),
        ("Rebels tried to kill the mayor of Lima.", Stage.ATTEMPTED),
    ],
)
def test_how_far_an_act_came_is_told_by_its_tense_and_the_words_about_it(text: str, stage: Stage) -> None:
    claim = next(claim for claim in claims_of(text) if perpetrators.is_violent(claim, book()))
    assert perpetrators.stage(claim, text, book()) is stage


def test_an_arrest_is_no_act_of_violence() -> None:
    assert not any(perpetrators.is_violent(claim, book()) for claim in claims_of("Police arrested nine men in Lima."))
