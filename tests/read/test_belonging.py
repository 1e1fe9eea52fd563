"""Whose a force is, by what stands before it, behind "of", or is said of it."""

import pytest

from testimonia.read.actors import Cast
from tests.read.telling import DAY, book, claims_of, parsed, word


def whose(text: str, head: str) -> list[tuple[str, str]]:
    doc = parsed(text)
    return [(mention.name, mention.text) for mention in Cast(doc, book(), DAY).who(word(doc, head))]


@pytest.mark.parametrize(
    ("text", "head", "name", "words"),
    [
        ("Aircraft belonging to Hezbollah hit Haifa.", "Aircraft", "Hezbollah", "Aircraft belonging to Hezbollah"),
        ("Forces loyal to Vladimir Putin fled.", "Forces", "Russia", "Forces loyal to Vladimir Putin"),
        ("Air strikes by warplanes believed to be Russian killed 30 people in Idlib.", "warplanes", "Russia",
         "warplanes believed to be Russian"),
        ("Helicopters flown by Hezbollah attacked Tyre.", "Helicopters", "Hezbollah",
         "Helicopters flown by Hezbollah"),
    ],
)  # fmt: skip
def test_a_force_is_that_of_whom_it_is_said_to_be(text: str, head: str, name: str, words: str) -> None:
    assert whose(text, head) == [(name, words)]


def test_what_an_unknown_power_owns_acts_for_it() -> None:
    (claim,) = [c for c in claims_of("The junta's jets bombed a village in Sagaing.") if c.type == "ASSAULT"]
    assert [mention.text for mention in claim.actors] == ["junta"]


def test_commanders_of_an_army_are_not_the_army() -> None:
    assert whose("Army commanders met in Bunia.", "commanders") == [("Army commanders", "Army commanders")]


def test_a_date_before_a_dash_is_no_part_of_who_acts() -> None:
    (claim,) = [c for c in claims_of("12 May 2013 - Rebels seized the town of Bunia.") if c.type == "ASSAULT"]
    assert [mention.text for mention in claim.actors] == ["Rebels"]


def test_a_noun_behind_another_state_is_that_states() -> None:
    claim = next(c for c in claims_of("Jordan's air force struck a depot near Raqqa in Syria.") if c.actors)
    assert [m.actor for m in claim.actors] == ["jordan"]


def test_an_army_of_another_state_is_its_own_whatever_it_is_called() -> None:
    for army in ("Swiss regular army", "Turkish occupation army"):
        claim = next(c for c in claims_of(f"The {army} shelled a depot near Raqqa in Syria.") if c.type == "ASSAULT")
        assert [m.actor for m in claim.actors] in (["switzerland"], ["turkish-armed-forces"])


@pytest.mark.parametrize(
    "text",
    [
        "A Hezbollah terrorist attack killed nine people in Haifa.",
        "Nine people were killed in a Hezbollah terrorist car bomb attack in Haifa.",
    ],
)
def test_those_of_a_named_group_are_no_others_beside_it(text: str) -> None:
    told = [c for c in claims_of(text) if c.type == "ASSAULT"]
    assert told
    assert all([m.name for m in claim.actors] == ["Hezbollah"] for claim in told)


def test_a_namesake_with_another_first_name_is_somebody_else() -> None:
    claims = claims_of("Doctor Karim al-Assad said that he treated nine people in Homs. Bashar al-Assad denied it.")
    assert [[m.name for m in c.actors] for c in claims if c.type == "AID"] == [["Karim al-Assad"]]


def test_another_spelling_of_a_first_name_is_the_same_person() -> None:
    claims = claims_of("Bachar al-Assad met the envoy in Geneva.")
    assert [[m.name for m in c.actors] for c in claims if c.type == "CONSULT"] == [["Bashar al-Assad"]]


def test_what_is_of_groups_named_by_their_body_is_that_bodys() -> None:
    text = "Russian jets bombed the depots of Ahrar al-Sham rebel groups near Khirbet."
    (claim,) = [c for c in claims_of(text) if c.type == "ASSAULT"]
    assert [mention.name for mention in claim.recipients] == ["Ahrar al-Sham"]


def test_gunmen_with_a_body_are_of_it() -> None:
    assert [name for name, _ in whose("Militants with Hezbollah fired shells on Haifa.", "Militants")] == ["Hezbollah"]


def test_whom_gunmen_clashed_with_is_not_whose_they_are() -> None:
    assert [name for name, _ in whose("Militants clashed with Hezbollah in Tyre.", "Militants")] != ["Hezbollah"]


def test_the_body_is_named_beside_the_group_that_gunmen_come_from() -> None:
    text = "Nine were hurt by fighters from the Lebanese group Hezbollah."
    assert [name for name, _ in whose(text, "fighters")] == ["Hezbollah"]


def test_what_gunmen_of_a_body_fired_is_its_deed_and_hits_nobody_of_theirs() -> None:
    claims = claims_of("One weaver was hurt by a shell fired by terrorists from Hezbollah on the square in Tyre.")
    (firing,) = [claim for claim in claims if claim.trigger and claim.trigger.text == "fired"]
    assert ([m.name for m in firing.actors], firing.recipients) == (["Hezbollah"], ())
