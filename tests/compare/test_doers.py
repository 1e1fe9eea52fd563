"""Which claims lay one deed on somebody."""

from __future__ import annotations

from dataclasses import replace

from testimonia import codebook
from testimonia.compare import doers
from testimonia.compare.case import Case
from testimonia.link import link
from testimonia.model.factuality import Factuality
from tests.compare.telling import case_of
from tests.factories import Telling, of

# A codebook that knows states.
LANDS = codebook.load()
EASTLAND = ("eastland", "Eastland")


def _lays(text: str, words: str, **slots: object) -> bool:
    telling = Telling("Coast Daily", text)
    claim = telling.claim(words, **slots)  # type: ignore[arg-type]
    return doers.lays_one_deed(claim, case_of(telling))


def test_a_raid_is_one_deed_and_a_campaign_of_raids_is_not() -> None:
    assert _lays("A raid by Eastland hit Darkush.", "A raid by Eastland", actors=[EASTLAND], trigger="raid")
    text = "The campaign of Eastland goes on in Darkush."
    assert not _lays(text, "The campaign of Eastland", actors=[EASTLAND], trigger="campaign")


def test_what_somebody_does_on_many_fronts_is_no_one_deed() -> None:
    text = "Jets of Eastland pounded several fronts near Darkush."
    assert not _lays(text, "Jets of Eastland pounded", actors=[EASTLAND], trigger="pounded")


def test_a_habit_that_is_told_with_a_negation_clears_nobody() -> None:
    text = "Eastland often shells towns with rockets that cannot be aimed, killing civilians."
    slots = {"actors": [EASTLAND], "trigger": "killing", "factuality": Factuality.CERTAINLY_NOT}
    assert not _lays(text, "rockets that cannot be aimed, killing civilians", **slots)


def test_those_whom_one_side_kills_in_a_fight_are_of_the_fight() -> None:
    telling = Telling("Coast Daily", "Troops of Eastland repelled an assault on Darkush, killing 40.")
    telling.claim("Troops of Eastland repelled an assault", actors=[EASTLAND], trigger="repelled", acled="Armed clash")
    telling.claim("killing 40", actors=[EASTLAND], trigger="killing", acled="Attack")
    case = case_of(telling)
    assert not any(doers.lays_one_deed(claim, case) for claim in telling.claims)


def _names(text: str, words: str, trigger: str, rule: str = "test") -> bool:
    telling = Telling("Coast Daily", text)
    claim = replace(telling.claim(words, actors=[EASTLAND], trigger=trigger), rule=rule)
    telling.claims[-1] = claim
    return doers.is_named(claim.actors[0], claim, case_of(telling))


def test_one_of_two_who_may_have_done_it_is_not_named_alone() -> None:
    assert not _names(
        "Jets, either Eastland or Westland ones, struck Darkush.", "Eastland or Westland ones, struck", "struck"
    )
    assert _names("Jets of Eastland struck Darkush.", "Jets of Eastland struck", "struck")


def test_whoever_holds_a_place_is_not_who_strikes_it() -> None:
    assert not _names("Jets struck Eastland-held Darkush.", "struck Eastland-held Darkush", "struck")


def test_whoever_was_named_paragraphs_before_is_not_named_here() -> None:
    far = "The mayor spoke of the harvest. " * 30
    telling = Telling("Coast Daily", f"Eastland shelled Hama. {far}A raid hit Darkush.")
    claim = telling.claim("A raid hit Darkush", actors=[EASTLAND], trigger="raid")
    assert not doers.is_named(claim.actors[0], claim, case_of(telling))


def test_whoever_accuses_is_not_the_doer_of_what_he_accuses_of() -> None:
    telling = Telling("Coast Daily", "Eastland accused Westland of gassing Darkush.")
    telling.claim(
        "Eastland accused Westland",
        "ACCUSE",
        actors=[EASTLAND],
        recipients=[("westland", "Westland")],
        trigger="accused",
    )
    claim = telling.claim("gassing Darkush", actors=[EASTLAND], trigger="gassing")
    assert not doers.is_named(claim.actors[0], claim, case_of(telling))


def _is_named_in_syria(text: str, words: str, trigger: str, rule: str) -> bool:
    telling = Telling("Coast Daily", text)
    claim = telling.claim(words, actors=[("syria", "Syria")], place="Aleppo", trigger=trigger)
    telling.claims[-1] = claim = replace(claim, rule=rule)
    accounts, claims, documents = of(telling)
    case = Case(link(accounts, claims, documents, LANDS), accounts, claims, LANDS)
    return doers.is_named(claim.actors[0], claim, case)


def test_the_country_of_a_raid_is_not_its_doer() -> None:
    text = "Syria air raids kill 20 in Aleppo."
    assert not _is_named_in_syria(text, "Syria air raids", "raids", "assault.aerial (noun 'raid')")


def test_the_state_that_bombs_in_its_own_land_is_the_doer() -> None:
    text = "Syria bombs a market in Aleppo."
    assert _is_named_in_syria(text, "Syria bombs a market", "bombs", "assault.aerial (verb 'bomb')")
