"""Who does it together with whoever is named."""

import pytest

from testimonia.model.claim import Claim
from tests.read.telling import claims_of


def harm(text: str, words: str) -> Claim:
    """The claim of violence whose trigger is ``words``."""
    return next(c for c in claims_of(text) if c.type == "ASSAULT" and c.trigger and c.trigger.text == words)


def doers(text: str, words: str) -> list[str]:
    return [mention.name for mention in harm(text, words).actors]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Lebanese army alongside Hezbollah shelled a village near Tyre.", "shelled"),
        ("The Lebanese army together with Hezbollah shelled a village near Tyre.", "shelled"),
        ("The Lebanese army along with Hezbollah shelled a village near Tyre.", "shelled"),
        ("The Lebanese army in cooperation with Hezbollah carried out raids on a village near Tyre.", "raids"),
    ],
)
def test_who_acts_beside_the_doer_is_a_doer_too(text: str, words: str) -> None:
    assert doers(text, words) == ["Lebanese Armed Forces", "Hezbollah"]


def test_who_is_told_to_be_among_the_doers_is_named_beside_them() -> None:
    text = "Several gunmen including Hezbollah fighters shelled the barracks near Tyre."
    assert "Hezbollah" in doers(text, "shelled")


def test_who_was_killed_beside_others_killed_nobody() -> None:
    assert doers("The Lebanese army killed nine men alongside Hezbollah fighters near Tyre.", "killed") == [
        "Lebanese Armed Forces"
    ]


def test_who_takes_a_town_after_clashes_has_fought_in_them() -> None:
    text = "The Lebanese army captured the village after hours of heavy clashes with Hezbollah near Tyre."
    assert doers(text, "clashes") == ["Lebanese Armed Forces"]


def test_who_was_struck_in_a_fight_told_with_the_foe_alone_is_not_made_the_doer() -> None:
    assert doers("A village near Tyre was captured after clashes with Hezbollah.", "clashes") == []


def test_an_agreement_reached_between_two_has_the_first_for_its_doer_and_the_other_beside_it() -> None:
    text = "They welcomed a truce reached between Hezbollah and the Lebanese army."
    told = [c for c in claims_of(text) if c.type == "AGREE"]
    assert {m.name for c in told for m in c.actors} == {"Hezbollah"}


def test_who_works_with_another_does_with_him_what_they_work_for() -> None:
    text = "The mayor accused Hezbollah of working with the Lebanese army to seize the harbour."
    assert sorted(doers(text, "seize")) == ["Hezbollah", "Lebanese Armed Forces"]


def test_company_is_found_behind_a_clause_that_tells_who_leads() -> None:
    text = "Lebanese army units led by a colonel along with Hezbollah forces shelled a village near Tyre."
    assert doers(text, "shelled") == ["Lebanese Armed Forces", "Hezbollah"]


def test_who_is_involved_in_clashes_fights_in_them() -> None:
    text = "Hezbollah has been involved in weeks of clashes with the Lebanese army near Tyre."
    assert doers(text, "clashes") == ["Hezbollah"]
