"""When a claim goes on from where the sentences before it are set, and from which of their places."""

import pytest

from testimonia.model.claim import Kind
from tests.read.expecting import triggered, where
from tests.read.telling import claims_of


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Rebels shelled Goma. Nine farmers were killed in the attack.", "killed"),
        ("Rebels shelled Goma. The shelling has destroyed a school.", "destroyed"),
        ("Rebels shelled Goma. Shells killed nine farmers.", "killed"),
        ("Rebels shelled Goma. Two nurses were among the nine people killed.", "killed"),
    ],
)
def test_a_deed_taken_up_or_told_on_is_set_where_the_sentence_before_is(text: str, trigger: str) -> None:
    assert where(triggered(claims_of(text), trigger)) == ["Goma"]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Rebels shelled Goma. They have often bombed schools.", "bombed"),
        ("Rebels shelled Goma. They would never bomb a school.", "bomb"),
        ("Rebels shelled Goma. Rights groups say that they strike schools.", "strike"),
        ("Rebels shelled Goma. Soldiers entered a village and killed a farmer.", "entered"),
    ],
)
def test_what_is_usual_meant_or_elsewhere_goes_on_from_no_place(text: str, trigger: str) -> None:
    assert where(triggered(claims_of(text), trigger)) == []


def test_a_relation_goes_on_from_no_place() -> None:
    claims = claims_of("Troops entered Goma. Uganda backs groups fighting the army.")
    assert not any(claim.places for claim in claims if claim.type == "FIGHTS")


def test_the_places_of_one_phrase_are_gone_on_from_together() -> None:
    claims = claims_of("Rebels shelled the village of Sake near Goma. Nine farmers were killed in the attack.")
    assert where(triggered(claims, "killed")) == ["Sake", "Goma"]


def test_of_places_with_a_verb_between_the_last_is_gone_on_from() -> None:
    claims = claims_of("Rebels shelled Goma and entered Bunia. Nine farmers were killed in the attack.")
    assert where(triggered(claims, "killed")) == ["Bunia"]


def test_what_is_only_feared_or_a_condition_goes_on_from_no_place() -> None:
    claims = claims_of("Rebels shelled Goma. If they attack, soldiers will be killed in the fighting.")
    assert where(triggered(claims, "killed")) == []


def _toll(text: str) -> list[str]:
    return next(where(c) for c in claims_of(text) if c.kind is Kind.FIGURE)


@pytest.mark.parametrize(
    "told", ["Nine farmers were killed in the attack.", "The attack left nine farmers dead.", "Shells killed nine men."]
)
def test_a_toll_goes_on_from_where_its_deed_does(told: str) -> None:
    assert _toll(f"Rebels shelled Goma. {told}") == ["Goma"]


def test_a_toll_of_a_whole_war_goes_on_from_no_place() -> None:
    assert _toll("Rebels shelled Goma. The war has cost the lives of more than 90,000 people.") == []
    assert _toll("Rebels shelled Goma. The raids have killed 122 people.") == []


def test_what_came_of_a_deed_on_ground_of_its_own_goes_on_from_no_other_place() -> None:
    text = "Rebels shelled Goma. Gunmen fired rockets at the Sirunga neighbourhood, injuring nine farmers."
    assert "Goma" not in _toll(text)


def test_those_who_flee_or_protest_go_on_from_no_place_told_before() -> None:
    assert where(triggered(claims_of("Rebels shelled Goma. Nine families fled in the morning."), "fled")) == []
