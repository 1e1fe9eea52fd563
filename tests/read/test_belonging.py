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
        assert [m.actor for m in claim.actors] in (["switzerland"], ["turkey"])
